"""The cosmetic fixes of the ``tidy`` profile: ftfy's, each change with its span.

>>> [(edit.after, edit.code) for edit in find_edits("ﬁne “quotes”")]
[('fi', 'tidy-ligatures'), ('"', 'tidy-quotes'), ('"', 'tidy-quotes')]
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from mojifix.mojibake.edits import Edit

TIDY_BITS: Final = 32.0  # nothing is guessed
# What each fix looks at; the fix itself is ftfy's, applied to the match alone.
_LIGATURES: Final = re.compile("[\ufb00-\ufb06ĲĳŉǄ-ǌǱ-ǳ]")
_WIDTHS: Final = re.compile("[\u3000\uff01-\uffee]+")
_QUOTES: Final = re.compile("[\u02bc\u2018-\u201f]")
_BREAKS: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")
_DECOMPOSED: Final = re.compile("[^\u0300-\u036f\n][\u0300-\u036f]{1,8}")


def find_edits(text: str) -> list[Edit]:
    """Return the cosmetic fixes of a text, sorted and disjoint."""
    from ftfy import fixes

    kinds: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
        ("ligatures", _LIGATURES, fixes.fix_latin_ligatures),
        ("width", _WIDTHS, fixes.fix_character_width),
        ("quotes", _QUOTES, fixes.uncurl_quotes),
        ("line-breaks", _BREAKS, fixes.fix_line_breaks),
        ("nfc", _DECOMPOSED, lambda run: unicodedata.normalize("NFC", run)),
    )
    edits = [
        Edit(*match.span(), after, (f"tidy {name}",), TIDY_BITS, code=f"tidy-{name}")
        for name, pattern, fix in kinds
        for match in pattern.finditer(text)
        if (after := fix(match.group())) != match.group()
    ]
    return sorted(edits, key=lambda edit: edit.start)
