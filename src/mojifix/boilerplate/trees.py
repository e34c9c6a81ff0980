"""Small tree ensembles as plain numbers.

A model is made by ``training/train_pages.py`` or ``training/train_flat.py`` and stored as JSON. A tree
is three lists over its inner nodes: the feature each one looks at, its threshold, and its two
children, where a negative child ``~n`` is leaf ``n``.

    >>> stump = Tree((0,), (2.5,), (~0,), (~1,), (-1.0, 1.0))
    >>> Ensemble((stump,)).probability([3.0])
    0.7310585786300049
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple


class Tree(NamedTuple):
    """A regression tree; ``left`` is taken where the feature is at most the threshold."""

    features: tuple[int, ...]
    thresholds: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    leaves: tuple[float, ...]

    def value(self, row: Sequence[float]) -> float:
        """Return the value of the leaf that a row of features falls into."""
        if not self.features:
            return self.leaves[0]
        node = 0
        features, thresholds, left, right, leaves = self
        while node >= 0:
            node = left[node] if row[features[node]] <= thresholds[node] else right[node]
        return leaves[~node]


class Ensemble(NamedTuple):
    """Trees whose values add up to the log-odds of a block's being content."""

    trees: tuple[Tree, ...]

    def probability(self, row: Sequence[float]) -> float:
        """Return the probability for a row of features, 0..1."""
        total = sum([tree.value(row) for tree in self.trees])
        return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, total))))


def ensemble_from(rows: list[list[Any]]) -> Ensemble:
    """Return the ensemble that a model file describes: one list of five lists per tree."""
    return Ensemble(tuple(Tree(*map(tuple, row)) for row in rows))
