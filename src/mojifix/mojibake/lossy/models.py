"""Which language model a garbled stretch is read with."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from mojifix.language import score
from mojifix.language.alphabet import script_of
from mojifix.language.model import (
    UNITS_PER_BIT,
    Group,
    group_languages,
    group_names,
    load_group,
)

EVIDENCE: Final = 300  # code points on either side of a stretch that tell its language
ENGLISH_BITS: Final = 20
# More than in the likeliest language of its script a text may cost in its own: held-out pieces of one
# to six words in ten languages do in 99 of 100 cases.
CLOSE_BITS: Final = 12.0
# Which of these languages a text is in fewer characters do not tell. Of 720 strings of 2 to 8
# characters in code that lost one byte 633 come back where each is tried and the best one taken by
# what follows what in it, 599 where the first is.
EAST_ASIAN: Final = ("ja", "zh-Hans", "zh-Hant")
_LEAST_IDEOGRAPHS: Final = 12
IDEOGRAPHS: Final = re.compile("[\u3040-\u9fff]+")
_REMEMBERED: Final = 256  # pieces of text that tell a language, 3 kB each: those of a sample


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


@lru_cache(maxsize=_REMEMBERED)
def best_language_of(evidence: str) -> str:
    """Return the language, of all, that explains a text best."""
    return score.best_language(evidence)


def told_language(evidence: str) -> str:
    """Return the language that explains a text best, none where that is told by a few ideographs.

    >>> told_language("世界平和"), told_language("世界の平和を願っています。")
    ('', 'ja')
    """
    language = best_language_of(evidence)
    is_short = len("".join(IDEOGRAPHS.findall(evidence))) < _LEAST_IDEOGRAPHS
    return "" if is_short and language in EAST_ASIAN else language


def likely_languages(group: Group, evidence: str, first: str = "") -> tuple[tuple[str, float], ...]:
    """Return the languages of a group that a text may be in, and the bits that it costs more there.

    Words with a character of another script tell nothing: what is lost of them is not known.

    Args:
        group: of languages.
        evidence: the text.
        first: of those that it costs the same in, the one to name first; the likeliest is.
    """
    return _likely(group.alphabet.name, evidence, first)


@lru_cache(maxsize=_REMEMBERED)
def _likely(name: str, evidence: str, first: str) -> tuple[tuple[str, float], ...]:
    group = load_group(name)
    letters = {char: script_of(char) for char in {*evidence}}
    shown = {char: char if script else " " for char, script in letters.items()}
    words = "".join(map(shown.__getitem__, evidence)).split()
    of_script = {char for char, script in letters.items() if script == name}
    own = " ".join(filter(of_script.issuperset, words))
    ties = score.score_group(group, evidence)
    costs = score.score_group(group, own) if own else [0] * len(ties)
    every = zip(costs, ties, group.languages, strict=True)
    ranked = sorted((cost, tag != first, tie, tag) for cost, tie, tag in every)
    more = [(tag, (cost - ranked[0][0]) / UNITS_PER_BIT) for cost, *_, tag in ranked]
    return tuple((tag, bits) for tag, bits in more if bits <= CLOSE_BITS)


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before a stretch and behind it; a blank stands at the far ends.

    >>> surroundings("an odd word", 3, 6)
    (' an ', ' word ')
    """
    return f" {text[max(0, start - EVIDENCE) : start]}", f"{text[end : end + EVIDENCE]} "


def surrounding_blocks(text: str, start: int, end: int) -> str:
    """Return the blocks of a text that a stretch is in, and one on either side.

    Many stretches are in the same blocks, so that their language is looked for once.
    """
    first, last = start // EVIDENCE, end // EVIDENCE
    return text[max(0, first - 1) * EVIDENCE : (last + 2) * EVIDENCE]


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
