"""Which of several characters stood in a place, and how sure that is.

The language model says what its neighbors make likely; of quotation marks, dashes and ellipses it
knows too little, as they come in pairs and stand at the ends of things. What is known of them beyond
it is told by a few prices.
"""

from __future__ import annotations

from typing import Final

from mojifix.language.model import UNITS_PER_BIT
from mojifix.mojibake.lossy.eastasian.writers import Candidate

TEMPER: Final = 0.8  # neighbors are guessed, too, so that what they say is worth less
PAIRED_BITS: Final = 3.0  # what an open quotation says about the next quotation mark
# For a sign between two spaces that is no dash: of 5,778 in texts of 109 languages 138 are none.
LONELY_BITS: Final = 10.0
# For any but an apostrophe between two letters: of 19,410 in those texts 315 are none. Where letters go
# on for more than two on both sides, as around a dash without spaces, it is left open.
INSIDE_BITS: Final = 6.0
_SHORT: Final = 3
ENDING_BITS: Final = 4.0  # an ellipsis often ends a line, a dash or an apostrophe seldom
_OPENING: Final = "“"
_CLOSING: Final = "”"
_OTHERS: Final = "„‚‘«»•"
_NOT_AT_END: Final = "–—’"
_AT_END: Final = "…"
_DASHES: Final = "–—"
_APOSTROPHES: Final = "’‘"
_SIGNS: Final = frozenset(_OPENING + _CLOSING + _OTHERS + _NOT_AT_END + _AT_END)
# How likely a character is by the units that it and the next one cost, two bytes at most.
_WEIGHTS: Final = tuple(2.0 ** -(TEMPER * units / UNITS_PER_BIT) for units in range(511))


def is_elision(before: str, after: str) -> bool:
    """Tell whether an apostrophe is likely between two pieces of text of up to three characters.

    >>> is_elision("don", "t w"), is_elision("new", "old"), is_elision("on ", "the")
    (True, False, False)
    """
    both = before[-1:] + after[:1]
    return len(both) > 1 and both.isalpha() and not f"{before}{after}".isalpha()


class Guesser:
    """Names the characters of a text from left to right.

    Args:
        table: costs of pairs of symbols in the language of the text.
        space: the symbol of a space.
        before, after: what stands around the part of the text that is named.

    Attributes:
        before, after: the characters next to it, as many as ``is_elision`` asks for.
    """

    def __init__(self, table: bytes, space: int, before: str, after: str) -> None:
        self._table = table
        self._space = space
        self.before, self.after = before[-_SHORT:].rjust(_SHORT), after[:_SHORT].ljust(_SHORT)
        self._is_open = before.rfind(_OPENING) > before.rfind(_CLOSING)
        self._ends_line = not after.partition("\n")[0].strip()

    def pass_by(self, char: str) -> None:
        """Take note of a character that stands in the text."""
        if char in (_OPENING, _CLOSING):
            self._is_open = char == _OPENING

    def likeliest(
        self,
        choices: tuple[Candidate, ...],
        before: int,
        after: int,
        *,
        is_last: bool,
        is_inside: bool,
    ) -> tuple[str, float]:
        """Return the likeliest of some characters, and how likely it is.

        Args:
            choices: the characters.
            before: the symbol of the character in front.
            after: that of the character behind.
            is_last: whether no part of the text comes after them.
            is_inside: whether an apostrophe is likely there.
        """
        table, column = self._table, after << 8
        weights = []
        for char, _, symbol in choices:
            weight = _WEIGHTS[table[symbol << 8 | before] + table[column | symbol]]
            if char in _SIGNS:
                bits = self._price(char)
                if is_last and self._ends_line:
                    bits += ENDING_BITS * ((char in _NOT_AT_END) - (char in _AT_END))
                elif before == after == self._space and char not in _DASHES:
                    bits += LONELY_BITS
                elif is_inside and char not in _APOSTROPHES:
                    bits += INSIDE_BITS
                weight *= 2.0 ** -(TEMPER * bits)
            weights.append(weight)
        most = max(weights)
        return choices[weights.index(most)].char, most / sum(weights)

    def _price(self, char: str) -> float:
        if char == _CLOSING:
            return -PAIRED_BITS if self._is_open else PAIRED_BITS
        return PAIRED_BITS * (char == _OPENING and self._is_open)
