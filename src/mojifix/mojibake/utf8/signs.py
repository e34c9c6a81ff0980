"""Signs that runs of UTF-8 were: ``™``, ``₂``, ``½``, and the no-break space.

Sentences, which the language model knows, hold few of them, and pages many.
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import category

from mojifix.language.alphabet import class_of, script_of

_STOPS: Final = ".,:;"
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
# ``180°C``, ``½``, ``(£20.50)``. No quotation marks: ``«5В»`` holds well-formed UTF-8 in cp1251.
_AMOUNT: Final = re.compile(r"\(?[\d.,]*([^\x00-\x7f])(?:[A-Za-z]{0,2}|\d[\d.,]*)[).,:;]*")
_OF_AMOUNTS: Final = frozenset({"No", "Sc", "Sm", "So"})
_NO_ACCIDENT: Final = 3  # bytes, of a sign of another script: two letters make ``؟`` of ``ÿü``
_OF_PAGES: Final = frozenset(
    {"symbol", "number", "math", "arrow", "punctuation", "currency", "pictograph", "latin1_symbol"}
)
_EAST_ASIAN: Final = "\u2e80"  # where radicals start, which other bytes come to
_DRAWING: Final = "box"
_MICRO: Final = "\xb5"  # to Unicode, a letter
_SHAPE: Final = "geometric"  # or Braille, which is what other letters come to by accident


class Signs:
    """Tells which runs of a text were signs that it does not show as they are, too.

    Who writes both is explaining them.
    """

    def __init__(self, text: str, document: str) -> None:
        """Look at a text, which is a document or the part of one that is odd."""
        self._text, self._document = text, document
        self._shown: dict[tuple[str, str], bool] = {}

    def is_word(self, before: str, after: str) -> bool:
        """Tell whether a word is a sign or an amount; ``Â©`` is no capital with a sign at its end."""
        amount = _AMOUNT.fullmatch(after)
        if amount and category(amount[1]) in _OF_AMOUNTS:
            sign, garbled = amount[1], "".join(_BEYOND_ASCII.findall(before))
        else:
            sign, garbled = after.rstrip(_STOPS), before.rstrip(_STOPS)
            if len(sign) != 1 or category(sign)[0] not in "PS":
                return False
        if class_of(sign) == _SHAPE or (script_of(sign) and len(sign.encode()) < _NO_ACCIDENT):
            return False
        return not self._is_shown(sign, garbled)

    def is_no_accident(self, start: int, end: int, sign: str) -> bool:
        """Tell whether a run between ASCII is a sign that what stands there comes to by no accident.

        That is one of three bytes, not all of them letters, one read as box drawings, which do not
        touch words, or the ``µ`` of a unit.
        """
        before, garbled = self._text[max(0, start - 1) : start], self._text[start:end]
        if not (before + self._text[end : end + 1]).isascii():
            return False
        if sign == _MICRO:
            is_sure = not before.isalpha()
        else:
            is_sure = (
                len(sign) == 1
                and sign < _EAST_ASIAN
                and class_of(sign) in _OF_PAGES
                and ((end - start >= _NO_ACCIDENT and not garbled.isalpha()) or _is_drawn(garbled))
            )
        return is_sure and not self._is_shown(sign, garbled)

    def is_space(self, start: int, end: int, sign: str) -> bool:
        """Tell whether a run is a no-break space, its ``Â`` no letter in a word or in front of one."""
        before, behind = self._text[max(0, start - 1) : start], self._text[end : end + 1]
        if sign != "\xa0" or before.isalpha():
            return False
        return bool(before.strip()) or not behind.strip()

    def _is_shown(self, sign: str, garbled: str) -> bool:
        known = self._shown.get((sign, garbled))
        if known is None:
            known = self._document.count(sign) > self._document.count(garbled)
            self._shown[sign, garbled] = known
        return known


def _is_drawn(garbled: str) -> bool:
    """Tell whether characters are box drawings.

    >>> _is_drawn("┬▓"), _is_drawn("Â²")
    (True, False)
    """
    return all(class_of(char) == _DRAWING for char in garbled)
