"""Ensembles of decision trees that judge all blocks of a page at once.

A set of blocks is a number with a byte for each block. A tree starts with the set of all blocks; a
split is an AND of the set with the blocks that answer its question with yes, and what no block comes
to is passed over. What a leaf has more than the lowest of its tree is written with two digits: the sets
of all leaves with the same digit are added up, which is quicker than to multiply each, and their sum
is multiplied. Thousands of splits cost a few milliseconds that way, for one block or for five hundred.

    >>> stump = ColumnTrees.from_dict(
    ...     {"step": 0.01, "start": 0, "columns": ["size"], "trees": [[0, 5, -200, 200]]}
    ... )
    >>> [round(logit, 2) for logit in stump.logits({"size": bytes([3, 9])})]
    [-2.0, 2.0]
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from mojifix.boilerplate.trees.columns import HIGHEST

LANE_VALUES: Final = 1 << 16  # of the sum of a block
# Blocks judged together. Numbers of twice as many bytes take twice as long; that of few costs most.
BATCH: Final = 1_024
# The bit of a byte that says whether the block is in a set: the last, which a comparison sets.
_MEMBER: Final = 7
_MOST_CUTS: Final = (1 << _MEMBER) - 1  # of a column that are told apart in one byte
_DIGIT: Final = 5  # bits of the lower digit of a value
# A block is in one leaf of a tree, whose digits may be the same: of so many trees a byte holds the sum.
_TREES_OF_SUM: Final = 127

# The first sum is none: a leaf whose higher digit is 0 adds to one sum alone.
_NO_SUM: Final = (-1, 0)

_Node = int | list[Any]
# What a split asks: the number of a scale, and a rank on it. Then for yes and for no: the next split,
# None for a leaf, and the numbers of the two sums that the leaf adds to.
_Split = tuple[int, int, Any, int, int, Any, int, int]


class ColumnTrees:
    """Trees whose leaves add up to the logarithm of odds.

    A node is a leaf, its value in steps, or a list of a column's number, a cut, and two nodes: the
    first for the blocks whose byte is at most the cut, the second for the others.
    """

    def __init__(
        self, step: float, start: int, trees: Sequence[_Node], names: Sequence[str]
    ) -> None:
        self._step = step
        self._names = tuple(names)
        self._scales, ranks = _scaled(trees)
        self._cuts = max([rank for _, rank in ranks.values()], default=0)
        sums = {_NO_SUM: 0}
        self._trees = [
            _split(tree, ranks, sums, (number // _TREES_OF_SUM, _lowest(tree)))
            for number, tree in enumerate(trees)
            if not isinstance(tree, int)
        ]
        self._weights = [weight for _, weight in sums]
        self._lowest = start + sum(map(_lowest, trees))
        reach = start + sum(map(_highest, trees)) - self._lowest
        if reach >= LANE_VALUES:
            raise ValueError(
                f"the leaves add up to {reach} steps, more than a lane holds; "
                "train with a coarser step"
            )

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> ColumnTrees:
        """Read trees from their JSON form: step, start, names of the columns, trees."""
        return cls(values["step"], values["start"], values["trees"], values["columns"])

    def logits(self, columns: Mapping[str, bytes]) -> list[float]:
        """Return the logarithm of the odds of each block.

        Args:
            columns: a byte for each block, by the column's name.
        """
        used = [columns[name] for name in self._names]
        count = len(used[0]) if used else 0
        found: list[float] = []
        for start in range(0, count, BATCH):
            batch = [column[start : start + BATCH] for column in used] if count > BATCH else used
            found += self._batch(batch)
        return found

    def _batch(self, columns: Sequence[bytes]) -> list[float]:
        """Return the logarithm of the odds of so many blocks that numbers are not too long."""
        count = len(columns[0])
        # Values have lanes of two bytes: the blocks at even places in one number, the others in one.
        even = int.from_bytes(b"\xff\0" * (count + 1 >> 1), "little") << _MEMBER
        totals = [0, 0]
        for held, weight in zip(self._sums(columns), self._weights, strict=True):
            if held and weight:
                of_even = held & even
                totals[0] += weight * of_even
                totals[1] += weight * (held ^ of_even)
        found = [0] * count
        for first, total in enumerate(totals):
            lanes = count + 1 - first >> 1
            packed = (total >> 8 * first + _MEMBER).to_bytes(2 * lanes, "little")
            found[first::2] = struct.unpack(f"<{lanes}H", packed)
        step, lowest = self._step, self._lowest
        return [step * (value + lowest) for value in found]

    def _sums(self, columns: Sequence[bytes]) -> list[int]:
        """Return for each digit of leaves how many leaves with it each block comes to."""
        ones = int.from_bytes(b"\1" * len(columns[0]), "little")
        everything = ones << _MEMBER
        # A byte holds 127 less its rank among the cuts: with that of the cut and one more added, its
        # last bit says whether it is at most the cut.
        ranks = [
            int.from_bytes(columns[number].translate(table), "little")
            for number, table in self._scales
        ]
        cuts = [rank * ones for rank in range(self._cuts + 1)]
        sums = [0] * len(self._weights)
        waiting = [(tree, everything) for tree in self._trees]
        while waiting:
            (scale, rank, below, low, high, above, low_above, high_above), members = waiting.pop()
            yes = members & ranks[scale] + cuts[rank]
            if yes:
                if below is not None:
                    waiting.append((below, yes))
                else:
                    sums[low] += yes
                    if high:
                        sums[high] += yes
                if yes == members:
                    continue
                members ^= yes
            if above is not None:
                waiting.append((above, members))
            else:
                sums[low_above] += members
                if high_above:
                    sums[high_above] += members
        return sums


def _split(
    node: list[Any],
    ranks: Mapping[tuple[int, int], tuple[int, int]],
    sums: dict[tuple[int, int], int],
    tree: tuple[int, int],
) -> _Split:
    """Return a node as a split, and number the sums that its leaves add to.

    Args:
        node: the node.
        ranks: the scale and the rank of each column and cut.
        sums: their numbers, by a group of trees and a digit.
        tree: the group of trees that it is in, and its lowest leaf.
    """
    column, cut, below, above = node
    return (
        *ranks[column, cut],
        *_side(below, ranks, sums, tree),
        *_side(above, ranks, sums, tree),
    )


def _side(
    node: _Node,
    ranks: Mapping[tuple[int, int], tuple[int, int]],
    sums: dict[tuple[int, int], int],
    tree: tuple[int, int],
) -> tuple[_Split | None, int, int]:
    """Return what stands on one side of a split: another one, or the sums of a leaf."""
    if not isinstance(node, int):
        return _split(node, ranks, sums, tree), 0, 0
    group, lowest = tree
    value = node - lowest
    high = value >> _DIGIT << _DIGIT
    low_sum = sums.setdefault((group, value - high), len(sums))
    return None, low_sum, sums.setdefault((group, high), len(sums)) if high else 0


def _scaled(
    trees: Iterable[_Node],
) -> tuple[list[tuple[int, bytes]], dict[tuple[int, int], tuple[int, int]]]:
    """Turn the cuts of trees into their ranks among those of their column.

    Returns:
        Columns, with the table that turns their bytes into 127 less the rank among so many cuts;
        for each column and cut the number of such a scale and the rank of the cut, from 1 on.
    """
    cuts: defaultdict[int, list[int]] = defaultdict(list)
    for column, cut in sorted(_questions(trees)):
        cuts[column].append(cut)
    scales: list[tuple[int, bytes]] = []
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for column, all_cuts in cuts.items():
        for at in range(0, len(all_cuts), _MOST_CUTS):
            some = all_cuts[at : at + _MOST_CUTS]
            found |= {(column, cut): (len(scales), n) for n, cut in enumerate(some, 1)}
            edges = enumerate(pairwise((-1, *some, HIGHEST)))
            table = b"".join(bytes([_MOST_CUTS - n]) * (high - low) for n, (low, high) in edges)
            scales.append((column, table))
    return scales, found


def _questions(trees: Iterable[_Node]) -> set[tuple[int, int]]:
    found = set()
    waiting = list(trees)
    while waiting:
        node = waiting.pop()
        if not isinstance(node, int):
            column, cut, *sides = node
            found.add((column, cut))
            waiting += sides
    return found


def _lowest(node: _Node) -> int:
    return node if isinstance(node, int) else min(_lowest(node[2]), _lowest(node[3]))


def _highest(node: _Node) -> int:
    return node if isinstance(node, int) else max(_highest(node[2]), _highest(node[3]))
