r"""EBCDIC, in which the blank is ``@`` and nothing is where ASCII has it.

Its letters and digits are all beyond ASCII, its blanks 0x40, and a text has none of the bytes that are
digits, signs and blanks in ASCII. Which country's it is the language tells.

>>> find("Die Rechnung für März liegt bei.".encode("cp273")), find("naïve".encode("cp1252"))
('cp273', None)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from mojifix.codepages import singlebyte
from mojifix.language.score import read

_PROBE: Final = 1200  # bytes looked at
_BLANKS: Final = re.compile(b"\x40+")  # fields of records are filled with them
_LINE_BREAKS: Final = b"\x0d\x15\x25"
# Controls and what has none: all bytes below the blank, and the last, but tabs, line and form feeds.
_NO_TEXT: Final = bytes(c for c in (*range(0x40), 0xFF) if c not in b"\x05\x0c" + _LINE_BREAKS)
_LONGEST_WORD: Final = 25  # bytes to a blank or a line break, on average
# Bits a character. Of 553 lines, phrases and paragraphs in 16 languages none of more than three
# characters has more than 6.7; of 18,632 pieces of other encodings nine could be EBCDIC, at 7.8 and up.
_MOST_BITS: Final = 7.5
# The code pages and the bits that each costs in its own languages; no languages are all. They differ in
# brackets and a few letters.
_PAGES: Final = (
    ("cp037", 0.0, ""), ("cp500", 1.0, ""), ("cp1047", 2.0, ""), ("cp1140", 4.0, ""),
    ("cp273", 2.0, "de"), ("cp277", 2.0, "da nb nn"), ("cp278", 2.0, "sv fi"),
    ("cp280", 2.0, "it"), ("cp284", 2.0, "es ca gl"), ("cp285", 3.0, "en ga gd cy"),
    ("cp297", 2.0, "fr"), ("cp871", 2.0, "is"), ("cp870", 2.0, ""), ("cp1026", 2.0, "tr az"),
    ("cp875", 3.0, ""), ("cp1025", 3.0, ""),
)  # fmt: skip
_ABROAD_BITS: Final = 24.0  # for a code page of another country
# What are brackets in one are these signs in another, which few write but behind numbers.
_RARE: Final = re.compile(r"(?<!\d)[¢¬¤]")
_RARE_BITS: Final = 16.0  # for each of them


def find(data: bytes, favored: Mapping[str, float] | None = None) -> str | None:
    """Return the code page in which bytes are a text, None where they are no EBCDIC.

    Args:
        data: the bytes.
        favored: bits in favor of a code page, by its name.
    """
    probe = _BLANKS.sub(b"\x40", data[:_PROBE])
    if not _is_like_it(probe):
        return None
    favored = favored or {}
    costs = {}
    for page, prior, languages in _PAGES:
        text = singlebyte.decode(probe, page)
        reading = read(text)
        if reading.bits < _MOST_BITS * len(probe):
            abroad = _ABROAD_BITS * bool(languages and reading.language not in languages.split())
            rare = _RARE_BITS * len(_RARE.findall(text))
            costs[page] = reading.bits + prior + abroad + rare - favored.get(page, 0.0)
    return min(costs, key=costs.__getitem__, default=None)


def _is_like_it(probe: bytes) -> bool:
    blanks = probe.count(b"\x40")
    if not blanks or probe.translate(None, _NO_TEXT) != probe:
        return False
    breaks = len(probe) - len(probe.translate(None, _LINE_BREAKS))
    return (blanks + breaks) * _LONGEST_WORD >= len(probe)
