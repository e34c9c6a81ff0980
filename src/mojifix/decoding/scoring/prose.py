"""Tables, markup, code and drawings made comparable with the prose that the language model knows.

>>> words(b"caf\\xe9;th\\xe9 (\\xa3) 2"), without_drawings(b"\\xdb\\xdb " + b"\\xcd" * 9 + b" OK")
(b'caf\\xe9 th\\xe9    2', b'    OK')
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from mojifix.codepages import singlebyte, utf8
from mojifix.decoding.scoring.sample import Sample
from mojifix.language.model import Alphabet

# Tags and entities are in no language. Those with bytes beyond ASCII are kept: they are evidence.
# No second byte of a two-byte character is one of <, > and &.
_MARKUP: Final = re.compile(rb"<[^<>\x80-\xff]{0,400}>|&#?[A-Za-z0-9]{1,12};")
# What stands between words in tables, JSON and markup is read as the blank that it stands for in
# prose: a letter before ";" is rare in every language, but no rarer in the right code page.
_SEPARATORS: Final = '"()*/:;<=>[\\]_{|}\t\n\r'
_AS_BLANKS: Final = bytes.maketrans(_SEPARATORS.encode(), b" " * len(_SEPARATORS))
# A letter alone, as ``£`` in ``(£)`` and those of tables are, is a word in some Cyrillic language.
# ``®`` and ``™`` behind a small letter are alone, too: what they are elsewhere is mostly a capital.
# Of 10,344 words and lines in 54 code pages, no answer moves.
_ALONE: Final = re.compile(rb"(?<= )[\x80-\xff](?= )|(?<=[a-z])[\x99\xae](?![A-Za-z\x80-\xff])")
# A no-break space, which the model has seen too rarely, beside a number or within quotes. Between a
# letter and ``!`` it may as well be the last letter of a word.
NO_BREAK: Final = re.compile(rb"\xa0(?:(?<=[\d\xab]\xa0)|(?=[\d\xbb]))")
# Signs of Windows code pages, as the bullet and ``©``, that are a one-letter word in no other.
_SIGNS: Final = frozenset(
    bytes((byte,)) for byte in (0x95, 0x99, *range(0xA3, 0xC0)) if byte not in (0xA8, 0xAD)
)
# Lines and blocks that programs for DOS draw with are at the same bytes in all its code pages. As
# letters the longer of them are no text in any other: ÄÄÄÄÄÄÄÄ, НННННННН; shouting is shorter. Nor are
# both corners of a box, shades from light to dark, two twigs of a tree, and two squares before items:
# 在哪可 in GBK is a box with two lines between its corners.
_DRAWN: Final = re.compile(
    rb"""
    (?<![A-Za-z])(?:\xc4{8,}|\xcd{8,}|[\xb1\xb2\xdb\xdc\xdf]{8,})(?![A-Za-z])
  | \xda[\xc2\xc4]{3,}\xbf | \xc3[\xc4\xc5]{3,}\xb4 | \xc0[\xc1\xc4]{3,}\xd9
  | \xc9[\xcb\xcd]{3,}\xbb | \xcc[\xcd\xce]{3,}\xb9 | \xc8[\xca\xcd]{3,}\xbc
  | \xb0\xb1\xb2\xdb | \xdb\xb2\xb1\xb0
  | (?:[\xc0\xc3]\xc4{2,3}|\n\xfe)[ ][^\n]{1,99}\n
    [ \xb3]{0,40}(?:[\xc0\xc3]\xc4{2,3}|\xfe)[ ]
    """,
    re.VERBOSE,
)
# One of these is in every drawing, where all blocks are one; looking for them takes a fiftieth of what
# the expression does.
_BLOCKS: Final = bytes.maketrans(b"\xb0\xb1\xb2\xdc\xdf", b"\xdb" * 5)
_STROKES: Final = (b"\xc4\xc4", b"\xcd\xcd", b"\xdb" * 4, b"\n\xfe")
# Runs of what all of them draw with, and signs that stand alone, as corners that only some have.
_DRAWING: Final = re.compile(
    rb"""
    (?<![A-Za-z\x80-\xff])
    [\xb0-\xb4\xb9-\xbc\xbf-\xc5\xc8-\xce\xd9-\xdc\xdf\xfe]+
    (?![A-Za-z\x80-\xff])
  | (?<![\xb0-\xdf\xfe])[\xb0-\xdf\xfe](?![\xb0-\xdf\xfe])
    """,
    re.VERBOSE,
)


def without_markup(sample: Sample) -> Sample:
    """Return a sample without tags and entities."""
    if b"<" not in sample.window and b"&" not in sample.window:
        return sample
    return Sample(tuple(_MARKUP.sub(b" ", piece) for piece in sample.pieces))


def without_drawings(window: bytes) -> bytes:
    """Leave out lines, blocks and corners, but only where there are drawings for sure."""
    blocks = window.translate(_BLOCKS)
    if not any(stroke in blocks for stroke in _STROKES) or not _DRAWN.search(window):
        return window
    return _DRAWING.sub(b" ", window)


def words(window: bytes) -> bytes:
    """Return the words with blanks between them, without the letters that stand alone."""
    window = NO_BREAK.sub(b" ", window.replace(utf8.REPLACEMENT, b""))
    return _without_lone_letters(window.translate(_AS_BLANKS))


def _without_lone_letters(window: bytes) -> bytes:
    """Leave out letters that stand alone; where nothing else is beyond ASCII, each but the first."""
    rest = _ALONE.sub(b"", window)
    if not rest.isascii():
        return rest
    seen = set(_SIGNS)

    def first(found: re.Match[bytes]) -> bytes:
        if found[0] in seen:
            return b""
        seen.add(found[0])
        return found[0]

    return _ALONE.sub(first, window)


@cache
def windows_signs() -> bytes:
    """Return the bytes that are one sign in all code pages of Windows, as “”, ©, µ and U+00A0."""
    tables = (singlebyte.table(f"cp125{number}") for number in range(9))
    return bytes(
        byte
        for byte, *chars in zip(range(256), *tables, strict=True)
        if len({*chars}) == 1 and chars[0] > "\x9f"
    )


@cache
def symbols(alphabet: Alphabet) -> bytes:
    """Return the symbols of an alphabet, those of separators read as blanks."""
    own = bytes(range(256))
    separators = alphabet.encode(_SEPARATORS)
    return own.translate(bytes.maketrans(separators, alphabet.encode(" ") * len(separators)))
