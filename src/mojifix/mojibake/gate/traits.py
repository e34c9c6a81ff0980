"""What single characters tell about a text: signs of damage, and the languages that use them.

>>> Trait(traits("╨").kinds), Trait(traits("É").kinds)
(<Trait.ODD: 1>, <Trait.LATIN_CAPITAL: 16>)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence, Set
from enum import IntFlag, auto
from functools import cache, lru_cache, reduce
from itertools import accumulate
from operator import or_
from typing import Final, NamedTuple
from unicodedata import category

from mojifix.codepages import singlebyte, utf8
from mojifix.language import model
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


class Traits(NamedTuple):
    """What one character tells.

    Attributes:
        kinds: where it may not stand.
        script: group of scripts it belongs to; None when it may stand in any.
        languages: the languages that use it, as a mask over ``model.letters()``; all of them for
            what is no letter of a script that languages share.
        leads, continuations: single-byte code pages where it is such a byte of UTF-8, as masks.
        is_letter: whether it is a letter that is not Latin.
    """

    kinds: int
    script: str | None
    languages: int
    leads: int
    continuations: int
    is_letter: bool


@cache
def _languages_of_letters() -> dict[str, int]:
    masks: dict[str, int] = {}
    for number, letters in enumerate(model.letters().values()):
        for letter in letters:
            masks[letter] = masks.get(letter, 0) | 1 << number
    return masks


@lru_cache(maxsize=16_384)
def traits(char: str) -> Traits:
    """Return what a character beyond ASCII tells."""
    script = script_of(char)
    shared = script in _SHARED_SCRIPTS and char.isalpha()
    leads, continuations = utf8.roles(char)
    return Traits(
        kinds=_KINDS[bisect_right(_CHANGES_AT, ord(char))],
        script=script,
        languages=_languages_of_letters().get(char, 0) if shared else -1,
        leads=leads,
        continuations=continuations,
        is_letter=utf8.is_letter(char),
    )


def _is_one_letter_of_three(before: str, after: str) -> bool:
    """Tell whether three letters of one alphabet, none of them Latin, become one of another.

    >>> _is_one_letter_of_three("فست", "嫢"), _is_one_letter_of_three("тАФ", "—")
    (True, False)
    """
    if not (len(after) == 1 and after.isalpha() and len(before) == 3 and before.isalpha()):
        return False
    scripts = set(map(script_of, before))
    return len(scripts) == 1 and scripts.isdisjoint((None, "latin"))


@lru_cache(maxsize=4096)
def is_accident(before: str, after: str) -> bool:
    r"""Tell whether clean text may hold characters that are UTF-8 in some code page.

    A sign with its space may be, and what becomes nothing that any language of the model writes: signs,
    as the lines of drawings are, those of letters; letters, those of punctuation.

    >>> is_accident("╚╝", "ȼ"), is_accident("├⌐", "é"), is_accident("āī", "\u0834")
    (True, False, True)
    """
    if is_spaced_sign(before) or _is_one_letter_of_three(before, after):
        return True
    kinds = _OF_SIGNS if not any(map(str.isalpha, before)) else ()
    return all(
        (category(char) in kinds and char > "\xff")
        or (class_of(char) == "symbol" and category(char)[0] in "PM")
        or category(char) == "Cn"
        or (bool(kinds) and char.isalpha() and not traits(char).languages)
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


def summary(chars: frozenset[str]) -> Summary:
    """Return what a set of characters tells; those of ASCII tell nothing."""
    beyond_ascii = chars - _ASCII
    summed_up = _summary_of if len(beyond_ascii) <= _FEW else _summary_of.__wrapped__
    return summed_up(beyond_ascii)


@lru_cache(maxsize=2048)  # texts in one language hold the same few letters
def _summary_of(chars: frozenset[str]) -> Summary:
    return _summary(reduce(or_, map(_FLAGS.__getitem__, chars), 0))


def summary_of_flags(numbers: Set[int], flags: Sequence[int]) -> Summary:
    """Return what characters tell, given their numbers and the flags of each number."""
    return _summary(reduce(or_, map(flags.__getitem__, numbers), 0))


def is_odd(text: str) -> bool:
    """Tell whether a text holds what nobody writes, or letters that no language uses together.

    >>> is_odd("clickʱ"), is_odd("clické")
    (True, False)
    """
    found = summary(frozenset(text))
    return bool(found.kinds & Trait.ODD) or bool(found.scripts and not found.languages)


# What a character tells as one integer of flags, so that a text is summed up with "or" alone: its
# kinds, its roles, its script, and for each shared script the languages that do not use it.
_ROLES: Final = len(singlebyte.CODEPAGES)
_LEADS_AT: Final = len(Trait)
_CONTINUATIONS_AT: Final = _LEADS_AT + _ROLES
_SCRIPTS_AT: Final = _CONTINUATIONS_AT + _ROLES
_LANGUAGES_AT: Final = _SCRIPTS_AT + len(SCRIPTS)
_EVERY_SCRIPT: Final = (1 << len(SCRIPTS)) - 1
_ASCII: Final = frozenset(map(chr, range(0x80)))
_FLAGS_LIMIT: Final = 16_384  # characters whose flags are remembered
_FEW: Final = 16  # characters beyond ASCII of a text of which the summary is remembered


class _Flags(dict[str, int]):
    def __missing__(self, char: str) -> int:
        if len(self) >= _FLAGS_LIMIT:
            self.clear()
        self[char] = flags = flags_of(char)
        return flags


_FLAGS: Final = _Flags()


def flags_of(char: str) -> int:
    """Return what a character tells, none where it is ASCII."""
    if char.isascii():
        return 0
    each = traits(char)
    flags = each.kinds | each.leads << _LEADS_AT | each.continuations << _CONTINUATIONS_AT
    if each.script is None:
        return flags
    flags |= 1 << _SCRIPTS_AT + SCRIPTS.index(each.script)
    if each.script in _SHARED_SCRIPTS:
        count = len(model.letters())
        others = ~each.languages & (1 << count) - 1
        flags |= others << _LANGUAGES_AT + count * _SHARED_SCRIPTS.index(each.script)
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
