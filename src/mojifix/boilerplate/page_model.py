"""The model that tells a page's content from what stands around it.

It comes from ``training/train_pages.py``; the header of ``page_model.json`` says from which data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any, Final

from mojifix.boilerplate.column_trees import ColumnTrees
from mojifix.boilerplate.page_context import context_columns
from mojifix.boilerplate.page_features import Features

FORMAT: Final = "mojifix-pages/2"


@dataclass(frozen=True, slots=True)
class Model:
    """Two ensembles of trees; the second sees what the first thought of the surroundings."""

    first: ColumnTrees
    second: ColumnTrees

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Model:
        """Read a model from its JSON form."""
        return cls(ColumnTrees.from_dict(values["first"]), ColumnTrees.from_dict(values["second"]))

    def probabilities(self, features: Features) -> list[float]:
        """Return for each block the probability that it is content, 0..1."""
        logits = self.first.logits(features.columns)
        context = context_columns(
            features.places, features.words, logits, [_probability(x) for x in logits]
        )
        return [_probability(x) for x in self.second.logits({**features.columns, **context})]


def _probability(logit: float) -> float:
    return 1.0 / (1.0 + exp(-logit))


@cache
def shipped_model() -> Model:
    """Load the model that comes with the package."""
    data = json.loads((files(__package__) / "page_model.json").read_text(encoding="utf-8"))
    if data["format"] != FORMAT:
        raise RuntimeError(f"page_model.json has the format {data['format']}, this needs {FORMAT}")
    return Model.from_dict(data)
