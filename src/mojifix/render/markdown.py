r"""Markdown (CommonMark, with GitHub's tables), readable as it stands.

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
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from mojifix.records import Block, BlockKind
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
    | ~~~ | ={1,}[ \t]*$ | -{2,}[ \t]*$
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
_NUMBERED: Final = re.compile(r"([0-9]{1,9}[.)])[ \t]+(?=\S)")
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
            return [f"# {_one_line(block)}" for block in run]
        case "heading":
            return [f"{'#' * (block.level or 2)} {_one_line(block)}" for block in run]
        case "list_item":
            return ["\n".join(map(_list_item, run))]
        case "quote":
            return [_prefixed(_escaped(block), "> ", "> ") for block in run]
        case "code":
            return [_fenced(block.text) for block in run]
        case "table_row":
            return [_table(rows(run))]
        case "caption":
            return [f"*{_one_line(block).strip()}*" for block in run]
        case "definition":
            return ["\n".join(_prefixed(_escaped(block), "- ", "  ") for block in run)]
        case "paragraph":
            return [_escaped(block) for block in run]


def _escaped(block: Block) -> str:
    return _LINE_START.sub(_escaped_start, inline(block.text, block.links))


def _escaped_start(match: re.Match[str]) -> str:
    indent, opener = match.groups()
    return f"{indent}{opener}\\" if opener.isdigit() else f"{indent}\\{opener}"


def _one_line(block: Block) -> str:
    return " ".join(inline(block.text, block.links).split("\n"))


def _prefixed(text: str, first: str, rest: str) -> str:
    head, *tail = text.split("\n")
    return "\n".join([first + head, *((rest + line).rstrip() for line in tail)])


def _list_item(block: Block) -> str:
    indent = "  " * ((block.level or 1) - 1)
    mark = "- "
    if number := _NUMBERED.match(block.text):  # it marks the item, so that no bullet is needed
        mark = f"{number[1]} "
        block = replace(block, text=block.text[number.end() :])
    return _prefixed(_escaped(block), indent + mark, indent + " " * len(mark))


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
