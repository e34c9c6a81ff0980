"""What kind a word is by its characters: typographic, a listing, an amount, a drawing, and the like."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from string import punctuation
from typing import Final
from unicodedata import category, name, normalize

from mojifix.codepages.losses import REPLACEMENT
from mojifix.mojibake.words import without_ascii

# What stands around words …
_OUTER: Final = "“”„‟‘’‚′″«»‹›¿¡…–—•·™®©°€£¥§†.,;:!?()[]\"'\xa0"
# … in the text of East Asia, or in text that runs from right to left.
_WIDE: Final = "、。，．：；！？（）「」『』〈〉《》【】،؛؟\u200e\u200f"
# … and those at home inside words: joints, and what keeps words together or apart.
_INNER: Final = str.maketrans("", "", "’–—‑·•\xa0\xad\u2009\u200a\u200b\u202f")
# … and what is typed for an apostrophe: two letters before the one, as ``p‘r`` was Albanian, and one
# beside the other.
_APOSTROPHE: Final = re.compile("(?<=[A-Za-z]{2})‘(?=[A-Za-z]$)")
_ACUTE: Final = re.compile(r"(?<=\w)´|^´(?=\w)")
# … and any sign on both sides of a word, as ``¨word¨`` where it is typed for quotes: of 6,498 such
# 28 fewer are changed, and no garbled text is lost.
_BOTH_SIDES: Final = re.compile(r"(?<!\w)([^\w\s!-~])([!-~]+)\1(?![\w-])")
# What stands beside the letters of any word and is none of them: marks of direction, soft hyphens,
# no-break spaces, and the number of a note at the end.
_MARKS: Final = re.compile(
    r"(?<=\w)\xa0(?=\w)|[\xad\u200e\u200f\u202a-\u202e\u2066-\u2069]"
    r"|(?<![¹²³⁰⁴-⁹])[¹²³⁰⁴-⁹]+(?=[.,;:!?)\]»”’'\"]*$)"
)
_QUOTES: Final = ("‘’", "“”", "„“", "‚‘", "«»", "»«", "‹›", "”“", "””", "’’")
_LISTING: Final = 6  # characters
_ROW: Final = 3  # characters
# Characters beyond ASCII of a line that holds each of them once, and of one that holds them in code
# order. Of 3,088 garbled lines none has more than 17 and 6, of 1,124 long garbled words none 27.
_ONCE: Final = 48
_IN_ORDER: Final = 8
_HEAD: Final = 200  # code points in which nearly all other text repeats a character
# A multiple of what one Greek letter stands for, as ``¼π``, or of an ohm, as ``kΩ``; a number with a
# sign, or a pattern for one, as ``№5`` and ``¤\xa0#``.
_AMOUNT: Final = re.compile(
    r"\W*\d*[\d¼½¾⅐-⅞][α-ωΑ-Ω][²³]?\W*"
    r"|[\W\d]*[kMm]Ω(?:/\w+)?[.,;:!?)]*"
    r"|[\W\d]*(?:[¤№][-\xa0]*[#\d]|[#\d][-\xa0]*[¤№])[\W\d]*"
)
_FORMULA: Final = re.compile(r"[\d\W]*[√∑∏∫∂∆∇∞≈≠≤≥±×÷¬]\d*[α-ωΑ-Ω][\d\W]*")
_LINES: Final = "─━│┃═║"
# The branch of a tree of files, a name beside it.
BRANCH: Final = "[├└┣┗╠╚╰][─━═]+"
_BRANCH_AND_NAME: Final = re.compile(f"({BRANCH})[!-~]*")
# A sign before a number: ``rate≈0.05``.
RELATION: Final = "[≈≠≤≥±×÷−]"
BEFORE_NUMBER: Final = rf"{RELATION}(?=[-+.~]?\d)"
_BEFORE_NUMBER: Final = re.compile(BEFORE_NUMBER)
_DOUBLE: Final = "═╔╗╚╝╠╣╦╩╬╒╕╘╛╞╡╤╧╪"  # to the sides


def is_spaced_sign(run: str) -> bool:
    """Tell whether a run may be a sign and the no-break space that belongs before it.

    Two bytes of UTF-8 by accident: Mac code pages have the space where a lead byte is.

    >>> is_spaced_sign("\xa0€"), is_spaced_sign("\xa0·"), is_spaced_sign("\xa0º")
    (True, True, False)
    """
    return run[0] == "\xa0" and all(char == "\xa0" or category(char)[0] in "PS" for char in run)


def is_drawing(word: str) -> bool:
    """Tell whether a word is drawn: lines most of all, as in a tree of files, boxes, or blocks.

    The lines of a drawing go on from one character to the next.

    >>> is_drawing("├──"), is_drawing("└─┬"), is_drawing("░▒▓"), is_drawing("╚═╝@")
    (True, True, True, True)
    >>> is_drawing("└───test.py"), is_drawing("╨╧╔╙╦┴")
    (True, False)
    """
    branch = _BRANCH_AND_NAME.fullmatch(word)
    core = branch[1] if branch else word.strip(punctuation)
    lines = sum(map(core.count, _LINES))
    if 2 * lines >= len(core):
        return all("\u2500" <= char <= "\u257f" for char in core)
    return all("\u2500" <= char <= "\u259f" for char in core) and all(
        map(is_joined, core, core[1:])
    )


def is_joined(left: str, right: str) -> bool:
    """Tell whether of two characters both or neither have a line to where they meet, a like one.

    >>> is_joined("─", "┐"), is_joined("─", "└"), is_joined("─", "╗")
    (True, False, False)
    """
    is_line = "RIGHT" in arms(left)
    if is_line != ("LEFT" in arms(right)):
        return False
    return not is_line or (left in _DOUBLE) == (right in _DOUBLE)


@lru_cache(maxsize=256)
def arms(char: str) -> str:
    """Return where the lines of a character go, in words; "" for a block."""
    return "" if char >= "\u2580" else name(char).replace("HORIZONTAL", "LEFT AND RIGHT")


def is_typographic(word: str) -> bool:
    """Tell whether a word is ASCII but for typographic signs where they are at home.

    >>> is_typographic("“it’s—11…”"), is_typographic("it‘s"), is_typographic("Franz”sisch")
    (True, True, False)
    >>> is_typographic("「word"), is_typographic("rate≈0.5"), is_typographic("«depends«-Feld")
    (True, True, False)
    >>> is_typographic("¨word¨,"), is_typographic("¨word")
    (True, False)
    """
    word = _BOTH_SIDES.sub(r"\2", _BEFORE_NUMBER.sub("", word))
    return bare(word).strip(_WIDE).isascii() or bare(_APOSTROPHE.sub("", word)).isascii()


def is_listing(word: str) -> bool:
    """Tell whether a word is from a table of characters: in code order, ``éê``, ``áçÁÇ`` or ``‘г’``.

    >>> is_listing("ЂЃѓЉЊЌ"), is_listing("ąčęė")
    (False, False)
    >>> is_listing("¡¢£¤¥¦"), is_listing("aā"), is_listing("ёйЁЙ")
    (True, True, True)
    """
    word = word.rstrip(".,;:")
    if len(word) == 3 and word[0] + word[2] in _QUOTES:
        return True
    half = len(word) // 2
    first, second = word[:half], word[half:]
    if first != second and first.lower() == second.lower():
        return True
    if len(word) > 1 and all(map(_is_form, word, word[1:])):
        return True
    return len(word) >= _LISTING and all(a < b for a, b in pairwise(word))


def is_table(text: str) -> bool:
    r"""Tell whether a text is of a table of characters: it holds each one once, or all in code order.

    >>> is_table("귺귻귽귾"), is_table('"귺귻귽귾긂",5,"긊긌긎"'), is_table("일본어" * 20)
    (False, True, False)
    """
    chars = ""
    for part in (text[:_HEAD], text):
        chars = without_ascii(part).replace(REPLACEMENT, "")
        if len(set(chars)) < len(chars):
            return False
    return len(chars) >= _ONCE or (
        len(chars) >= _IN_ORDER and all(a < b for a, b in pairwise(chars))
    )


def is_row(word: str) -> bool:
    """Tell whether a word is a piece of an alphabet, or forms of one letter only.

    >>> is_row("чшщ"), is_row("aáàä"), is_row("reèe"), is_row("áñ")
    (True, True, False, False)
    """
    return len(word) >= _ROW and all(map(_follows, word, word[1:]))


def _follows(last: str, char: str) -> bool:
    return ord(char) == ord(last) + 1 or _is_form(last, char)


def _is_form(last: str, char: str) -> bool:
    """Tell whether two characters are forms of one Latin letter."""
    letter = normalize("NFD", char)[0]
    return char != last and letter < "\x80" and letter == normalize("NFD", last)[0]


def is_amount(word: str) -> bool:
    """Tell whether a word is a multiple of a Greek letter, or a number with a sign.

    >>> is_amount("[-¼π"), is_amount("¼πσ"), is_amount("##0.00\xa0¤"), is_amount("¤\xa0")
    (True, False, True, False)
    """
    return _AMOUNT.fullmatch(word) is not None


def is_formula(word: str) -> bool:
    """Tell whether a word is mathematics: a sign before a Greek letter, with no letter of ASCII.

    >>> is_formula("√π,"), is_formula("2√π"), is_formula("pi√π")
    (True, True, False)
    """
    return _FORMULA.fullmatch(word) is not None


def is_in_one_case(word: str) -> bool:
    """Tell whether a word is in small letters or in capitals, but for the first letter.

    >>> is_in_one_case("Été"), is_in_one_case("ÉTÉ"), is_in_one_case("ÉTé")
    (True, True, False)
    """
    return word[1:] == word[1:].lower() or word == word.upper()


def stripped(word: str) -> str:
    """Return a word without the typographic signs around it."""
    return word.strip(_OUTER)


def bare(word: str) -> str:
    """Return a word without the typographic signs that are at home where they stand.

    >>> bare("«Wort»,"), bare("würd´"), bare("Kas?´")
    ('Wort', 'würd', 'Kas?´')
    """
    core = stripped(word)
    if core.isalpha():  # as most are
        return core
    core = core.translate(_INNER)
    return _ACUTE.sub("", core) if "´" in core else core


def without_marks(word: str) -> tuple[str, int]:
    r"""Return a word without the marks that any word may bear, and how many those are.

    >>> without_marks("\u200eword\u200e"), without_marks("note¹,"), without_marks("a\xa0b")
    (('word', 2), ('note,', 1), ('a b', 1))
    """
    return _MARKS.subn(lambda mark: " " if mark.group() == "\xa0" else "", word)


def is_signed_capitals(word: str) -> bool:
    """Tell whether a word is capitals with a sign at its end, as ``CAFÉ™`` is without damage.

    A no-break space is no sign.
    """
    core = bare(word)
    return core.isupper() and len(core) < len(word.replace("\xa0", ""))
