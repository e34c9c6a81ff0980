"""What each line of a flat page tells by itself, as columns: length, punctuation, role.

The features know no language but for the roles that phrases give away and the words that a model
weighs (``line_words``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import add, or_
from typing import Final, get_args

from mojifix.boilerplate.labels.folding import beyond_ascii, blotted
from mojifix.boilerplate.lines.outline import Outline
from mojifix.boilerplate.trees.columns import HIGHEST, Column, counts, logs
from mojifix.records import Role

# Code points at the start of a line whose kinds are counted; the rest is more of the same.
_SEEN: Final = 160
_OF_PROGRAMS: Final = "{}=<>[]\\_"


def _kind(char: str) -> str:
    """Return what stands for a character: A capital, a letter, 0 digit, . mark, { of programs."""
    if char.isspace():
        return char
    if char.isalpha():
        return "A" if char.isupper() else "a"
    if char.isdigit():
        return "0"
    return "{" if char in _OF_PROGRAMS else "."


_KINDS: Final = "".join(map(_kind, map(chr, range(128)))).encode().ljust(256)
# What is left out of the kinds of a page to count one of them in each line.
_ALL_BUT: Final = {
    kind: bytes(set(range(256)).difference(kind, b"\n")) for kind in (b" ", b"A", b"0", b"{", b".")
}
_ENDS: Final = {
    **dict.fromkeys(".!?…。！？।؟", 3),
    ":": 2,
    "：": 2,
    **dict.fromkeys(",;،、", 1),
    **dict.fromkeys("0123456789%", 4),
    **dict.fromkeys(")]»›>→", 5),
    **dict.fromkeys("\"'”’」』", 6),
}
_BULLETS: Final = "•*-–◦▪·‣"
_MONEY: Final = "$€£¥₹₽₴₺"
_ADDRESS: Final = ("://", "www.", "@")
_MOST_INDENT: Final = 12
_TWICE: Final = bytes(2 * n % 256 for n in range(256))
ROLE_NUMBERS: Final[dict[Role | None, int]] = {
    role: number for number, role in enumerate((None, *get_args(Role)))
}


def text_columns(outline: Outline) -> dict[str, Column]:
    """Return the columns that need nothing but the lines.

    Args:
        outline: of the lines, at least one.
    """
    texts = outline.texts
    heads = [text[:_SEEN] for text in texts]
    page = "\n".join(heads)
    sizes = list(map(len, heads))
    others = [char for char in beyond_ascii(page) if char.isupper()]
    kinds = blotted(page, others, "A").encode("ascii", "ignore").translate(_KINDS)
    spaces, capitals, digits, code = (_count(kinds, kind) for kind in (b" ", b"A", b"0", b"{"))
    words = [n + 1 for n in spaces]
    marks = map(add, _count(kinds, b"."), code)
    return {
        "width": logs(outline.widths),
        "words": counts(words),
        "titled": counts([16 * n // parts for n, parts in zip(capitals, words, strict=True)]),
        "capitals": bytes([HIGHEST * n // size for n, size in zip(capitals, sizes, strict=True)]),
        "digits": bytes([HIGHEST * n // size for n, size in zip(digits, sizes, strict=True)]),
        "marks": bytes([HIGHEST * n // size for n, size in zip(marks, sizes, strict=True)]),
        "code": bytes(code),
        "start": _looked_up([head[0] for head in heads], _start),
        "end": _looked_up([text[-1] for text in texts], _end),
        "money": _holding(heads, page, _MONEY),
        "address": _holding(heads, page, _ADDRESS),
        "ruled": bytes(
            map(add, _holding(heads, page, "|"), _holding(heads, page, "\t").translate(_TWICE))
        ),
        "commas": counts([text.count(",") for text in texts]),
        "asks": bytes(["?" in text for text in texts]),
        "sentences": counts(outline.sentences),
        "prose": outline.prose,
        "indent": bytes([n if n < _MOST_INDENT else _MOST_INDENT for n in outline.indents]),
        "sure": bytes([sign is not None and sign.sure for sign in outline.signs]),
        "role": bytes(map(ROLE_NUMBERS.__getitem__, outline.roles)),
    }


def _count(kinds: bytes, kind: bytes) -> Sequence[int]:
    """Count the characters of a kind in each line of a page."""
    return list(map(len, kinds.translate(None, _ALL_BUT[kind]).split(b"\n")))


def _looked_up(chars: Sequence[str], look_up: Callable[[str], int]) -> Column:
    """Return what is known of the character of each line."""
    known = {char: look_up(char) for char in set(chars)}
    return bytes(map(known.__getitem__, chars))


def _start(first: str) -> int:
    """Return what kind of character a line begins with."""
    if first.isalpha():
        return 3 if first.isupper() else 2
    if first.isdigit():
        return 1
    return 4 if first in _BULLETS else 0


def _end(last: str) -> int:
    """Return what kind of character a line ends with."""
    return _ENDS.get(last, 0)


def _holding(heads: Sequence[str], page: str, signs: Sequence[str]) -> Column:
    """Tell of each line whether it holds one of some signs; few pages hold many of them."""
    found = bytes(len(heads))
    for sign in signs:
        if sign in page:
            found = bytes(map(or_, found, [sign in head for head in heads]))
    return found
