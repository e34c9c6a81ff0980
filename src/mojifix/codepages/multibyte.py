"""The multi-byte legacy codecs of East Asia, under the names that cover most of what is out there.

Each name is the superset that real text needs: gb18030 for gb2312 and gbk, cp949 for euc_kr, cp932
for shift_jis, as the WHATWG decoders do.

    >>> decode("日本".encode("euc_jp"), "euc_jp"), decode(b"\\x81", "cp932")
    ('日本', None)
"""

from __future__ import annotations

import re
from typing import Final, Literal

from mojifix.codepages import user_defined

Errors = Literal["strict", "replace", "ignore"]

CODECS: Final = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949")
# What Windows and others really decoded with, when the result is to be encoded back.
DECODERS: Final = (
    "gbk", "gb18030", "cp932", "cp950", "big5hkscs", "cp949", "euc_jp", "euc_jis_2004",
)  # fmt: skip
_PRIVATE: Final = re.compile("([\x80\ue000-\uf8ff€])")


def encode(text: str, codec: str, errors: Errors = "strict") -> bytes | None:
    """Return the bytes of a text as Windows has them, None when a character has none.

    Args:
        text: the text.
        codec: one of ``DECODERS``.
        errors: what becomes of a character that has no bytes: ``?``, nothing, or of the whole None.

    >>> encode("鏈€", "gbk"), encode("a鏈Ӂ", "gbk"), encode("a鏈Ӂ", "gbk", "replace")
    (b'\xe6\x9c\x80', None, b'a\xe6\x9c?')
    """
    try:
        return text.encode(codec)
    except UnicodeEncodeError:
        if codec not in user_defined.CODECS:
            return None if errors == "strict" else text.encode(codec, errors)
    known = user_defined.bytes_of(codec)
    parts = _PRIVATE.split(text)  # every second is such a character
    try:
        return b"".join(
            known[part] if number % 2 and part in known else part.encode(codec, errors)
            for number, part in enumerate(parts)
        )
    except UnicodeEncodeError:
        return None


def decode(data: bytes, codec: str) -> str | None:
    """Return the text of some bytes, None when they are not well-formed."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None
