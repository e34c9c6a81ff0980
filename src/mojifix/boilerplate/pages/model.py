"""The model that tells a page's content from what stands around it.

It comes from ``training/train_pages.py``; the header of ``model.json`` says from which data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Any, Final

from mojifix import resources
from mojifix.boilerplate.pages.columns.context import context_columns
from mojifix.boilerplate.pages.columns.features import Features
from mojifix.boilerplate.pages.columns.headings import heading_columns
from mojifix.boilerplate.pages.columns.name_weights import name_columns
from mojifix.boilerplate.pages.columns.order import copies_before
from mojifix.boilerplate.pages.columns.page_kinds import KindWeights, page_traits
from mojifix.boilerplate.trees.column_trees import ColumnTrees
from mojifix.boilerplate.trees.columns import Column
from mojifix.layout.page import Page

FORMAT: Final = "mojifix-pages/3"


@dataclass(frozen=True, slots=True)
class Weights:
    """What names, words and traits of pages tell, as the training data shows it.

    Attributes:
        names: the weight of each part of the elements' names, as ``name_columns`` reads it.
        headings: the weights of words of headings, as ``heading_columns`` reads them.
        kinds: those of traits, as ``KindWeights`` reads them.
    """

    names: Mapping[str, int]
    headings: Mapping[str, int]
    kinds: KindWeights

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Weights:
        """Read weights from their JSON form."""
        kinds = KindWeights.from_dict(values["kinds"])
        return cls(values["names"], values["headings"], kinds)

    def names_of(self, page: Page, features: Features) -> dict[str, Column]:
        """Return the columns of names, which both ensembles see."""
        return name_columns(page, features.places, self.names)

    def others_of(self, page: Page, features: Features) -> dict[str, Column]:
        """Return the other columns of weights, which the second ensemble sees."""
        columns = heading_columns(page, self.headings)
        columns |= self.kinds.columns(page_traits(page, features), len(page.texts))
        return columns | {"copies_before": copies_before(page.texts)}


@dataclass(frozen=True, slots=True)
class Model:
    """Weights, and two ensembles of trees; the second sees what the first thought."""

    weights: Weights
    first: ColumnTrees
    second: ColumnTrees

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Model:
        """Read a model from its JSON form."""
        first, second = (ColumnTrees.from_dict(values[stage]) for stage in ("first", "second"))
        return cls(Weights.from_dict(values), first, second)

    def probabilities(self, page: Page, features: Features) -> list[float]:
        """Return for each block of a page the probability that it is content, 0..1."""
        columns = features.columns | self.weights.names_of(page, features)
        logits = self.first.logits(columns)
        columns |= context_columns(features.places, features.words, logits, _probabilities(logits))
        columns |= self.weights.others_of(page, features)
        return _probabilities(self.second.logits(columns))


def _probabilities(logits: Sequence[float]) -> list[float]:
    return [1.0 / (1.0 + exp(-logit)) for logit in logits]


@cache
def shipped_model() -> Model:
    """Load the model that comes with the package."""
    data = json.loads(resources.read_bytes(__package__, "model.json"))
    if data["format"] != FORMAT:
        raise RuntimeError(f"model.json has the format {data['format']}, this needs {FORMAT}")
    return Model.from_dict(data)
