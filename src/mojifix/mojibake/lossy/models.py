"""Which language model a garbled stretch is read with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from mojifix.language import score
from mojifix.language.model import (
    UNITS_PER_BIT,
    Group,
    group_languages,
    group_names,
    load_group,
)
from mojifix.mojibake.lossy.singlebyte.sequences import Losses

EVIDENCE: Final = 300  # code points on either side of a stretch that tell its language
ENGLISH_BITS: Final = 20
_MOST_SCRIPTS: Final = 3  # that a region is read in, besides Latin
_LEAST_SHARE: Final = 0.1  # of the lead bytes, that must announce a script for it to be tried
# Scripts by the lead bytes of their UTF-8 (The Unicode Standard, block assignments).
_SCRIPT_OF_LEAD: Final = {
    **dict.fromkeys(range(0xC3, 0xC6), "latin"), 0xC6: "latin", 0xC8: "latin", 0xC9: "latin",
    **dict.fromkeys((0xCE, 0xCF), "greek"), **dict.fromkeys(range(0xD0, 0xD4), "cyrillic"),
    **dict.fromkeys((0xD4, 0xD5, 0xD6), "armenian"), 0xD7: "hebrew",
    **dict.fromkeys(range(0xD8, 0xDC), "arabic"), 0xDE: "thaana", 0xE3: "han",
    **dict.fromkeys(range(0xE4, 0xEA), "han"), **dict.fromkeys(range(0xEA, 0xEE), "hangul"),
}  # fmt: skip
_INDIC_BY_SECOND: Final = (
    (0xA4, "devanagari"), (0xA6, "bengali"), (0xA8, "gurmukhi"), (0xAA, "gujarati"),
    (0xAC, "oriya"), (0xAE, "tamil"), (0xB0, "telugu"), (0xB2, "kannada"), (0xB4, "malayalam"),
    (0xB6, "sinhala"), (0xB8, "thai"), (0xBA, "lao"), (0xBC, "tibetan"),
)  # fmt: skip
_E1_BY_SECOND: Final = (
    (0x80, "myanmar"), (0x82, "georgian"), (0x88, "ethiopic"), (0x9E, "khmer"), (0xB8, "latin"),
)  # fmt: skip


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
    return _model(group, best_language(group, evidence))


def model_of_language(language: str) -> Model:
    """Return the model of a language."""
    name = next(name for name in group_names() if language in group_languages(name))
    return _model(load_group(name), language)


def _model(group: Group, language: str) -> Model:
    return Model(language, group, group.tables[group.languages.index(language)])


def _scripts(losses: Losses, text: str) -> set[str]:
    """Return the scripts that most of the lead bytes in a text announce, and Latin if it has any."""
    found: Counter[str] = Counter()
    for at, char in enumerate(text):
        for lead in losses.leads.get(char, ()):
            script = _SCRIPT_OF_LEAD.get(lead.byte) if not lead.bits else None
            if lead.byte in (0xE0, 0xE1) and at + 1 < len(text):
                second = losses.exact.get(text[at + 1], 0)
                starts = _INDIC_BY_SECOND if lead.byte == 0xE0 else _E1_BY_SECOND
                script = next((name for first, name in reversed(starts) if second >= first), None)
            if script:
                found[script] += 1
    least = _LEAST_SHARE * found.total()
    scripts = {name for name, count in found.most_common(_MOST_SCRIPTS) if count >= least}
    latin = found["latin"] + sum(map(str.isascii, filter(str.isalpha, text)))
    return scripts | {"latin"} if latin >= least else scripts


def models_of(losses: Losses, language: str, line: str) -> Iterator[Model]:
    """Yield the models that a damaged line may be read with, given the language around it."""
    for script in sorted(_scripts(losses, line)):
        groups = score.groups_of(script)
        if script != "latin":  # which a foreign name is written in, in all of its groups
            groups = tuple(group for group in groups if language in group.languages) or groups
        for group in groups:
            if language in group.languages:
                yield _model(group, language)
            else:
                yield Model("", group, group.blend)
