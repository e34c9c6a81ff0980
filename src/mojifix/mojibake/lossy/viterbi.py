"""Viterbi's algorithm: the cheapest way through nodes, each step of which is a symbol.

Of a language only pairs of symbols are known, so that two ways to a node that end in the same symbol
go on alike, and only the cheaper is kept; of all others, those that may still win.

>>> ways = Ways[str](2, 0, bytes(65536))
>>> ways.go_on(ways.likely(0), 0, 1, ((7, 5), (8, 3)), "x")
>>> [(way.units, way.symbol, way.what) for way in ways.to_end(0)]
[(3, 8, 'x')]
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Generic, NamedTuple, TypeVar

What = TypeVar("What")

# Ways that are gone on from; with 12, five texts of the development sample's lossy ones read
# otherwise, and none of them is right either way.
_BEAM: Final = 8
_APART_UNITS: Final = 255  # what two ways can differ in with the next symbol, at most
_NEVER: Final = 1 << 30


class Way(NamedTuple, Generic[What]):
    """A way to a node.

    Attributes:
        units: what it costs.
        symbol: the last of its symbols.
        start, end: the nodes in front of that symbol and behind it.
        what: what the symbol stands for, None for what stands in the text.
        before: the way to ``start``, None where nothing stands before it.
    """

    units: int
    symbol: int
    start: int
    end: int
    what: What | None
    before: Way[What] | None


class Ways(Generic[What]):
    """The cheapest ways to each node, one per symbol that they end in.

    Args:
        size: the number of nodes.
        first: the symbol in front of the first node.
        table: the cost of symbol ``b`` after symbol ``a`` at ``a | b << 8``, in units.
    """

    def __init__(self, size: int, first: int, table: bytes) -> None:
        self._table = table
        self._ends: list[dict[int, Way[What]]] = [{} for _ in range(size)]
        self._ends[0][first] = Way(0, first, 0, 0, None, None)
        self._least = [_NEVER] * size  # that a way to the node costs

    def likely(self, node: int) -> list[Way[What]]:
        """Return the ways to a node that the cheapest may go on from, the cheapest of them first."""
        here = self._ends[node]
        if len(here) < 2:
            return list(here.values())
        ways = sorted(here.values(), key=_units)[:_BEAM]
        most = ways[0].units + _APART_UNITS
        while ways[-1].units > most:
            ways.pop()
        return ways

    def may_win(self, units: int, end: int) -> bool:
        """Tell whether a way to a node that costs so much may be part of the cheapest."""
        return units <= self._least[end] + _APART_UNITS

    def go_on(
        self,
        ways: list[Way[What]],
        node: int,
        end: int,
        symbols: Iterable[tuple[int, int]],
        what: What | None,
    ) -> None:
        """Go on from some ways to a node with each of some symbols.

        Args:
            ways: to go on from, the cheapest first.
            node: where they end.
            end: the node behind the symbols.
            symbols: each with its price, in units, beside that of the pair.
            what: what they stand for.
        """
        table, ends, least = self._table, self._ends[end], self._least[end]
        first, *others = [(way[0], way[1], way) for way in ways]
        base, last, _ = first
        for symbol, price in symbols:
            column = symbol << 8
            best = first[2]
            units = base + table[column | last]
            for so_far, before, way in others:
                if so_far >= units:
                    break
                total = so_far + table[column | before]
                if total < units:
                    best, units = way, total
            units += price
            if units <= least + _APART_UNITS:
                known = ends.get(symbol)
                if known is None or units < known[0]:
                    ends[symbol] = Way(units, symbol, node, end, what, best)
                    if units < least:
                        least = units
        self._least[end] = least

    def go_along(
        self, ways: list[Way[What]], node: int, end: int, symbols: tuple[int, int], rest: int
    ) -> None:
        """Go on from some ways to a node with a run of symbols, which nothing else leads into.

        Args:
            ways: to go on from, the cheapest first.
            node: where they end.
            end: the node behind the run.
            symbols: the first of the run and the last.
            rest: what the run costs behind its first symbol, in units.
        """
        column = symbols[0] << 8
        best = min(ways, key=lambda way: way.units + self._table[column | way.symbol])
        units = best.units + self._table[column | best.symbol] + rest
        self.jump(Way(units, symbols[1], node, end, None, best))

    def jump(self, way: Way[What]) -> None:
        """Keep a way, however its last symbol follows the one before, if it is the cheapest so far."""
        ends = self._ends[way.end]
        known = ends.get(way.symbol)
        if self.may_win(way.units, way.end) and (known is None or way.units < known.units):
            ends[way.symbol] = way
            self._least[way.end] = min(self._least[way.end], way.units)

    def to_end(self, after: int) -> list[Way[What]]:
        """Return the steps of the cheapest way to the last node, given the symbol behind it."""
        column = after << 8
        way = min(
            self._ends[-1].values(), key=lambda way: way.units + self._table[column | way.symbol]
        )
        steps = []
        while way.before is not None:
            steps.append(way)
            way = way.before
        return steps[::-1]


def _units(way: Way[What]) -> int:
    return way.units
