"""Which language model a garbled stretch is read with."""

from __future__ import annotations

from typing import Final

from mojifix.language import score
from mojifix.language.model import UNITS_PER_BIT, Group

ENGLISH_BITS: Final = 20


def best_language(group: Group, evidence: str) -> str:
    """Return the language of a group that explains a text best.

    English holds unless another language is clearly better: there is English in every corpus.
    """
    costs = list(score.score_group(group, evidence))
    if "en" in group.languages:
        costs[group.languages.index("en")] -= ENGLISH_BITS * UNITS_PER_BIT
    return group.languages[costs.index(min(costs))]


def table_of(group: Group, evidence: str) -> bytes:
    """Return the table of the language that explains a text best."""
    return group.tables[group.languages.index(best_language(group, evidence))]
