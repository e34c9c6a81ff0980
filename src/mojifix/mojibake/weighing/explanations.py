"""What a word costs as clean text that the language model does not expect.

Its case may be odd, a letter of it drawn out, or it may be words of two scripts side by side. Every
reading of a word as garbled has to be cheaper, whatever garbled it. What comes out may be odd in the
same ways, so that both are weighed alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import comb, log2
from typing import Final

from mojifix.language.alphabet import FIRST_BEYOND_LATIN, SYLLABIC
from mojifix.language.model import letters
from mojifix.mojibake.weighing.costs import pieces_of
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.weighing.word_kinds import is_in_one_case

# What it costs that a word goes from small letters to capitals more than once, as ``ПрИвЕт``, and for
# each letter. Of 2,966 held-out words so written 114 were changed without this, none is now; where one
# capital was enough, 3 % of single garbled words were lost (``veszÚlyt``, which was ``veszélyt``).
_CASE_BITS: Final = 10.0
_LETTER_CASE_BITS: Final = 0.5
# … that a letter is drawn out, as in ``dupăăăăă``, and for each time that it is repeated.
_STRETCH_BITS: Final = 8.0
_REPEATED_BITS: Final = 1.5
_STRETCHED: Final = re.compile(r"(\w)\1{2,}")
# … that words of two scripts stand side by side, as in ``Tシャツ``. Of 12 capitals beside a kana that
# were changed 7 still are with 10 bits; with 6 garbled words are lost (``ффnesti``, once ``äänesti``).
_JOINT_BITS: Final = 6.0
# What it costs that a word lists letters that a language has beyond ASCII, as ``äöü`` does. Of 1,106
# lines with such lists 71 are changed without, 4 with 20 bits, 10 with 24; of 3,032 garbled texts two
# are lost with 16, none with 20.
_LETTERS_BITS: Final = 20.0


def gained(before: str, after: str, scale: Scale) -> float:
    """Return how many bits shorter a reading of a word is than the word, however that was written.

    >>> words = "дРеВнИх", "نذهآيبُ"
    >>> scale = Scale("")
    >>> scale.saved(*words) > 50, gained(*words, scale) > 0
    (True, False)
    """
    saved = scale.saved(before, after)
    explained = list(odd_bits(before, scale)) if saved > 0 else []
    if not explained:
        return saved
    return min(saved, min(explained) - least_bits(after, scale))


def least_bits(word: str, scale: Scale) -> float:
    """Return what a word costs, however oddly it may have been written.

    >>> scale = Scale("")
    >>> least_bits("ПрИвЕт", scale) < scale.bits("ПрИвЕт")
    True
    """
    return min([scale.bits(word), *odd_bits(word, scale)])


def odd_bits(word: str, scale: Scale) -> Iterator[float]:
    """Yield what a word costs in each odd way that it may have been written in.

    >>> [len(list(odd_bits(word, Scale("")))) for word in ("ПрИвЕт", "Привет", "Tシャツ", "IndiaтАУU")]
    [1, 0, 1, 0]
    """
    if sum(left.islower() and right.isupper() for left, right in pairwise(word)) > 1:
        yield scale.bits(word.lower()) + _CASE_BITS + _LETTER_CASE_BITS * len(word)
    single, stretches = _STRETCHED.subn(r"\1", word)
    if stretches:
        repeated = _REPEATED_BITS * (len(word) - len(single))
        yield scale.bits(single) + _STRETCH_BITS * stretches + repeated
    pieces = pieces_of(word)
    if len(pieces) > 1 and all(_may_be_a_word(*piece) for piece in pieces):
        joints = _JOINT_BITS * (len(pieces) - 1)
        yield sum(scale.bits(piece) for _, piece in pieces) + joints


def listed_bits(word: str) -> Iterator[float]:
    """Yield what it costs that a word is a list of letters of a language, each of them once.

    >>> [round(min(listed_bits(word), default=0.0)) for word in ("äöü", "åäö", "íåò", "êàê")]
    [25, 26, 0, 0]
    """
    chosen = set(word)
    if 2 < len(chosen) == len(word) and max(chosen) < FIRST_BEYOND_LATIN:
        for chars in _letters_of_each():
            if chosen <= chars:
                yield _LETTERS_BITS + log2(comb(len(chars), len(word)))


@cache
def _letters_of_each() -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, letters().values()))


def _may_be_a_word(script: str, piece: str) -> bool:
    """Tell whether a piece of a word may be one: ``тАУ`` and one or two letters are none."""
    if script == "latin" or script in SYLLABIC:
        return True
    return sum(map(str.isalpha, piece)) > 2 and is_in_one_case(piece)
