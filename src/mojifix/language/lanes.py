"""What pairs of symbols cost in many tables at once.

Scoring a text in every language of its script would take a pass over it for each; instead, the
costs of one pair of neighboring symbols in all tables are kept side by side in one large integer,
16 bits each, so that adding the integers of all pairs adds up all tables in one go.

>>> first, second = bytes([1]) * 65_536, bytes([2]) * 65_536
>>> Lanes([(bytes(range(256)), (first, second))]).total([0x0102, 0x0203, 0x0304])
(3, 6)
"""

from __future__ import annotations

from abc import abstractmethod
from codecs import utf_16_le_encode
from collections.abc import Mapping, Sequence
from operator import add, itemgetter
from struct import Struct
from struct import pack as struct_pack
from typing import Final, Generic, TypeVar

# A table of costs and the symbols that stand for the two bytes of a pair in it.
Column = tuple[bytes, tuple[bytes, ...]]
Key = TypeVar("Key", int, str)

# Pairs: as many costs of 255 as fit into 16 bits beside an addend of up to 4,000.
_BATCH: Final = 240
_AT_ONCE: Final = 8_192  # pairs whose costs fit into the cache of a processor
_MEMO_LIMIT: Final = 16_384  # pairs remembered, at two bytes a table and some 100 more


class _SideBySide(dict[Key, int], Generic[Key]):
    """From a pair to its costs in some tables, side by side."""

    def __init__(self, count: int) -> None:
        self._size = 2 * count
        self._unpack = Struct(f"<{count}H").unpack
        self._each = pack([1] * count)
        self._highest = self._each << 15

    @abstractmethod
    def _costs(self, pair: Key) -> bytes:
        """Return what a pair costs in each table."""

    def __missing__(self, pair: Key) -> int:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        self[pair] = packed = int.from_bytes(widened(self._costs(pair)), "little")
        return packed

    def unpacked(self, packed: int) -> Sequence[int]:
        """Return the costs that stand side by side in one integer, one a table."""
        return self._unpack(packed.to_bytes(self._size, "little"))

    def lower(self, one: int, other: int) -> int:
        """Return the lower of two costs in each table, all below 32,768.

        >>> lanes = Lanes([(bytes(range(256)), (bytes(65_536),) * 2)])
        >>> lanes.lower(pack([7, 5]), pack([6, 9])) == pack([6, 5])
        True
        """
        is_other = (one | self._highest) - other & self._highest
        mask = is_other | is_other - (is_other >> 15)
        return one ^ (one ^ other) & mask

    def total(self, pairs: Sequence[Key], start: int = 0) -> Sequence[int]:
        """Return the sum of the costs of pairs in each table.

        Args:
            pairs: the pairs.
            start: addends, one a table, of at most 4,000, as ``pack`` returns them.
        """
        if len(pairs) <= _BATCH:
            return self.unpacked(sum(map(self.__getitem__, pairs), start))
        totals = self.total(pairs[:_BATCH], start)
        for place in range(_BATCH, len(pairs), _BATCH):
            totals = list(map(add, totals, self.total(pairs[place : place + _BATCH])))
        return totals


class Lanes(_SideBySide[int]):
    """From a pair of bytes, ``a | b << 8``, to its costs in all tables, side by side.

    Args:
        columns: per alphabet, the symbol of each of 256 bytes and the tables over these symbols.
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(sum(len(tables) for _, tables in columns))
        self._columns = columns

    def _costs(self, pair: int) -> bytes:
        first, second = pair & 0xFF, pair >> 8
        return b"".join(
            [
                bytes(map(itemgetter(symbols[first] | symbols[second] << 8), tables))
                for symbols, tables in self._columns
            ]
        )


class CharLanes(_SideBySide[str]):
    """From two neighboring characters to what they cost in all tables, side by side.

    Args:
        alphabets: for each, the symbol of any character and the tables over these symbols.
    """

    def __init__(self, alphabets: Sequence[tuple[Mapping[str, int], tuple[bytes, ...]]]) -> None:
        super().__init__(sum(len(tables) for _, tables in alphabets))
        # Text in many languages holds more pairs than are remembered, so those are at hand.
        self._alphabets = [
            (symbol_of, _by_pair(tables), len(tables)) for symbol_of, tables in alphabets
        ]

    def _costs(self, pair: str) -> bytes:
        first, second = pair[0], pair[1]
        costs = b""
        for symbol_of, by_pair, count in self._alphabets:
            start = (symbol_of[first] | symbol_of[second] << 8) * count
            costs += by_pair[start : start + count]
        return costs

    def total_of(self, text: str) -> Sequence[int]:
        """Return what the pairs of neighboring characters of a text cost in each table."""
        if len(text) <= _BATCH:
            return self.unpacked(self.packed(text))
        return self.total(list(map(add, text, text[1:])))

    def packed(self, text: str) -> int:
        """Return what the pairs of neighboring characters of a text, up to 257, cost, side by side."""
        return sum(map(self.__getitem__, map(add, text, text[1:])))


def widened(costs: bytes) -> bytes:
    """Return each byte as a number of 16 bits, at the speed of C.

    >>> widened(bytes([5, 255])).hex(" ")
    '05 00 ff 00'
    """
    return utf_16_le_encode(costs.decode("latin-1"))[0]


def _by_pair(tables: Sequence[bytes]) -> bytes:
    """Return the costs of the first pair in all tables, then those of the next."""
    parts = []
    for start in range(0, len(tables[0]), _AT_ONCE):
        costs = bytearray(len(tables) * _AT_ONCE)
        for number, table in enumerate(tables):
            costs[number :: len(tables)] = table[start : start + _AT_ONCE]
        parts.append(costs)
    return b"".join(parts)


def pack(addends: Sequence[int]) -> int:
    """Return numbers below 65,536 side by side."""
    return int.from_bytes(struct_pack(f"<{len(addends)}H", *addends), "little")
