"""What each line of a flat page tells by itself, as columns: length, punctuation, role.

The features know no language but for the roles that phrases give away and the words that a model
weighs (``word_columns``).
"""

from __future__ import annotations

from typing import Final, get_args

from mojifix.boilerplate.labels.folding import beyond_ascii, blotted
from mojifix.boilerplate.lines.outline import Outline, of_page
from mojifix.boilerplate.trees.columns import HIGHEST, Column, counts, log, logs, share
from mojifix.records import Role

# Code points at the start of a line whose kinds are counted; the rest is more of the same.
_SEEN: Final = 160
_OF_PROGRAMS: Final = "{}=<>[]\\_"


def _kind(char: str) -> str:
    """Return what stands for a character: A capital, a letter or digit, . mark, { of programs."""
    if char.isspace():
        return char
    if char.isalnum():
        return "A" if char.isupper() else "a"
    return "{" if char in _OF_PROGRAMS else "."


_KINDS: Final = "".join(map(_kind, map(chr, range(128)))).encode().ljust(256)
_SPACES: Final = b" "
_CAPITALS: Final = b"A"
_MARKS: Final = b".{"
_CODE: Final = b"{"
# What is left out of the kinds of a page to count some of them in each line.
_ALL_BUT: Final = {
    kinds: bytes(set(range(256)).difference(kinds, b"\n")) for kinds in (_SPACES, _CAPITALS, _MARKS)
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
_MONEY: Final = "$€£¥₹₽₴₺"
_MOST_INDENT: Final = 12
ROLE_NUMBERS: Final[dict[Role | None, int]] = {
    role: number for number, role in enumerate((None, *get_args(Role)))
}


def text_columns(outline: Outline) -> dict[str, Column]:
    """Return the columns that need nothing but the lines.

    Args:
        outline: of the lines, at least one.
    """
    texts = outline.texts
    count = len(texts)
    heads = [text[:_SEEN] for text in texts]
    page = "\n".join(heads)
    sizes = list(map(len, heads))
    others = [char for char in beyond_ascii(page) if char.isupper()]
    kinds = blotted(page, others, "A").encode("ascii", "ignore").translate(_KINDS)
    spaces, capitals, marks = (_counts(kinds, of) for of in (_SPACES, _CAPITALS, _MARKS))
    return {
        "width": logs(outline.widths),
        "words": counts([n + 1 for n in spaces]),
        "capitals": bytes([HIGHEST * n // size for n, size in zip(capitals, sizes, strict=True)]),
        "marks": bytes([HIGHEST * n // size for n, size in zip(marks, sizes, strict=True)]),
        "end": bytes([_ENDS.get(text[-1], 0) for text in texts]),
        "sentences": counts(outline.sentences),
        "indent": bytes([n if n < _MOST_INDENT else _MOST_INDENT for n in outline.indents]),
        "role": bytes(map(ROLE_NUMBERS.__getitem__, outline.roles)),
        "page_money": of_page(log(sum(map(page.count, _MONEY))), count),
        "page_code": of_page(share(kinds.count(_CODE), count), count),
    }


def _counts(kinds: bytes, some: bytes) -> list[int]:
    """Count the characters of some kinds in each line of a page."""
    return list(map(len, kinds.translate(None, _ALL_BUT[some]).split(b"\n")))
