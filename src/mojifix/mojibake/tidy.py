"""The cosmetic fixes of the ``tidy`` profile: ftfy's, each change with its span.

>>> [(edit.after, edit.code) for edit in find_edits("ﬁne “quotes”")]
[('fi', 'tidy-ligatures'), ('"', 'tidy-quotes'), ('"', 'tidy-quotes')]
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any, Final

import regex

from mojifix.mojibake.edits import Edit

TIDY_BITS: Final = 32.0  # nothing is guessed
# What each fix looks at; the fix itself is ftfy's, applied to the match alone.
_LIGATURES: Final = re.compile("[\ufb00-\ufb06ĲĳŉǄ-ǌǱ-ǳ]")
_WIDTHS: Final = re.compile("[\u3000\uff01-\uffee]+")
_QUOTES: Final = re.compile("[\u02bc\u2018-\u201f]")
_BREAKS: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")
# What the quick check of UAX #15 finds: characters that have another form, and marks with what they
# stand on, up to 30 in a row as in text that can be streamed: to sort n of them takes n² steps.
_MARK: Final = r"[\p{M}\p{NFC_QC=Maybe}]"
_DECOMPOSED: Final = regex.compile(
    rf"(?:[^\n\p{{M}}\p{{NFC_QC=Maybe}}]|(?<![^\n])){_MARK}{{1,30}}+(?!{_MARK})|\p{{NFC_QC=No}}"
)


def find_edits(text: str) -> list[Edit]:
    """Return the fixes of how characters look, sorted and disjoint."""
    from ftfy import fixes

    return _edits(
        text,
        ("ligatures", _LIGATURES, fixes.fix_latin_ligatures),
        ("width", _WIDTHS, fixes.fix_character_width),
        ("quotes", _QUOTES, fixes.uncurl_quotes),
        ("line-breaks", _BREAKS, fixes.fix_line_breaks),
    )


def find_compositions(text: str) -> list[Edit]:
    """Return what makes NFC of a text, sorted and disjoint.

    >>> [edit.after for edit in find_compositions("cafe\u0301, \u1112\u1161\u11ab, 5 k\u2126")]
    ['é', '한', 'Ω']
    """
    if text.isascii():
        return []
    return _edits(text, ("nfc", _DECOMPOSED, lambda run: unicodedata.normalize("NFC", run)))


def _edits(text: str, *kinds: tuple[str, Any, Callable[[str], str]]) -> list[Edit]:
    """Return what fixes make of the matches of their patterns."""
    edits = [
        Edit(match.start(), match.end(), after, (f"tidy {name}",), TIDY_BITS, code=f"tidy-{name}")
        for name, pattern, fix in kinds
        for match in pattern.finditer(text)
        if (after := fix(match.group())) != match.group()
    ]
    return sorted(edits, key=lambda edit: edit.start)
