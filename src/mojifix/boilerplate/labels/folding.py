"""Texts made comparable: one case, one kind of space and apostrophe, or nothing but words.

What ``fold`` and ``letters`` do to one line, ``folds`` and ``words`` do to all lines of a page at
once, at the speed of C.

    >>> folds(["Don’t  Miss", "Menu"]), words(["« Panier (0) »", "3 > 2"])
    (["don't miss", 'menu'], ['panier', ''])
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final
from unicodedata import category

from mojifix.mojibake.words import without_ascii

_APOSTROPHES: Final = "’ʼ´`"
_ASCII_LETTERS: Final = {
    code: chr(code).lower() if chr(code).isalpha() else " " for code in range(128)
}
# Of UTF-8 in which nothing is left beyond ASCII but letters. Lines stay apart.
_ASCII_WORDS: Final = bytes(
    code if chr(code).isalpha() or code > 127 or chr(code) == "\n" else ord(" ")
    for code in range(256)
)
# Spaces other than the space itself.
_SPACES: Final = (
    "\t\v\f\x1c\x1d\x1e\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u202f\u205f\u3000"
)
# Kinds of signs on a page that are blotted out one by one, which is faster than to look up every
# character; nine of ten pages of WCXB have fewer.
_FEW: Final = 24
CODEC: Final = ("utf-8", "surrogatepass")


# One line is folded by several rules in turn.
@lru_cache(maxsize=64)
def fold(text: str) -> str:
    """Make texts comparable: no case, one kind of space and apostrophe.

    >>> fold("Don’t  Miss")
    "don't miss"
    """
    folded = text.casefold()
    for apostrophe in _APOSTROPHES:
        if apostrophe in folded:
            folded = folded.replace(apostrophe, "'")
    return " ".join(folded.split())


def letters(text: str) -> str:
    """Reduce a text to its folded words: no numbers, symbols or punctuation.

    >>> letters("« Panier (0) »")
    'panier'
    """
    if text.isascii():
        return " ".join(text.translate(_ASCII_LETTERS).split())
    return " ".join("".join(map(_letter, text.casefold())).split())


@lru_cache(maxsize=4_096)
def _letter(char: str) -> str:
    return char if char.isalpha() or category(char)[0] == "M" else " "


def folds(lines: Sequence[str]) -> list[str]:
    """Return ``fold`` of each line.

    Args:
        lines: without line breaks in them, or space around them.
    """
    page = casefolded("\n".join(lines))
    for apostrophe in _APOSTROPHES:
        page = page.replace(apostrophe, "'")
    for space in _SPACES:
        page = page.replace(space, " ")
    found = page.split("\n") if lines else []
    return [" ".join(line.split()) if "  " in line else line for line in found]


def words(lines: Sequence[str]) -> list[str]:
    """Return ``letters`` of each line.

    Args:
        lines: without line breaks in them.
    """
    page = casefolded("\n".join(lines))
    if not page.isascii():
        others = [char for char in beyond_ascii(page) if _letter(char) == " "]
        page = blotted(page, others, " ")
    page = page.encode(*CODEC).translate(_ASCII_WORDS).decode(*CODEC)
    parted = page.split("\n") if lines else []
    return [" ".join(line.split()) if "  " in line else line.strip() for line in parted]


def casefolded(page: str) -> str:
    """Return ``page.casefold()``, which looks every character up unless all are ASCII.

    >>> casefolded("STRASSE – Straße")
    'strasse – strasse'
    """
    others = [char for char in beyond_ascii(page) if char != char.casefold()]
    if len(others) > _FEW:
        return page.casefold()
    page = page.encode(*CODEC).lower().decode(*CODEC)
    for char in others:
        page = page.replace(char, char.casefold())
    return page


def beyond_ascii(text: str) -> set[str]:
    """Return the characters of a text that ASCII lacks.

    >>> sorted(beyond_ascii("Ärger – Öl"))
    ['Ä', 'Ö', '–']
    """
    return set() if text.isascii() else set(without_ascii(text))


def blotted(text: str, chars: Sequence[str], by: str) -> str:
    """Return a text with some characters, each there once or more, replaced by another one.

    >>> blotted("Ärger – Öl", ["Ä", "Ö"], "A")
    'Arger – Al'
    """
    for char in chars[:_FEW]:
        text = text.replace(char, by)
    if len(chars) > _FEW:
        text = text.translate(dict.fromkeys(map(ord, chars[_FEW:]), by))
    return text
