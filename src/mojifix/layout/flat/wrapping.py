"""Paragraphs that were broken into lines: all of about the same length, or a line for each link.

>>> joined(["A finished radio is", "only furniture", "."])
'A finished radio is only furniture.'
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count, pairwise
from operator import ne
from typing import Final

from mojifix.layout.flat.lines import Line

# Lines of wrapped text are this long, in code points: mail and old pages wrap at 60 to 80.
SHORTEST_WRAPPED: Final = 40
LONGEST_WRAPPED: Final = 100
# A wrapped line is at least this full, measured by the longest line of its paragraph.
FULLEST_SHARE: Final = 0.7
# What the first line of a wrapped paragraph may have; most lines have less.
_WRAPPED: Final = range(int(SHORTEST_WRAPPED * FULLEST_SHARE), LONGEST_WRAPPED + 1)
# Two lines are too few to tell by themselves; where longer paragraphs are wrapped, so are they.
_PAIR: Final = 2
_STOPS: Final = ".!?…:;।。！？"
_CLOSERS: Final = "\"'”’»」』)）】"
# No line begins so but where a flattener broke it at a link; so many lines tell. Lines of code begin
# with other marks, or with these and a word, and are indented.
_REST_OF_CLAUSE: Final = frozenset({",", ".", ", ", ". "})
FEWEST_PIECES: Final = 2
_ENDS_CLAUSE: Final = frozenset(",.;:!?)，、。")
# What begins with a capital is a name within a sentence where a line of it has so many code points, and
# a heading or an item elsewhere.
LONG: Final = 30


def wrapped(lines: Sequence[Line]) -> list[range]:
    """Find the runs of lines that are one paragraph each.

    Returns:
        Their numbers, in order; a line that is a paragraph by itself is in none.

    >>> from mojifix.layout.flat.lines import segment
    >>> wrapped(segment("a line\\nanother line").lines)
    []
    """
    found = [
        group
        for group in _groups(lines)
        if len(lines[group.start].text) in _WRAPPED and _is_wrapped(lines[group.start : group.stop])
    ]
    return found if any(len(group) > _PAIR for group in found) else []


def _groups(lines: Sequence[Line]) -> list[range]:
    groups = [line.group for line in lines]
    starts = list(compress(count(), map(ne, groups, [-1, *groups])))
    spans = pairwise([*starts, len(lines)])
    return [range(start, stop) for start, stop in spans if stop - start > 1]


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Tell whether every line but the last is full and most end in the middle of a sentence."""
    full = [len(line.text) for line in lines[:-1]]
    longest = max(full)
    if not SHORTEST_WRAPPED <= longest <= LONGEST_WRAPPED or len(lines[-1].text) > longest * 1.1:
        return False
    if min(full) < longest * FULLEST_SHARE:
        return False
    broken = [not _is_ended(line.text) for line in lines[:-1]]
    goes_on = [not following.text[0].isupper() for following in lines[1:]]
    return 3 * sum(broken) >= 2 * len(broken) and 2 * sum(goes_on) >= len(goes_on)


def pieces(lines: Sequence[Line]) -> list[range]:
    """Find the runs of lines that are sentences broken at each link or emphasized word in them.

    ``get_text("\\n", strip=True)`` of Beautiful Soup breaks lines at every element so.

    Returns:
        Their numbers, in order.

    >>> from mojifix.layout.flat.lines import segment
    >>> page = "Soups\\nWash the\\nleeks\\n, and fry them in a large pan as\\nAnna\\ndoes\\n.\\nHome"
    >>> pieces(segment(page).lines)
    [range(1, 7)]
    """
    if sum([line.text[:2] in _REST_OF_CLAUSE for line in lines]) < FEWEST_PIECES:
        return []
    goes_on = [False, *map(_goes_on, lines, lines[1:])]
    is_long = False
    for n, line in enumerate(lines):
        if not goes_on[n]:
            is_name = is_long and goes_on[n + 1 : n + 2] == [True]
            above = lines[n - 1]
            goes_on[n] = is_name and above.group == line.group and not _is_ended(above.text)
            is_long &= goes_on[n]
        is_long |= len(line.text) >= LONG
    starts = [n for n, inside in enumerate(goes_on) if not inside]
    spans = map(range, starts, [*starts[1:], len(lines)])
    return [run for run in spans if len(run) > 1 and _is_sentence(lines[run.start : run.stop])]


def _goes_on(above: Line, line: Line) -> bool:
    """Tell whether a line goes on with what the one above it says."""
    if above.group != line.group or line.indent > 1:
        return False
    first = line.text[0]
    return first in _ENDS_CLAUSE or (first.islower() and not _is_ended(above.text))


def _is_ended(text: str) -> bool:
    return text.rstrip(_CLOSERS)[-1:] in _STOPS


def _is_sentence(lines: Sequence[Line]) -> bool:
    return _is_ended(lines[-1].text) or any(line.text[0] in _ENDS_CLAUSE for line in lines)


def joined(lines: Sequence[str]) -> str:
    """Join the lines of a paragraph; Chinese and Japanese take no space.

    >>> joined(["店主陈师傅", "今年六十八岁"])
    '店主陈师傅今年六十八岁'
    """
    text = lines[0]
    for line in lines[1:]:
        beside = line[0] in _ENDS_CLAUSE or (_spaceless(text[-1]) and _spaceless(line[0]))
        text += line if beside else " " + line
    return text


def _spaceless(char: str) -> bool:
    return "\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uff60"
