"""Table rows out of blocks: a block is a row whose cells are parted by tabs, or part of one cell.

>>> cells = [("a", "table/tr/th"), ("b", "table/tr/th[2]/p"), ("c", "table/tr/th[2]/p[2]"),
...          ("d", "table/tr[2]/td")]
>>> rows([Block(kind="table_row", text=text, path=path) for text, path in cells])
[['a', 'b c'], ['d']]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final

from mojifix.records import Block

CELL_BREAK: Final = "\t"

# The element path of what is in a cell: that of its row, and the step to the cell. Greedy, so that of
# nested tables it is the innermost.
_CELL: Final = re.compile(r"(?P<row>(?:.*/)?tr(?:\[\d+\])?)/(?P<cell>t[dh](?:\[\d+\])?)")
_WHOLE: Final = re.compile(r"tr(?:\[\d+\])?")  # the last step of the path of a whole row


def rows(
    blocks: Iterable[Block], shown: Callable[[Block], str] = attrgetter("text")
) -> list[list[str]]:
    """Return the cells of neighboring table rows, row by row.

    Args:
        blocks: neighbors of the kind ``table_row``.
        shown: what gives the text of a block, its cells parted by tabs.
    """
    found = [(block, _place(block.path or "")) for block in blocks]
    numbered = enumerate(found)
    runs = groupby(numbered, key=lambda item: item[1][1]["row"] if item[1][1] else item[0])
    return [list(_cells([piece for _, piece in run], shown)) for _, run in runs]


def _cells(
    row: list[tuple[Block, re.Match[str] | None]], shown: Callable[[Block], str]
) -> Iterator[str]:
    """Yield the cells of a row; what stands in one of them is joined by spaces."""
    for cell, run in groupby(row, key=lambda piece: piece[1] and piece[1]["cell"]):
        texts = [shown(block) for block, _ in run]
        if cell is None:
            yield from (part for text in texts for part in text.split(CELL_BREAK))
        else:
            yield " ".join(texts)


def _place(path: str) -> re.Match[str] | None:
    """Return the row and the cell that a path leads into, None when it leads to a row."""
    return None if _WHOLE.fullmatch(path.rpartition("/")[2]) else _CELL.match(path)
