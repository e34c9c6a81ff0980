"""The multi-byte legacy codecs of East Asia, under the names that cover most of what is out there.

Each name is the superset that real text needs: gb18030 for gb2312 and gbk, cp949 for euc_kr, cp932
for shift_jis, as the WHATWG decoders do.

    >>> decode("日本".encode("euc_jp"), "euc_jp"), decode(b"\\x81", "cp932")
    ('日本', None)
"""

from __future__ import annotations

from typing import Final

CODECS: Final = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949")
# What Windows and others really decoded with, when the result is to be encoded back.
DECODERS: Final = (
    "gbk",
    "gb18030",
    "cp932",
    "cp950",
    "big5hkscs",
    "cp949",
    "euc_jp",
    "euc_jis_2004",
)


def encode(text: str, codec: str) -> bytes | None:
    """Return the bytes of a text, None when a character has none."""
    try:
        return text.encode(codec)
    except UnicodeEncodeError:
        return None


def decode(data: bytes, codec: str) -> str | None:
    """Return the text of some bytes, None when they are not well-formed."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None
