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
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from math import inf, isinf, log2
from typing import Final, NamedTuple
from unicodedata import category

from mojifix.codepages.losses import REPLACEMENT
from mojifix.explaining.words import NAME_LOST
from mojifix.language import homographs, score
from mojifix.language.alphabet import script_of
from mojifix.language.homographs import AROUND, form_of
from mojifix.language.lexicon import LONGEST, load_lexicon
from mojifix.language.model import UNITS_PER_BIT, letters
from mojifix.mojibake.edits import Edit
from mojifix.mojibake.lossy.context import in_context
from mojifix.mojibake.lossy.models import CLOSE_BITS, EVIDENCE, model_of_language
from mojifix.mojibake.lossy.places import Choice, Place
from mojifix.mojibake.lossy.respelling import JOINERS, least_bits, respelled
from mojifix.mojibake.weighing.effort import NAMING, Effort
from mojifix.mojibake.weighing.known_words import known_bits
from mojifix.mojibake.weighing.word_kinds import is_in_one_case
from mojifix.mojibake.words import Span

# Of 15,800 characters lost in 4,173 held-out sentences in 16 languages 11,719 are named rightly and 127
# wrongly, at 0.95 730 and 50 fewer. Of those that 0.8 names more, or 0.7, 84 and 77 % are right.
LEAST_PROBABILITY: Final = 0.85
_MOST_LANGUAGES: Final = 4
# A language is likely by what the words around cost in it, of which this share counts because the pairs
# of their letters tell the same again, and by what it makes of so many damaged words; one that it has
# no word for costs so much. Where the words around cost so much more it is not asked. Of 2,041 letters
# in snippets of 2, 4 and 8 held-out words in 30 languages, alone and in code, 1,044 are named rightly
# and 28 wrongly; by the words around alone it is 298 and 20, with a share of 1 1,031 and 35, and with
# 22 bits for an unknown word 1,010 and 28.
_EVIDENCE_SHARE: Final = 0.5
_FAR_BITS: Final = 20.0
_MOST_WORDS: Final = 8
_LEAST_LETTERS: Final = 3
_UNKNOWN_BITS: Final = 30.0
# … and no more of ASCII with a loss at an end, which may be a mark: the lexicons have no word of ASCII.
# Of 1,393 quotation marks, dashes and ellipses at words of held-out snippets in 26 languages 28 become
# letters, and of as many letters 1,580 are named rightly and 29 wrongly; with 30 bits, and words that
# are not known with the letter, it is 59, 1,580 and 33.
_MARKED_BITS: Final = 16.0
# What it costs for each of these words that even runs of U+FFFD stand for two letters each two.
_SINGLE_BITS: Final = 6.0
# What is lost by itself may be a bullet at the start of a line, and much beside a number.
_LONE: Final = re.compile(r"(?<=[^\s\d] )\ufffd++(?= [^\s\d])")
_WITHOUT_WORDS: Final = 4  # times as long it takes to name a letter where no words are known
LEAST_EVIDENCE: Final = 10  # letters around that tell the language
_APOSTROPHE: Final = Choice("’")  # within a word
_REMEMBERED: Final = 4_096  # damaged words, in each of some languages
CODE: Final = "lost-letter"
_MOST_PROBABILITY: Final = 0.985
# Fewer are wrong than is estimated, by this: of 14,000 letters held to be right in 98 % of cases 99 %
# are, of 330 in 93 % 95.5 %, and of 315 in 88 % 93 %.
_WRONG: Final = 0.6
_LOST: Final = re.compile("\ufffd+")
_SENTENCE_START: Final = re.compile("(?:^|[.!?:…]['\")»”’]?)\\s*[\"'(«“„¿¡]*$")
_NEAR: Final = 2 * AROUND  # code points around a word, a letter of which may be two
_MOST_SIGNS: Final = 8  # between two sentences
# Words between blanks and marks, as no identifiers, tags and addresses are.
_PROSE: Final = re.compile(
    r"""(?<![^\s"'(«“„>])(?:[^\W\d_]|[^\w\s\x00-\u02ff\u2000-\u206f])+"""
    r"""(?=[\s"'<”»’;:!?]|[,.)](?:[\s"'<)]|$)|$)"""
)


