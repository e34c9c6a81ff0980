"""Which words are worth a second look: those in a stretch that no language explains.

A cumulative sum over how much more each word costs than a clean one, as in Page's CUSUM test
("Continuous inspection schemes", 1954): it rises on a garbled stretch and falls on a clean one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from mojifix.language.alphabet import FIRST_BEYOND_LATIN, SYLLABIC, script_of
from mojifix.mojibake.weighing.costs import pieces_of, word_bits
from mojifix.mojibake.weighing.known_words import knowledge_of
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.weighing.word_kinds import bare
from mojifix.mojibake.words import Span, without_ascii

# What a clean word costs: bits per character and one more, and bits per word. On the development
# sample half of the clean words cost less, and 95 % at most 2 bits a character more; of garbled
# words 95 % cost more than that.
_WORD_BITS: Final = 4.0
_CHAR_BITS: Final = 3.6
_CHAR_BITS_OF_SCRIPT: Final = {
    "han": 8.5, "hangul": 4.5, "thai": 4.7, "khmer": 4.5, "ethiopic": 4.6, "bengali": 4.0,
    "kannada": 3.9, "devanagari": 3.8, "gujarati": 3.8, "gurmukhi": 3.8, "malayalam": 3.8,
}  # fmt: skip
# … in half-width katakana, which the model knows little of: 99 % of them cost more.
_HALF_WIDTH_CHAR_BITS: Final = 6.5
_HALF_WIDTH: Final = re.compile("[\uff66-\uff9f]")
# Letters that cost what Latin does beside any other script, or ``imaginaci髇`` reads like clean Han.
_LATIN_LETTERS: Final = re.compile("[A-Za-z]+")
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")
# A clean stretch loses that much per word; a garbled one gains several times as much.
_DRIFT_BITS: Final = 1.0
_LONE_LETTER_BITS: Final = 7.0  # what an è costs in Italian, which makes a word of it
_MOST_BITS_LOST: Final = 2.0  # by one clean word: a few of them must not hide garbled neighbors
_THRESHOLD_BITS: Final = 9.0

# Bits per character that a plausible word may cost over the norm: what 93 to 99 % of clean words
# stay under. Names and loan words of a syllabary vary more.
SLACK_BITS: Final = 1.8
_SLACK_BITS_OF_SCRIPT: Final = {"hangul": 4.5, "han": 2.3}

_LEAST_LETTERS: Final = 2  # side by side, of a word
# What is no part of a word in another script than Latin: ``1<``, ``>``, the quotes of a string, and
# question marks in front of one, which were pictures.
OTHER_ALPHABET: Final = re.compile(
    r"[A-Za-z0-9`*/#|_~^\\<>{}\[\]@=+&%$]+|(?<![^\x00-\x7f])['?]+|'(?!\w)"
)
_WIDE_SIGNS: Final = (
    "、。，．；：！？（）「」『』《》〈〉【】"  # that stand before Han without a space
)
# ASCII and pictures; the icons of a font stand before or behind a word, not in it.
_PICTURES: Final = re.compile(
    r"[\ue000-\uf8ff]*"
    r"[\x00-\x7f\xa0\u200d\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]*"
    r"[\ue000-\uf8ff]*"
)
_WORD_LIMIT: Final = 64  # characters of a word that are looked at: without spaces, words are long


def excess_bits(word: str, scale: Scale | None = None) -> float:
    """Return how much more a word costs than a clean word of its length would."""
    if scale is None:
        return _excess_in_any_language(word[:_WORD_LIMIT])
    core, clean = clean_bits(word[:_WORD_LIMIT])
    return (scale.bits(core) if core else 0.0) - clean


def excess_bits_of_char(words: Sequence[str], scale: Scale) -> float:
    """Return how much more some words cost than clean ones, per character that is looked at."""
    chars = sum(min(len(word), _WORD_LIMIT) for word in words)
    return sum(excess_bits(word, scale) for word in words) / chars


@lru_cache(maxsize=8192)
def _excess_in_any_language(word: str) -> float:
    core, clean = clean_bits(word)
    return (word_bits(core) if core else 0.0) - clean


@lru_cache(maxsize=8192)
def clean_bits(word: str) -> tuple[str, float]:
    """Return what of a word is to be weighed, and what that costs when it is clean.

    Of a word of ASCII or pictures there is nothing to weigh, which speaks for it as much as may be.

    >>> clean_bits("«Wörter»,"), clean_bits("word…")
    (('Wörter', 29.2), ('', 2.0))
    """
    core = bare(word[:_WORD_LIMIT])
    if core.isascii() or (not core.isalpha() and _PICTURES.fullmatch(core)):
        return "", _MOST_BITS_LOST
    if max(core) < FIRST_BEYOND_LATIN:
        return core, _WORD_BITS + _CHAR_BITS * (len(core) + 1)
    found = _BEYOND_ASCII.search(core.lstrip(_WIDE_SIGNS))
    first = found.group() if found else " "
    per_char = _CHAR_BITS_OF_SCRIPT.get(script_of(first) or "", _CHAR_BITS)
    if _HALF_WIDTH.match(first):
        per_char = _HALF_WIDTH_CHAR_BITS
    letters = sum(map(len, _LATIN_LETTERS.findall(core)))
    others = len(core) + 1 - letters
    return core, _WORD_BITS + per_char * others + _CHAR_BITS * letters


def is_plausible(word: str, scale: Scale, slack: float = SLACK_BITS) -> bool:
    """Tell whether a word reads like one: it is no lone letter, and some language explains it.

    Letters in a row, signs between digits and the like can be read as other letters, too; such
    readings are no evidence. Of clean words 95 % are plausible.

    Args:
        word: the word.
        scale: weighs words in the languages of the text.
        slack: bits per character that it may cost over the norm, where its script does not need
            more.

    >>> is_plausible("Привет", Scale("")), is_plausible("Ж", Scale("")), is_plausible("…", Scale(""))
    (True, False, True)
    """
    if "\ufffd" in word:  # garbage that stands for a loss: naming it is all that can be done
        return True
    if is_not_latin(word):
        pieces = OTHER_ALPHABET.split(word)
        if max(sum(map(str.isalpha, piece)) for piece in pieces) < _LEAST_LETTERS:
            return False
        word = "".join(pieces)
    scripts = [script for char in word if (script := script_of(char))]
    if len(scripts) == 1 and (scripts[0] != "latin" or scale.bits(bare(word)) > _LONE_LETTER_BITS):
        return False
    slack = max(slack, _SLACK_BITS_OF_SCRIPT.get(scripts[0], 0.0) if scripts else 0.0)
    return excess_bits(word, scale) <= slack * (len(word) + 1)


def is_foreign_and_unknown(word: str, scale: Scale) -> bool:
    """Tell whether a word has letters that the language of the text has not, and is known in no other.

    >>> scale = Scale("The committee visited the office.")
    >>> [is_foreign_and_unknown(word, scale) for word in ("velièine", "veličine", "visited")]
    [True, False, False]
    """
    beyond = without_ascii(word.lower())
    if not any(map(str.isalpha, beyond)) or scale.letters.issuperset(beyond):
        return False
    # Of syllables and words none is unknown.
    return any(
        knowledge_of(script, piece).more
        for script, piece in pieces_of(word)
        if script not in SYLLABIC
    )


def is_not_latin(word: str) -> bool:
    """Tell whether the letters beyond ASCII of a word are of another script than Latin.

    >>> is_not_latin("Файл1.txt"), is_not_latin("café"), is_not_latin("cafe")
    (True, False, False)
    """
    if max(word, default="") < FIRST_BEYOND_LATIN:  # as of most words
        return False
    scripts = {script_of(char) for char in word if char > "\x7f"} - {None}
    return bool(scripts) and "latin" not in scripts


def suspects(
    text: str, spans: list[Span], scale: Scale | None = None, threshold: float = _THRESHOLD_BITS
) -> list[Span]:
    """Return the words that stand in a stretch which no language explains.

    Args:
        text: the text.
        spans: its words.
        scale: weighs words in the languages of the text; without it any language will do.
        threshold: bits that the words of a stretch must cost over the norm.
    """
    found: list[Span] = []
    last = peak = 0.0
    start = end = 0
    words = (text[left:right] for left, right in spans)
    for index, total in enumerate(_excess_so_far(words, scale)):
        if last <= 0:
            if peak > threshold:
                found += spans[start:end]
            peak, start = 0.0, index
        if total > peak:
            peak, end = total, index + 1
        last = total
    return found + spans[start:end] if peak > threshold else found


def has_suspects(
    words: Iterable[str], scale: Scale | None = None, threshold: float = _THRESHOLD_BITS
) -> bool:
    """Tell whether ``suspects`` are among some words, where nobody asks for their places.

    >>> has_suspects(["déjà", "là"]), has_suspects(["dÃ©jÃ", "lÃ"])
    (False, True)
    """
    return any(total > threshold for total in _excess_so_far(words, scale))


def _excess_so_far(words: Iterable[str], scale: Scale | None) -> Iterator[float]:
    """Yield what a stretch of words costs over the norm up to each; the next begins where none."""
    total = 0.0
    for word in words:
        bits = max(excess_bits(word, scale), -_MOST_BITS_LOST)
        total = max(total, 0.0) + bits - _DRIFT_BITS
        yield total
