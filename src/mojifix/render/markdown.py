r"""Markdown (CommonMark, with GitHub's tables and struck text), readable as it stands.

Characters are escaped only where CommonMark would otherwise take them for markup: prose keeps its
``snake_case``, ``2 * 3`` and ``[sic]``.

    >>> from mojifix.records import Block
    >>> blocks = [Block(kind="heading", level=2, text="Why")]
    >>> blocks.append(Block(kind="paragraph", text="1. *So*"))
    >>> markdown(blocks)
    '## Why\n\n1\\. \\*So\\*\n'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from mojifix.records import Block, BlockKind, Link
from mojifix.render.inline import inline
from mojifix.render.rows import rows

# CommonMark 0.31, section 4 and 5: what opens a block at the start of a line.
_LINE_START: Final = re.compile(
    r"""
    ^([ \t]*)
    ( \#{1,6}(?=[ \t]|$)            # heading
    | [-+*](?=[ \t]|$)              # list item
    | >                             # quote
    | \d{1,9}(?=[.)](?:[ \t]|$))    # numbered list item: the escape goes before "." or ")"
    | ={1,}[ \t]*$ | -{2,}[ \t]*$ | _(?=[ \t_]*$)
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
_CLOSING_HASHES: Final = re.compile(r"(?<![^ \t])#+$")  # which a heading may end in, and loses
_NUMBERED: Final = re.compile(r"([0-9]{1,9})([.)])[ \t]+(?=\S)")
_FENCE: Final = re.compile(r"`{3,}")


def markdown(blocks: Iterable[Block]) -> str:
    """Return the blocks as Markdown, ending in a line break; ``""`` when there are none.

    Args:
        blocks: the kept content, in reading order.
    """
    parts = [
        part
        for kind, run in groupby(blocks, key=lambda block: block.kind)
        for part in _rendered(kind, list(run))
    ]
    return "\n\n".join(parts) + "\n" if parts else ""


def _rendered(kind: BlockKind, run: list[Block]) -> list[str]:
    """Render neighbors of one kind."""
    match kind:
        case "title":
            return [_heading(block, 1) for block in run]
        case "heading":
            return [_heading(block, block.level or 2) for block in run]
        case "list_item":
            return ["\n".join(_list(run))]
        case "quote":
            return [_prefixed(_escaped(block.text, block.links), "> ", "> ") for block in run]
        case "code":
            return [_fenced(block.text) for block in run]
        case "table_row":
            return [_table(rows(run))]
        case "caption":
            return [f"*{_one_line(block).strip()}*" for block in run]
        case "definition":
            escaped = [_escaped(block.text, block.links) for block in run]
            return ["\n".join(_prefixed(text, "- ", "  ") for text in escaped)]
        case "paragraph":
            return [_escaped(block.text, block.links) for block in run]


def _escaped(text: str, links: Sequence[Link]) -> str:
    # Four spaces before it would make code of it.
    return _LINE_START.sub(_escaped_start, inline(text, links)).lstrip(" \t")


def _escaped_start(match: re.Match[str]) -> str:
    indent, opener = match.groups()
    return f"{indent}{opener}\\" if opener.isdigit() else f"{indent}\\{opener}"


def _heading(block: Block, level: int) -> str:
    return f"{'#' * level} {_CLOSING_HASHES.sub(_escaped_hashes, _one_line(block))}"


def _escaped_hashes(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _one_line(block: Block) -> str:
    return " ".join(inline(block.text, block.links).split("\n"))


def _prefixed(text: str, first: str, rest: str) -> str:
    head, *tail = text.split("\n")
    return "\n".join([first + head, *((rest + line).rstrip() for line in tail)])


class _Item(NamedTuple):
    """An item of a list that others may stand beneath or beside.

    Attributes:
        level: as its block says.
        width: columns before its text.
        number: that marks it; None for a bullet.
        sign: behind the number.
    """

    level: int
    width: int
    number: int | None = None
    sign: str = ""


def _list(run: Iterable[Block]) -> Iterator[str]:
    """Yield the items, each beneath the last one of a lower level."""
    above: list[_Item] = []
    for block in run:
        level, text, beside = block.level or 1, block.text, None
        while above and above[-1].level >= level:
            beside = above.pop()
        indent = above[-1].width if above else 0
        mark, number, sign = "- ", None, ""
        found = _NUMBERED.match(text)
        if found and _counts(int(found[1]), found[2], beside, nested=bool(above)):
            mark, number, sign = f"{found[1]}{found[2]} ", int(found[1]), found[2]
            text = text[found.end() :]
        above.append(_Item(level, indent + len(mark), number, sign))
        text = _escaped(text, block.links)
        yield _prefixed(text, " " * indent + mark, " " * above[-1].width)


def _counts(number: int, sign: str, beside: _Item | None, *, nested: bool) -> bool:
    """Tell whether Markdown shows an item with its number, which the first one of a list decides."""
    if beside is None or beside.sign != sign:
        return number == 1 or not nested or beside is not None
    return beside.number is not None and number == beside.number + 1


def _fenced(code: str) -> str:
    """Fence code with more backticks than it holds in a row."""
    longest = max(map(len, _FENCE.findall(code)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{code}\n{fence}"


def _table(cells: Sequence[Sequence[str]]) -> str:
    """Return a table with the first row as its head; short rows are filled up."""
    width = max(map(len, cells))
    lines = [
        "| " + " | ".join([*(_cell(cell) for cell in row), *[""] * (width - len(row))]) + " |"
        for row in cells
    ]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _cell(text: str) -> str:
    return " ".join(inline(text).split("\n")).strip().replace("|", "\\|")
