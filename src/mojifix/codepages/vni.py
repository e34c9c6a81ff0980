"""VNI for Windows, in which a Vietnamese letter is an ASCII vowel and a byte for the marks on it.

Bytes are named as Latin-1 shows them, in small letters; the capitals have those of theirs.

>>> decode("Tröa nay gioù to, chôï ÑOÂNG ngöôøi.".encode("latin-1"))
'Trưa nay gió to, chợ ĐÔNG người.'
"""

from __future__ import annotations

import codecs
from functools import cache
from typing import Final
from unicodedata import normalize

NAME: Final = "vni"
_TONES: Final = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
# Bytes of the marks with each tone: alone, on a circumflex, on a breve.
_MARKS: Final = ((" ùøûõï", ""), ("âáàåãä", "\u0302"), ("êéèúüë", "\u0306"))
_LETTERS: Final = dict(zip("öôñíìæóòî", "ươđíìỉĩịỵ", strict=True))


@cache
def _table() -> dict[int, str]:
    marks = {
        byte: mark + tone
        for bytes_, mark in _MARKS
        for byte, tone in zip(bytes_, _TONES, strict=True)
        if byte != " "
    }
    table = {byte: bytes((byte,)).decode("cp1252", "replace") for byte in range(256)}
    for byte, char in (marks | _LETTERS).items():
        table[ord(byte)] = char
        table[ord(byte.upper())] = char.upper()
    return table


def decode(data: bytes) -> str:
    """Return the text of some bytes, composed; never fails."""
    return normalize("NFC", codecs.charmap_decode(data, "strict", _table())[0])
