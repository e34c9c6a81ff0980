"""Quotes, dashes and apostrophes of which an ASCII decoder left three U+FFFD and nothing else.

Three lost bytes in text that is ASCII otherwise were a typographic sign. Two of them around a
phrase were quotation marks; a lone one is named where its neighbors leave little choice.

>>> [edit.after for edit in find_edits("I don���t say ���yes���.")]
['’', '“', '”']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import log2
from typing import Final

from mojifix.codepages import losses
from mojifix.codepages.losses import REPLACEMENT
from mojifix.language import score
from mojifix.language.alphabet import script_of
from mojifix.mojibake.edits import Edit, recoding
from mojifix.mojibake.lossy.eastasian.byte_lattice import ByteLattice, Misreading
from mojifix.mojibake.lossy.eastasian.byte_search import search
from mojifix.mojibake.lossy.eastasian.writers import UTF_8
from mojifix.mojibake.lossy.models import EVIDENCE, best_language, model_of, surroundings
from mojifix.mojibake.words import Span

LEAST_PROBABILITY: Final = 0.8  # that a lone sign is the one that is named
PAIR_PROBABILITY: Final = 0.9  # that two signs around a phrase are quotation marks
_THREE: Final = re.compile("(?<!\ufffd)\ufffd{3}(?!\ufffd)")
_LOST: Final = re.compile("\ufffd+")
_SIZE: Final = 3  # bytes
_FIRST_OF_THREE_BYTES: Final = "\u0800"
_PHRASE: Final = 120  # characters of a quotation
_READING: Final = Misreading("ascii", UTF_8, losses.BYTEWISE)
NOTHING: Final = _SIZE * REPLACEMENT  # what is known of the bytes of a sign
_SPACES: Final = " \t\n(["
_REMEMBERED: Final = 1_024  # signs, at some 2 kB each: the same line again and again is read once


def find_edits(text: str) -> list[Edit]:
    """Return the signs that can be named, sorted and disjoint."""
    if NOTHING not in text:
        return []
    spans = [span for match in _THREE.finditer(text) if _is_alone(text, *(span := match.span()))]
    return [
        _edit(span, char, probability)
        for span, char, probability in named(text, spans)
        if probability >= LEAST_PROBABILITY
    ]


def named(text: str, spans: list[Span]) -> Iterator[tuple[Span, str, float]]:
    """Yield what signs in Latin text are likeliest, and how likely that is.

    Args:
        text: the text.
        spans: what is left of the signs, sorted.
    """
    number = 0
    while number < len(spans):
        pair = spans[number : number + 2]
        if len(pair) == 2 and _is_quotation(text, *pair):
            yield pair[0], "“", PAIR_PROBABILITY
            yield pair[1], "”", PAIR_PROBABILITY
            number += 2
            continue
        yield spans[number], *_likeliest(*surroundings(text, *spans[number]))
        number += 1


def language_around(text: str, start: int, end: int) -> str:
    """Return the language in Latin letters that explains best what stands around a sign."""
    return best_language(score.groups_of("latin")[0], _around(text, start, end))


def _is_alone(text: str, start: int, end: int) -> bool:
    """Tell whether there are Latin letters around, no others, and losses of typographic signs only.

    Where there are letters of three bytes, as in Vietnamese, what was lost may be one of those.
    """
    around = _around(text, start, end)
    letters = set(filter(str.isalpha, around))
    return (
        set(map(script_of, letters)) == {"latin"}
        and max(letters) < _FIRST_OF_THREE_BYTES
        and all(len(run) == _SIZE for run in _LOST.findall(around))
    )


def _is_quotation(text: str, opening: Span, closing: Span) -> bool:
    phrase = text[opening[1] : closing[0]]
    before = text[opening[0] - 1 : opening[0]] or " "
    after = text[closing[1] : closing[1] + 1] or " "
    return (
        0 < len(phrase) <= _PHRASE
        and phrase.isascii()
        and any(map(str.isalnum, phrase))
        and not (phrase[0].isspace() or phrase[-1].isspace() or "\n" in phrase)
        and before in _SPACES
        and not after.isalnum()
        and language_around(text, *opening) == "en"
    )


def _around(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - EVIDENCE) : start]} {text[end : end + EVIDENCE]}"


@lru_cache(maxsize=_REMEMBERED)
def _likeliest(before: str, after: str) -> tuple[str, float]:
    """Return the sign that is likeliest between two pieces of text, and how likely it is."""
    lattice = ByteLattice(NOTHING, _READING)
    model = model_of(score.groups_of("latin")[0], f"{before}{after}")
    steps = search(lattice, NOTHING, model, before, after)
    return (steps[0].char, steps[0].probability) if len(steps) == 1 else ("", 0.0)


def _edit(span: Span, char: str, probability: float) -> Edit:
    bits = -log2(1.0 - min(probability, 0.999))
    steps, code = recoding(_READING.wrong)
    return Edit(*span, char, steps, bits, guessed=True, code=code, guesses=probability)
