"""Surrogates in a text: halves of characters, and bytes that Python could not decode.

A pair that stands as two characters is one. One of U+DC80 to U+DCFF alone is a byte that was let pass
(PEP 383, ``errors="surrogateescape"``), as in names of files: of UTF-8, or of a code page, which is
found as that of other words is once the byte stands as cp1252 shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from mojifix.codepages import singlebyte, utf8
from mojifix.mojibake import utf16
from mojifix.mojibake.edits import Edit
from mojifix.mojibake.escapes import UNESCAPE
from mojifix.surrogates import are_in

_SURROGATES: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\udc80-\udcff]+")
_SEQUENCE: Final = re.compile(b"(" + utf8.SEQUENCE + b"+)")
# The share of the bytes that are sequences of UTF-8 in a text that is in UTF-8: 12 of 119 sentences in
# legacy encodings hold some by accident.
_LEAST_IN_UTF8: Final = 0.5
_SURE_BITS: Final = 32.0
_SHOWN_BITS: Final = 2.0  # what any code page is at first
_PAIR_STEPS: Final = ("encode utf-16", "decode utf-16")
_BYTES: Final = "surrogateescape"
_BYTES_STEPS: Final = (f"{UNESCAPE} {_BYTES}",)


def find_edits(text: str) -> list[Edit]:
    r"""Return what undoes the surrogates of a text, sorted and disjoint; most text has none.

    >>> [edit.after for edit in find_edits("caf\udcc3\udca9, Gr\udcf6\udcdfe")]
    ['é', 'öß']
    """
    # In UTF-16 that was read in the wrong byte order they are characters.
    if not are_in(text) or utf16.find_change(text) is not None:
        return []
    matches = list(_SURROGATES.finditer(text))
    escaped = [_bytes_of(match.group()) for match in matches if match.group() >= "\udc00"]
    in_utf8 = sum(map(len, chain(*map(_SEQUENCE.findall, escaped))))
    is_utf8 = in_utf8 >= _LEAST_IN_UTF8 * sum(map(len, escaped))
    return [edit for match in matches for edit in _of_surrogates(match, is_utf8)]


def _bytes_of(units: str) -> bytes:
    return units.encode("ascii", _BYTES)


def _of_surrogates(match: re.Match[str], is_utf8: bool) -> Iterator[Edit]:
    start, end = match.span()
    units = match.group()
    if units < "\udc00":
        pair = units.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
        yield Edit(start, end, pair, _PAIR_STEPS, _SURE_BITS, code="surrogates")
        return
    before = match.string[max(0, start - 1) : start]
    data = _bytes_of(units)
    for number, piece in enumerate(_SEQUENCE.split(data) if is_utf8 else [data]):
        end = start + len(piece)
        is_sequence = number % 2 == 1
        after = piece.decode() if is_sequence else singlebyte.decode(piece, "cp1252")
        bits = _SURE_BITS if is_sequence else _SHOWN_BITS
        # A capital behind a small letter is rather the first byte of a character that was cut.
        if piece and not (len(units) == 1 and after.isupper() and before.islower()):
            yield Edit(start, end, after, _BYTES_STEPS, bits, not is_sequence, _BYTES)
        start = end
