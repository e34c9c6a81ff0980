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
# Kinds of ASCII characters: A capital, 0 digit, . punctuation, { of programs, a small letter.
_KINDS: Final = {
    code: "A"
    if chr(code).isupper()
    else "0"
    if chr(code).isdigit()
    else "a"
    if chr(code).isalpha()
    else " "
    if chr(code).isspace()
    else "{"
    if chr(code) in "{}=<>[]\\_"
    else "."
    for code in range(128)
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
_MONEY: Final = "€£¥₹₽₴₺"
_MOST_INDENT: Final = 12
ROLE_NUMBERS: Final[dict[Role | None, int]] = {
    role: number for number, role in enumerate((None, *get_args(Role)))
}


def text_columns(views: Sequence[View]) -> dict[str, Column]:
    """Return the columns that need nothing but the lines.

    Args:
        views: the lines, at least one.
    """
    words, titled, capitals, digits, marks, code = [], [], [], [], [], []
    start, end, money, address, ruled = [], [], [], [], []
    for view in views:
        head = view.text[:_SEEN]
        size = len(head)
        parts = head.count(" ") + 1
        kinds = head.translate(_KINDS)
        capital, digit = kinds.count("A"), kinds.count("0")
        plain = head.isascii()
        if not plain:
            capital = sum(map(str.isupper, kinds))
        words.append(parts)
        titled.append(16 * capital // parts)
        capitals.append(HIGHEST * capital // size)
        digits.append(HIGHEST * digit // size)
        marks.append(HIGHEST * (kinds.count(".") + kinds.count("{")) // size)
        code.append(kinds.count("{"))
        start.append(_start(head[0]))
        end.append(_ENDS.get(view.text[-1], 0))
        money.append("$" in head or (not plain and any(sign in head for sign in _MONEY)))
        address.append("://" in head or "www." in head or "@" in head)
        ruled.append(("|" in head) + 2 * ("\t" in head))
    texts = [view.text for view in views]
    return {
        "width": logs([int(view.width) for view in views]),
        "words": counts(words),
        "titled": counts(titled),
        "capitals": counts(capitals),
        "digits": counts(digits),
        "marks": counts(marks),
        "code": counts(code),
        "start": counts(start),
        "end": counts(end),
        "money": bytes(money),
        "address": bytes(address),
        "ruled": bytes(ruled),
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
