"""Texts made comparable: one case, one kind of space and apostrophe, or nothing but words."""

from __future__ import annotations

from typing import Final

import regex

_APOSTROPHES: Final = "’ʼ´`"
_ASCII_LETTERS: Final = {
    code: chr(code).lower() if chr(code).isalpha() else " " for code in range(128)
}
_NO_WORDS: Final = regex.compile(r"[^\p{L}\p{M}]+")


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
    words: str = _NO_WORDS.sub(" ", text.casefold())
    return words.strip()
