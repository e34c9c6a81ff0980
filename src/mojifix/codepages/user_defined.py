"""The characters that Windows decodes bytes to which its East Asian code pages do not define.

A pair is a character of the private use area, for users to draw (Microsoft, End-User-Defined
Characters). So is the lone byte 0xFF, and 0x80 is a control, in code page 936 the euro sign (Microsoft,
bestfit936.txt, bestfit949.txt, bestfit950.txt). Text that was read as one of these code pages keeps
them; Python's codecs of that name know them not, but for cp932.
"""

from __future__ import annotations

from functools import cache
from itertools import chain, product
from typing import Final

_HIGH: Final = range(0xA1, 0xFF)
_LOW_GBK: Final = (*range(0x40, 0x7F), *range(0x80, 0xA1))
_BIG5: Final = (*range(0x40, 0x7F), *_HIGH)
# Lead bytes and second bytes, in the order of the code points from U+E000 on.
_BLOCKS: Final = {
    "gbk": ((range(0xAA, 0xB0), _HIGH), (range(0xF8, 0xFF), _HIGH), (range(0xA1, 0xA8), _LOW_GBK)),
    "cp950": (
        (range(0xFA, 0xFF), _BIG5),
        (range(0x8E, 0xA1), _BIG5),
        (range(0x81, 0x8E), _BIG5),
        (range(0xC6, 0xC7), _HIGH),
        (range(0xC7, 0xC9), _BIG5),
    ),
    "cp949": ((range(0xC9, 0xCA), _HIGH), (range(0xFE, 0xFF), _HIGH)),
}
_FIRST: Final = 0xE000
_LONE: Final = {  # what the bytes 0x80 and 0xFF are alone
    "gbk": {"€": b"\x80", "\uf8f5": b"\xff"},
    "cp950": {"\x80": b"\x80", "\uf8f8": b"\xff"},
    "cp949": {"\x80": b"\x80", "\uf8f7": b"\xff"},
}
CODECS: Final = frozenset(_BLOCKS)


@cache
def bytes_of(codec: str) -> dict[str, bytes]:
    """Map the characters that only Windows has in a code page to their bytes.

    >>> gbk, cp950 = bytes_of("gbk"), bytes_of("cp950")
    >>> gbk["\\ue4c5"].hex(), gbk["\\ue765"].hex(), gbk["€"].hex(), cp950["\\uf848"].hex()
    ('fefe', 'a7a0', '80', 'c8fe')
    """
    pairs = chain.from_iterable(product(*block) for block in _BLOCKS[codec])
    drawn = {chr(_FIRST + number): bytes(pair) for number, pair in enumerate(pairs)}
    return drawn | _LONE[codec]
