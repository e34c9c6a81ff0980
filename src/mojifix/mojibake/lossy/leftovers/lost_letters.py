"""Letters of which nothing but U+FFFD is left, in words that only one of them completes.

A decoder put U+FFFD in place of each byte it did not know, so that a letter of a single-byte code
page left one, and one of UTF-8 two. What stood there was a letter beyond ASCII of the language.

>>> text = "O senhor n\\ufffdo tem tempo, mas a reuni\\ufffdo de amanh\\ufffd vai mesmo come\\ufffdar."
>>> [edit.after for edit in find_edits(text)]
['ã', 'ã', 'ã', 'ç']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from math import log2
from typing import Final
from unicodedata import category

from mojifix.codepages.losses import REPLACEMENT
from mojifix.explaining.words import NAME_LOST
from mojifix.language import score
from mojifix.language.alphabet import script_of
from mojifix.language.lexicon import LONGEST
from mojifix.language.model import UNITS_PER_BIT, letters
from mojifix.mojibake.edits import Edit
from mojifix.mojibake.lossy.models import CLOSE_BITS, EVIDENCE, model_of_language
from mojifix.mojibake.lossy.respelling import JOINERS, Choice, Place, respelled
from mojifix.mojibake.weighing.word_kinds import is_in_one_case
from mojifix.mojibake.words import Span

LEAST_PROBABILITY: Final = 0.95
_MOST_LANGUAGES: Final = 4
LEAST_EVIDENCE: Final = 10  # letters around that tell the language
CODE: Final = "lost-letter"
_MOST_PROBABILITY: Final = 0.999
_LOST: Final = re.compile("\ufffd+")
_SENTENCE_START: Final = re.compile("(?:^|[.!?:…]['\")»”’]?)\\s*[\"'(«“„¿¡]*$")
_MOST_SIGNS: Final = 8  # between two sentences


def find_edits(text: str, languages: Set[str] = frozenset()) -> list[Edit]:
    """Return the letters that can be named, sorted and disjoint.

    Args:
        text: the text.
        languages: BCP 47 tags of languages to expect; any where it is in none of them.
    """
    size = _size_of_letter(text) if REPLACEMENT in text else 0
    if not size:
        return []
    edits: list[Edit] = []
    languages_here: list[str] = []
    reach = 0
    for start, end in _damaged_words(text):
        runs = _LOST.findall(text, start, end)
        if end - start > LONGEST or any(len(run) % size for run in runs):
            continue
        if start >= reach:
            languages_here, reach = _languages(text, start, size, languages), start + EVIDENCE
        edits += _edits(text, start, end, size, languages_here)
    return edits


def _damaged_words(text: str) -> Iterator[Span]:
    """Yield the spans of the words with U+FFFD in them; of one too long for a word a part."""
    end = 0
    for match in _LOST.finditer(text):
        if match.start() < end:
            continue
        start, end = first, _ = match.span()
        while start and first - start <= LONGEST and _is_letter(text[start - 1]):
            start -= 1
        while end < len(text) and end - start <= LONGEST and _is_letter(text[end]):
            end += 1
        yield start, end


def _is_letter(char: str) -> bool:
    return char.isalpha() or char == REPLACEMENT or char in JOINERS or category(char)[0] == "M"


def _size_of_letter(text: str) -> int:
    """Return how many U+FFFD stand for a letter, 0 where that is not told.

    One does where one stands alone; else two do if all but ASCII is lost.
    """
    if any(len(run) == 1 for run in _LOST.findall(text)):
        return 1
    return 2 * text.replace(REPLACEMENT, "").isascii()


def _languages(text: str, at: int, size: int, expected: Set[str]) -> list[str]:
    """Return the languages that the text around a place may be in, the likeliest first."""
    around = text[max(0, at - EVIDENCE) : at + EVIDENCE]
    evidence = around.replace(REPLACEMENT * size, REPLACEMENT)
    scripts = Counter(filter(None, map(script_of, evidence)))
    if not scripts:
        return []
    [(script, _)] = scripts.most_common(1)
    costs = dict(zip(score.languages_of(script), score.score_script(script, evidence), strict=True))
    hinted = expected & costs.keys()
    if not hinted and scripts.total() < LEAST_EVIDENCE:
        return []
    likely = sorted(hinted or costs, key=costs.__getitem__)
    most = costs[likely[0]] + CLOSE_BITS * UNITS_PER_BIT
    return [tag for tag in likely[:_MOST_LANGUAGES] if costs[tag] <= most]


def _edits(text: str, start: int, end: int, size: int, languages: list[str]) -> Iterator[Edit]:
    """Yield the letters of a word that the likeliest language names, if none is as sure of others."""
    word = text[start:end].replace(REPLACEMENT * size, REPLACEMENT)
    is_first = _SENTENCE_START.search(text, max(0, start - _MOST_SIGNS), start) is not None
    spelled = [
        respelled([*_places(word, language, is_first=is_first)], model_of_language(language))
        for language in languages
    ]
    if not spelled or _certainty(spelled[0]) < LEAST_PROBABILITY:
        return
    named = [places for places in spelled if _certainty(places) >= _certainty(spelled[0])]
    if any(_differ(named[0], other) for other in named):
        return
    if not is_in_one_case("".join(place.char for place in named[0])):
        return  # what is before a capital was a quotation mark
    at = start
    for place in named[0]:
        if place.choices:
            bits = -log2(1.0 - min(place.probability, _MOST_PROBABILITY))
            yield Edit(at, at + size, place.char, (NAME_LOST,), bits, guessed=True, code=CODE)
        at += size if place.choices else 1


def _certainty(places: Sequence[Place]) -> float:
    return min(place.probability for place in places)


def _differ(one: Sequence[Place], other: Sequence[Place]) -> bool:
    return [place.char for place in one] != [place.char for place in other]


def _places(word: str, language: str, *, is_first: bool) -> Iterator[Place]:
    """Yield the letters of a word, with all that a lost one may be.

    Args:
        word: with one U+FFFD for each letter that is lost.
        language: its language.
        is_first: whether it begins a sentence.
    """
    known = word.replace(REPLACEMENT, "")
    is_in_capitals = len(known) > 1 and known.isupper()
    small, capital = _letters(language)
    for at, char in enumerate(word):
        if char != REPLACEMENT:
            yield Place(char)
        elif is_in_capitals or (is_first and at == 0):
            yield Place(char, capital, 0.0)
        else:
            yield Place(char, small if at else small + capital, 0.0)


@cache
def _letters(language: str) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """Return the letters beyond ASCII of a language, and an apostrophe: small and capital."""
    chars = "’" + "".join(char for char in letters()[language] if script_of(char))
    small, capital = dict.fromkeys(chars.lower()), dict.fromkeys(chars.upper())
    # Not the ASCII in the other case of a letter, as ``SS`` is of ``ß``.
    return _choices(small), _choices(capital)


def _choices(chars: Iterable[str]) -> tuple[Choice, ...]:
    return tuple(Choice(char) for char in chars if char > "\x7f")
