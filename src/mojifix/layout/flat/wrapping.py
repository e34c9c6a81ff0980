"""Paragraphs that were broken into lines of about the same length.

>>> joined(["A finished radio is", "only furniture."])
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
    broken = [line.text.rstrip(_CLOSERS)[-1:] not in _STOPS for line in lines[:-1]]
    goes_on = [not following.text[0].isupper() for following in lines[1:]]
    return 3 * sum(broken) >= 2 * len(broken) and 2 * sum(goes_on) >= len(goes_on)


def joined(lines: Sequence[str]) -> str:
    """Join the lines of a paragraph; Chinese and Japanese take no space.

    >>> joined(["店主陈师傅", "今年六十八岁"])
    '店主陈师傅今年六十八岁'
    """
    text = lines[0]
    for line in lines[1:]:
        text += ("" if _spaceless(text[-1]) and _spaceless(line[0]) else " ") + line
    return text


def _spaceless(char: str) -> bool:
    return "\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uff60"
