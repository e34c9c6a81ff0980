"""The rows of tables that hold data: each becomes one block, with its cells side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

CELL_BREAK: Final = "\t"
# A row of a table is one block when each of its cells holds one at most, and none longer than this,
# in code points: rows of layout tables hold whole articles.
LONGEST_CELL: Final = 400


class TableRows:
    """The rows and cells of a page's tables.

    Attributes:
        rows, cells: of each element, those it stands in of the innermost table, -1 outside of one.
        cells_of: the cells of each row.

    Args:
        tags: of all elements, in reading order.
        parents: the index of each one's parent.
    """

    def __init__(self, tags: Sequence[str], parents: Sequence[int]) -> None:
        self.rows, self.cells = [-1], [-1]
        self.cells_of: dict[int, list[int]] = {}
        for index in range(1, len(tags)):
            tag, parent = tags[index], parents[index]
            row, cell = self.rows[parent], self.cells[parent]
            if tag == "tr":
                row, cell = index, -1
            elif tag == "table":
                row = cell = -1
            elif tag in ("td", "th") and row >= 0:
                cell = index
                self.cells_of.setdefault(row, []).append(index)
            self.rows.append(row)
            self.cells.append(cell)

    def spans(self, homes: Sequence[int], texts: Sequence[str]) -> tuple[list[slice], list[bool]]:
        """Return the blocks as slices, those of a row of data in one, and which are such rows.

        Args:
            homes: the element of each block.
            texts: the text of each block.
        """
        spans: list[slice] = []
        joined: list[bool] = []
        rows = [self.rows[home] for home in homes]
        at = 0
        while at < len(rows):
            stop = at + 1
            while rows[at] >= 0 and stop < len(rows) and rows[stop] == rows[at]:
                stop += 1
            has_cells = len(self.cells_of.get(rows[at], ())) > 1
            if has_cells and self._is_data(homes[at:stop], texts[at:stop]):
                spans.append(slice(at, stop))
                joined.append(True)
            else:
                spans += (slice(n, n + 1) for n in range(at, stop))
                joined += [False] * (stop - at)
            at = stop
        return spans, joined

    def _is_data(self, homes: Sequence[int], texts: Sequence[str]) -> bool:
        cells = [self.cells[home] for home in homes]
        return len(set(cells)) == len(cells) and all(len(text) <= LONGEST_CELL for text in texts)

    def text(self, homes: Sequence[int], texts: Sequence[str]) -> str:
        """Return the text of the blocks of one row, its cells parted by tabs."""
        cells = {
            self.cells[home]: " ".join(text.split())
            for home, text in zip(homes, texts, strict=True)
        }
        row = self.cells_of[self.rows[homes[0]]]
        return CELL_BREAK.join(cells.get(cell, "") for cell in row).rstrip(CELL_BREAK)
