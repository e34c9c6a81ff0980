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
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

_LANE_BYTES: Final = 2
LANE_VALUES: Final = 1 << 8 * _LANE_BYTES
# Blocks judged together. Numbers of twice as many bytes take twice as long; that of few costs most.
BATCH: Final = 1_024
_NOWHERE: Final = -1

_Node = int | list[Any]


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
        self._splits: list[tuple[int, int, int, int, int]] = []
        self._sets = 1
        self._start = start
        for tree in trees:
            self._start += self._add(tree, 0)
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

    def _add(self, node: _Node, source: int) -> int:
        """Add a tree; return what its last leaf adds to every block of the set."""
        if isinstance(node, int):
            return node
        column, cut, below, above = node
        question = self._questions.setdefault((column, cut), len(self._questions))
        at = len(self._splits)
        self._splits.append((0, 0, 0, 0, 0))
        into_below = self._new_set(below)
        base_below = self._add(below, into_below)
        into_above = self._new_set(above)
        base_above = self._add(above, into_above)
        value = base_below - base_above
        self._splits[at] = (question, source, value, into_below, into_above)
        return base_above

    def _new_set(self, node: _Node) -> int:
        if isinstance(node, int):
            return _NOWHERE
        self._sets += 1
        return self._sets - 1

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
        size = _LANE_BYTES * count
        everything = int.from_bytes(b"\1\0" * count, "little")
        answers = list(self._answers(columns, everything))
        sets = [everything] * self._sets
        total = (self._start - self._lowest) * everything
        for question, source, value, below, above in self._splits:
            members = sets[source]
            yes = members & answers[question]
            if yes:
                total += yes * value
            if below >= 0:
                sets[below] = yes
            if above >= 0:
                sets[above] = members ^ yes
        steps = struct.unpack(f"<{count}H", total.to_bytes(size, "little"))
        step, lowest = self._step, self._lowest
        return [step * (value + lowest) for value in steps]

    def _answers(self, columns: Sequence[bytes], everything: int) -> Iterator[int]:
        """Answer the questions in order: whether the byte of the column is at most the cut."""
        lanes = bytearray(_LANE_BYTES * len(columns[0]))
        # A lane holds 256 less the byte; with the cut added, its ninth bit is the answer.
        below = []
        for column in columns:
            lanes[::_LANE_BYTES] = column
            below.append((everything << 8) - int.from_bytes(lanes, "little"))
        cuts: dict[int, int] = {}
        for column_number, cut in self._questions:
            cut_lanes = cuts.get(cut)
            if cut_lanes is None:
                cut_lanes = cuts[cut] = cut * everything
            yield (below[column_number] + cut_lanes >> 8) & everything


def _lowest(node: _Node) -> int:
    return node if isinstance(node, int) else min(_lowest(node[2]), _lowest(node[3]))


def _highest(node: _Node) -> int:
    return node if isinstance(node, int) else max(_highest(node[2]), _highest(node[3]))
