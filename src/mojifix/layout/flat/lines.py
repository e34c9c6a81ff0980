"""Flat text in lines: what is left of a page when its HTML is gone.

>>> flat = segment("My page\\n\\n  First line.\\nSecond line.\\n")
>>> [(line.text, line.group, line.indent) for line in flat.lines]
[('My page', 0, 0), ('First line.', 1, 2), ('Second line.', 1, 0)]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from mojifix.layout.flat.shapes import Shape
from mojifix.layout.padding import NO_WIDTH, PADDING
from mojifix.records import Block, Link, Meta, Removed, Role

# Line breaks other than a line feed, in the order in which they become one; CRLF is one break, and
# the space that it leaves behind is padding. No text becomes longer or shorter.
_BREAKS: Final = (
    ("\r\n", " \n"),
    ("\r", "\n"),
    ("\x85", "\n"),
    ("\u2028", "\n"),
    ("\u2029", "\n"),
)
# Atomic groups, so that CRLF is never taken for two line breaks.
_BLANK_LINES: Final = re.compile(
    r"(?>\r\n|[\r\n\x85\u2028\u2029])(?:[ \t\f\v\xa0\u3000]*(?>\r\n|[\r\n\x85\u2028\u2029]))+"
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
        shapes: the form of lines whose marks say it, by their starts.
        links: the links of lines that have some, by their starts; None where no mark shows them.
        removed: lines that are none of the text: a header in front, addresses of links behind.
        meta: what the header says.
    """

    text: str
    lines: tuple[Line, ...]
    shapes: Mapping[int, Shape] = field(default_factory=dict)
    links: Mapping[int, tuple[Link, ...]] | None = None
    removed: tuple[Removed, ...] = ()
    meta: Meta = field(default_factory=Meta)


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


def removed_lines(lines: Iterable[Line], role: Role) -> tuple[Removed, ...]:
    """Return the records of lines that are none of a text."""
    return tuple(
        Removed(text=line.text, role=role, source_start=line.start, source_end=line.end)
        for line in lines
    )


def _lines(text: str) -> list[Line]:
    for sign, line_feed in _BREAKS:
        text = text.replace(sign, line_feed)
    # To strip spaces, which is what None stands for, takes less time than to strip a set.
    padding = PADDING if any(sign in text for sign in NO_WIDTH) else None
    found: list[Line] = []
    start, group, parted = 0, -1, True
    for raw in text.split("\n"):
        if line := raw.strip(padding):
            if parted:
                group += 1
                parted = False
            indent = 0 if line is raw else len(raw) - len(raw.lstrip(padding))
            first = start + indent
            # Half the time of Line(...), whose __new__ is written in Python.
            found.append(_as_tuple(Line, (line, first, first + len(line), group, indent)))
        else:
            parted = True
        start += len(raw) + 1
    return found


def paragraphs(text: str) -> tuple[Block, ...]:
    """Cut a text that is no page at its blank lines; everything is kept.

    >>> [block.text for block in paragraphs("  one\\ntwo\\n\\nthree")]
    ['  one\\ntwo', 'three']
    """
    cuts = [edge for match in _BLANK_LINES.finditer(text) for edge in match.span()]
    edges = iter([0, *cuts, len(text)])
    found = []
    for start, end in zip(edges, edges, strict=True):
        paragraph = text[start:end].rstrip("\r\n")
        if paragraph.strip():
            end = start + len(paragraph)
            found.append(
                Block(kind="paragraph", text=paragraph, source_start=start, source_end=end)
            )
    return tuple(found)
