"""Texts made comparable: one case, one kind of space and apostrophe, or nothing but words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from mojifix.layout.padding import NO_WIDTH, PADDING

_APOSTROPHES: Final = "’ʼ´`"
_SPACES: Final = PADDING.removesuffix(NO_WIDTH).replace(" ", "")  # those that ``str.split`` knows
_ASCII_LETTERS: Final = {
    code: chr(code).lower() if chr(code).isalpha() else " " for code in range(128) if code != 10
}
# Nine in ten short lines of pages in English that hold more than ASCII hold nothing else of it.
_COMMON_SIGNS: Final = "\xa0•’–—“”…"
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
    for space in _SPACES:
        page = page.replace(space, " ")
    while "  " in page:
        page = page.replace("  ", " ")
    return page.split("\n") if lines else []


def letters(text: str) -> str:
    """Reduce a text to its folded words: no numbers, symbols or punctuation.

    >>> letters("« Panier (0) »")
    'panier'
    """
    if text.isascii():
        return " ".join(text.translate(_ASCII_LETTERS).split())
    words: str = _NO_WORDS.sub(" ", text.casefold())
    return words.strip()


def letters_of(lines: Sequence[str]) -> list[str]:
    """Return what ``letters`` makes of lines that hold no line break, all at once.

    >>> letters_of(["• Menu (3)", "Café"])
    ['menu', 'café']
    """
    page = "\n".join(lines)
    for sign in _COMMON_SIGNS:
        page = page.replace(sign, " ")
    bare = page.split("\n") if lines else []
    plain = iter("\n".join(filter(str.isascii, bare)).translate(_ASCII_LETTERS).split("\n"))
    return [" ".join(next(plain).split()) if line.isascii() else letters(line) for line in bare]
