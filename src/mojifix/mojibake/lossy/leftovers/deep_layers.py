"""Letters that were garbled three times or more as Latin-1, which dropped all controls in the end.

Each byte of the letter is ``ÃÂ`` by then, or that twice, four times and so on, and what of it is no
control: of an ``é`` that is the second byte, and the first may be any that begins two.

>>> [edit.after for edit in find_edits("The PokÃÂÃÂ©mon games at the cafÃÂÃÂ©")]
['é', 'é']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mojifix.mojibake.edits import Edit, bits_saved, recoding, replaced
from mojifix.mojibake.utf8.proposals import LAYER_BITS, SLACK_BITS
from mojifix.mojibake.utf8.runs import DAMAGE_BITS
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.weighing.suspects import is_plausible
from mojifix.mojibake.words import Span, merged, window

_CODEPAGE: Final = "latin-1"
_BYTE: Final = "ÃÂ"  # what is left of a lead byte
SIGN: Final = 2 * _BYTE
_LETTER: Final = re.compile(f"(?<!{_BYTE})(?:{_BYTE}){{2,}}+[\xa0-\xbf]")
_LEADS: Final = range(0xC3, 0xE0)  # the first byte of two, but for that of signs
_MOST: Final = 8  # letters of a word, all of which are weighed with each lead byte
_LAYERS: Final = range(3, 8)  # each doubles the characters of such letters


def find_edits(text: str) -> list[Edit]:
    """Return the letters that can be named, sorted and disjoint."""
    if SIGN not in text:
        return []
    spans = [match.span() for match in _LETTER.finditer(text)]
    doubled = min(((end - start) // len(SIGN) for start, end in spans), default=0)
    layers = 2 + doubled.bit_length()  # as many as what lost nothing else shows
    if layers not in _LAYERS or doubled.bit_count() != 1:
        return []
    whole = [(start, end) for start, end in spans if (end - start) // len(SIGN) == doubled]
    scale = Scale(text)
    edits: list[Edit] = []
    words = merged(window(text, *span) for span in whole)
    at = 0
    for left, right in words:
        first = at
        while at < len(whole) and whole[at][1] <= right:
            at += 1
        if at - first <= _MOST:
            edits += _word_edits(text, (left, right), whole[first:at], layers, scale)
    return edits if bits_saved(edits) > DAMAGE_BITS + LAYER_BITS else []


def _word_edits(
    text: str, word: Span, spans: list[Span], layers: int, scale: Scale
) -> Iterator[Edit]:
    """Yield the letters of a word, each with the lead byte that makes it read best."""
    letters = [_letter(_LEADS[0], text[end - 1]) for _, end in spans]
    for number, (_, end) in enumerate(spans):
        ways = [
            [*letters[:number], _letter(lead, text[end - 1]), *letters[number + 1 :]]
            for lead in _LEADS
        ]
        letters = min(ways, key=lambda way: scale.bits(_with(text, word, spans, way)))
    after = _with(text, word, spans, letters)
    saved = scale.saved(text[slice(*word)], after)
    if saved <= 0 or not is_plausible(after, scale, SLACK_BITS):
        return
    steps, code = recoding(_CODEPAGE)
    for span, letter in zip(spans, letters, strict=True):
        bits = saved / len(spans)
        yield Edit(*span, letter, steps * layers, bits, guessed=True, code=code)


def _letter(lead: int, last: str) -> str:
    return bytes((lead, ord(last))).decode()


def _with(text: str, word: Span, spans: list[Span], letters: list[str]) -> str:
    """Return a word with letters in the place of some spans."""
    pairs = zip(spans, letters, strict=True)
    return replaced(text, [Edit(*span, letter, (), 0.0) for span, letter in pairs], *word)
