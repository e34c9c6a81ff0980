"""Ensembles of decision trees, small enough for plain Python.

>>> stump = Trees(
...     features=((0,),), cuts=((0.5,),), below=((-1,),), above=((-2,),), leaves=((-2.0, 2.0),)
... )
>>> round(stump.probability([1.0]), 3)
0.881
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Any


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees whose leaves add up to the logarithm of odds.

    A node is a number: from 0 up it is a split, from -1 down a leaf (-1 the first). Splits of
    tree t ask whether ``row[features[t][node]] <= cuts[t][node]`` and go on to ``below[t][node]``
    or ``above[t][node]``.
    """

    features: tuple[tuple[int, ...], ...]
    cuts: tuple[tuple[float, ...], ...]
    below: tuple[tuple[int, ...], ...]
    above: tuple[tuple[int, ...], ...]
    leaves: tuple[tuple[float, ...], ...]

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Trees:
        """Read trees from lists of lists, one entry for each attribute."""
        return cls(
            **{
                name: tuple(tuple(of_tree) for of_tree in values[name])
                for name in ("features", "cuts", "below", "above", "leaves")
            }
        )

    def probability(self, row: Sequence[float]) -> float:
        """Return the probability, 0..1, for one row of features."""
        total = 0.0
        for features, cuts, below, above, leaves in zip(
            self.features, self.cuts, self.below, self.above, self.leaves, strict=True
        ):
            node = 0
            while node >= 0:
                node = below[node] if row[features[node]] <= cuts[node] else above[node]
            total += leaves[-1 - node]
        return 1.0 / (1.0 + exp(-total)) if total > -700.0 else 0.0