class _Languages(NamedTuple):
    """The languages that a text may be in, the likeliest first.

    Attributes:
        bits: what the likeliest costs.
        shares: how likely each is, compared with the others, by its BCP 47 tag.
        words: how many damaged words tell.
    """

    bits: float = inf
    shares: Mapping[str, float] = {}
    words: int = 0


def find_edits(
    text: str, languages: Set[str] = frozenset(), effort: Effort | None = None
) -> list[Edit]:
    """Return the letters that can be named, sorted and disjoint.

    Args:
        text: the text.
        languages: BCP 47 tags of languages to expect; any where it is in none of them.
        effort: what searches of it may take; as much as is due to its length when left out.
    """
    effort = effort or Effort(len(text))
    size = _size_of_letter(text, languages) if REPLACEMENT in text else 0
    edits: list[Edit] = []
    languages_here: Mapping[str, float] = {}
    reach = 0
    lone = {match.start() for match in _LONE.finditer(text)} if size else set[int]()
    for start, end, word in _words(text, size):
        if effort.is_used_up:
            break
        if word == REPLACEMENT and start not in lone:
            continue
        if start >= reach:
            languages_here = _likeliest(text, start, size, languages).shares
            reach = start + EVIDENCE
        edits += _edits(text, (start, end), word, size, languages_here)
        effort.spend(len(word) * sum(map(_price, languages_here)))
    return edits


def _price(language: str) -> int:
    return NAMING if load_lexicon(language) else _WITHOUT_WORDS * NAMING


def _words(text: str, size: int) -> Iterator[tuple[int, int, str]]:
    """Yield the damaged words that may be of some language: span, and one U+FFFD a letter."""
    for start, end in _damaged_words(text) if size else ():
        runs = _LOST.findall(text, start, end)
        if end - start <= LONGEST and not any(len(run) % size for run in runs):
            yield start, end, text[start:end].replace(REPLACEMENT * size, REPLACEMENT)


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


def _size_of_letter(text: str, languages: Set[str]) -> int:
    r"""Return how many U+FFFD stand for a letter, 0 where that is not told.

    One does where one stands alone; else, if all but ASCII is lost, two do unless words tell otherwise.

    >>> _size_of_letter("a comunica\ufffd\ufffdo do socket", set())
    1
    """
    if any(len(run) == 1 for run in _LOST.findall(text)):
        return 1
    if not text.replace(REPLACEMENT, "").isascii():
        return 0
    at = text.index(REPLACEMENT)
    one, two = (_likeliest(text, at, size, languages) for size in (1, 2))
    return 1 if one.bits < two.bits - _SINGLE_BITS * two.words else 2


def _likeliest(text: str, at: int, size: int, expected: Set[str]) -> _Languages:
    """Return the languages that the text around a place may be in.

    What tells are words of prose: identifiers, tags and addresses are in no language.
    """
    start = max(0, at - EVIDENCE)
    around = text[start : at + EVIDENCE]
    evidence = " ".join(_PROSE.findall(around.replace(REPLACEMENT * size, REPLACEMENT)))
    scripts = Counter(filter(None, map(script_of, around)))
    if not scripts:
        return _Languages()
    [(script, _)] = scripts.most_common(1)
    costs = dict(zip(score.languages_of(script), score.score_script(script, evidence), strict=True))
    hinted = expected & costs.keys()
    if not hinted and scripts.total() < LEAST_EVIDENCE:
        return _Languages()
    likely = sorted(hinted or costs, key=costs.__getitem__)
    least = costs[likely[0]]
    more = {tag: _EVIDENCE_SHARE * (costs[tag] - least) / UNITS_PER_BIT for tag in likely}
    words = {word.strip(JOINERS): None for _, _, word in _words(around, size)}
    telling = [word for word in words if len(word) >= _LEAST_LETTERS][:_MOST_WORDS]
    bits = {
        tag: each + sum(_word_bits(word, tag) for word in telling)
        for tag, each in more.items()
        if each <= _FAR_BITS
    }
    best = min(bits.values())
    ranked = sorted(bits, key=bits.__getitem__)[:_MOST_LANGUAGES]
    shares = {tag: 2.0 ** (best - bits[tag]) for tag in ranked if bits[tag] <= best + CLOSE_BITS}
    return _Languages(best, shares, len(telling))


