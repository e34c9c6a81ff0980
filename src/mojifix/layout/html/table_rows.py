"""The rows of tables that hold data: each becomes one block, with its cells side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, groupby
from typing import Final

from mojifix.layout.html.elements import number_of

CELL_BREAK: Final = "\t"
# A row of a table is one block when each of its cells holds one at most, or paragraphs where it is not
# the only row and they not in its only cell with text, and none more than this, in code points: rows
# of layout tables hold whole articles.
LONGEST_CELL: Final = 400
# Columns that cells are kept in line over where one of them takes several columns or rows. More than
# that no table has that people read, and of the places taken each costs time in each row.
MOST_COLUMNS: Final = 64
_TAKEN: Final = -1  # in place of a cell, by one before or above it


class TableRows:
    """The rows and cells of a page's tables.

    Attributes:
        rows, cells: of each element, those it stands in of the innermost table, -1 outside of one.
        cells_of: the cells of each row; -1 where one before or above takes the place.

    Args:
        tags: of all elements, in reading order.
        parents: the index of each one's parent.
        sizes: of the cells that take several, the number of columns and of rows, 0 for all below.
    """

    def __init__(
        self, tags: Sequence[str], parents: Sequence[int], sizes: Mapping[int, tuple[int, int]]
    ) -> None:
        self.rows, self.cells = [-1], [-1]
        self.cells_of: dict[int, list[int]] = {}
        self._tags, self._parents = tags, parents
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
        self._rows_beside = Counter(parents[row] for row in self.cells_of)  # by what holds them
        if sizes:
            self._keep_columns(parents, sizes)

    def _keep_columns(self, parents: Sequence[int], sizes: Mapping[int, tuple[int, int]]) -> None:
        """Put a place into each row for what cells of several columns or rows take of it."""
        below: dict[int, dict[int, int]] = {}  # of the parts of tables: rows to go, by column
        for row, cells in self.cells_of.items():
            taken = below.setdefault(parents[row], {})
            placed: list[int] = []
            for cell in cells:
                while len(placed) in taken:
                    placed.append(_TAKEN)
                columns, rows = sizes.get(cell, (1, 1))
                first = len(placed)
                placed.append(cell)
                if first + columns <= MOST_COLUMNS:
                    placed += [_TAKEN] * (columns - 1)
                    if rows != 1:
                        taken.update(dict.fromkeys(range(first, first + columns), rows))
            self.cells_of[row] = placed
            below[parents[row]] = {at: left - 1 for at, left in taken.items() if left != 1}

    def spans(self, homes: Sequence[int], texts: Sequence[str]) -> Iterator[tuple[slice, bool]]:
        """Yield the blocks in slices, a row of data in one, and whether they are such a row."""
        rows = [self.rows[home] for home in homes]
        runs = Counter(row for row, _ in groupby(rows))  # a row goes on behind a table in its cell
        at = 0
        while at < len(rows):
            stop = at + 1
            while rows[at] >= 0 and stop < len(rows) and rows[stop] == rows[at]:
                stop += 1
            is_whole = runs[rows[at]] == 1 and self._has_cells(rows[at])
            if is_whole and self._is_data(homes[at:stop], texts[at:stop]):
                yield slice(at, stop), True
            else:
                yield from ((slice(n, n + 1), False) for n in range(at, stop))
            at = stop

    def _has_cells(self, row: int) -> bool:
        """Tell whether a row has a cell that is not its first place."""
        cells = self.cells_of.get(row, ())
        return any(cell != _TAKEN for cell in cells[1:])

    def _is_data(self, homes: Sequence[int], texts: Sequence[str]) -> bool:
        sizes: Counter[int] = Counter()
        for home, text in zip(homes, texts, strict=True):
            sizes[self.cells[home]] += len(text)
        is_row = len(sizes) == len(homes) or (
            len(sizes) > 1
            and self._rows_beside[self._parents[self.rows[homes[0]]]] > 1
            and all(map(self._is_paragraph, homes))
        )
        listings = [self._tags[home] == "pre" for home in homes]
        return (
            is_row
            and not all(listings)
            and not any("\n" in text for text in compress(texts, listings))
            and max(sizes.values()) <= LONGEST_CELL
        )

    def _is_paragraph(self, home: int) -> bool:
        """Tell whether a block is a paragraph of a cell, and of nothing else in it."""
        cell = self.cells[home]
        return home == cell or (self._tags[home] == "p" and self._parents[home] == cell)

    def numbers_lines(self, home: int, text: str, following: int) -> bool:
        """Tell whether a text counts the lines of the listing in the next cell of its row."""
        is_beside = self.rows[home] == self.rows[following] != -1
        if not (is_beside and self._tags[home] == self._tags[following] == "pre"):
            return False
        numbers = text.split()
        first = number_of(numbers[0])
        return first is not None and numbers == list(map(str, range(first, first + len(numbers))))

    def text(self, homes: Sequence[int], texts: Sequence[str]) -> str:
        """Return the text of the blocks of one row, its cells parted by tabs."""
        cells: defaultdict[int, list[str]] = defaultdict(list)
        for home, text in zip(homes, texts, strict=True):
            cells[self.cells[home]] += text.split()
        row = self.cells_of[self.rows[homes[0]]]
        return CELL_BREAK.join(" ".join(cells.get(cell, ())) for cell in row).rstrip(CELL_BREAK)
