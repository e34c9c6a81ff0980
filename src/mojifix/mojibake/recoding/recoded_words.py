"""What undoing a pair of encodings makes of a single word, and what that saves.

A reading has to be cheaper than every other explanation of the word: that it is in no language, two
words that were joined, half-width katakana, or a clean word with marks around its letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from string import punctuation
from typing import Final, NamedTuple
from unicodedata import normalize

from mojifix.mojibake.recoding.lookalikes import LOOKALIKE_BITS, TYPED_BITS, as_typed
from mojifix.mojibake.recoding.meant_signs import meant_bits
from mojifix.mojibake.recoding.pairs import WORD_BITS
from mojifix.mojibake.weighing.background import background_word_bits
from mojifix.mojibake.weighing.explanations import least_bits, listed_bits, odd_bits
from mojifix.mojibake.weighing.scale import MARK_BITS, Scale
from mojifix.mojibake.weighing.suspects import (
    OTHER_ALPHABET,
    SLACK_BITS,
    is_not_latin,
    is_plausible,
)
from mojifix.mojibake.weighing.word_kinds import (
    bare,
    is_amount,
    is_drawing,
    is_formula,
    is_listing,
    is_typographic,
    without_marks,
)
from mojifix.mojibake.words import without_ascii

_GLUE_BITS: Final = 10.0  # that two words were joined, as a label and a title beside it are
_AFTER_STOP: Final = re.compile(r"(?<=\w[.!?…])(?=\w)")
# A word in half-width katakana is taken to cost that much less than its full-width twin: with 16, one
# of the corpus is changed; of 800 in English sentences one is with 8, and 35 where no twin is asked.
_HALF_WIDTH_BITS: Final = 20.0
_HALF_WIDTH: Final = re.compile("[\uff66-\uff9f]")
_CLEAN: Final = (is_typographic, is_listing, is_amount, is_formula, is_drawing)
_ORDINALS: Final = "ªº"  # letters to Unicode, signs to their readers
# Hebrew and Arabic in the order in which old terminals showed them. Words that another reading makes
# of these two scripts by accident are no words backwards either. Without this one of 3,727 interface
# texts in other alphabets is changed; from 4 to 16 bits none is, and no development text moves.
_RIGHT_TO_LEFT: Final = re.compile("[\u0591-\u06ff]")
_REVERSED_BITS: Final = 8.0
# A word of so many letters, or capitals, may be an abbreviation: the days of the week in Macedonian
# or Tatar dates. Beside more letters it costs what an accent does: ``Κθμ`` there was ``Ким``. Without
# this a case of the corpus is changed; half and double of both move none of 14,905 interface texts and
# of 458 development ones that come back.
_ABBREVIATION: Final = re.compile("[\u0370-\u06ff]{2,3}|[\u0370-\u03ab\u0400-\u042f]{4,5}")
_BETWEEN_LETTERS: Final = re.compile(r"[\W\d_]+")
_LEAST_ABBREVIATION_BITS: Final = 8.0
_ABBREVIATION_LETTER_BITS: Final = 5.0
# ``Kurdī`` is a transliteration, no ``Kurdî`` read as Baltic: of 9,000 names with macrons none is
# changed, 17 are without this, and as many of 541 garbled words come back.
_MACRONS: Final = str.maketrans("āēīōūĀĒĪŌŪ", "âêîôûÂÊÎÔÛ")
_TRANSLITERATED_BITS: Final = 8.0
# The rule of a table, or the branch of a tree, without a blank between it and a word.
_RULE: Final = re.compile("^(?:[│┃║]|[├└┣┗╠╚][─━═]+)|[│┃║]$")
# An accent, or the second letter of a ligature.
_ACCENT: Final = re.compile("[\u0300-\u036f]")
_LIGATURES: Final = str.maketrans(
    {"æ": "ae\u0308", "œ": "oe\u0308", "Æ": "Ae\u0308", "Œ": "Oe\u0308"}
)
# What ligatures cost, which Latin is written with. Of 62 words with one, alone and between English
# ones, 2 are changed, 6 without this; of 885 with æ for another letter 832 and 834 come back.
_LIGATURE_BITS: Final = 8.0
_OF_LIGATURES: Final = frozenset("æœ")
# What an accent costs at most that the language of the text has on that letter, or a diaeresis that
# parts two vowels, which poets write in any language. It loses 3 of 1,649 words and sentences of the
# pieces of text that no model was trained on, and restores nothing wrongly.
_OWN_ACCENT_BITS: Final = 10.0
_HIATUS: Final = re.compile("[aeiou][äëïöü]|[äëïöü][aeiou]")
# As ``SLACK_BITS``, for words that save more than any clean word does, in which rare characters are no
# accident: ``剑侠情缘``.
_SURE_SLACK_BITS: Final = 3.6
# That a word was typed with the capitals locked: ``бЛОХ``. Of 3,230 lines so typed 17 were changed
# without, 11 are now; of 9,000 garbled lines none is lost.
_CAPS_LOCK_BITS: Final = 10.0
# Bits that garbled signs may cost more than what they stand as. With 20 bits ``№`` is lost, from 30 on
# no sign of 2,458 garbled sentences; ``אויף`` would cost 67 more as ``€…‰“``.
_SIGN_BITS: Final = 40.0
# So much is never saved on clean words of a language that the model does not know: of those in Latin
# script that were changed, none saved half as much.
BEYOND_DOUBT_BITS: Final = 60.0


@dataclass(frozen=True, slots=True)
class RecodedWord:
    """A word as it stands and as it was, and what undoing its pair saves.

    Attributes:
        start, end: span in the text.
        after: the word as it was.
        old, new: what is weighed of it, as it stands and as it was.
        gain: bits saved against the best other explanation of the word.
        saved: bits saved against the word as words of a language go.
    """

    start: int
    end: int
    after: str
    old: str
    new: str
    gain: float
    saved: float


class OddBits(NamedTuple):
    """What it costs in a text that a word is written oddly.

    Attributes:
        accent: that it has an accent and is written without, too.
        lookalike: that letters of it are typed in another alphabet.
        are_typed: whether all such words of the text may be.
    """

    accent: float
    lookalike: float = LOOKALIKE_BITS
    are_typed: bool = False


def weighed_word(
    start: int, end: int, before: str, after: str, scale: Scale, odd: OddBits
) -> RecodedWord:
    """Return what undoing a pair saves on one word.

    Args:
        start: where the word starts in its text.
        end: where it ends.
        before: the word as it stands.
        after: the word as it was.
        scale: weighs words in the languages of the text.
        odd: what it costs that the word is written oddly.
    """
    old, new = own_parts(before, after)
    unmarked, marks = without_marks(before)  # a mark beside a digit is one, which ``old`` lacks
    saved = scale.saved(old, new) - WORD_BITS
    explained = min(_explanations(old, scale, odd))
    if marks:
        own, _ = own_parts(unmarked, after)
        explained = min(explained, scale.bits(own.strip()) + MARK_BITS * marks)
    if has_letters(after):
        explained = min([explained, *meant_bits(before, after, scale)])
    gain = min(saved, explained - least_bits(new, scale) - WORD_BITS)
    typed = as_typed(old)
    is_typed = odd.are_typed and typed.isascii()
    is_clean = (
        (is_typed and scale.bits(typed) <= scale.bits(new) + TYPED_BITS)
        or marks > len(unmarked)
        or any(is_so(before) for is_so in _CLEAN)
        or is_listing(bare(old).strip("-"))  # the hyphens of ranges
    )
    slack = _SURE_SLACK_BITS if saved > BEYOND_DOUBT_BITS else SLACK_BITS
    if is_clean or not is_plausible(after, scale, slack):
        gain = min(gain, 0.0)
    # The model knows few signs: ``№`` goes with its neighbors. A word that is one stays.
    if not has_letters(after) and saved > -_SIGN_BITS:
        gain, saved = max(gain, 0.0), max(saved, 0.0)
    return RecodedWord(start, end, after, old, new, gain, saved)


def has_letters(word: str) -> bool:
    """Tell whether a word has letters beyond ASCII.

    >>> has_letters("№5"), has_letters("2ª"), has_letters("м²")
    (False, False, True)
    """
    return any(char.isalpha() and char not in _ORDINALS for char in without_ascii(word))


def _explanations(word: str, scale: Scale, odd: OddBits) -> Iterator[float]:
    """Yield what a word costs if it is none of a language, and none that was garbled."""
    yield background_word_bits(word)
    yield from odd_bits(word, scale)
    glued = _glued(word)
    if len(glued) > 1:
        yield sum(map(scale.bits, glued)) + _GLUE_BITS * (len(glued) - 1)
    if _HALF_WIDTH.search(word):
        yield scale.bits(normalize("NFKC", word)) - _HALF_WIDTH_BITS
    typed = as_typed(word)
    if typed != word:
        yield scale.bits(typed) + odd.lookalike
    if (transliterated := word.translate(_MACRONS)) != word:
        yield scale.bits(transliterated) + _TRANSLITERATED_BITS
    if _RIGHT_TO_LEFT.search(word):
        yield scale.bits(word[::-1]) + _REVERSED_BITS
    parts = _BETWEEN_LETTERS.split(bare(word).strip(punctuation))
    if all(map(_ABBREVIATION.fullmatch, parts)):
        entry = odd.accent if scale.has_context else _LEAST_ABBREVIATION_BITS
        more = _LEAST_ABBREVIATION_BITS * (len(parts) - 1)
        yield entry + more + _ABBREVIATION_LETTER_BITS * len(word)
    yield from listed_bits(word)
    swapped = word.swapcase()
    if word[1:].isupper() and swapped.istitle():
        yield scale.bits(swapped) + _CAPS_LOCK_BITS
    unruled, rules = _RULE.subn("", word)
    if rules:
        yield scale.bits(unruled) + MARK_BITS * rules
    unaccented, accents = _ACCENT.subn("", normalize("NFD", word.translate(_LIGATURES)))
    if accents and unaccented.isascii():
        yield scale.bits(unaccented) + _accent_bits(word, scale, odd.accent)


def _accent_bits(word: str, scale: Scale, most: float) -> float:
    """Return what the accents of a word cost, the same one once; less if they are its language's.

    Ligatures alone cost the same in any language.

    Args:
        word: the word.
        scale: weighs words in the languages of the text.
        most: bits of one accent.
    """
    small = word.lower()
    if _OF_LIGATURES.issuperset(without_ascii(small)):
        return _LIGATURE_BITS
    if _HIATUS.sub("", small).isascii() or scale.letters.issuperset(without_ascii(small)):
        most = min(most, _OWN_ACCENT_BITS)
    return most * len(set(without_ascii(word)))


def _glued(word: str) -> list[str]:
    """Return the words of which one may have been made, in Latin where a blank after a stop is missing.

    >>> _glued("записЯк"), _glued("закладкЯ"), _glued("SymptÙmes"), _glued("venu.à")
    (['запис', 'Як'], ['закладкЯ'], ['SymptÙmes'], ['venu.', 'à'])
    """
    if not is_not_latin(word):
        return _AFTER_STOP.split(word)
    cuts = [
        at
        for at in range(1, len(word) - 1)
        if word[at].isupper() and word[at - 1].islower() and word[at + 1].islower()
    ]
    return [word[start:end] for start, end in pairwise((0, *cuts, len(word)))]


def own_parts(before: str, after: str) -> tuple[str, str]:
    """Return two readings of a word, each without the ASCII that stands in both and is no part of it.

    ``<Файл1>`` is weighed as ``Файл``; the ``@`` of ``ƒ@`` is part of ``ァ``, and a Latin letter
    that a pair makes of half a character stands in the Cyrillic word that it makes. Words that ASCII
    joined stay apart: the three of ``무릎을_꿇은_여자`` would be a strange one.

    >>> own_parts("<Ôàéë1>", "<Файл1>"), own_parts("約秒", "МsУы")
    (('Ôàéë', 'Файл'), ('約秒', 'МsУы'))
    """
    if not is_not_latin(after):
        return before, after
    old, new = [], []
    at = since = 0
    for run in OTHER_ALPHABET.finditer(after):
        found = before.find(run.group(), at)
        if found >= 0:
            old.append(before[at:found])
            new.append(after[since : run.start()])
            at, since = found + len(run.group()), run.end()
    old = [*filter(None, (*old, before[at:]))]
    new = [*filter(None, (*new, after[since:]))]
    between = " " if all(map(str.isalpha, new)) else ""
    return between.join(old), between.join(new)
