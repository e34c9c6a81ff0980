"""A codec that was chosen: its name, and decoding with it, single bytes without holes.

>>> decode_strict(b"\\x81", "cp1252"), decode_strict(b"\\x81", "cp932") is None
('\\x81', True)
>>> decode_replacing("日本".encode("cp932")[:-1], "cp932")
('日�', 1)
"""

from __future__ import annotations

import codecs
from typing import Final

from mojifix.codepages import multibyte, singlebyte, supplementary, vni
from mojifix.decoding.usage import USAGES

_SINGLE_BYTE: Final = frozenset(
    (*singlebyte.CODEPAGES, *supplementary.NAMES, *(u.codepage for u in USAGES))
)


def python_name(codec: str | None) -> str | None:
    """Return a codec's name in Python's own spelling, its own name where Python has none."""
    if codec is None or codec in supplementary.NAMES or codec == vni.NAME:
        return codec
    return codecs.lookup(codec).name


def is_single_byte(codec: str) -> bool:
    """Return whether a codec is one of the single-byte code pages."""
    return codec in _SINGLE_BYTE


def reads_any(codec: str) -> bool:
    """Return whether a codec reads any bytes, in blocks cut anywhere: a code page, or VNI."""
    return codec in _SINGLE_BYTE or codec == vni.NAME


def decode_strict(data: bytes, codec: str) -> str | None:
    """Return the text of some bytes, None when they are not well-formed."""
    if codec in _SINGLE_BYTE:
        return singlebyte.decode(data, codec)
    if codec == vni.NAME:
        return vni.decode(data)
    return multibyte.decode(data, codec)


def decode_replacing(data: bytes, codec: str) -> tuple[str, int]:
    """Return the text of some bytes, and how many U+FFFD in it stand for ill-formed ones."""
    text = decode_strict(data, codec)
    if text is not None:
        return text, 0
    text = data.decode(codec, "replace")
    # What the source itself spells U+FFFD survives "ignore".
    return text, text.count("\ufffd") - data.decode(codec, "ignore").count("\ufffd")
