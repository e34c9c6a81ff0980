"""Signs that runs of UTF-8 were: ``™``, ``₂``, ``½``, and the no-break space.

Sentences, which the language model knows, hold few of them, and pages many.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final
from unicodedata import category, normalize

from mojifix.codepages.singlebyte import C1_CONTROL
from mojifix.language import model
from mojifix.language.alphabet import class_of, script_of

_STOPS: Final = ".,:;"
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
# ``180°C``, ``½``, ``(£20.50)``. No quotation marks: ``«5В»`` holds well-formed UTF-8 in cp1251.
_AMOUNT: Final = re.compile(r"\(?[\d.,]*([^\x00-\x7f])(?:[A-Za-z]{0,2}|\d[\d.,]*)[).,:;]*")
_OF_AMOUNTS: Final = frozenset({"No", "Sc", "Sm", "So"})
_NO_ACCIDENT: Final = 3  # bytes, of a sign of another script: two letters make ``؟`` of ``ÿü``
_FULL_WIDTH: Final = "fullwidth"
_OF_PAGES: Final = frozenset(
    "symbol number math arrow punctuation currency pictograph latin1_symbol fullwidth".split()
)
_ACCENT: Final = "Sk"  # one that stands alone, as ``¸``, is no sign of text
_SMALL_LETTER: Final = "Lm"  # as those beside and above of phonetic script
# Pictures of controls, and the rarer blocks of mathematics and arrows, which few write.
_RARE: Final = re.compile("[\u2400-\u243f\u2980-\u2aff\u2b60-\u2bff]")
_MOST_TOGETHER: Final = 3  # letters and signs: ``αβ``, ``χ²``
_EAST_ASIAN: Final = "\u2e80"  # where radicals start, which other bytes come to
_DRAWING: Final = "box"
_MICRO: Final = "\xb5"  # to Unicode, a letter
# Categories of what clean text may have before a letter.
_STARTS_OF_WORDS: Final = frozenset({"Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sc"})
_PAUSES: Final = frozenset("…–—")
_SHAPE: Final = "geometric"  # or Braille, which is what other letters come to by accident


class Signs:
    """Tells which runs of a text were signs that it does not show as they are, too.

    Who writes both is explaining them.
    """

    def __init__(self, text: str, document: str) -> None:
        """Look at a text, which is a document or the part of one that is odd."""
        self._text, self._document = text, document
        self._chars = frozenset(document)
        self._shown: dict[tuple[str, str], bool] = {}

    def is_word(self, before: str, after: str) -> bool:
        """Tell whether a word is a sign or an amount; ``Â©`` is no capital with a sign at its end."""
        amount = _AMOUNT.fullmatch(after)
        if amount and category(amount[1]) in _OF_AMOUNTS:
            sign, garbled = amount[1], "".join(_BEYOND_ASCII.findall(before))
        else:
            sign, garbled = after.rstrip(_STOPS), before.rstrip(_STOPS)
            if len(sign) != 1 or category(sign)[0] not in "PS" or category(sign) == _ACCENT:
                return False
        if (
            class_of(sign) == _SHAPE
            or _RARE.match(sign)
            or (script_of(sign) and len(sign.encode()) < _NO_ACCIDENT)
        ):
            return False
        return not self._is_shown(sign, garbled)

    def is_no_accident(self, start: int, end: int, sign: str) -> bool:
        """Tell whether a run is a sign that what stands there comes to by no accident.

        That is a no-break space, or between ASCII the ``µ`` of a unit, what is no Latin letter and has
        three bytes of which one was read as a control, a sign of three bytes not all of which were read
        as letters, or a few, be they Greek letters, that no word holds as they stand.
        """
        before, behind = self._text[max(0, start - 1) : start], self._text[end : end + 1]
        if sign == "\xa0":
            return _is_space(before, behind)
        garbled = self._text[start:end]
        if not (before + behind).isascii() or self._is_shown(sign, garbled):
            return False
        if len(garbled) >= _NO_ACCIDENT and C1_CONTROL.search(garbled):
            return script_of(sign[0]) != "latin"
        if sign == _MICRO:
            return not before.isalpha()
        if (
            (before.isalpha() and category(sign[0]) == _SMALL_LETTER)
            or _RARE.match(sign)
            or len(sign) > _MOST_TOGETHER
            or (sign >= _EAST_ASIAN and class_of(sign[0]) != _FULL_WIDTH)
        ):
            return False
        is_long = len(garbled) >= _NO_ACCIDENT and not garbled.isalpha()
        if is_long and len(sign) == 1 and class_of(sign) in _OF_PAGES:
            return True
        if category(sign[-1]) == "Sm" and behind.isalpha():  # ``÷llítson`` was ``állítson``
            return False
        return (
            all(map(is_symbol, sign))
            and self._is_foreign(garbled)
            and _is_of_no_word(before, garbled)
        )

    def _is_foreign(self, garbled: str) -> bool:
        """Tell whether the text holds no other letters of a script that is not Latin."""
        scripts = set(map(script_of, garbled)) - {"latin", None}
        return not scripts or scripts.isdisjoint(map(script_of, self._chars - {*garbled}))

    def _is_shown(self, sign: str, garbled: str) -> bool:
        known = self._shown.get((sign, garbled))
        if known is None:
            known = self._document.count(sign) > self._document.count(garbled)
            self._shown[sign, garbled] = known
        return known


def is_symbol(char: str) -> bool:
    """Tell whether text of any language holds a character by itself: a sign, or a letter of formulas.

    >>> [is_symbol(char) for char in "β™ℓ◄é"]
    [True, True, True, True, False]
    """
    if class_of(char) == "letter":
        return normalize("NFKC", char) != char
    is_greek = script_of(char) == "greek" and char in _letters()
    return is_greek or class_of(char) in (*_OF_PAGES, _SHAPE, _DRAWING)


def _is_space(before: str, behind: str) -> bool:
    """Tell whether what stands around a no-break space tells that its ``Â`` is no letter of a word."""
    return not before.isalpha() and (bool(before.strip()) or not behind.strip())


def _is_of_no_word(before: str, garbled: str) -> bool:
    """Tell whether no word holds some characters: letters beside signs that do not end one.

    Of 607,347 clean lines two hold a Greek letter or a sign read so between ASCII, none with three dots
    apart.

    >>> _is_of_no_word(" ", "Î²"), _is_of_no_word("a", "ß“"), _is_of_no_word(" ", "ні")
    (True, False, False)
    >>> _is_of_no_word("3", "┬▓"), _is_of_no_word(" ", "П…")
    (True, False)
    """
    kinds = [category(char) for char in garbled]
    if kinds[0] in _STARTS_OF_WORDS or "Zs" in kinds:
        return False
    if garbled[-1] in _PAUSES and not before.isdigit():  # ``6Ã— faster`` was ``6×``
        return False
    if before.isalpha() and kinds[0][0] == "L" and any(kind[0] == "P" for kind in kinds):
        return False
    return not _letters().issuperset(garbled)


@cache
def _letters() -> frozenset[str]:
    """Return the letters beyond ASCII of all languages."""
    return frozenset().union(*model.letters().values())
