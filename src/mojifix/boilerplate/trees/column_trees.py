"""Ensembles of decision trees that judge all blocks of a page at once.

A set of blocks is a number with a lane of sixteen bits for each block. A tree starts with the set of
all blocks; a split is an AND of the set with the blocks that answer its question with yes, and a
leaf adds its value, times the set, to a sum that again holds a lane for each block. Thousands of
splits cost a few milliseconds that way, for one block or for five hundred.

    >>> stump = ColumnTrees.from_dict(
    ...     {"step": 0.01, "start": 0, "columns": ["size"], "trees": [[0, 5, -200, 200]]}
    ... )
    >>> [round(logit, 2) for logit in stump.logits({"size": bytes([3, 9])})]
    [-2.0, 2.0]
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from operator import add, and_, itemgetter, mul, xor
from typing import Any, Final

_LANE_BYTES: Final = 2
LANE_VALUES: Final = 1 << 8 * _LANE_BYTES
# Blocks judged together. Numbers of twice as many bytes take twice as long; that of few costs most.
BATCH: Final = 1_024
# The bit of a lane that says whether the block is in a set: the ninth, where sums of two bytes carry
# to, so that they answer without being shifted.
_CARRY: Final = 8
_COMPLEMENT: Final = bytes(range(255, -1, -1))

_Node = int | list[Any]
_Picker = Callable[[Sequence[int]], Sequence[int]]


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
        self._questions: dict[tuple[int, int], int] = {}
        self._start = start + sum(map(_last_leaf, trees))
        self._levels: list[_Level] = []
        nodes = [tree for tree in trees if not isinstance(tree, int)]
        while nodes:
            level = _Level(nodes, self._questions)
            self._levels.append(level)
            nodes = level.inner
        self._cuts = sorted({cut for _, cut in self._questions})
        self._columns_asked = _picker([column for column, _ in self._questions])
        self._cuts_asked = _picker([self._cuts.index(cut) for _, cut in self._questions])
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
        ones = int.from_bytes(b"\1\0" * count, "little")
        everything = ones << _CARRY
        answers = self._answers(columns, ones)
        total = (self._start - self._lowest) * everything
        members = [everything] * len(self._levels[0].values) if self._levels else []
        for level in self._levels:
            yes = list(map(and_, members, level.questions(answers)))
            # On most pages four of ten sets are empty; to add nothing takes as long as to add a set.
            total += sum(filter(None, map(mul, yes, level.values)))
            above = level.above
            members = [*level.below(yes), *map(xor, above(members), above(yes))]
        lanes = (total >> _CARRY).to_bytes(_LANE_BYTES * count, "little")
        step, lowest = self._step, self._lowest
        return [step * (value + lowest) for value in struct.unpack(f"<{count}H", lanes)]

    def _answers(self, columns: Sequence[bytes], ones: int) -> list[int]:
        """Answer the questions in order: whether the byte of the column is at most the cut."""
        # A lane holds 255 less the byte: with the cut and one more added, its carry is the answer.
        # All columns are written into lanes at once, which is quicker than one by one.
        values = b"".join(columns).translate(_COMPLEMENT)
        lanes = bytearray(_LANE_BYTES * len(values))
        lanes[::_LANE_BYTES] = values
        width = _LANE_BYTES * len(columns[0])
        below = [
            int.from_bytes(lanes[at : at + width], "little") for at in range(0, len(lanes), width)
        ]
        cuts = [(cut + 1) * ones for cut in self._cuts]
        return list(map(add, self._columns_asked(below), self._cuts_asked(cuts)))


class _Level:
    """The splits at one depth of all trees.

    Attributes:
        questions: picks the answer for each split.
        values: what the last leaf of its first side has more than that of its second side.
        below, above: pick the splits whose first and second side is split further.
        inner: the nodes of those sides, in this order.
    """

    def __init__(self, nodes: Sequence[list[Any]], questions: dict[tuple[int, int], int]) -> None:
        self.questions = _picker(
            [questions.setdefault((column, cut), len(questions)) for column, cut, _, _ in nodes]
        )
        self.values = [_last_leaf(below) - _last_leaf(above) for _, _, below, above in nodes]
        below = [n for n, node in enumerate(nodes) if not isinstance(node[2], int)]
        above = [n for n, node in enumerate(nodes) if not isinstance(node[3], int)]
        self.below, self.above = _picker(below), _picker(above)
        self.inner = [nodes[n][2] for n in below] + [nodes[n][3] for n in above]


def _picker(places: Sequence[int]) -> _Picker:
    """Return what picks the items at some places of a list, in the order of the places."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda items: [items[place] for place in places]


def _last_leaf(node: _Node) -> int:
    """Return the leaf of the blocks that answer no question of a node with yes."""
    while not isinstance(node, int):
        node = node[3]
    return node


def _lowest(node: _Node) -> int:
    return node if isinstance(node, int) else min(_lowest(node[2]), _lowest(node[3]))


def _highest(node: _Node) -> int:
    return node if isinstance(node, int) else max(_highest(node[2]), _highest(node[3]))
