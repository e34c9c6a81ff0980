"""Boxes, trees and shades of DOS that were read as letters: ``ÉÍÍÍ»`` was ``╔═══╗``.

No word of any language has a letter three times in a row, and in a drawing the lines meet and end in
corners. Where that is so all that is drawn in the text is undone; letters are left to the words.

>>> text = "ÚÄÄÄÄÄÄÄ¿ ³ Menü ³ ÀÄÄÄÄÄÄÄÙ"
>>> "".join(edit.after for edit in find_edits(text))
'┌───────┐││└───────┘'
>>> find_edits("ÄÄÄÄH, was ist das? ÁÁÁÁ, ÄÄÄÄ!")
[]
"""

from __future__ import annotations

import re
from typing import Final

from mojifix.codepages import singlebyte
from mojifix.mojibake.edits import Edit, bits_saved, recoding
from mojifix.mojibake.weighing.word_kinds import arms, is_joined

_READERS: Final = ("cp1252", "cp1251", "cp1250")
_DRAWN: Final = bytes(range(0xB0, 0xE0))  # in all code pages of DOS for English and Russian
_PATTERNS: Final = tuple(
    (reader, re.compile(f"[{re.escape(singlebyte.decode(_DRAWN, reader) or '')}]+"))
    for reader in _READERS
)
_THRICE: Final = re.compile(r"([─═█])\1\1")
_CODE: Final = "drawing"
_BLOCK: Final = "█"
_VERTICAL: Final = "│║"
# Characters of lines without corners, of which two tell and one does: cries are shorter.
_LONG: Final = 20
_LONGEST: Final = 60
_LEAST_SIGNS: Final = 2
_BITS: Final = 6.0  # a character, as many as there are to draw with


def may_be_in(text: str) -> bool:
    """Tell whether a text holds what lines and blocks are read as, at the speed of C."""
    # One character is looked for much quicker than three.
    return (
        ("Ä" in text and "ÄÄÄ" in text)
        or ("Í" in text and "ÍÍÍ" in text)
        or ("Û" in text and "ÛÛÛ" in text)
        or ("Д" in text and "ДДД" in text)
        or ("Н" in text and "ННН" in text)
        or ("Ы" in text and "ЫЫЫ" in text)
    )


def find_edits(text: str) -> list[Edit]:
    """Return what undoes the drawings of a text, sorted and disjoint."""
    if not may_be_in(text):
        return []
    found = (_edits(text, reader, pattern) for reader, pattern in _PATTERNS)
    return max(found, key=bits_saved)


def _edits(text: str, reader: str, pattern: re.Pattern[str]) -> list[Edit]:
    """Return the edits for one reader, none where the text shows too little of a drawing."""
    steps, _ = recoding(reader, "cp437")
    edits: list[Edit] = []
    signs = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        before = match.group()
        after = singlebyte.encode(before, reader).decode("cp437")
        has_start = "LEFT" not in arms(after[0])
        left, right = text[max(0, start - 1) : start], text[end : end + 1]
        # The names in a tree of files stand behind its lines.
        if left.isalnum() or (right.isalnum() and not (has_start and _THRICE.search(after))):
            continue
        if all(map(is_joined, after, after[1:])) and (len(after) > 1 or after in _VERTICAL):
            edits.append(Edit(start, end, after, steps, _BITS * len(after), code=_CODE))
            if _THRICE.search(after):
                signs += _signs_of_drawing(before, after)
    return edits if signs >= _LEAST_SIGNS else []


def _signs_of_drawing(before: str, after: str) -> int:
    """Return how much a run with a line tells: two signs where it is no word, either.

    >>> _signs_of_drawing("ÃÄÄÄ", "├───"), _signs_of_drawing("ÉÍÍÍ»", "╔═══╗")
    (1, 2)
    >>> _signs_of_drawing("НННО»", "═══╬╗")
    0
    """
    has_start, has_end = "LEFT" not in arms(after[0]), "RIGHT" not in arms(after[-1])
    line = set(after[has_start : len(after) - has_end])
    if _BLOCK in line:
        is_drawn, is_sure = len(line) > 1, not before.isalpha()
    else:
        is_drawn = len(line) == 1 and (has_start or has_end or len(after) >= _LONG)
        is_sure = len(after) >= _LONGEST or (has_start and has_end and not before.isalpha())
    return is_drawn + (is_drawn and is_sure)
