"""Ensembles of decision trees that judge all blocks of a page at once.

A set of blocks is a number with a byte for each block. A tree starts with the set of all blocks; a
split is an AND of the set with the blocks that answer its question with yes, and what no block comes
to is passed over. What the leaves of a split add is written with two digits: the sets of all splits
with the same digit are added up, which is quicker than to multiply each, and their sum is multiplied.
Thousands of splits cost a few milliseconds that way, for one block or for five hundred.

    >>> stump = ColumnTrees.from_dict(
    ...     {"step": 0.01, "start": 0, "columns": ["size"], "trees": [[0, 5, -200, 200]]}
    ... )
    >>> [round(logit, 2) for logit in stump.logits({"size": bytes([3, 9])})]
    [-2.0, 2.0]
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from mojifix.boilerplate.trees.columns import HIGHEST

LANE_VALUES: Final = 1 << 16  # of the sum of a block
# Blocks judged together. Numbers of twice as many bytes take twice as long; that of few costs most.
BATCH: Final = 1_024
# The bit of a byte that says whether the block is in a set: the last, which a comparison sets.
_MEMBER: Final = 7
_MOST_CUTS: Final = (1 << _MEMBER) - 1  # of a column that are told apart in one byte
_MOST_SETS: Final = 255  # that are added up in bytes
_DIGIT: Final = 5  # bits of the lower digit of a value

_Node = int | list[Any]
# The number of its question, those of the sums that it adds to, its splits on the side of yes and no.
_Split = tuple[int, int, int, Any, Any]


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
        self._start = start + sum(map(_last_leaf, trees))
        sums = _Sums()
        questions: dict[tuple[int, int], int] = {}
        splits = [_split(tree, questions, sums) for tree in trees]
        self._trees = list(filter(None, splits))
        self._weights = sums.weights
        self._scales, self._questions = _scaled(list(questions))
        self._lowest = start + sum(map(_lowest, trees))
        highest = start + sum(map(_highest, trees))
        if highest - self._lowest >= LANE_VALUES:
            raise ValueError(
                f"the leaves add up to {highest - self._lowest} steps, more than a lane holds; "
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
        count = len(columns[0])
        ones = int.from_bytes(b"\1" * count, "little")
        everything = ones << _MEMBER
        answers = self._answers(columns, ones)
        sums = [0] * len(self._weights)
        waiting = [(tree, everything) for tree in self._trees]
        while waiting:
            (question, low, high, below, above), members = waiting.pop()
            yes = members & answers[question]
            if yes:
                sums[low] += yes
                sums[high] += yes
                if below is not None:
                    waiting.append((below, yes))
                if above is not None and yes != members:
                    waiting.append((above, members ^ yes))
            elif above is not None:
                waiting.append((above, members))
        # Values have lanes of two bytes: the blocks at even places in one number, the others in one.
        even = int.from_bytes(b"\xff\0" * (count + 1 >> 1), "little") << _MEMBER
        rest = self._start - self._lowest
        totals = [rest * (everything & even), rest * (everything & ~even)]
        for held, weight in zip(sums, self._weights, strict=True):
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

    def _answers(self, columns: Sequence[bytes], ones: int) -> list[int]:
        """Answer the questions in order: whether the byte of the column is at most the cut."""
        # A byte holds 127 less its rank among the cuts: with that of the cut and one more added, its
        # last bit is the answer.
        ranks = [
            int.from_bytes(columns[number].translate(table), "little")
            for number, table in self._scales
        ]
        cuts = [rank * ones for rank in range(_MOST_CUTS + 1)]
        return [ranks[scale] + cuts[rank] for scale, rank in self._questions]


class _Sums:
    """The sums that splits add to: one for each lower and each higher digit that a value may have.

    A sum whose bytes might overflow is followed by another one with the same weight.

    Attributes:
        weights: what a set in each sum counts for.
    """

    def __init__(self) -> None:
        self.weights: list[int] = []
        self._open: dict[int, int] = {}
        self._sets: list[int] = []

    def of(self, weight: int) -> int:
        """Return the number of the sum that a set of this weight goes to."""
        number = self._open.get(weight)
        if number is None or self._sets[number] == _MOST_SETS:
            number = self._open[weight] = len(self.weights)
            self.weights.append(weight)
            self._sets.append(0)
        self._sets[number] += 1
        return number


def _split(node: _Node, questions: dict[tuple[int, int], int], sums: _Sums) -> _Split | None:
    """Return a node as a split, None for a leaf; number its question and its sums."""
    if isinstance(node, int):
        return None
    column, cut, below, above = node
    # What the last leaf of the first side has more than that of the second side.
    value = _last_leaf(below) - _last_leaf(above)
    high = value >> _DIGIT << _DIGIT
    return (
        questions.setdefault((column, cut), len(questions)), sums.of(value - high), sums.of(high),
        _split(below, questions, sums), _split(above, questions, sums),
    )  # fmt: skip


def _scaled(
    questions: Sequence[tuple[int, int]],
) -> tuple[list[tuple[int, bytes]], list[tuple[int, int]]]:
    """Turn the cut of each question into its rank among those of its column.

    Returns:
        Columns, with the table that turns their bytes into 127 less the rank among so many cuts;
        for each question the number of such a column and the rank of its cut, from 1 on.
    """
    cuts: defaultdict[int, list[int]] = defaultdict(list)
    for column, cut in sorted(questions):
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
    return scales, [found[question] for question in questions]


def _last_leaf(node: _Node) -> int:
    """Return the leaf of the blocks that answer no question of a node with yes."""
    while not isinstance(node, int):
        node = node[3]
    return node


def _lowest(node: _Node) -> int:
    return node if isinstance(node, int) else min(_lowest(node[2]), _lowest(node[3]))


def _highest(node: _Node) -> int:
    return node if isinstance(node, int) else max(_highest(node[2]), _highest(node[3]))
