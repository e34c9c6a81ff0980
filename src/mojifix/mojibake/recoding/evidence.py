"""What the words that a pair of encodings undoes tell together.

Many tell less than their sum, and one that a language is known to have more than one that none has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from mojifix.language.alphabet import script_of
from mojifix.mojibake.recoding.pairs import WORD_BITS, WRITERS, Pair
from mojifix.mojibake.recoding.recoded_words import RecodedWord, has_letters
from mojifix.mojibake.weighing.background import (
    BACKGROUND_BITS,
    BACKGROUND_WORD_BITS,
    background_bits,
    drill_bits,
)
from mojifix.mojibake.weighing.known_words import knowledge_of_pieces
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.words import without_ascii

# What a pair is lent that makes words most of which a language is known to have, and what it costs that
# a Latin one makes words of Latin letters that none has. Of 1,174 held-out words between English ones
# 89.7 % come back and 1.8 % become another word, and of 5,000 clean words in 142 languages 11 change,
# all in languages that the model does not know; lent 10 bits it is 90.1, 1.8 and 12.
KNOWN_BITS: Final = 8.0
_UNKNOWN_BITS: Final = 8.0


def joint_gain(words: list[RecodedWord], scale: Scale) -> float:
    """Return what undoing some words saves together.

    Two things make the whole less than the sum of its parts: text in no language is entered once,
    not word by word; and the same characters, garbled the same way, are the same evidence again.
    Signs are no text.
    """
    before, after = [], []
    for word in words:
        plain = BACKGROUND_WORD_BITS + background_bits(word.old)
        bits = scale.bits(word.new) + WORD_BITS
        if not has_letters(word.after):
            bits = min(bits, plain) - min(word.gain, 0.0)
        before.append(plain)
        after.append(bits)
    background = BACKGROUND_BITS + min(sum(before), drill_bits([word.old for word in words]))
    told = evidence((word.old, word.gain) for word in words)
    return min(told, background - sum(after))


def evidence(found: Iterable[tuple[str, float]]) -> float:
    """Return what some words tell together, be they capitals or not.

    The same characters tell less in each further word, and the same word tells nothing again: clean
    text repeats its odd words, too.

    Args:
        found: the words, and the bits that each tells by itself.
    """
    told: set[str] = set()
    seen: Counter[frozenset[str]] = Counter()
    total = 0.0
    for word, own in found:
        small = word.lower()
        key = frozenset(without_ascii(small))
        seen[key] += small not in told
        if own <= 0:
            total += own
        elif small not in told:
            total += own / seen[key]
        told.add(small)
    return total


def vouched_bits(words: list[RecodedWord], pair: Pair, scale: Scale, *, is_known: bool) -> float:
    """Return what a pair is lent because languages are known to have most of the words that it makes.

    Less than nothing where a Latin one makes words that none has, and neither the reader, the language
    nor its letters are known.

    Args:
        words: those that it makes, in a text.
        pair: the pair.
        scale: weighs words in the languages of the text.
        is_known: whether the reader is known.
    """
    found = [each for word in words for each in knowledge_of_pieces(word.after)]
    known = sum(each.is_known for each in found)
    if 2 * known > sum(each.is_known or each.more > 0 for each in found):
        return KNOWN_BITS
    before = without_ascii("".join(word.old for word in words))
    after = without_ascii("".join(word.new for word in words).lower())
    if (
        is_known
        or scale.hints.languages
        or WRITERS.get(pair.true) != "latin"
        or {*map(script_of, before)} != {"latin"}
        or (after and scale.letters.issuperset(after))
    ):
        return 0.0
    return -_UNKNOWN_BITS * any(each.more for each in found)
