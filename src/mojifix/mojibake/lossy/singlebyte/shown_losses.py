"""Sequences that show by themselves that they lost a byte, or that they are garbled at all.

>>> [text[start:end] for text in ['it came â€" late'] for start, end in stretches(text)]
['â€"']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from mojifix.codepages import singlebyte
from mojifix.codepages.losses import REPLACEMENT
from mojifix.mojibake.edits import Edit
from mojifix.mojibake.lossy.singlebyte.leads import COMMON
from mojifix.mojibake.lossy.singlebyte.sequences import Path
from mojifix.mojibake.words import Span, merged, window

REGION_LIMIT: Final = 2_000  # code points that are searched at once
_PAIR: Final = 2  # characters of a sequence of two bytes
_CAPITAL_INSIDE: Final = re.compile("[a-z\xdf-\xff][\xc0-\xde]")
_HIGH_PAIR: Final = re.compile("[^\x00-\x7f\xa0]{2}")
_HIGH_TRIPLE: Final = re.compile("[^\x00-\x7f\xa0]{3}")
# The first byte of a letter of two, and ``?`` for the other where the word goes on. Where nothing else
# tells of a loss, it must be a known word that comes out.
_MARKED: Final = re.compile(r"[ÃÅ]\?(?=[^\W\d_])")
# That, or a typographic sign whose last byte is seen to be lost, as a code page shows it: ``â€"``,
# ``вЂ?``. Not where it stands alone between quotes, as in a list of what to replace.
LEADS_OF_SIGNS: Final = "".join({singlebyte.table(page)[0xE2] for page in COMMON})
_SIGNS: Final = frozenset("“”„‘’‚–—…•")
_STARTS_OF_SIGNS: Final = "|".join(
    sorted({singlebyte.table(page)[0xE2] + singlebyte.table(page)[0x80] for page in COMMON})
)
# A sign whose third byte vanished, as in ``itโ€s``, beside a letter and not in a price.
_CUT_SHORT: Final = re.compile(
    rf"""(?<!\d)(?<!\d[ \xa0])(?:(?<=[^\W\d_]|[,;.!?])(?:{_STARTS_OF_SIGNS})(?![ \xa0]?\d)
    |(?<![^\W_])(?:{_STARTS_OF_SIGNS})(?=[^\W\d_]))""",
    re.VERBOSE,
)
_LOST: Final = re.compile(
    rf"""(?<!["'`/])[{LEADS_OF_SIGNS}][^\x00-\x7f\xa0](?:["'\ufffd]|\?(?![^\W\d_]))"""
    rf"""|{_MARKED.pattern}"""
)


def stretches(text: str) -> Iterator[Span]:
    """Yield the stretches around what shows that it lost a byte, disjoint."""
    found = sorted(
        match.span() for pattern in (_LOST, _CUT_SHORT) for match in pattern.finditer(text)
    )
    for start, end in merged(window(text, *span) for span in found):
        for at in range(start, end, REGION_LIMIT):
            yield at, min(at + REGION_LIMIT, end)


def has_letters_out_of_place(text: str) -> bool:
    """Tell whether a text has a capital behind a small letter, or ``?`` for half of one."""
    return bool(_CAPITAL_INSIDE.search(text) or _MARKED.search(text))


def is_marked(text: str, at: int) -> bool:
    """Tell whether a letter stands in a place of which ``?`` is the second half."""
    return _MARKED.match(text, at) is not None


def tells(text: str, edit: Edit) -> bool:
    """Tell whether an edit is more than a pair of whole bytes, such as the end of ``«5В»``.

    One that is a capital after a small letter is.
    """
    if edit.guessed or edit.end - edit.start > _PAIR:
        return True
    return _CAPITAL_INSIDE.search(text, max(0, edit.start - 1), edit.start + 1) is not None


def is_clear(piece: str, run: Path) -> bool:
    """Tell whether a run stands for itself.

    Sequences side by side do, though all lost a byte if each had more than two; one with U+FFFD in it,
    if more than half of its bytes are left; one of which two bytes are left and the third is seen to be
    lost, one of which three are left, a sign without its third, and one that is a capital after a small
    letter.
    """
    start, end = run[0][0], run[-1][1].end
    if _CAPITAL_INSIDE.search(piece, max(0, start - 1), start + 1) or is_marked(piece, start):
        return True
    if any(arc.char in _SIGNS and _CUT_SHORT.match(piece, at) for at, arc in run):
        return True
    if REPLACEMENT in piece[start:end]:
        size = sum(len(arc.char.encode()) for _, arc in run)
        return 2 * len(beyond_ascii(piece[start:end])) > size
    is_long = all(len(arc.char.encode()) > _PAIR and arc.end - at >= _PAIR for at, arc in run)
    beside = any(arc.end == at for (_, arc), (at, _) in pairwise(run))
    if beside and (is_long or not all(arc.guessed for _, arc in run)):
        return True
    return any(
        _HIGH_TRIPLE.match(piece, at, arc.end)
        or (_HIGH_PAIR.match(piece, at, arc.end) and len(arc.char.encode()) == arc.end - at)
        for at, arc in run
    )


def beyond_ascii(piece: str) -> list[str]:
    """Return the characters of a piece that a code page has beyond ASCII."""
    return [char for char in piece if char > "\x7f" and char != REPLACEMENT]
