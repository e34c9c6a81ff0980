"""Weighing text that is in no language: alphabets in rows, box drawings, kaomoji, phonetic script.

Such text, leetspeak and code must not be "explained" as garbled words. Entering it costs once, then
each character what it takes to pick it from its kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import inf, log2
from typing import Final

from mojifix.language.alphabet import SYLLABIC, script_of
from mojifix.mojibake.weighing.word_kinds import is_in_one_case, is_row

BACKGROUND_BITS: Final = 24.0  # that text begins which is in no language
BACKGROUND_WORD_BITS: Final = 3.0  # … for each word of it
_ENTRY_BITS: Final = 4.0  # of BACKGROUND_BITS, per character of a short word
# Bits of one character.
_ASCII: Final = 5.5
_LARGE: Final = 13.5  # characters of scripts with thousands of them
_OTHER: Final = 7.5
# … and less, for each letter of a word of one alphabet, which is as small as that of ASCII. Of 2,189
# English words typed in the Russian, Greek, Hebrew or Thai layout of keys (``руддщ``) 54 are changed
# without this, 4 with it; of 901 garbled words of up to six letters three are lost. Classes of accented
# letters in patterns (``[^íúòóàé]``) are changed without it, too.
_ONE_ALPHABET_BITS: Final = _OTHER - _ASCII
# … of Latin ones so many at least: with 3, four of 540 single words are lost that come back otherwise.
_LEAST_ACCENTED: Final = 5
_RARE_SIGNS: Final = "〒〓〔〕〖〗〘〙〚〛"  # of East Asia, as seldom as any one of its characters
_BROKEN: Final = 20.0  # controls, U+FFFD and private use, which nobody writes
_REPEATED: Final = 1.5  # … like the one before, or after one that it followed before: ``пыщ-пыщ``
# … of a row of letters, in the order of an alphabet or all forms of one letter: ``чшщ``, ``aáàä``.
# Without this a clean case of the corpus is changed.
_IN_ROW: Final = 3.0
# How often each letter of a drill is there on average. With 1, ``Bihaæ`` beside garbled words is lost.
_OVER_AND_OVER: Final = 3


def background_bits(text: str) -> float:
    """Return what the characters of a text that is in no language cost."""
    if is_row(text):
        return _OTHER + _IN_ROW * (len(text) - 1)
    bits, last = 0.0, ""
    seen: set[str] = set()
    for char in text:
        pair = last + char
        if char == last or pair in seen:
            bits += _REPEATED
        elif char < "\x80":
            bits += _ASCII
        elif char < "\xa0" or "\ue000" <= char <= "\uf8ff" or char == "\ufffd":
            bits += _BROKEN
        elif "\u3400" <= char <= "\ud7a3" or char in _RARE_SIGNS:
            bits += _LARGE
        else:
            bits += _OTHER
        seen.add(pair)
        last = char
    return bits


def drill_bits(words: Iterable[str]) -> float:
    """Return what words cost as a drill of a typing course: a few letters over and over.

    Each character costs by how often it is in the words before; without this, 60 of 4,000 lines of such
    courses are changed. A new one has the share that Moffat's method C gives it ("Implementing the PPM
    data compression scheme", 1990).

    >>> round(drill_bits(["φξφ", "ξφξφ"])), drill_bits(["λόγος", "μέτρον"])
    (36, inf)
    """
    seen: Counter[str] = Counter()
    bits = 0.0
    for word in words:
        every = seen.total() + len(seen)
        bits += BACKGROUND_WORD_BITS
        for char in word:
            if char in seen:
                bits -= log2(seen[char] / every)
            else:
                bits += background_bits(char) - (log2(len(seen) / every) if seen else 0.0)
        seen.update(word)
    return bits if seen.total() >= _OVER_AND_OVER * len(seen) else inf


def background_word_bits(word: str) -> float:
    """Return what a word costs that is in no language by itself.

    >>> background_word_bits("├─┐"), background_word_bits("├───────┐")
    (34.5, 55.5)
    """
    bits = min(BACKGROUND_BITS, _ENTRY_BITS * len(word)) + background_bits(word)
    return bits - _ONE_ALPHABET_BITS * len(word) if _is_of_one_alphabet(word) else bits


def _is_of_one_alphabet(word: str) -> bool:
    """Tell whether a word is letters of one alphabet, in one case; of Latin, accented ones, each once.

    >>> _is_of_one_alphabet("руддщ"), _is_of_one_alphabet("аёџ§"), _is_of_one_alphabet("êñåñ")
    (True, False, False)
    """
    scripts = set(map(script_of, word))
    if len(scripts) > 1 or not scripts.isdisjoint((None, *SYLLABIC)):
        return False
    if scripts == {"latin"} and (
        len(word) < _LEAST_ACCENTED or min(word) < "\x80" or len(set(word)) < len(word)
    ):
        return False
    return is_in_one_case(word)
