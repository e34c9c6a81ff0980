"""What single characters tell about a text: signs of damage, and the languages that use them.

>>> Trait(traits("╨").kinds), Trait(traits("é").kinds)
(<Trait.ODD: 1>, <Trait.LATIN: 64>)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntFlag, auto
from functools import cache, lru_cache
from typing import Final

from mojifix.codepages import utf8
from mojifix.language import model
from mojifix.language.alphabet import script_of

# Scripts that several languages write with letters of their own.
_SHARED_SCRIPTS: Final = ("latin", "cyrillic", "greek", "arabic", "hebrew")

# Signs that stand between words, not inside them; and those that start no word.
SIGNS: Final = "¡¢£¤¥¦§¨©ª«¬®¯°±²³´¶¸¹º»¼½¾¿×÷‚ƒ„†‡ˆ‰‹›“”˜€™˙˛˝∂∆∏∑−√∞∫≈≠≤≥◊〖"
NEVER_FIRST: Final = "†‡ˆ‰˜¢-¦¨ª¬¯±²³´µ¶¸¹º"
NON_LATIN: Final = "\u0370-\u06ff\u0e00-\u0e7f"
CAPITALS: Final = "\u0410-\u042f\u0401-\u040f\u0391-\u03a9"
LATIN: Final = "\xc0-\xd6\xd8-\xf6\xf8-\u024f"
OTHER_SCRIPTS: Final = "\u0370-\u1dff\u3040-\ud7a3"
PRIVATE: Final = "\ue000-\uf8ff"
LATIN_CAPITALS: Final = "\xc0-\xde"
HAN: Final = "\u3400-\ud7a3"
NEVER: Final = "\x80-\x9f\xa4\xa6\xac\xaf\u2500-\u259f\ufffd\uff61-\uff9f"


class Trait(IntFlag):
    """Kinds of characters that stand in clean text only in some places, or in none."""

    ODD = auto()
    SIGN = auto()
    NEVER_FIRST = auto()
    NON_LATIN = auto()
    CAPITAL = auto()
    LATIN_CAPITAL = auto()
    LATIN = auto()
    HAN = auto()
    PRIVATE = auto()


_CLASSES: Final = tuple(
    (trait, re.compile(f"[{members}]"))
    for trait, members in (
        (Trait.ODD, NEVER),
        (Trait.SIGN, SIGNS),
        (Trait.NEVER_FIRST, NEVER_FIRST),
        (Trait.NON_LATIN, NON_LATIN),
        (Trait.CAPITAL, CAPITALS),
        (Trait.LATIN_CAPITAL, LATIN_CAPITALS),
        (Trait.LATIN, LATIN),
        (Trait.HAN, HAN),
        (Trait.PRIVATE, PRIVATE),
    )
)


@dataclass(frozen=True, slots=True)
class Traits:
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
        kinds=sum(trait for trait, members in _CLASSES if members.match(char)),
        script=script,
        languages=_languages_of_letters().get(char, 0) if shared else -1,
        leads=leads,
        continuations=continuations,
        is_letter=utf8.is_letter(char),
    )


@dataclass(frozen=True, slots=True)
class Summary:
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


@lru_cache(maxsize=1024)
def summary(chars: frozenset[str]) -> Summary:
    """Return what a set of characters tells; those of ASCII tell nothing."""
    kinds = leads = continuations = 0
    masks: dict[str, int] = {}
    for char in chars:
        if char <= "\x7f":
            continue
        each = traits(char)
        kinds |= each.kinds
        leads |= each.leads
        continuations |= each.continuations
        if each.script is not None:
            masks[each.script] = masks.get(each.script, -1) & each.languages
    return Summary(
        kinds=kinds,
        scripts=frozenset(masks),
        languages=frozenset().union(*map(_tags, masks.values() if all(masks.values()) else ())),
        pages=leads & continuations,
    )


@lru_cache(maxsize=1024)
def _tags(mask: int) -> frozenset[str]:
    return frozenset(tag for number, tag in enumerate(model.letters()) if mask >> number & 1)
