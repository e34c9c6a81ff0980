"""Characters that stand where no writer puts them.

>>> from mojifix.mojibake.gate.traits import summary
>>> signs = signs_of(summary("©").kinds)
>>> [any(sign.search(text) for sign in signs) for text in ("dÃ©jà", "© 2020")]
[True, False]
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from mojifix.mojibake.gate.traits import (
    CAPITALS,
    HAN,
    NEVER,
    NEVER_FIRST,
    PRIVATE,
    SIGNS,
    Trait,
)

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


@cache
def telling() -> re.Pattern[str]:
    """Return the expression that tells garbled text at once: of NUL, what nobody writes, and signs.

    One class of all of them is searched for as quickly as one of a few.

    >>> [telling().search(text) is not None for text in ("dÃ©jà", "là, © 2020", "╨Я")]
    [True, False, True]
    """
    return re.compile(
        rf"[\0{NEVER}{SIGNS}{NEVER_FIRST}](?:(?<=[\0{NEVER}])"
        rf"|(?:(?<=[{_LETTER}][{SIGNS}])|(?<=[{NEVER_FIRST}]))(?=[{_LETTER}]))"
    )


@cache  # by the kinds, which are seven flags
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
