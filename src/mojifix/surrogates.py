r"""Lone surrogates: a str can hold them, UTF-8 cannot.

>>> encodable("a\ud83d b \ud83d\ude0a")
'a\ufffd b 😊'
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

# Code points that are encoded at once: the bytes of a long text that is only looked at need not all be
# there, and one emoji in it makes room for four bytes per character.
_AT_ONCE: Final = 1 << 16


def encodable(text: str) -> str:
    """Join surrogate pairs and replace lone surrogates by U+FFFD; all else stays as it is.

    >>> encodable("plain text") == "plain text"
    True
    """
    if are_in(text):
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def are_in(text: str) -> bool:
    r"""Tell whether a text holds surrogates.

    >>> are_in("a\ud83d"), are_in("😊")
    (True, False)
    """
    try:
        for piece in pieces(text):
            piece.encode()
    except UnicodeEncodeError:
        return True
    return False


def utf8_length(text: str) -> int:
    r"""Return how many bytes a text takes in UTF-8, three for a surrogate.

    >>> utf8_length("é😊"), utf8_length("\ud83d")
    (6, 3)
    """
    return sum(len(piece.encode("utf-8", "surrogatepass")) for piece in pieces(text))


def pieces(text: str) -> Iterable[str]:
    """Return the pieces of a text."""
    if len(text) <= _AT_ONCE:  # as most are
        return (text,)
    return (text[start : start + _AT_ONCE] for start in range(0, len(text), _AT_ONCE))
