"""Columns of small numbers: one feature of all blocks of a page, a byte for each block.

A byte is enough for a decision tree, and what is done to whole columns (a comparison, a shift by one
block, a look-up) runs at the speed of C.

    >>> list(logs([0, 1, 100, 10**9])), list(shares([1, 3], [4, 4]))
    ([0, 16, 107, 255], [63, 191])
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil
from operator import itemgetter, sub
from struct import iter_unpack
from typing import Final, TypeAlias, TypeVar

Column: TypeAlias = bytes
HIGHEST: Final = 255
Number = TypeVar("Number", int, float)
_STEPS: Final = 16  # for each doubling
# The first count whose logarithm rounds to each step, and with them the logarithms of all.
_EDGES: Final = [0, *(ceil(2 ** ((step - 0.5) / _STEPS) - 1) for step in range(1, HIGHEST + 1))]
_LOGS: Final = b"".join(
    [bytes([step]) * (after - first) for step, (first, after) in enumerate(pairwise(_EDGES))]
).ljust(1 << 16, bytes([HIGHEST]))
_FLAGS: Final = bytes.maketrans(b"01", b"\0\1")
_LAST_LOG: Final = len(_LOGS) - 1


def logs(values: Iterable[int]) -> Column:
    """Return the column of the logarithms of counts."""
    values = list(values)
    try:
        # The quickest look-up of many values there is; of one it returns no tuple.
        return bytes(itemgetter(*values, 0)(_LOGS)[:-1])
    except IndexError:  # a page has few counts that large, most pages none
        return bytes([_LOGS[n] if n < _LAST_LOG else HIGHEST for n in values])


def log_ramp(count: int) -> Column:
    """Return the column of the logarithms of 0, 1, 2, … and so on.

    >>> log_ramp(3) == logs(range(3))
    True
    """
    return _LOGS[:count].ljust(count, b"\xff")


def log(value: int) -> int:
    """Return the logarithm of a count as a byte."""
    return _LOGS[value] if value < _LAST_LOG else HIGHEST


def shares(parts: Iterable[float], wholes: Iterable[float]) -> Column:
    """Return the column of parts of wholes, 0..1 as 0..255; what is of nothing is 0."""
    found = zip(parts, wholes, strict=True)
    return counts(map(int, [HIGHEST * part / whole if whole else 0 for part, whole in found]))


def shares_of_counts(parts: Iterable[int], wholes: Iterable[int]) -> Column:
    """Return ``shares`` of counts, which is quicker.

    >>> shares_of_counts([1, 3, 5], [4, 0, 4]) == shares([1, 3, 5], [4, 0, 4])
    True
    """
    return bytes(
        [
            (HIGHEST * part // whole if part < whole else HIGHEST) if whole else 0
            for part, whole in zip(parts, wholes, strict=True)
        ]
    )


def shares_of_one(parts: Iterable[int], whole: int) -> Column:
    """Return the column of parts of one whole, 0..1 as 0..255; none is more than the whole.

    >>> list(shares_of_one([1, 3], 4)), list(shares_of_one([0, 0], 0))
    ([63, 191], [0, 0])
    """
    whole = whole or 1
    return bytes([HIGHEST * part // whole for part in parts])


def share(part: float, whole: float) -> int:
    """Return a part of a whole, 0..1 as 0..255; a text that was repaired may be shorter than a part."""
    if not whole:
        return 0
    return HIGHEST if part > whole else int(HIGHEST * part / whole)


def counts(values: Iterable[int]) -> Column:
    """Return the column of small counts as they are.

    >>> list(counts([-3, 2, 10**9]))
    [0, 2, 255]
    """
    values = list(values)
    try:
        return bytes(values)
    except ValueError:
        return bytes([0 if n < 0 else n if n < HIGHEST else HIGHEST for n in values])


def bits(masks: Sequence[int], width: int) -> list[Column]:
    """Return a column of 0 and 1 for each bit of the masks."""
    rows = {mask: f"{mask:0{width}b}".encode() for mask in set(masks)}
    flags = b"".join(map(rows.__getitem__, masks)).translate(_FLAGS)
    return [flags[bit::width] for bit in reversed(range(width))]


def rows_of(columns: Sequence[Column]) -> list[bytes]:
    """Return what the columns hold for each block, or whatever else they are of."""
    width = len(columns)
    rows = bytearray(width * len(columns[0]))
    for at, column in enumerate(columns):
        rows[at::width] = column
    return [row for (row,) in iter_unpack(f"{width}s", rows)]


def spread(rows: Sequence[bytes], indexes: Sequence[int]) -> list[Column]:
    """Return the columns of the blocks, given which row each of them has.

    >>> [list(column) for column in spread([b"\\1\\2", b"\\3\\4"], [1, 0, 1])]
    [[3, 1, 3], [4, 2, 4]]
    """
    width = len(rows[0])
    spread = b"".join([rows[index] for index in indexes])
    return [spread[at::width] for at in range(width)]


def shifted(column: Column, step: int, fill: int = 0) -> Column:
    """Return for each block the value ``step`` blocks after it, ``fill`` beyond the ends.

    >>> list(shifted(bytes([1, 2, 3]), 1)), list(shifted(bytes([1, 2, 3]), -2, 9))
    ([2, 3, 0], [9, 9, 1])
    """
    size = len(column)
    edge = bytes([fill]) * min(abs(step), size)
    return column[step:] + edge if step > 0 else edge + column[: max(0, size + step)]


def sums_around(sums: list[Number], left: int, right: int) -> list[Number]:
    """Return the sums over so many blocks to each side, from sums over all before a block.

    With -1 the block itself is left out as well.

    >>> sums_around([0, 1, 11, 111], 1, 0), sums_around([0, 1, 11, 111], 9, -1)
    ([1, 11, 110], [0, 1, 11])
    """
    count = len(sums) - 1
    high = (sums[right + 1 :] + sums[-1:] * count)[:count]
    low = (sums[:1] * min(left, count) + sums[max(0, -left) :])[:count]
    return list(map(sub, high, low))
