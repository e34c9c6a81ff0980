"""How likely each line of a page is content, by trees fitted on pages with known content.

They come from ``training/train_flat.py``; the header of ``model.json`` says from which data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp
from typing import Any, Final

from mojifix import resources
from mojifix.boilerplate.lines.columns import context_columns, line_columns, word_columns
from mojifix.boilerplate.lines.evidence import View
from mojifix.boilerplate.lines.outline import outline_of
from mojifix.boilerplate.lines.regions import Regions
from mojifix.boilerplate.trees.column_trees import ColumnTrees

FORMAT: Final = "mojifix-flat/3"


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of words, and two ensembles of trees; the second sees what the first thought.

    Attributes:
        words: the weight of each word, as ``word_columns`` reads it.
        first, second: the trees.
    """

    words: Mapping[str, int]
    first: ColumnTrees
    second: ColumnTrees

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Model:
        """Read a model from its JSON form.

        Raises:
            ValueError: it is of another format.
        """
        if values.get("format") != FORMAT:
            raise ValueError(
                f"the model has the format {values.get('format')}, this needs {FORMAT}; "
                "make it anew with training/train_flat.py"
            )
        first, second = (ColumnTrees.from_dict(values[stage]) for stage in ("first", "second"))
        return cls(values["words"], first, second)

    def probabilities(self, views: Sequence[View], regions: Regions) -> list[float]:
        """Judge every line of a page.

        Returns:
            The probability that a line is content, 0..1, for each.
        """
        if not views:
            return []
        outline = outline_of(views)
        columns = line_columns(outline, regions)
        columns |= word_columns(outline.words, self.words)
        columns |= context_columns(outline, list(map(_probability, self.first.logits(columns))))
        return list(map(_probability, self.second.logits(columns)))


@lru_cache(maxsize=4096)  # of sums in steps: a page has a hundred
def _probability(logit: float) -> float:
    return 1.0 / (1.0 + exp(-logit))


@cache
def shipped_model() -> Model:
    """Load the model that comes with the package."""
    return Model.from_dict(json.loads(resources.read_bytes(__package__, "model.json")))
