"""The gate: text with nothing odd about it passes at the speed of C.

Short text that reads like one language passes at once. Of the rest, garbled text is odd in one of
four ways, and the questions are asked in the order of their cost. *Characters* that nobody writes,
or letters that no one language uses together; in a longer text these count only within a line that
also holds suspect words, and in a short one where some are not Latin. *Places* where a character
does not stand: a sign between two letters, a capital after a small letter. *Pairs* that may be a
lead byte of UTF-8 and what follows it, in a word that no language explains. *Stretches* of words
that no language explains.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from mojifix.codepages import utf8
from mojifix.codepages.singlebyte import with_c1_shown
from mojifix.mojibake.gate import savings, stretches
from mojifix.mojibake.gate.misplaced import signs_of, telling
from mojifix.mojibake.gate.natural import is_natural, without_drawings
from mojifix.mojibake.gate.reach import is_out_of_reach
from mojifix.mojibake.gate.stretches import KANA, SHORT
from mojifix.mojibake.gate.traits import Summary, Trait, summary
from mojifix.mojibake.weighing.costs import word_bits
from mojifix.mojibake.weighing.scale import CLEAN_BITS, Scale
from mojifix.mojibake.weighing.suspects import (
    excess_bits_of_char,
    has_suspects,
    is_foreign_and_unknown,
    suspects,
)
from mojifix.mojibake.weighing.word_kinds import is_spaced_sign, is_table
from mojifix.mojibake.words import (
    beyond_ascii,
    non_ascii_part,
    non_ascii_words,
    window,
    words_at,
)

# A plain integer, which "and" is quick with.
_ODD: Final = int(Trait.ODD)
# Controls that no text holds, but for separators, form feeds and escape sequences; one character
# in nine of bytes that are no text is one.
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a\x7f]")
_FEW_CONTROLS: Final = 8
_BINARY: Final = 0.02

_REMEMBERED: Final = 250_000  # code points of a text of which the answer is remembered for a while
_LATIN: Final = frozenset({"latin"})
_HAN: Final = frozenset({"han"})
# An item of a list as browsers of text write it: what stands alone is no byte of a sequence. Of 3,499
# lines beyond ASCII of flattened pages that do not pass as a whole 2,215 are such, none of them odd.
_ITEM: Final = re.compile("[ \t]*• [\x00-\x7f]*")
# What undoing the pairs of a text must save, which no repair costs less than. One that was garbled
# word by word saves 48 and more; two letters of clean text that might be bytes save a bit or two.
_PAIR_BITS: Final = 15.0
# The last byte of a sequence may have been a curly quote that was made straight: ``â€"``.
_CURLY: Final = str.maketrans("\"'", "”’")
# Over the norm, what the words of a line in no one language may cost in a longer text: in eight of
# ten clean lines they are foreign names and cost less, and in garbled ones twice as much.
_FOREIGN_LINE_BITS: Final = 20.0
# Over the norm, what a character of strange Han without kana costs at least where some was garbled: of
# 2,030 such texts that are repaired rightly none costs less than 2.2, of 192 clean ones 90 do. Kana may
# stay as they are when the Han between them is garbled.
_HAN_BITS: Final = 2.0
# Over the norm, what a stretch of a longer text may cost: nine of ten clean documents of 3 kB hold
# no such stretch, and a garbled sentence costs more.
_LONG_BITS: Final = 40.0


class Verdict(Enum):
    """What the gate makes of a text."""

    ORDINARY = auto()  # no sign of damage
    STRANGE = auto()  # short, and no language explains it, but no repair would be worth its price
    ODD = auto()


def is_ordinary(text: str) -> bool:
    """Tell whether a text shows no sign of damage.

    >>> is_ordinary("Il était déjà là, « près de Łódź ».")
    False
    >>> is_ordinary("Il était déjà là, « près de Paris ».")
    True
    """
    return _verdict(text) is Verdict.ORDINARY


def passes(text: str, codepages: Collection[str] = ()) -> bool:
    """Tell whether a text need not be repaired; False means "look closer".

    It is ordinary, out of reach, or strange and clean all the same; where damage by some code pages is
    expected, only ASCII is.

    >>> is_ordinary("He met Mihai-Vcdă."), passes("He met Mihai-Vcdă.")
    (False, True)
    """
    if codepages and "\0" not in text:
        return text.isascii()
    return (not text.isascii() and is_out_of_reach(text)) or _verdict(text) is not Verdict.ODD


def _verdict(text: str) -> Verdict:
    if text.isascii() and "\0" not in text:  # as most lines are; NUL is a byte of UTF-16
        return Verdict.ORDINARY
    if len(text) <= SHORT:
        return _judged_short(text)
    # Of a text that was repaired that is asked two or three times.
    return _last_judged(text) if len(text) <= _REMEMBERED else _judged(text)


def _judged(text: str) -> Verdict:
    verdict = _judged_by_signs(text)
    if verdict is Verdict.ODD and (rest := without_drawings(text)) != text:
        verdict = _judged_by_signs(rest)
    return Verdict.ORDINARY if verdict is Verdict.ODD and is_table(text) else verdict


def _judged_by_signs(text: str) -> Verdict:
    # NUL is a byte of UTF-16. Of 63,610 clean lines 30 hold such a sign, one of which reads naturally;
    # of 5,754 read as cp1252 5,386 do, and of long garbled texts half in their beginning.
    if "\0" in text or telling().search(text, 0, SHORT):
        return Verdict.ODD
    if text.isascii():
        return Verdict.ORDINARY
    is_short = len(text) <= SHORT
    if is_short and (_ITEM.fullmatch(text) or is_natural(text)):
        return Verdict.ORDINARY
    # No sign of damage is in a word of ASCII, or between two words.
    is_telling = stretches.is_mostly_beyond_ascii(text)
    words = text if is_telling else non_ascii_part(text)
    found = summary(words)
    if _has_oddities(text, words, found, is_short):
        return Verdict.ODD
    # Stretches tell of scripts other than Latin, in which every character is telling, and of long
    # text; not of two such scripts, one of which may be there by a wrong reading.
    places = None
    if (is_telling and len(found.scripts - _LATIN) < 2) or (
        not is_short and found.scripts == _LATIN
    ):
        places = stretches.unexplained(words, found)
        # Stretches with much ASCII cost little. Of 300 short pieces of code with comments in garbled
        # Han, kana or Hangul 189 were repaired without this, 242 are.
        if is_short and not places and len(apart := non_ascii_part(text)) < len(text):
            places = stretches.unexplained(apart, found)
        if not places:
            return Verdict.ORDINARY
    if is_short:
        return _judged_by_words(text, found.scripts)
    if places is None:
        left = beyond_ascii(words)
    else:
        left = (words[slice(*span)] for span in words_at(words, places, stretches.STEP))
    return Verdict.ODD if has_suspects(left, None, _LONG_BITS) else Verdict.ORDINARY


def _judged_by_words(text: str, scripts: Collection[str]) -> Verdict:
    """Return the verdict on a short text with letters of some scripts."""
    scale = Scale(text)
    is_latin = _LATIN.issuperset(scripts)
    spans = non_ascii_words(text)
    words = [text[start:end] for start, end in spans] if is_latin else []
    foreign = [word for word in words if is_foreign_and_unknown(word, scale)]
    if foreign and not scale.languages:  # nothing tells what they are foreign to
        return Verdict.ODD
    strange = [text[start:end] for start, end in suspects(text, spans, scale)]
    if not strange and not foreign:
        return Verdict.ORDINARY
    if is_latin:
        strange += [word for word in foreign if word not in strange]
        limit = (savings.LEAST_FOREIGN_BITS, 0) if foreign else (savings.LEAST_BITS, len(spans))
        if not savings.may_save(strange, scale, *limit):
            return Verdict.STRANGE
    elif _is_clean_han(text, scripts, strange, scale):
        return Verdict.STRANGE
    return Verdict.ODD


def _is_clean_han(text: str, scripts: Collection[str], strange: list[str], scale: Scale) -> bool:
    """Tell whether strange words of Han are a little rare, not garbled."""
    return (
        scripts == _HAN
        and stretches.is_mostly_beyond_ascii(text)
        and not KANA.search(text)
        and excess_bits_of_char(strange, scale) < _HAN_BITS
    )


def _has_oddities(text: str, words: str, found: Summary, is_short: bool) -> bool:
    """Tell whether a text holds characters, places of such, or pairs that only garbled text does.

    Args:
        text: the text.
        words: the part of it that is looked at.
        found: the summary of its characters.
        is_short: whether the text is.
    """
    if found.kinds & _ODD:
        return True
    # Of short texts in Latin letters, names most of them, the words tell: of 8,270 odd clean lines 470
    # pass so, and of 9,132 garbled texts none that is repaired.
    has_no_language = found.scripts and not found.languages
    if has_no_language and (
        found.scripts != _LATIN if is_short else _has_line_in_no_language(text.split("\n"))
    ):
        return True
    for sign in signs_of(found.kinds):
        if sign.search(words):
            return True
    return bool(found.pages) and _has_unexplained_pair(words, found.pages)


_last_judged: Final = lru_cache(maxsize=4)(_judged)
# The passages of a long text are asked again when some of it was repaired.
_judged_short: Final = lru_cache(maxsize=2048)(_judged)


def _has_line_in_no_language(lines: list[str]) -> bool:
    """Tell whether a line holds letters that no one language uses together, and words that none does.

    A foreign name between clean words is in a language of its own. Lines together hold no such letters
    where none of them does.
    """
    text = "\n".join(lines)
    found = summary(text)
    if not found.scripts or found.languages:
        return False
    if len(lines) == 1:
        return has_suspects(beyond_ascii(text), Scale(text), _FOREIGN_LINE_BITS)
    half = len(lines) // 2
    return _has_line_in_no_language(lines[:half]) or _has_line_in_no_language(lines[half:])


def is_binary(text: str) -> bool:
    """Tell whether a text is no text: an image, say, that somebody read as one.

    >>> is_binary(bytes(range(256)).decode("latin-1"))
    True
    """
    controls = len(_CONTROL.findall(text))
    return controls > _FEW_CONTROLS and controls > _BINARY * len(text)


def _has_unexplained_pair(text: str, pages: int) -> bool:
    """Tell whether characters may be bytes of UTF-8, in pairs, in words that no language explains."""
    saved = 0.0
    for match in utf8.meeting_point().finditer(text):
        at = match.start()
        mask = pages & _meeting(text[at - 1 : at], text[at], text[at + 1 : at + 2])
        if mask:
            saved += _saved_by_undoing(text[slice(*window(text, at, match.end()))], mask)
            if saved > _PAIR_BITS:
                return True
    return False


@lru_cache(maxsize=8192)
def _saved_by_undoing(word: str, pages: int) -> float:
    """Return the bits that undoing runs of a code page saves, none where a language explains a word."""
    bits = word_bits(word)
    if bits < CLEAN_BITS * (len(word) + 1):
        return 0.0
    curly = word.translate(_CURLY)
    undone = (with_c1_shown(utf8.undone(curly, page)) for page in utf8.codepages_of(pages))
    return bits - min(bits, *map(word_bits, undone))


@lru_cache(maxsize=4096)
def _meeting(before: str, char: str, after: str) -> int:
    """Return the code pages in which a character and a neighbor may be bytes of one sequence.

    A sign and the no-break space before it are bytes of phonetic letters at most.
    """
    leads, continuations = utf8.roles(char)
    mask = 0
    if before > "\x7f" and not is_spaced_sign(before + char):
        left_leads, left_continuations = utf8.roles(before)
        left = left_leads | (left_continuations if utf8.is_letter(before) else 0)
        mask = left & continuations
    if after > "\x7f" and not is_spaced_sign(char + after):
        mask |= leads & utf8.roles(after)[1]
    return mask
