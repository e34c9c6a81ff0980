"""Flat text in lines: what is left of a page when its HTML is gone.

>>> flat = segment("My page\\n\\n  First line.\\nSecond line.\\n")
>>> [(line.text, line.group, line.indent) for line in flat.lines]
[('My page', 0, 0), ('First line.', 1, 2), ('Second line.', 1, 0)]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

# Byte order marks and characters of no width, which stand around a line's text as spaces do.
_NO_WIDTH: Final = "\ufeff\u200b\u2060"
_PADDING: Final = (
    " \t\v\f\x1c\x1d\x1e\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u202f\u205f\u3000" + _NO_WIDTH
)
# Line breaks other than a line feed, in the order in which they become one; CRLF is one break, and
# the space that it leaves behind is padding. No text becomes longer or shorter.
_BREAKS: Final = (
    ("\r\n", " \n"),
    ("\r", "\n"),
    ("\x85", "\n"),
    ("\u2028", "\n"),
    ("\u2029", "\n"),
)


_as_tuple: Final = tuple.__new__


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


def _lines(text: str) -> list[Line]:
    for sign, line_feed in _BREAKS:
        text = text.replace(sign, line_feed)
    # To strip spaces, which is what None stands for, takes less time than to strip a set.
    padding = _PADDING if any(sign in text for sign in _NO_WIDTH) else None
    found: list[Line] = []
    start, group, parted = 0, -1, True
    for raw in text.split("\n"):
        if line := raw.strip(padding):
            if parted:
                group += 1
                parted = False
            size = len(line)
            indent = 0 if size == len(raw) else len(raw) - len(raw.lstrip(padding))
            first = start + indent
            # Half the time of Line(...), whose __new__ is written in Python.
            found.append(_as_tuple(Line, (line, first, first + size, group, indent)))
        else:
            parted = True
        start += len(raw) + 1
    return found


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
