"""Byte order marks (The Unicode Standard, section 23.8), and what GB 18030 makes of U+FEFF.

>>> find("mot".encode("utf-8-sig")), find("mot".encode())
(Mark(codec='utf-8', length=3), None)
"""

from __future__ import annotations

import codecs
from typing import Final, NamedTuple


class Mark(NamedTuple):
    """A byte order mark.

    Attributes:
        codec: what it says the rest is encoded in; the byte order is spelled out.
        length: bytes to skip.
    """

    codec: str
    length: int


_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_PROBE: Final = 64  # bytes that must be well-formed UTF-32 for its mark to be believed


def find(data: bytes) -> Mark | None:
    """Return the mark that some bytes start with.

    FF FE 00 00 is the mark of UTF-32, or that of UTF-16 and a NUL: what follows decides.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark) and (not codec.startswith("utf-32") or _is_utf32(data, codec)):
            return Mark(codec, len(mark))
    return None


def _is_utf32(data: bytes, codec: str) -> bool:
    probe = data[:_PROBE]
    if len(data) <= _PROBE and len(data) % 4:
        return False
    try:
        probe[: len(probe) // 4 * 4].decode(codec)
    except UnicodeDecodeError:
        return False
    return True
