"""Texts made comparable: one case, one kind of space and apostrophe, or nothing but words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from mojifix.layout.padding import PADDING

_APOSTROPHES: Final = "’ʼ´`"
# Space that ``str.split`` knows, but for single spaces and line breaks; the last few are none to it.
_SPACES: Final = ("  ", *PADDING.replace(" ", ""))
_ASCII_LETTERS: Final = {
    code: chr(code).lower() if chr(code).isalpha() else " " for code in range(128) if code != 10
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


def fold_lines(lines: Sequence[str]) -> list[str]:
    """Return what ``fold`` makes of lines that hold no line break, all at once.

    >>> fold_lines(["Don’t  Miss", "Menu"])
    ["don't miss", 'menu']
    """
    page = "\n".join(map(str.casefold, lines))
    for apostrophe in _APOSTROPHES:
        page = page.replace(apostrophe, "'")
    folded = page.split("\n") if lines else []
    if any(space in page for space in _SPACES):
        folded = [" ".join(line.split()) for line in folded]
    return folded


def letters(text: str) -> str:
    """Reduce a text to its folded words: no numbers, symbols or punctuation.

    >>> letters("« Panier (0) »")
    'panier'
    """
    if text.isascii():
        return " ".join(text.translate(_ASCII_LETTERS).split())
    words: str = _NO_WORDS.sub(" ", text.casefold())
    return words.strip()


def letters_of_ascii(lines: Sequence[str]) -> list[str]:
    """Return what ``letters`` makes of lines of ASCII that hold no line break, all at once."""
    page = "\n".join(lines).translate(_ASCII_LETTERS)
    return [" ".join(line.split()) for line in page.split("\n")] if lines else []
