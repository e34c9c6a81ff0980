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
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from mojifix.records import Block, BlockKind
from mojifix.render.inline import inline
from mojifix.render.lists import FIRST_ITEM, list_lines, prefixed, runs
from mojifix.render.rows import rows

# CommonMark 0.31, section 4 and 5: what opens a block at the start of a line.
_LINE_START: Final = re.compile(
    r"""
    ^([ \t]*)
    ( \#{1,6}(?=[ \t]|$)            # heading
    | [-+*](?=[ \t]|$)              # list item
    | >                             # quote
    | \d{1,9}(?=[.)](?:[ \t]|$))    # numbered list item: the escape goes before "." or ")"
    | ={1,}[ \t]*$ | -(?=[- \t]*$) | _(?=[ \t_]*$)
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
_CLOSING_HASHES: Final = re.compile(r"(?<![^ \t])#+$")  # which a heading may end in, and loses
# Quotes within one another that are told apart, so that no line gets longer by its depth than this; of
# 150 of WCXB's pages none has more than two.
DEEPEST_QUOTE: Final = 8
# At an end of a caption, which is no markup until the stars around it come beside it.
_LONE_STAR: Final = re.compile(r"^\*|(?<![^ ])\*$")
_FENCE: Final = re.compile(r"`{3,}")


def markdown(blocks: Iterable[Block]) -> str:
    """Return the blocks as Markdown, ending in a line break; ``""`` when there are none."""
    found: list[str] = []
    above = ""
    for mark, run in groupby(blocks, key=lambda block: _quote_marks(block)[0]):
        if found:
            found.append(min(above, mark, key=len).rstrip())
        found.append(_marked(_shown(run), mark))
        above = mark
    return "\n".join([*found, ""]) if found else ""


def _shown(blocks: Iterable[Block]) -> str:
    """Render neighbors, in the quotes that they stand in within an item of a list."""
    return "\n\n".join(
        _marked("\n\n".join(_rendered(run[0].kind, run)), _quote_marks(run[0])[1])
        for run in runs(blocks, _quote_marks)
    )


def _rendered(kind: BlockKind, run: list[Block]) -> list[str]:
    """Render neighbors of one kind, or items of lists with all that they hold."""
    match kind:
        case "title":
            return [_heading(block, 1) for block in run]
        case "heading":
            return [_heading(block, block.level or 2) for block in run]
        case "list_item" | "definition":
            return ["\n".join(list_lines(run, _escaped, _shown))]
        case "code":
            return [_fenced(block.text) for block in run]
        case "table_row":
            return [_table(rows(run, lambda row: inline(row.text, code=row.code)))]
        case "caption":
            return [f"*{_LONE_STAR.sub(_backslashed, _one_line(block).strip())}*" for block in run]
        case "paragraph" | "quote":
            return [_escaped(block) for block in run]


def _quote_marks(block: Block) -> tuple[str, str]:
    """Return the marks of the quotes around the list that a block stands in, and within its item."""
    path = block.path or ""
    item = FIRST_ITEM.search(path)
    depth = path.count("blockquote")
    outer = path.count("blockquote", 0, item.start()) if item else depth or block.kind == "quote"
    return "> " * min(outer, DEEPEST_QUOTE), "> " * min(depth - outer, DEEPEST_QUOTE)


def _marked(text: str, mark: str) -> str:
    """Return lines of Markdown in a quote."""
    return prefixed(text, mark, mark) if mark else text


def _inline(block: Block) -> str:
    return inline(block.text, block.links, block.code)


def _escaped(block: Block, at: int = 0) -> str:
    """Return what a block says from a place on, its line breaks hard."""
    text = inline(block.text[at:], block.links) if at else _inline(block)
    # Four spaces before it would make code of it.
    return _LINE_START.sub(_escaped_start, text).lstrip(" \t").replace("\n", "  \n")


def _escaped_start(match: re.Match[str]) -> str:
    indent, opener = match.groups()
    return f"{indent}{opener}\\" if opener.isdigit() else f"{indent}\\{opener}"


def _heading(block: Block, level: int) -> str:
    return f"{'#' * level} {_CLOSING_HASHES.sub(_backslashed, _one_line(block))}"


def _backslashed(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _one_line(block: Block) -> str:
    return " ".join(_inline(block).split("\n"))


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
    return " ".join(text.split("\n")).strip().replace("|", "\\|")
