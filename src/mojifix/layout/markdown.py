r"""Flat text in lines that holds Markdown: what there is to see in each, and what its marks say.

Crawlers and converters write whole pages as Markdown, menus and footers with them. Who reads such a
page sees the words of a link and not its address; so does whoever judges its lines.

>>> page = segment_markdown("# Soup\n\nWash the [leeks](/leeks) **well**.\n\n* a leek\n")
>>> [line.text for line in page.lines]
['Soup', 'Wash the leeks well.', 'a leek']
>>> [shape.kind for shape in page.shapes.values()]
['heading', 'list_item']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mojifix.layout.flat import FlatText, Line, segment
from mojifix.layout.shapes import LONGEST_HEADING, PARAGRAPH, Shape
from mojifix.records import Link

_ITEM: Final = Shape("list_item", level=1)
_QUOTED: Final = Shape("quote")
_ROW: Final = Shape("table_row")
_CODE_LINE: Final = Shape("code")

# Most lines over which the text or the address of one link goes on.
MOST_LINES_OF_LINK: Final = 8

# CommonMark 0.31, sections 4 to 6, line by line. Linear: no class runs past the character with which
# a match begins.
_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_CLOSING_HASHES: Final = re.compile(r"(?<![ \t])[ \t]+#+$")
_UNDERLINE: Final = re.compile(r"(?:=+|-{2,})$")
_BULLET: Final = re.compile(r"[-*+][ \t]+(?=\S)(?:\[[ xX]\][ \t]+(?=\S))?")
_NUMBER: Final = re.compile(r"\d{1,9}[.)][ \t]+(?=\S)")
_QUOTE: Final = re.compile(r"(?:>[ \t]?)+(?=\S)")
_FENCE: Final = re.compile(r"`{3,}|~{3,}")
# Rules, the line below the head of a table, and marks that nothing follows.
_NOTHING: Final = re.compile(r"(?:[-*_=|:>#+][ \t]*)+$")
_DEFINITION: Final = re.compile(r"\[[^\[\]]{1,200}\]:[ \t]+\S+")
_UNCLOSED: Final = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]{0,200}\])*(?:\]\([^()\[\]]*)?$")

_TARGET: Final = (
    r"\([ \t]*<?([^()\[\]\s<>]*(?:\([^()\[\]\s<>]*\)[^()\[\]\s<>]*)*)>?"
    r"(?:[ \t]+(?:\"[^\"\[\]]*\"|'[^'\[\]]*'))?[ \t]*\)"
)
_IMAGE: Final = re.compile(r"!\[[^\[\]]*\]" + _TARGET)
_LINK: Final = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]{0,200}\])*)\]" + _TARGET)
_REFERENCE: Final = re.compile(r"!?\[([^\[\]]+)\]\[[^\[\]]{0,200}\]")
_ADDRESS: Final = re.compile(r"<((?:https?|mailto):[^<>\s]+)>")
_CODE: Final = re.compile(r"(?<!`)(`{1,3})(?!`)(.{1,300}?)(?<!`)\1(?!`)")
_STRONG: Final = re.compile(r"(?<!\w)(\*\*|__)(?=[^\s*_])([^*_]+)(?<=\S)\1(?!\w)")
_EMPHASIS: Final = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_]+)(?<=[^\s*_])\1(?![\w*_])")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARKS: Final = frozenset("[]`*_\\<")


def segment_markdown(text: str) -> FlatText:
    """Cut Markdown into lines without its marks.

    Args:
        text: repaired text, with any kind of line break.

    Returns:
        The lines that show something. Their spans hold the marks as well; what shows nothing (rules,
        images, fences) is in the span of the line before it.
    """
    flat = segment(text)
    lines: list[Line] = []
    shapes: dict[int, Shape] = {}
    links: dict[int, tuple[Link, ...]] = {}
    for line, shape in _shaped(flat.lines):
        found: list[Link] = []
        seen = line.text if shape.kind == "code" else _seen(line.text, found)
        if not seen:
            if lines:
                lines[-1] = lines[-1]._replace(end=line.end)
            continue
        start = line.start if lines else flat.lines[0].start
        lines.append(line._replace(text=seen, start=start))
        if shape is not PARAGRAPH:
            shapes[start] = shape
        if found:
            links[start] = tuple(found)
    return FlatText(text, tuple(lines), shapes, links)


def _shaped(lines: Sequence[Line]) -> Iterator[tuple[Line, Shape]]:
    """Give the lines without the marks at their start, whose spans hold them, and their forms."""
    fence = ""
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        mark = match[0] if (match := _FENCE.match(line.text)) else ""
        if mark and (not fence or (mark.startswith(fence) and mark == line.text)):
            fence = "" if fence else mark
            yield line._replace(text=""), PARAGRAPH
        elif fence:
            yield line, _CODE_LINE
        elif _NOTHING.match(line.text) or _DEFINITION.match(line.text):
            yield line._replace(text=""), PARAGRAPH
        else:
            beside = [
                other for other in lines[at : at + MOST_LINES_OF_LINK] if other.group == line.group
            ]
            text, shape = _shape(line.text)
            line, used = _closed(line._replace(text=text), beside)
            at += used
            if shape is PARAGRAPH and len(line.text) <= LONGEST_HEADING and beside[used:]:
                shape = _underlined(beside[used].text)
            yield line, shape


def _closed(line: Line, beside: Sequence[Line]) -> tuple[Line, int]:
    """Put those lines to a line over which a link in it goes on; return how many they are."""
    used = 0
    while used < len(beside) and _UNCLOSED.search(line.text):
        text, end = beside[used].text, beside[used].end
        line = line._replace(text=f"{line.text} {text}", end=end)
        used += 1
    return line, used


def _underlined(below: str) -> Shape:
    if not _UNDERLINE.match(below):
        return PARAGRAPH
    return Shape("heading", level=1 if below[0] == "=" else 2)


def _shape(text: str) -> tuple[str, Shape]:
    """Return a line without the marks around it, and its form by them."""
    if match := _HEADING.match(text):
        level = len(match[1])
        return _CLOSING_HASHES.sub("", text[match.end() :]), Shape("heading", level=level)
    if match := _BULLET.match(text):
        return text[match.end() :], _ITEM
    if _NUMBER.match(text):
        return text, _ITEM
    if match := _QUOTE.match(text):
        return text[match.end() :], _QUOTED
    if text.startswith("|") and text.endswith("|") and len(text) > 1:
        return text, _ROW
    return text, PARAGRAPH


def _seen(text: str, links: list[Link]) -> str:
    """Return what a reader sees of a line; its links are added to those given."""
    if _MARKS.isdisjoint(text):
        return text

    def words(match: re.Match[str]) -> str:
        seen = _plain(match[1]).strip()
        if seen:
            links.append(Link(text=seen, url=match[2]))
        return match[1]

    text = _LINK.sub(words, _IMAGE.sub("", text))
    text = _ADDRESS.sub(r"\1", _REFERENCE.sub(r"\1", text))
    return _plain(text).strip()


def _plain(text: str) -> str:
    """Take the marks of code, strength and emphasis away, and the backslashes before others."""
    done, seen = 0, ""
    for code in _CODE.finditer(text):
        seen += _unmarked(text[done : code.start()]) + code[2]
        done = code.end()
    return seen + _unmarked(text[done:])


def _unmarked(text: str) -> str:
    text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", _EMPHASIS.sub(r"\2", text)))
    return _ESCAPED.sub(r"\1", text)
