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
from collections.abc import Iterator, Sequence, Set
from typing import Final

from mojifix.layout.flat.lines import FlatText, Line, segment
from mojifix.layout.flat.shapes import LONGEST_HEADING, PARAGRAPH, Shape
from mojifix.layout.markdown.header import read_header
from mojifix.layout.markdown.inline import ATTRIBUTES, folded, seen
from mojifix.records import Link

_CODE_LINE: Final = Shape("code")
_QUOTED: Final = Shape("quote")
_ROW: Final = Shape("table_row")

# Most lines over which the text or the address of one link goes on.
MOST_LINES_OF_LINK: Final = 8
# Marks that stand one within another at the start of a line: an item of a list in a quote.
MOST_MARKS: Final = 4
# Columns by which an item stands further in than the one it belongs to. Two is what CommonMark asks
# for beneath a bullet; beneath a number it asks for more, which converters do not write.
ITEM_COLUMNS: Final = 2
# Columns of code without a fence; within a list, beyond the mark of the item and the space after it.
CODE_COLUMNS: Final = 4
_TAB_STOP: Final = 4

# CommonMark 0.31, sections 4 and 5, line by line. Linear: no class runs past the character with which
# a match begins.
_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_CLOSING_HASHES: Final = re.compile(rf"(?<![ \t])[ \t]+(?: \#+ | {ATTRIBUTES} )$", re.VERBOSE)
_UNDERLINE: Final = re.compile(r"(?:=+|-{2,})$")
_BULLET: Final = re.compile(r"[-*+][ \t]+(?=\S)(?:\[[ xX]\][ \t]+(?=\S))?")
_NUMBER: Final = re.compile(r"\d{1,9}[.)][ \t]+(?=\S)")
_QUOTE: Final = re.compile(r"(?:>[ \t]?)+(?=\S)")
_FENCE: Final = re.compile(r"`{3,}+(?!.*`)|~{3,}")
# Rules, the line below the head of a table, marks that nothing follows, and tags.
_NOTHING: Final = re.compile(
    r"(?:[-*_=|:>#+`~][ \t]*)+$|(?:</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>[ \t]*)+$"
)
# Where a block of Pandoc begins and ends; without an end, colons are ornaments of what is said.
_BLOCK: Final = re.compile(r":{3,}[ \t]*(?:\{[^{}]*\}|[\w-]+)[ \t]*:*$")
_BLOCK_END: Final = re.compile(r":{3,}$")
# Words in brackets before a colon are those of a speaker or a note, too.
_DEFINITION: Final = re.compile(
    r"\[(?!\^)((?:\\.|[^\[\]\\]){1,200})\]:[ \t]+<?([^\s<>]*[/#.@][^\s<>]+|[/#])>?"
    r"(?:[ \t]+(?:\".*\"|'.*'|\(.*\)))?$"
)
_UNCLOSED: Final = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]{0,200}\])*+(?:\]\([^()\[\]]*)?$")


def segment_markdown(text: str) -> FlatText:
    """Cut Markdown into lines without its marks.

    Args:
        text: repaired text, with any kind of line break.

    Returns:
        The lines that show something. Their spans hold the marks as well; what shows nothing (rules,
        images, fences) is in the span of the line before it. Of a header only the title is a line.
    """
    flat = segment(text)
    header = read_header(flat.lines)
    targets, unseen = _defined(flat.lines)
    unseen |= _block_starts(flat.lines)
    lines: list[Line] = []
    shapes: dict[int, Shape] = {}
    links: dict[int, tuple[Link, ...]] = {}
    for line, shape in _shaped(flat, header.size, unseen):
        found: list[Link] = []
        shown = line.text if shape.kind == "code" else seen(line.text, targets, found)
        if shape is PARAGRAPH and line.text.startswith("[") and _HEADING.match(shown):
            shown, shape = _shape(shown, 1)  # converters put headings into links, too
        if not shown:
            if lines:
                lines[-1] = lines[-1]._replace(end=line.end)
            continue
        start = line.start if lines else flat.lines[header.size].start
        lines.append(line._replace(text=shown, start=start))
        if shape is not PARAGRAPH:
            shapes[start] = shape
        if found:
            links[start] = tuple(found)
    lines[:0] = header.titles
    return FlatText(text, tuple(lines), shapes, links, header.removed, header.meta)


