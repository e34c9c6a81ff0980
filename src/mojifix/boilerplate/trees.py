"""Ensembles of decision trees, many rows at a time in plain Python.

A row is one byte in a column of bytes, and a tree is asked of all rows at once. As in QuickScorer
(Lucchese et al., "QuickScorer: a fast algorithm to rank documents with additive ensembles of
regression trees", SIGIR 2015) the leaves of a tree are bits, each feature rules some of them out,
and the bits that are left after all features were asked name the leaf. A feature's answer is a
``bytes.translate`` of its column, leaving out is one ``&`` of two long integers, so that the work
for each row is done in C.

>>> stump = Trees.from_dict(
...     {"features": [[0]], "cuts": [[0.5]], "below": [[-1]], "above": [[-2]], "leaves": [[-2, 2]]}
... )
>>> [round(p, 3) for p in stump.probabilities([[1.0], [0.5]])]
[0.881, 0.119]
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import exp
from typing import Any, Final

# Leaves in one byte of a mask, and cuts that one byte of a column tells apart.
_LEAVES: Final = 8
_CUTS: Final = 255
# Leaves are added up as whole numbers of this size; the model files round to it.
RESOLUTION: Final = 1e-4
# Rows at a time: the columns of one batch stay in the processor's cache.
_BATCH: Final = 4096
# With this many values to a distinct one, looking codes up is quicker than searching for them.
_REPEATED: Final = 3
# Numbers of two bytes are added in place; more trees than this would overflow them.
_MOST_PARTS: Final = 257


@dataclass(frozen=True, slots=True)
class _Column:
    """Some cuts of one feature; a value's code is the number of them that are below it."""

    feature: int
    cuts: tuple[float, ...]

    def codes(self, values: Sequence[float]) -> bytes:
        distinct = set(values)
        if len(distinct) * _REPEATED > len(values):
            return bytes(map(partial(bisect_left, self.cuts), values))
        code_of = {value: bisect_left(self.cuts, value) for value in distinct}
        return bytes(map(code_of.__getitem__, values))


@dataclass(frozen=True, slots=True)
class _Part:
    """Up to eight leaves of a tree.

    Attributes:
        columns: number of each column that rules leaves out, with the leaves that are left for
            each code, as a table for ``bytes.translate``.
        planes: the leaf's value by its bit, one table for each byte of the value.
    """

    columns: tuple[tuple[int, bytes], ...]
    planes: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class _Tree:
    """A tree as the model files write it; see ``Trees.from_dict``."""

    features: Sequence[int]
    cuts: Sequence[float]
    below: Sequence[int]
    above: Sequence[int]
    leaves: Sequence[float]

    def sides(self) -> list[tuple[int, int]]:
        """Give for each split the leaves below and above it, as bits; children come after it."""
        sides = [(0, 0)] * len(self.features)

        def leaves(child: int) -> int:
            return 1 << (-1 - child) if child < 0 else sides[child][0] | sides[child][1]

        for node in reversed(range(len(sides))):
            sides[node] = leaves(self.below[node]), leaves(self.above[node])
        return sides


