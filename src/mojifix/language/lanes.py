"""What pairs of symbols cost in many tables at once.

Scoring a text in every language of its script would take a pass over it for each; instead, the
costs of one pair of neighboring symbols in all tables are kept side by side in one large integer,
16 bits each, so that adding the integers of all pairs adds up all tables in one go.

>>> first, second = bytes([1]) * 65_536, bytes([2]) * 65_536
>>> Lanes([(bytes(range(256)), (first, second))]).total([0x0102, 0x0203, 0x0304])
(3, 6)
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Sequence
from operator import add
from typing import Final

# A table of costs and the symbols that stand for the two bytes of a pair in it.
Column = tuple[bytes, tuple[bytes, ...]]

# Pairs: as many costs of 255 as fit into 16 bits beside an addend of up to 4,000.
_BATCH: Final = 240
_MEMO_LIMIT: Final = 16_384  # pairs remembered, at two bytes a table and some 100 more
_ORDER: Final = "little" if struct.pack("=H", 1) == b"\1\0" else "big"


class Lanes(dict[int, int]):
    """From a pair, ``a | b << 8``, to its costs in all tables, side by side.

    Args:
        columns: per alphabet, the symbol of each of 256 bytes and the tables over these symbols.
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._count = sum(len(tables) for _, tables in columns)

    def __missing__(self, code: int) -> int:
        first, second = code & 0xFF, code >> 8
        costs: list[int] = []
        for symbols, tables in self._columns:
            cell = symbols[first] | symbols[second] << 8
            costs += [table[cell] for table in tables]
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        self[code] = packed = pack(costs)
        return packed

    def total(self, codes: Sequence[int], start: int = 0) -> Sequence[int]:
        """Return the sum of the costs of pairs in each table.

        Args:
            codes: the pairs, as ``mojifix.language.score.pair_codes`` returns them.
            start: addends, one a table, of at most 4,000, as ``pack`` returns them.
        """
        totals: Sequence[int] = ()
        for place in range(0, max(1, len(codes)), _BATCH):
            packed = sum(map(self.__getitem__, codes[place : place + _BATCH]), start)
            costs = struct.unpack(f"={self._count}H", packed.to_bytes(2 * self._count, _ORDER))
            totals = list(map(add, totals, costs)) if totals else costs
            start = 0
        return totals


def pack(addends: Sequence[int]) -> int:
    """Return numbers below 65,536 side by side."""
    return int.from_bytes(array("H", addends).tobytes(), _ORDER)