class _Nesting:
    """The lists that are open above a line, and whether its indentation makes it code."""

    def __init__(self) -> None:
        self._columns: list[int] = []
        self._group = -1
        self._in_code = False

    def is_code(self, line: Line, column: int) -> bool:
        """Tell whether a line is code; blank lines and code may stand above it, no words."""
        if line.group != self._group:
            self._group = line.group
            self._in_code = True
            if not _is_item(line.text):
                self._close(column)
        margin = self._columns[-1] + ITEM_COLUMNS if self._columns else 0
        # Converters indent what their page did; code is that only where it shows no link.
        self._in_code &= column >= margin + CODE_COLUMNS and "](" not in line.text
        return self._in_code

    def level_of_item(self, column: int) -> int:
        """Return the level of an item that begins at a column, from 1; lists beside it are closed."""
        self._close(column)
        self._columns.append(column)
        return len(self._columns)

    def _close(self, column: int) -> None:
        while self._columns and column < self._columns[-1] + ITEM_COLUMNS:
            self._columns.pop()


def _shaped(flat: FlatText, at: int, unseen: Set[int]) -> Iterator[tuple[Line, Shape]]:
    """Give the lines from one on without the marks at their start, and their forms."""
    lines = flat.lines
    nesting = _Nesting()
    fence = ""
    while at < len(lines):
        line = lines[at]
        at += 1
        mark = match[0] if (match := _FENCE.match(line.text)) else ""
        if mark and (not fence or (mark.startswith(fence) and mark == line.text)):
            fence = "" if fence else mark
            yield line._replace(text=""), PARAGRAPH
        elif fence or nesting.is_code(line, column := _column(flat.text, line)):
            yield line, _CODE_LINE
        elif line.start in unseen or _NOTHING.match(line.text):
            yield line._replace(text=""), PARAGRAPH
        else:
            beside = [
                other for other in lines[at : at + MOST_LINES_OF_LINK] if other.group == line.group
            ]
            level = nesting.level_of_item(column) if _is_item(line.text) else 1
            text, shape = _shape(line.text, level)
            line, used = _closed(line._replace(text=text), beside)
            at += used
            if shape is PARAGRAPH and len(line.text) <= LONGEST_HEADING and beside[used:]:
                shape = _underlined(beside[used].text)
            yield line, shape


def _defined(lines: Sequence[Line]) -> tuple[dict[str, str], set[int]]:
    """Return the addresses that links refer to, by their labels, and the starts of their lines."""
    targets: dict[str, str] = {}
    starts: set[int] = set()
    group = -1
    for line in lines:
        if match := _DEFINITION.match(line.text):
            group = line.group
            targets.setdefault(folded(match[1]), match[2])
            starts.add(line.start)
        elif line.group == group and " " not in line.text and line.text.isascii():
            starts.add(line.start)  # the rest of an address that was wrapped at the margin
        else:
            group = -1
    return targets, starts


def _block_starts(lines: Sequence[Line]) -> set[int]:
    marks = [line for line in lines if line.text.startswith(":::")]
    if not any(_BLOCK_END.match(line.text) for line in marks):
        return set()
    return {line.start for line in marks if _BLOCK.match(line.text)}


def _column(text: str, line: Line) -> int:
    """Return the number of columns before a line, tabs counted in full."""
    before = text[line.start - line.indent : line.start]
    return len(before.expandtabs(_TAB_STOP)) if "\t" in before else line.indent


def _is_item(text: str) -> bool:
    return _BULLET.match(text) is not None or _NUMBER.match(text) is not None


def _closed(line: Line, beside: Sequence[Line]) -> tuple[Line, int]:
    """Put those lines to a line over which a link in it goes on; return how many they are."""
    whole, used = line, 0
    while _UNCLOSED.search(whole.text):
        if used == len(beside):
            return line, 0
        text, end = beside[used].text, beside[used].end
        whole = whole._replace(text=f"{whole.text} {text}", end=end)
        used += 1
    return whole, used


def _underlined(below: str) -> Shape:
    if not _UNDERLINE.match(below):
        return PARAGRAPH
    return Shape("heading", level=1 if below[0] == "=" else 2)


def _shape(text: str, level: int) -> tuple[str, Shape]:
    """Return a line without the marks around it, and its form by them."""
    shape = PARAGRAPH
    for _ in range(MOST_MARKS):
        if match := _HEADING.match(text):
            text = _CLOSING_HASHES.sub("", text[match.end() :])
            return text, Shape("heading", level=len(match[1]))
        if match := _BULLET.match(text):
            inner = Shape("list_item", level=level)
        elif match := _QUOTE.match(text):
            inner = _QUOTED
        else:
            break
        text = text[match.end() :]
        shape = inner if shape is PARAGRAPH else shape
    if _NUMBER.match(text):
        return text, Shape("list_item", level=level) if shape is PARAGRAPH else shape
    if text.startswith("|") and text.endswith("|") and len(text) > 1:
        cells = text.strip("| ")
        return (text, _ROW) if "|" in cells else (cells, shape)
    return text, shape
