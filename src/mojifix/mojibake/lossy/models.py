"""Which language model a garbled stretch is read with."""

from __future__ import annotations

from typing import Final, NamedTuple

from mojifix.language import score
from mojifix.language.model import (
    UNITS_PER_BIT,
    Group,
    group_languages,
    group_names,
    load_group,
)

EVIDENCE: Final = 300  # code points on either side of a stretch that tell its language
ENGLISH_BITS: Final = 20


class Model(NamedTuple):
    """What a garbled stretch is read with.

    Attributes:
        language: a BCP 47 tag; empty where it may be any of the group.
        group: of languages.
        table: what pairs of its symbols cost, in units.
    """

    language: str
    group: Group
    table: bytes


def best_language(group: Group, evidence: str) -> str:
    """Return the language of a group that explains a text best.

    English holds unless another language is clearly better: there is English in every corpus.
    """
    if len(group.languages) == 1:
        return group.languages[0]
    costs = list(score.score_group(group, evidence))
    if "en" in group.languages:
        costs[group.languages.index("en")] -= ENGLISH_BITS * UNITS_PER_BIT
    return group.languages[costs.index(min(costs))]


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before a stretch and behind it; a blank stands at the far ends.

    >>> surroundings("an odd word", 3, 6)
    (' an ', ' word ')
    """
    return f" {text[max(0, start - EVIDENCE) : start]}", f"{text[end : end + EVIDENCE]} "


def model_of(group: Group, evidence: str) -> Model:
    """Return the model of the language that explains a text best."""
    return model_in(group, best_language(group, evidence))


def model_of_language(language: str) -> Model:
    """Return the model of a language."""
    name = next(name for name in group_names() if language in group_languages(name))
    return model_in(load_group(name), language)


def model_in(group: Group, language: str) -> Model:
    """Return the model of a language of a group."""
    return Model(language, group, group.tables[group.languages.index(language)])