class Trees:
    """Trees whose leaves add up to the logarithm of odds."""

    __slots__ = ("_base", "_columns", "_parts")

    def __init__(self, columns: tuple[_Column, ...], parts: tuple[_Part, ...], base: float) -> None:
        self._columns = columns
        self._parts = parts
        self._base = base

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Trees:
        """Read trees from lists of lists, one entry for each tree.

        Args:
            values: ``features``, ``cuts``, ``below``, ``above`` and ``leaves``. A node is a
                number: from 0 up it is a split, from -1 down a leaf (-1 the first). Splits of
                tree t ask whether ``row[features[t][node]] <= cuts[t][node]`` and go on to
                ``below[t][node]`` or ``above[t][node]``.
        """
        columns = tuple(_columns(values["features"], values["cuts"]))
        spread = max(max(leaves) - min(leaves) for leaves in values["leaves"])
        planes = max((round(spread / RESOLUTION).bit_length() + 7) // 8, 1)
        parts: list[_Part] = []
        for tree in zip(
            *(values[name] for name in ("features", "cuts", "below", "above", "leaves")),
            strict=True,
        ):
            parts += _parts(_Tree(*tree), columns, planes)
        return cls(columns, tuple(parts), sum(min(leaves) for leaves in values["leaves"]))

    def probability(self, row: Sequence[float]) -> float:
        """Return the probability, 0..1, for one row of features."""
        return self.probabilities([row])[0]

    def probabilities(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Return the probability, 0..1, for each row of features."""
        return self.of_columns(list(zip(*rows, strict=True))) if rows else []

    def of_columns(self, columns: Sequence[Sequence[float]]) -> list[float]:
        """Return the probability, 0..1, for each row, given the values feature by feature."""
        codes = [column.codes(columns[column.feature]) for column in self._columns]
        size = len(columns[0])
        found: list[float] = []
        for start in range(0, size, _BATCH):
            batch = [code[start : start + _BATCH] for code in codes]
            found += [
                1.0 / (1.0 + exp(-total)) if total > -700.0 else 0.0
                for total in self._totals(batch, min(_BATCH, size - start))
            ]
        return found

    def _totals(self, codes: Sequence[bytes], size: int) -> list[float]:
        rows = size
        size += size % 2
        codes = [code.ljust(size, b"\0") for code in codes]
        totals = [self._base] * rows
        for first in range(0, len(self._parts), _MOST_PARTS):
            for power, sums in enumerate(
                _sums(self._parts[first : first + _MOST_PARTS], codes, size)
            ):
                weight = RESOLUTION * 256**power
                totals = [total + weight * sum_ for total, sum_ in zip(totals, sums, strict=False)]
        return totals


def _sums(parts: Sequence[_Part], codes: Sequence[bytes], size: int) -> Iterator[list[int]]:
    """Give, for each byte of the leaves' values, the sum over trees for each row."""
    from_bytes = int.from_bytes
    every_other = from_bytes(b"\xff\0" * (size // 2), "little")
    # Rows in even and odd places are added apart, so that each has two bytes to grow in.
    even = [0] * len(parts[0].planes)
    odd = even.copy()
    for part in parts:
        left = -1
        for column, table in part.columns:
            left &= from_bytes(codes[column].translate(table), "little")
        bits = left.to_bytes(size, "little") if part.columns else b"\1" * size
        for power, plane in enumerate(part.planes):
            number = from_bytes(bits.translate(plane), "little")
            even[power] += number & every_other
            odd[power] += (number >> 8) & every_other
    for in_even, in_odd in zip(even, odd, strict=True):
        sums = [0] * size
        sums[0::2] = _two_byte_numbers(in_even, size)
        sums[1::2] = _two_byte_numbers(in_odd, size)
        yield sums


def _two_byte_numbers(number: int, size: int) -> list[int]:
    numbers = array("H", number.to_bytes(size, "little"))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tolist()


def _columns(features: Sequence[Sequence[int]], cuts: Sequence[Sequence[float]]) -> list[_Column]:
    """Sort the cuts of each feature over all trees."""
    of_feature: dict[int, set[float]] = {}
    for tree_features, tree_cuts in zip(features, cuts, strict=True):
        for feature, cut in zip(tree_features, tree_cuts, strict=True):
            of_feature.setdefault(feature, set()).add(cut)
    return [
        _Column(feature, tuple(ordered[start : start + _CUTS]))
        for feature, found in sorted(of_feature.items())
        for ordered in [sorted(found)]
        for start in range(0, len(ordered), _CUTS)
    ]


def _parts(tree: _Tree, columns: Sequence[_Column], planes: int) -> Iterator[_Part]:
    """Cut a tree into parts of up to eight leaves."""
    lowest = min(tree.leaves)
    sides = tree.sides()
    places = {
        (column.feature, cut): (number, code)
        for number, column in enumerate(columns)
        for code, cut in enumerate(column.cuts)
    }
    for first in range(0, len(tree.leaves), _LEAVES):
        within = range(first, min(first + _LEAVES, len(tree.leaves)))
        everything = (1 << len(within)) - 1
        # For each column the leaves left, by code.
        left: dict[int, list[int]] = {}
        for feature, cut, (below, above) in zip(tree.features, tree.cuts, sides, strict=True):
            if not (below | above) >> first & everything:
                continue
            number, code = places[feature, cut]
            masks = left.setdefault(number, [everything] * 256)
            without_above = everything & ~(above >> first)
            without_below = everything & ~(below >> first)
            for i in range(256):
                masks[i] &= without_above if i <= code else without_below
        values = [round((tree.leaves[leaf] - lowest) / RESOLUTION) for leaf in within]
        yield _Part(
            columns=tuple((number, bytes(masks)) for number, masks in sorted(left.items())),
            planes=tuple(_plane(values, power) for power in range(planes)),
        )


def _plane(values: Sequence[int], power: int) -> bytes:
    """Write one byte of the leaves' values where each leaf's bit finds it."""
    table = bytearray(256)
    for bit, value in enumerate(values):
        table[1 << bit] = value >> (8 * power) & 255
    return bytes(table)
