"""Table rows out of blocks: a block is a row whose cells are parted by tabs, or one cell of a row.

>>> cells = [("a", "table/tr/th"), ("b", "table/tr/th[2]"), ("c", "table/tr[2]/td")]
>>> rows([Block(kind="table_row", text=text, path=path) for text, path in cells])
[['a', 'b'], ['c']]
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from mojifix.records import Block

CELL_BREAK: Final = "\t"

# The element path of a cell's row. Greedy, so that of nested tables it is the innermost.
_ROW: Final = re.compile(r"(?:.*/)?tr(?:\[\d+\])?(?=/)")


def rows(blocks: Iterable[Block]) -> list[list[str]]:
    """Return the cells of neighboring table rows, row by row.

    Args:
        blocks: neighbors of the kind ``table_row``.
    """
    numbered = enumerate(blocks)
    return [
        [cell for _, block in run for cell in block.text.split(CELL_BREAK)]
        for _, run in groupby(numbered, key=lambda item: _row_of(*item))
    ]


def _row_of(number: int, block: Block) -> str | int:
    """Return what the cells of one row share; a block without a path is a row by itself."""
    found = _ROW.match(block.path or "")
    return found.group() if found else number
