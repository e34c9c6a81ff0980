"""Paragraphs that were broken into lines of about the same length.

>>> joined(["A finished radio is", "only furniture."])
'A finished radio is only furniture.'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from mojifix.layout.flat import Line

# Lines of wrapped text are this long, in code points: mail and old pages wrap at 60 to 80.
SHORTEST_WRAPPED: Final = 40
LONGEST_WRAPPED: Final = 100
# A wrapped line is at least this full, measured by the longest line of its paragraph.
FULLEST_SHARE: Final = 0.7
_STOPS: Final = ".!?…:;।。！？"
_CLOSERS: Final = "\"'”’»」』)）】"


def unwrapped(lines: Sequence[Line]) -> Iterator[range]:
    """Give the runs of lines that are one paragraph each; most runs are one line.

    Args:
        lines: the lines of a text, in order.

    >>> from mojifix.layout.flat import segment
    >>> list(unwrapped(segment("a line\\nanother line").lines))
    [range(0, 1), range(1, 2)]
    """
    # Two lines are too few to tell by themselves; where longer paragraphs are wrapped, so are they.
    groups = list(_groups(lines))
    wrapped = [len(group) > 2 and _is_wrapped(lines[group.start : group.stop]) for group in groups]
    any_wrapped = any(wrapped)
    for group, is_wrapped in zip(groups, wrapped, strict=True):
        pair = any_wrapped and len(group) == 2 and _is_wrapped(lines[group.start : group.stop])
        if is_wrapped or pair:
            yield group
        else:
            yield from (range(i, i + 1) for i in group)


def _groups(lines: Sequence[Line]) -> Iterator[range]:
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or lines[i].group != lines[start].group:
            yield range(start, i)
            start = i


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
