"""Single-byte code pages as tables of 256 characters, without holes.

A byte that a code page leaves undefined stands for the C1 control of the same number, as in the
WHATWG decoders ("sloppy" in ftfy's words): that is how browsers, and thus most of the garbled
text there is, read them.

    >>> table("cp866")[0xD0], table("cp1252")[0x81]
    ('╨', '\\x81')
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from functools import cache
from itertools import filterfalse
from types import MappingProxyType
from typing import Final

from mojifix.codepages import supplementary

CODEPAGES: Final = (
    "cp1252", "latin-1", "cp1251", "cp1250", "cp1254", "cp1253", "cp1255", "cp1256", "cp1257",
    "cp1258", "cp874", "cp437", "cp850", "cp866", "cp852", "cp855", "cp737", "cp862", "cp1125",
    "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "iso8859-2", "iso8859-5", "iso8859-7",
    "iso8859-9", "iso8859-15", "iso8859-6", "iso8859-8", "iso8859-3", "iso8859-4", "iso8859-10",
    "iso8859-13", "iso8859-14", "iso8859-16", "cp857", "cp858", "cp860", "cp861", "cp863",
    "cp864", "cp865", "cp869", "cp720", "cp775", "mac-greek", "mac-turkish", "mac-latin2",
    "mac-iceland", "kz1048", "ptcp154", "koi8-t", "tis-620",
)  # fmt: skip
C1_CONTROL: Final = re.compile("[\x80-\x9f]")
# Beside others they are bytes of what was garbled twice.
_LONE_C1: Final = re.compile("(?<![^\x00-\x7f])[\x80-\x9f](?![^\x00-\x7f])")


@cache
def table(codepage: str) -> str:
    """Return the 256 characters of a code page, indexed by byte.

    Args:
        codepage: one of ``CODEPAGES`` or of ``supplementary.NAMES``.

    Raises:
        LookupError: there is no such code page.
    """
    # No code page holds U+FFFD, and each hole gives just one.
    chars = list(_characters(codepage))
    defined = set(chars)
    for byte in undefined(codepage):
        # Where the code page uses that character for another byte, the private one of WHATWG's
        # x-user-defined keeps the table reversible.
        chars[byte] = chr(byte) if chr(byte) not in defined else chr(0xF700 + byte)
    return "".join(chars)


def _characters(codepage: str) -> str:
    """Return the characters of a code page, U+FFFD where it has none."""
    own = supplementary.characters(codepage)
    return own or codecs.decode(bytes(range(256)), codepage, "replace")


@cache
def beyond_ascii(codepage: str) -> frozenset[str]:
    """Return the characters of a code page that ASCII lacks."""
    return frozenset(filterfalse(str.isascii, table(codepage)))


def with_c1_shown(text: str) -> str:
    """Return a text with single C1 controls as cp1252 has their bytes, since nobody means controls.

    Decoders of HTML do so, too (The HTML Standard, 13.2.5.80).

    >>> with_c1_shown("don\x92t")
    'don’t'
    """
    return _LONE_C1.sub(lambda control: table("cp1252")[ord(control.group())], text)


@cache
def undefined(codepage: str) -> bytes:
    """Return the bytes that a code page leaves undefined.

    >>> undefined("cp1252").hex(" ")
    '81 8d 8f 90 9d'
    """
    chars = _characters(codepage)
    return bytes(byte for byte in range(256) if chars[byte] == "\ufffd")


@cache
def encoding_map(codepage: str) -> Mapping[int, int]:
    """Return the byte of each code point, the inverse of ``table``.

    >>> encoding_map("cp866")[ord("╨")]
    208
    """
    chars = table(codepage)
    return MappingProxyType({ord(chars[byte]): byte for byte in range(255, -1, -1)})


@cache
def _codec_map(codepage: str) -> object:
    # The type that codecs.charmap_encode is fast with; a dict would be ten times slower.
    return codecs.charmap_build(table(codepage))


def encode(text: str, codepage: str) -> bytes:
    """Return the bytes that ``table(codepage)`` would have turned into ``text``.

    Raises:
        UnicodeEncodeError: a character is not in the code page.
    """
    return codecs.charmap_encode(text, "strict", _codec_map(codepage))[0]  # type: ignore[arg-type]


def encode_known(text: str, codepage: str) -> bytes:
    """Return a byte for each character of a text, ``?`` for one that is not in the code page.

    >>> encode_known("é中", "cp1252")
    b'\\xe9?'
    """
    return codecs.charmap_encode(text, "replace", _codec_map(codepage))[0]  # type: ignore[arg-type]


def decode(data: bytes, codepage: str) -> str:
    """Return ``data`` read with the code page; never fails."""
    return codecs.charmap_decode(data, "strict", table(codepage))[0]
