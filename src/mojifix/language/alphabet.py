"""From characters to the symbols that the language model counts.

Each script *group* has an alphabet of at most 256 symbols. Frequent characters are symbols of their
own; every other character is represented by its *class*, so that no text is outside the model: a box
drawing in the middle of a Russian word is a rare event with a known price, not an error.

    >>> class_of("═"), class_of("Ж"), class_of("😀"), script_of("ж"), script_of("–")
    ('box', 'cyrillic_upper', 'emoji', 'cyrillic', None)
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter
from typing import Final

SPACE: Final = "space"
DIGIT: Final = "digit"

# Blocks in which the block says more than the category does: (first, last, class).
_BLOCKS: Final = (
    (0x0080, 0x009F, "control"), (0x00A0, 0x00A0, "nbsp"), (0x02B0, 0x02FF, "modifier"),
    (0x0300, 0x036F, "combining"), (0x2000, 0x200A, "symbol"), (0x200B, 0x200F, "joiner"),
    (0x2010, 0x202E, "punctuation"), (0x202F, 0x202F, "nbsp"), (0x2030, 0x205E, "punctuation"),
    (0x2060, 0x206F, "joiner"), (0x20A0, 0x20CF, "currency"), (0x2190, 0x21FF, "arrow"),
    (0x2200, 0x22FF, "math"), (0x2300, 0x23FF, "technical"), (0x2500, 0x259F, "box"),
    (0x25A0, 0x25FF, "geometric"), (0x2600, 0x27BF, "pictograph"), (0x2800, 0x28FF, "geometric"),
    (0x3000, 0x3000, SPACE), (0x3001, 0x303F, "cjk_punctuation"), (0x3040, 0x309F, "hiragana"),
    (0x30A0, 0x30FF, "katakana"), (0x3100, 0x33FF, "cjk_other"), (0x3400, 0x4DBF, "han"),
    (0x4E00, 0x9FFF, "han"), (0xAC00, 0xD7A3, "hangul"), (0xD800, 0xDFFF, "unassigned"),
    (0xE000, 0xF8FF, "private"), (0xF900, 0xFAFF, "han_compat"), (0xFE00, 0xFE0F, "joiner"),
    (0xFF01, 0xFF5E, "fullwidth"), (0xFF61, 0xFF9F, "halfwidth"), (0xFFFD, 0xFFFD, "replacement"),
    (0x1F000, 0x1FAFF, "emoji"), (0x20000, 0x3FFFF, "han_rare"), (0xF0000, 0x10FFFF, "private"),
)  # fmt: skip

FIRST_BEYOND_LATIN: Final = "\u0370"
# Scripts that have a group of their own, by their block: (first, last, group).
_SCRIPTS: Final = (
    (0x0370, 0x03FF, "greek"), (0x0400, 0x052F, "cyrillic"), (0x0530, 0x058F, "armenian"),
    (0x0590, 0x05FF, "hebrew"), (0x0600, 0x06FF, "arabic"), (0x0750, 0x077F, "arabic"),
    (0x0780, 0x07BF, "thaana"), (0x0900, 0x097F, "devanagari"), (0x0980, 0x09FF, "bengali"),
    (0x0A00, 0x0A7F, "gurmukhi"), (0x0A80, 0x0AFF, "gujarati"), (0x0B00, 0x0B7F, "oriya"),
    (0x0B80, 0x0BFF, "tamil"), (0x0C00, 0x0C7F, "telugu"), (0x0C80, 0x0CFF, "kannada"),
    (0x0D00, 0x0D7F, "malayalam"), (0x0D80, 0x0DFF, "sinhala"), (0x0E00, 0x0E7F, "thai"),
    (0x0E80, 0x0EFF, "lao"), (0x0F00, 0x0FFF, "tibetan"), (0x1000, 0x109F, "myanmar"),
    (0x10A0, 0x10FF, "georgian"), (0x1200, 0x137F, "ethiopic"), (0x1780, 0x17FF, "khmer"),
    (0x1C90, 0x1CBF, "georgian"), (0x1E00, 0x1EFF, "latin"), (0x1F00, 0x1FFF, "greek"),
    (0x2D00, 0x2D2F, "georgian"), (0x3040, 0x30FF, "han"), (0x3400, 0x4DBF, "han"),
    (0x4E00, 0x9FFF, "han"), (0xAC00, 0xD7A3, "hangul"), (0xFB50, 0xFDFF, "arabic"),
    (0xFE70, 0xFEFC, "arabic"), (0xFF66, 0xFF9D, "han"), (0x20000, 0x3FFFF, "han"),
)  # fmt: skip
# … in which a character is a syllable or a word, not a letter.
SYLLABIC: Final = frozenset({"han", "hangul", "ethiopic"})
SCRIPTS: Final = tuple(dict.fromkeys(("latin", *(name for _, _, name in _SCRIPTS))))

CLASSES: Final = (
    SPACE, DIGIT, "ascii_lower", "ascii_upper", "ascii_symbol", "latin_lower", "latin_upper",
    "latin_rare", "latin1_symbol", "greek", "cyrillic_lower", "cyrillic_upper", "cyrillic_rare",
    "hebrew", "arabic", "script", "letter", "mark", "number", "symbol", "control", "replacement",
    "nbsp", *sorted({name for _, _, name in _BLOCKS} - {SPACE, "control", "nbsp", "replacement"}),
)  # fmt: skip


def class_of(char: str) -> str:
    """Return the class of a character, one of ``CLASSES``."""
    point = ord(char)
    if point < 0x80:
        return _ascii_class(char)
    return _looked_up(_BLOCKS, point) or _class_by_category(char, point)


def _looked_up(blocks: tuple[tuple[int, int, str], ...], point: int) -> str | None:
    """Return what a table of blocks, in their order, says of the one that holds a code point."""
    index = bisect_right(blocks, point, key=itemgetter(0)) - 1
    return blocks[index][2] if index >= 0 and point <= blocks[index][1] else None


def _ascii_class(char: str) -> str:
    if char.isalpha():
        return "ascii_upper" if char.isupper() else "ascii_lower"
    if char.isdigit():
        return DIGIT
    if char.isspace():
        return SPACE
    return "ascii_symbol" if char.isprintable() else "control"


def _class_by_category(char: str, point: int) -> str:
    category = unicodedata.category(char)
    if category in ("Cn", "Cs"):
        return "unassigned"
    if category == "Co":
        return "private"
    if category in ("Cf", "Cc"):
        return "joiner"
    if category[0] == "Z":
        return SPACE
    script = script_of(char)
    if script == "latin" and category[0] == "L":
        if point >= 0x180 and point < 0x1E00 and point not in _LATIN_COMMON:
            return "latin_rare"
        return "latin_upper" if category == "Lu" else "latin_lower"
    if script == "cyrillic" and category[0] == "L":
        if not 0x0410 <= point <= 0x044F:
            return "cyrillic_rare"
        return "cyrillic_upper" if category == "Lu" else "cyrillic_lower"
    if script in ("greek", "hebrew", "arabic"):
        return script
    if script is not None:
        return "script"
    if point < 0x100:
        return "latin1_symbol"
    return {"L": "letter", "M": "mark", "N": "number", "S": "symbol", "P": "symbol"}[category[0]]


_LATIN_COMMON: Final = frozenset(map(ord, "ƠơƯưȘșȚțƏə"))


@lru_cache(maxsize=8192)
def script_of(char: str) -> str | None:
    """Return the group that a letter or mark belongs to; None when it may stand in any.

    Han and kana share ``"han"``, which stands for Japanese and both Chinese groups.
    """
    if char < FIRST_BEYOND_LATIN:
        return "latin" if char.isalpha() and char not in "ªº" else None
    return _looked_up(_SCRIPTS, ord(char))
