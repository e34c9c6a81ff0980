"""What single characters tell about a text: signs of damage, and the languages that use them.

>>> Trait(kinds_of("╨")), Trait(kinds_of("É"))
(<Trait.ODD: 1>, <Trait.LATIN_CAPITAL: 16>)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import IntFlag, auto
from functools import cache, lru_cache, reduce
from itertools import accumulate
from operator import or_
from typing import Final, NamedTuple
from unicodedata import category

from mojifix.codepages import singlebyte, utf8
from mojifix.language import model, score
from mojifix.language.alphabet import SCRIPTS, class_of, script_of
from mojifix.mojibake.weighing.word_kinds import is_spaced_sign

_OF_SIGNS: Final = frozenset({"Cc", "Nd", "Sk"})
# Scripts that several languages write with letters of their own.
_SHARED_SCRIPTS: Final = ("latin", "cyrillic", "greek", "arabic", "hebrew")

# Signs that stand between words, not inside them; and those that start no word.
SIGNS: Final = "¡¢£¤¥¦§¨©ª«¬®¯°±²³´¶¸¹º»¼½¾¿×÷‚ƒ„†‡ˆ‰‹›“”˜€™˙˛˝∂∆∏∑−√∞∫≈≠≤≥◊〖"
NEVER_FIRST: Final = "†‡ˆ‰˜¢-¦¨ª¬¯±²³´µ¶¸¹º"
CAPITALS: Final = "\u0410-\u042f\u0401-\u040f\u0391-\u03a9"
PRIVATE: Final = "\ue000-\uf8ff"
LATIN_CAPITALS: Final = "\xc0-\xde"
HAN: Final = "\u3400-\ud7a3"
_NON_LATIN: Final = re.compile("[\u0370-\u1fff\u2d00-\u2d2f\u3040-\ud7a3]")
NEVER: Final = "\x80-\x9f\xa4\xa6\xac\xaf\u2500-\u259f\ufffd\uff61-\uff9f"


class Trait(IntFlag):
    """Kinds of characters that stand in clean text only in some places, or in none."""

    ODD = auto()
    SIGN = auto()
    NEVER_FIRST = auto()
    CAPITAL = auto()
    LATIN_CAPITAL = auto()
    HAN = auto()
    PRIVATE = auto()


# As the first and the last character of each range: a class of so many takes long to compile.
_RANGES: Final = tuple(
    (trait, [(first, last or first) for first, last in re.findall("(.)(?:-(.))?", members)])
    for trait, members in (
        (Trait.ODD, NEVER),
        (Trait.SIGN, SIGNS),
        (Trait.NEVER_FIRST, NEVER_FIRST),
        (Trait.CAPITAL, CAPITALS),
        (Trait.LATIN_CAPITAL, LATIN_CAPITALS),
        (Trait.HAN, HAN),
        (Trait.PRIVATE, PRIVATE),
    )
)


# Where a range starts or ends, and the kinds of the characters from there on.
_CHANGES: Final = sorted(
    change
    for trait, ranges in _RANGES
    for first, last in ranges
    for change in ((ord(first), int(trait)), (ord(last) + 1, -int(trait)))
)
_CHANGES_AT: Final = [at for at, _ in _CHANGES]
_KINDS: Final = [*accumulate((change for _, change in _CHANGES), initial=0)]


def kinds_of(char: str) -> int:
    """Return where a character may not stand, as a mask of ``Trait``."""
    return _KINDS[bisect_right(_CHANGES_AT, ord(char))]


@cache
def _languages_of_letters() -> dict[str, int]:
    masks: dict[str, int] = {}
    for number, letters in enumerate(model.letters().values()):
        for letter in letters:
            masks[letter] = masks.get(letter, 0) | 1 << number
    return masks


def _languages_of(char: str) -> int:
    """Return the languages that use a character, as a mask over ``model.letters()``.

    All use what is no letter of a script that languages share.
    """
    is_shared = script_of(char) in _SHARED_SCRIPTS and char.isalpha()
    return _languages_of_letters().get(char, 0) if is_shared else -1


@lru_cache(maxsize=4096)
def is_accident(before: str, after: str) -> bool:
    r"""Tell whether clean text may hold characters that are UTF-8 in some code page.

    A sign with its space may be, and what becomes nothing that any language of the model writes: signs,
    as the lines of drawings are, those of letters; letters, those of punctuation.

    >>> is_accident("╚╝", "ȼ"), is_accident("├⌐", "é"), is_accident("āī", "\u0834")
    (True, False, True)
    """
    if is_spaced_sign(before):
        return True
    kinds = _OF_SIGNS if not any(map(str.isalpha, before)) else ()
    return all(
        (category(char) in kinds and char > "\xff")
        or (class_of(char) == "symbol" and category(char)[0] in "PM")
        or (bool(kinds) and char.isalpha() and not _languages_of(char))
        for char in after
    )


class Summary(NamedTuple):
    """What the characters of a text tell together.

    Attributes:
        kinds: all kinds among them.
        scripts: the scripts.
        languages: tags of the languages that use all letters of each script; empty when none does.
        pages: mask of the code pages in which they hold a lead and a continuation byte.
    """

    kinds: int
    scripts: frozenset[str]
    languages: frozenset[str]
    pages: int


def summary(text: str) -> Summary:
    """Return what the characters of a text tell, quickly where one alphabet has all of them.

    >>> sorted(summary("дом – ėjo").scripts)
    ['cyrillic', 'latin']
    """
    alphabet, flags = _numbered(script_beyond_latin(text) or "latin")
    found = alphabet.numbers_beyond_ascii(text)
    if found is None:
        return _summary(reduce(or_, map(_FLAGS.__getitem__, set(text)), 0))
    numbers, others = found
    of_others = reduce(or_, map(_FLAGS.__getitem__, others)) if others else 0
    return _summary(reduce(or_, map(flags.__getitem__, numbers), of_others))


@cache
def _numbered(script: str) -> tuple[model.Alphabet, tuple[int, ...]]:
    """Return the first alphabet of a script, and what the characters tell that it numbers."""
    alphabet = score.groups_of(script)[0].alphabet
    return alphabet, tuple(map(_FLAGS.__getitem__, alphabet.numbered))


def script_beyond_latin(text: str) -> str | None:
    """Return the script of the first letter of a text that is not Latin."""
    letter = _NON_LATIN.search(text)
    return script_of(letter.group()) if letter else None


def is_odd(text: str) -> bool:
    """Tell whether a text holds what nobody writes, or letters that no language uses together.

    >>> is_odd("clickʱ"), is_odd("clické")
    (True, False)
    """
    found = summary(text)
    return bool(found.kinds & Trait.ODD) or bool(found.scripts and not found.languages)


# What a character tells as one integer of flags, so that a text is summed up with "or" alone: its
# kinds, its roles, its script, and for each shared script the languages that do not use it.
_ROLES: Final = len(singlebyte.CODEPAGES)
_LEADS_AT: Final = len(Trait)
_CONTINUATIONS_AT: Final = _LEADS_AT + _ROLES
_SCRIPTS_AT: Final = _CONTINUATIONS_AT + _ROLES
_LANGUAGES_AT: Final = _SCRIPTS_AT + len(SCRIPTS)
_EVERY_SCRIPT: Final = (1 << len(SCRIPTS)) - 1
_FLAGS_LIMIT: Final = 16_384  # characters whose flags are remembered


class _Flags(dict[str, int]):
    """From a character to what it tells, nothing where it is ASCII."""

    def __missing__(self, char: str) -> int:
        if len(self) >= _FLAGS_LIMIT:
            self.clear()
        self[char] = flags = 0 if char.isascii() else _flags_of(char)
        return flags


_FLAGS: Final = _Flags()


def _flags_of(char: str) -> int:
    leads, continuations = utf8.roles(char)
    flags = kinds_of(char) | leads << _LEADS_AT | continuations << _CONTINUATIONS_AT
    script = script_of(char)
    if script is None:
        return flags
    flags |= 1 << _SCRIPTS_AT + SCRIPTS.index(script)
    if script in _SHARED_SCRIPTS:
        count = len(model.letters())
        others = ~_languages_of(char) & (1 << count) - 1
        flags |= others << _LANGUAGES_AT + count * _SHARED_SCRIPTS.index(script)
    return flags


@lru_cache(maxsize=4096)
def _summary(flags: int) -> Summary:
    count = len(model.letters())
    every = (1 << count) - 1
    scripts, shared = _scripts(flags >> _SCRIPTS_AT & _EVERY_SCRIPT)
    masks = [every & ~(flags >> _LANGUAGES_AT + count * at) for at in shared]
    if len(shared) < len(scripts):
        masks.append(every)
    tags = list(map(_tags, masks)) if all(masks) else []
    return Summary(
        kinds=flags & (1 << _LEADS_AT) - 1,
        scripts=scripts,
        languages=tags[0] if len(tags) == 1 else frozenset().union(*tags),  # of one, no copy
        pages=flags >> _LEADS_AT & flags >> _CONTINUATIONS_AT & (1 << _ROLES) - 1,
    )


@lru_cache(maxsize=1024)
def _scripts(mask: int) -> tuple[frozenset[str], tuple[int, ...]]:
    """Return the scripts of a mask, and the places of those that languages share."""
    scripts = frozenset(script for at, script in enumerate(SCRIPTS) if mask >> at & 1)
    return scripts, tuple(at for at, each in enumerate(_SHARED_SCRIPTS) if each in scripts)


@lru_cache(maxsize=1024)
def _tags(mask: int) -> frozenset[str]:
    return frozenset(tag for number, tag in enumerate(model.letters()) if mask >> number & 1)
