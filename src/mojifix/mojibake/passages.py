"""Some passages of a text as a text of their own, and edits of that back in their places.

>>> part = Part("one\\ntwo\\nthree", [(0, 3), (8, 13)])
>>> part.text
'one\\nthree'
>>> [(span, edit.start) for span, (edit,) in part.by_passage([Edit(6, 8, "", (), 0.0)])]
[((8, 13), 10)]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import Final

from mojifix.mojibake.edits import Edit
from mojifix.mojibake.words import Span, lines_of

# A line of more code points than the gate looks at word by word is cut, behind so many, where that
# parts no garbled letter from its bytes: at a blank behind ASCII that stands for no lost byte.
_LONG: Final = 300
_LEAST: Final = 200
_CUT: Final = re.compile(r"(?<=[A-Za-z0-9,.;:!)\]]) ")


class Part:
    """Some passages of a text, each on a line of its own: no repair spans a line break.

    Args:
        text: the text.
        passages: their spans, sorted and disjoint.
    """

    def __init__(self, text: str, passages: Sequence[Span]) -> None:
        self.text = "\n".join([text[start:end] for start, end in passages])
        self._starts = [*accumulate((end - start + 1 for start, end in passages), initial=0)]
        self._passages = passages

    def by_passage(self, edits: Iterable[Edit]) -> Iterator[tuple[Span, list[Edit]]]:
        """Yield each passage with edits of the part, and these as edits of the whole text."""
        for number, some in groupby(edits, lambda edit: bisect_right(self._starts, edit.start) - 1):
            shift = self._passages[number][0] - self._starts[number]
            yield self._passages[number], [edit.moved(shift) for edit in some]


def passages_of(text: str) -> list[Span]:
    """Return the spans of the lines of a text, long ones cut."""
    return [passage for line in lines_of(text) for passage in _cut(text, *line)]


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _LONG and (blank := _CUT.search(text, start + _LEAST, end)):
        yield start, blank.end()
        start = blank.end()
    yield start, end
