"""The gate: text with nothing odd about it passes at the speed of C.

Garbled text is odd in one of four ways, and the questions are asked in the order of their cost.
*Characters* that nobody writes, or letters that no one language uses together. *Places* where a
character does not stand: a sign between two letters, two scripts in one word, a capital after a
small letter. *Pairs* that may be a lead byte of UTF-8 and what follows it, in a word that no language
explains. *Stretches* that no language explains.
"""

from __future__ import annotations

import re
from typing import Final

from mojifix.codepages import utf8
from mojifix.mojibake import stretches
from mojifix.mojibake.suspects import suspects
from mojifix.mojibake.traits import (
    CAPITALS,
    HAN,
    LATIN,
    LATIN_CAPITALS,
    NEVER_FIRST,
    NON_LATIN,
    OTHER_SCRIPTS,
    PRIVATE,
    SIGNS,
    Trait,
    summary,
    traits,
)
from mojifix.mojibake.weigh import CLEAN_BITS, Scale, word_bits
from mojifix.mojibake.words import non_ascii_part, non_ascii_words, window

_LETTER: Final = (
    "A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0370-\u06ff\u0e00-\u0e7f\u1e00-\u1eff\u3041-\u30fa"
)

# Where which kind of character does not stand. Each expression starts with a class of characters,
# which the engine skips to quickly, and looks at a bounded number of characters from there.
_MISPLACED: Final = tuple(
    (int(trait), re.compile(pattern))
    for trait, pattern in (
        (Trait.SIGN, rf"[{SIGNS}](?<=[{_LETTER}].)[{_LETTER}]"),
        (Trait.NEVER_FIRST, rf"[{NEVER_FIRST}][{_LETTER}]"),
        # two scripts in one word
        (Trait.NON_LATIN, rf"[A-Za-z](?:(?<=[{NON_LATIN}].)|(?=[{NON_LATIN}]))"),
        (Trait.LATIN, rf"[{LATIN}](?:(?<=[{OTHER_SCRIPTS}].)|(?=[{OTHER_SCRIPTS}]))"),
        # a capital after a small letter
        (Trait.CAPITAL, rf"[{CAPITALS}](?<=[\u0430-\u045f\u03ac-\u03ce].)"),
        (Trait.LATIN_CAPITAL, rf"[{LATIN_CAPITALS}](?<=[a-z\xdf-\xff].)"),
        # for private use, in a word; alone it is an icon
        (
            Trait.PRIVATE,
            rf"[{PRIVATE}](?:(?<=[^\x00-\x7f].)|(?=[^\x00-\x7f])|(?<=[A-Za-z].)[A-Za-z])",
        ),
        # Han in a Latin word
        (Trait.HAN, rf"[{HAN}](?<=[a-z].)[a-z]"),
        # Han, one or two of them among ASCII, at the start or the end of a Latin word
        (Trait.HAN, rf"[{HAN}](?<=[a-z].)[{HAN}]?(?![^\x00-\x7f])"),
        (Trait.HAN, rf"[{HAN}](?<=[\x00-\x7f].)[a-z]{{2}}"),
    )
)
# Controls that no text holds, but for separators, form feeds and escape sequences; one character
# in nine of bytes that are no text is one.
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a\x7f]")
_FEW_CONTROLS: Final = 8
_BINARY: Final = 0.02

_SHORT: Final = 300  # code points of a text all of whose words are looked up
# Over the norm, what a stretch of a longer text may cost: nine of ten clean documents of 3 kB hold
# no such stretch, and a garbled sentence costs more.
_LONG_BITS: Final = 40.0


def is_ordinary(text: str) -> bool:
    """Tell whether a text shows no sign of damage; False means "look closer".

    >>> is_ordinary("Il était déjà là, « près de Łódź ».")
    False
    >>> is_ordinary("Il était déjà là, « près de Paris ».")
    True
    """
    if "\0" in text:  # a byte of UTF-16
        return False
    if text.isascii():
        return True
    is_telling = stretches.is_mostly_beyond_ascii(text)
    # No sign of damage is in a word of ASCII, or between two words.
    words = text if is_telling else non_ascii_part(text)
    chars = frozenset(words)
    found = summary(chars)
    if found.kinds & Trait.ODD or (found.scripts and not found.languages):
        return False
    for trait, pattern in _MISPLACED:
        if found.kinds & trait and pattern.search(words):
            return False
    if found.pages and _has_unexplained_pair(words, found.pages):
        return False
    # Stretches tell of scripts other than Latin, in which every character is telling, and of long
    # text.
    is_short = len(text) <= _SHORT
    if (is_telling or (not is_short and found.scripts == {"latin"})) and stretches.are_explained(
        words, found, chars
    ):
        return True
    return not _has_suspects(text, is_short)


def is_binary(text: str) -> bool:
    """Tell whether a text is no text: an image, say, that somebody read as one.

    >>> is_binary(bytes(range(256)).decode("latin-1"))
    True
    """
    controls = len(_CONTROL.findall(text))
    return controls > _FEW_CONTROLS and controls > _BINARY * len(text)


def _has_unexplained_pair(text: str, pages: int) -> bool:
    """Tell whether two characters may be bytes of UTF-8 in a word that no language explains."""
    for match in utf8.meeting_point().finditer(text):
        mask = pages & _meeting(text, match.start())
        if not mask:
            continue
        left, right = window(text, match.start(), match.end())
        bits = word_bits(text[left:right])
        if bits >= CLEAN_BITS * (right - left + 1) and any(
            bits > word_bits(utf8.undone(text[left:right], page))
            for page in utf8.codepages_of(mask)
        ):
            return True
    return False


def _meeting(text: str, index: int) -> int:
    """Return the code pages in which a character and a neighbor may be bytes of one sequence."""
    here = traits(text[index])
    mask = 0
    if index and text[index - 1] > "\x7f":
        before = traits(text[index - 1])
        mask = before.leads | (before.continuations if before.is_letter else 0)
        mask &= here.continuations
    if text[index + 1 : index + 2] > "\x7f":
        mask |= here.leads & traits(text[index + 1]).continuations
    return mask


def _has_suspects(text: str, is_short: bool) -> bool:
    """Tell whether a text holds words that no language explains.

    Of a short text every word counts; in a long one a clean name may be as odd as a garbled word,
    and only what is odd for longer is worth a second look.
    """
    spans = non_ascii_words(text)
    if is_short:
        return bool(suspects(text, spans, Scale(text)))
    return bool(suspects(text, spans, None, _LONG_BITS))
