"""What each line of a flat page tells by itself, as columns: length, punctuation, role.

The features know no language but for the roles that phrases give away and the words that a model
weighs (``line_words``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, get_args

from mojifix.boilerplate.columns import HIGHEST, Column, counts, logs
from mojifix.boilerplate.evidence import View
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
_MONEY: Final = "€£¥₹₽₴₺"  # and $, which is in ASCII
_MOST_INDENT: Final = 12
ROLE_NUMBERS: Final[dict[Role | None, int]] = {
    role: number for number, role in enumerate((None, *get_args(Role)))
}


def text_columns(views: Sequence[View]) -> dict[str, Column]:
    """Return the columns that need nothing but the lines.

    Args:
        views: the lines, at least one.
    """
    heads = [view.text[:_SEEN] for view in views]
    sizes = list(map(len, heads))
    kinds = "\n".join(heads).encode("ascii", "ignore").translate(_KINDS).split(b"\n")
    words = [head.count(" ") + 1 for head in heads]
    capitals = [
        line.count(b"A") if head.isascii() else sum(map(str.isupper, head))
        for head, line in zip(heads, kinds, strict=True)
    ]
    digits = [line.count(b"0") for line in kinds]
    code = [line.count(b"{") for line in kinds]
    marks = [line.count(b".") + braces for line, braces in zip(kinds, code, strict=True)]
    texts = [view.text for view in views]
    return {
        "width": logs([int(view.width) for view in views]),
        "words": counts(words),
        "titled": counts([16 * n // parts for n, parts in zip(capitals, words, strict=True)]),
        "capitals": bytes([HIGHEST * n // size for n, size in zip(capitals, sizes, strict=True)]),
        "digits": bytes([HIGHEST * n // size for n, size in zip(digits, sizes, strict=True)]),
        "marks": bytes([HIGHEST * n // size for n, size in zip(marks, sizes, strict=True)]),
        "code": bytes(code),
        "start": bytes([_start(head[0]) for head in heads]),
        "end": bytes([_ENDS.get(text[-1], 0) for text in texts]),
        "money": bytes(map(_has_money, heads)),
        "address": bytes(["://" in head or "www." in head or "@" in head for head in heads]),
        "ruled": bytes([("|" in head) + 2 * ("\t" in head) for head in heads]),
        "commas": counts([text.count(",") for text in texts]),
        "asks": bytes(["?" in text for text in texts]),
        "sentences": counts([view.sentences for view in views]),
        "prose": bytes([view.prose for view in views]),
        "indent": bytes([min(view.indent, _MOST_INDENT) for view in views]),
        "sure": bytes([view.sign is not None and view.sign.sure for view in views]),
        "role": bytes([ROLE_NUMBERS[view.role] for view in views]),
    }


@lru_cache(maxsize=4096)
def _start(first: str) -> int:
    """Return what kind of character a line begins with."""
    if first.isalpha():
        return 3 if first.isupper() else 2
    if first.isdigit():
        return 1
    return 4 if first in _BULLETS else 0


def _has_money(head: str) -> bool:
    return "$" in head or (not head.isascii() and any(sign in head for sign in _MONEY))
