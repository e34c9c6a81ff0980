"""Characters that stand where no writer puts them, and two scripts in one word.

>>> from mojifix.mojibake.gate.traits import summary
>>> signs = signs_of(summary(frozenset("©")).kinds)
>>> [any(sign.search(text) for sign in signs) for text in ("dÃ©jà", "© 2020")]
[True, False]
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from mojifix.mojibake.gate.traits import (
    CAPITALS,
    HAN,
    LATIN,
    NEVER_FIRST,
    NON_LATIN,
    OTHER_SCRIPTS,
    PRIVATE,
    SIGNS,
    Summary,
    Trait,
)
from mojifix.mojibake.weighing.costs import word_bits
from mojifix.mojibake.weighing.scale import CLEAN_BITS
from mojifix.mojibake.weighing.suspects import excess_bits
from mojifix.mojibake.words import window

# Letters, without the Armenian full stop and the Arabic comma, which follow closing quotation marks.
_LETTER: Final = (
    "A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0370-\u0588\u058a-\u060b\u060d-\u06ff"
    "\u0e00-\u0e7f\u1e00-\u1eff\u3041-\u30fa"
)

# Where which kind of character does not stand. Each expression starts with a class of characters,
# which the engine skips to quickly, and looks at a bounded number of characters from there.
_MISPLACED: Final = tuple(
    (int(trait), pattern)
    for trait, pattern in (
        (Trait.SIGN, rf"[{SIGNS}](?<=[{_LETTER}].)[{_LETTER}]"),
        (Trait.NEVER_FIRST, rf"[{NEVER_FIRST}][{_LETTER}]"),
        # a capital after a small letter
        (Trait.CAPITAL, rf"[{CAPITALS}](?<=[\u0430-\u045f\u03ac-\u03ce].)"),
        # the one that is the lead byte of small letters, for a word
        (Trait.LATIN_CAPITAL, r"Ã(?<=[\s\xa0].)(?![^\s\xa0])"),
        # for private use, in a word; alone it is an icon
        (
            Trait.PRIVATE,
            rf"[{PRIVATE}](?:(?<=[^\x00-\x7f].)|(?=[^\x00-\x7f])|(?<=[A-Za-z].)[A-Za-z])",
        ),
        # Han, one or two of them among ASCII, at the start or the end of a Latin word
        (Trait.HAN, rf"[{HAN}](?<=[a-z].)[{HAN}]?(?![^\x00-\x7f])"),
        (Trait.HAN, rf"[{HAN}](?<=[\x00-\x7f].)[a-z]{{2}}"),
    )
)
# Two scripts in one word: the kinds that the characters of a text must all be of, and where.
_MIXED: Final = tuple(
    (int(kinds), pattern)
    for kinds, pattern in (
        (Trait.NON_LATIN, rf"[A-Za-z](?:(?<=[{NON_LATIN}].)|(?=[{NON_LATIN}]))"),
        (
            Trait.LATIN | Trait.OTHER_SCRIPT,
            rf"[{LATIN}](?:(?<=[{OTHER_SCRIPTS}].)|(?=[{OTHER_SCRIPTS}]))",
        ),
    )
)
# Latin letters that are typed for those of Cyrillic which look the same.
_LOOKALIKES: Final = str.maketrans(
    "aceiopxyABCEHIKMOPTXăĕçÿäëïöüĂĔÇŸÄËÏÖÜəƏ", "асеіорхуАВСЕНІКМОРТХӑӗҫӳӓёїӧӱӐӖҪӲӒЁЇӦӰәӘ"
)
# Bits per character that a word may cost over the norm when such letters are what they look like: of
# 363 words in two scripts in 526 clean documents none costs more; of 21 garbled words that are in one
# script then 20 cost 5.5 and more.
_LOOKALIKE_BITS: Final = 3.0


@cache  # by the kinds, which are ten flags
def signs_of(kinds: int) -> tuple[re.Pattern[str], ...]:
    """Return the expressions that find misplaced characters of some kinds.

    Args:
        kinds: of the characters of a text, as ``Summary`` has them.
    """
    return tuple(_compiled(pattern) for trait, pattern in _MISPLACED if kinds & trait)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # With classes of tens of thousands of characters that takes milliseconds, and few texts need it.
    return re.compile(pattern)


def mixes_scripts(text: str, found: Summary, *, is_short: bool = False) -> bool:
    """Tell whether letters of two scripts stand in a word that no language explains.

    Letters that look the same are no damage, and whole documents are typed with them: ``паведамiў``
    with an ``i`` of ASCII, Chuvash with ``ă`` and ``ç``. In a short text any word with letters of
    two scripts is one.
    """
    for kinds, pattern in _MIXED:
        for match in _compiled(pattern).finditer(text) if found.kinds & kinds == kinds else ():
            if is_short or not _is_explained_mixture(text[slice(*window(text, *match.span()))]):
                return True
    return False


@lru_cache(maxsize=4096)
def _is_explained_mixture(word: str) -> bool:
    """Tell whether a language explains a word in two scripts, or one in the letters that look so."""
    if word_bits(word) < CLEAN_BITS * (len(word) + 1):
        return True
    word = word.translate(_LOOKALIKES)
    is_mixed = any(_compiled(pattern).search(word) for _, pattern in _MIXED)
    return not is_mixed and excess_bits(word) <= _LOOKALIKE_BITS * (len(word) + 1)
