"""Quotes, dashes and apostrophes of which an ASCII decoder left three U+FFFD and nothing else.

Three lost bytes in text that is ASCII otherwise were a typographic sign; which one, what stands around
them tells.

>>> [edit.after for edit in find_edits("I don���t say ���yes���.")]
['’', '“', '”']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import log2
from typing import Final

from mojifix.codepages.losses import REPLACEMENT
from mojifix.language import score, signs
from mojifix.language.alphabet import script_of
from mojifix.mojibake.edits import Edit, placed, recoding, replaced
from mojifix.mojibake.lossy.models import EVIDENCE, best_language
from mojifix.mojibake.weighing.effort import NAMING, Effort
from mojifix.mojibake.words import Span

# That a sign is the one that is named. Of 1,170 in held-out lines of which East Asian codecs lost bytes
# 71 % come back and 6 % come out as another at 0.65, 73 and 8 % at 0.5, 68 and 5 % at 0.8.
LEAST_PROBABILITY: Final = 0.65
_THREE: Final = re.compile("(?<!\ufffd)\ufffd{3}(?!\ufffd)")
_LOST: Final = re.compile("\ufffd+")
_SIZE: Final = 3  # bytes
_FIRST_OF_THREE_BYTES: Final = "\u0800"
_SIGNS: Final = "".join(sign for sign in signs.SIGNS if sign >= _FIRST_OF_THREE_BYTES)
NOTHING: Final = _SIZE * REPLACEMENT  # what is known of the bytes of a sign


def find_edits(text: str, effort: Effort | None = None) -> list[Edit]:
    """Return the signs that can be named, sorted and disjoint.

    Args:
        text: the text.
        effort: what searches of it may take, as each sign that is named may tell of the next one;
            as much as is due to its length when left out.
    """
    effort = effort or Effort(len(text))
    if NOTHING not in text or effort.is_used_up:
        return []
    spans = [span for match in _THREE.finditer(text) if _is_alone(text, *(span := match.span()))]
    effort.spend(len(text) + NAMING * len(spans))
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
    blanks = [Edit(*span, REPLACEMENT, (), 0.0) for span in spans]
    shown, starts = replaced(text, blanks), [start for start, _, _ in placed(blanks)]
    found: list[signs.Weights] = []
    for places in signs.by_line(shown, starts):
        left, right = shown.rfind("\n", 0, places[0]) + 1, shown.find("\n", places[-1])
        line = shown[left : right if right >= 0 else len(shown)]
        language = language_around(shown, places[0], places[0] + 1)
        choices = {place - left: _SIGNS for place in places}
        found += signs.likely(line, choices, language).values()
    for span, weights in zip(spans, found, strict=True):
        char = max(weights, key=weights.__getitem__)
        yield span, char, weights[char]


def language_around(text: str, start: int, end: int) -> str:
    """Return the language in Latin letters that explains best what stands around a sign."""
    return best_language(score.groups_of("latin")[0], _around(text, start, end))


def _is_alone(text: str, start: int, end: int) -> bool:
    """Tell whether there are Latin letters around, no others, and losses of two or three bytes only.

    Where there are letters of three bytes, as in Vietnamese, what was lost may be one of those, and
    where single bytes were lost, letters of a single-byte code page.
    """
    around = _around(text, start, end)
    letters = set(filter(str.isalpha, around))
    return (
        set(map(script_of, letters)) == {"latin"}
        and max(letters) < _FIRST_OF_THREE_BYTES
        and all(1 < len(run) <= _SIZE for run in _LOST.findall(around))
    )


def _around(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - EVIDENCE) : start]} {text[end : end + EVIDENCE]}"


def _edit(span: Span, char: str, probability: float) -> Edit:
    bits = -log2(1.0 - min(probability, 0.999))
    steps, code = recoding("ascii")
    return Edit(*span, char, steps, bits, guessed=True, code=code, guesses=probability)