@lru_cache(maxsize=_REMEMBERED)
def _word_bits(word: str, language: str) -> float:
    places = [*_places(word, language, is_first=False)]
    inner = word.strip(REPLACEMENT)
    may_be_marked = inner != word and inner.isascii()
    most = _MARKED_BITS if may_be_marked else _UNKNOWN_BITS
    return min(least_bits(places, language), most)


def _edits(
    text: str, span: Span, word: str, size: int, languages: Mapping[str, float]
) -> Iterator[Edit]:
    """Yield the letters of a word that the languages it may be in are sure of together."""
    start, end = span
    before, after = (
        form_of(side.replace(REPLACEMENT * size, REPLACEMENT))
        for side in (text[max(0, start - _NEAR) : start], text[end : end + _NEAR])
    )
    is_first = _SENTENCE_START.search(text, max(0, start - _MOST_SIGNS), start) is not None
    readings: dict[str, tuple[Sequence[Place], float]] = {}
    total = 0.0
    for language, share in languages.items():
        spelled = _spelled(word, language, is_first=is_first)
        places = in_context(spelled, before, after, language)
        result = "".join([place.char for place in places])
        if len(word) < _LEAST_LETTERS:  # what tells the language leaves it out
            share *= 2.0 ** -homographs.form_bits(word.lower(), language)
        if REPLACEMENT not in result:
            first, sum_of = readings.get(result, (places, 0.0))
            readings[result] = first, sum_of + share * _certainty(places)
            total += share
    if not total:
        return
    result = max(readings, key=lambda each: readings[each][1])
    places, certain = readings[result]
    if certain < LEAST_PROBABILITY * total:
        return
    if not is_in_one_case(result):
        return  # what is before a capital was a quotation mark
    has_lost_end = places[0].choices or places[-1].choices
    if word != REPLACEMENT and has_lost_end and isinf(known_bits(result, languages)):
        return  # any mark may be at the end of a word
    at = start
    for place in places:
        if place.choices:
            bits = -log2(_WRONG * (1.0 - min(place.probability, _MOST_PROBABILITY)))
            yield Edit(at, at + size, place.char, (NAME_LOST,), bits, guessed=True, code=CODE)
        at += size if place.choices else 1


def _spelled(word: str, language: str, *, is_first: bool) -> Sequence[Place]:
    """Return the letters of a word as a language has them; of one that is all lost nothing is known."""
    places = [*_places(word, language, is_first=is_first)]
    return places if word == REPLACEMENT else respelled(places, model_of_language(language))


def _certainty(places: Sequence[Place]) -> float:
    return min(place.probability for place in places)


def _places(word: str, language: str, *, is_first: bool) -> Iterator[Place]:
    """Yield the letters of a word, with all that a lost one may be.

    Args:
        word: with one U+FFFD for each letter that is lost.
        language: its language.
        is_first: whether it begins a sentence.
    """
    known = word.replace(REPLACEMENT, "")
    is_in_capitals = len(known) > 1 and known.isupper()
    small, capital, either = _letters(language)
    for at, char in enumerate(word):
        if char != REPLACEMENT:
            yield Place(char)
        elif is_first and at == 0:
            yield Place(char, capital, 0.0)
        elif is_in_capitals:
            yield Place(char, (*capital, _APOSTROPHE) if at else capital, 0.0)
        else:
            yield Place(char, (*small, _APOSTROPHE) if at else either, 0.0)


@cache
def _letters(language: str) -> tuple[tuple[Choice, ...], ...]:
    """Return the letters beyond ASCII of a language: the small ones, the capitals, and all."""
    chars = "".join(char for char in letters()[language] if script_of(char))
    small, capital = dict.fromkeys(chars.lower()), dict.fromkeys(chars.upper())
    # Not the ASCII in the other case of a letter, as ``SS`` is of ``ß``.
    return _choices(small), _choices(capital), _choices(small | capital)


def _choices(chars: Iterable[str]) -> tuple[Choice, ...]:
    return tuple(Choice(char) for char in chars if char > "\x7f")
