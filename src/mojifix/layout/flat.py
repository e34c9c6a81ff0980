"""Flat text in lines: what is left of a page when its HTML is gone.

>>> flat = segment("My page\\n\\n  First line.\\nSecond line.\\n")
>>> [(line.text, line.group, line.indent) for line in flat.lines]
[('My page', 0, 0), ('First line.', 1, 2), ('Second line.', 1, 0)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

# Spaces, byte order marks and characters of no width, which stand around a line's text.
_PADDING: Final = (
    " \t\v\f\x1c\x1d\x1e\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u202f\u205f\u3000\ufeff\u200b\u2060"
)
# Linear: each alternative eats at least one character and none can match another's.
_LINE: Final = re.compile(r"[^\r\n\x85\u2028\u2029]+|\r\n|[\r\n\x85\u2028\u2029]")


class Line(NamedTuple):
    """A line that holds something to see.

    Attributes:
        text: the line without the space around it.
        start, end: span of ``text``, in code points.
        group: number of the run of lines it is in; blank lines part the runs.
        indent: number of spaces before it.
    """

    text: str
    start: int
    end: int
    group: int
    indent: int


@dataclass(frozen=True, slots=True)
class FlatText:
    """A text and its lines.

    Attributes:
        text: the whole text.
        lines: its lines, blank ones left out, in order.
    """

    text: str
    lines: tuple[Line, ...]


def segment(text: str) -> FlatText:
    """Cut a text into lines.

    Args:
        text: repaired text, with any kind of line break.

    Returns:
        The lines with their spans; each visible character of the text is in exactly one.

    >>> segment("one\\r\\n\\r\\n\\xa0two ").lines[1]
    Line(text='two', start=8, end=11, group=1, indent=1)
    """
    return FlatText(text, tuple(_lines(text)))


def _lines(text: str) -> Iterator[Line]:
    group = -1
    breaks = 2
    for match in _LINE.finditer(text):
        raw = match.group()
        if raw[0] in "\r\n\x85\u2028\u2029":
            breaks += 1
            continue
        text = raw.lstrip(_PADDING)
        if not text:
            continue
        if breaks > 1:
            group += 1
        breaks = 0
        indent = len(raw) - len(text)
        text = text.rstrip(_PADDING)
        start = match.start() + indent
        yield Line(text, start, start + len(text), group, indent)


def paragraphs(flat: FlatText) -> Iterator[tuple[int, int]]:
    """Give the spans of the runs of lines between blank lines, in code points.

    >>> text = "one\\ntwo\\n\\nthree"
    >>> [text[start:end] for start, end in paragraphs(segment(text))]
    ['one\\ntwo', 'three']
    """
    lines = flat.lines
    first = 0
    for i, line in enumerate(lines):
        if i + 1 == len(lines) or lines[i + 1].group != line.group:
            yield lines[first].start, line.end
            first = i + 1
