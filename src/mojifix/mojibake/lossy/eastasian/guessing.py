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
ENDING_BITS: Final = 4.0  # an ellipsis often ends a line, a dash or an apostrophe seldom
_OPENING: Final = "“"
_CLOSING: Final = "”"
_OTHERS: Final = "„‚‘«»•"
_NOT_AT_END: Final = "–—’"
_AT_END: Final = "…"
_DASHES: Final = "–—"
_SIGNS: Final = frozenset(_OPENING + _CLOSING + _OTHERS + _NOT_AT_END + _AT_END)
# How likely a character is by the units that it and the next one cost, two bytes at most.
_WEIGHTS: Final = tuple(2.0 ** -(TEMPER * units / UNITS_PER_BIT) for units in range(511))


class Guesser:
    """Names the characters of a text from left to right.

    Args:
        table: costs of pairs of symbols in the language of the text.
        space: the symbol of a space.
        before, after: what stands around the part of the text that is named.
    """

    def __init__(self, table: bytes, space: int, before: str, after: str) -> None:
        self._table = table
        self._space = space
        self._is_open = before.rfind(_OPENING) > before.rfind(_CLOSING)
        self._ends_line = not after.partition("\n")[0].strip()

    def pass_by(self, char: str) -> None:
        """Take note of a character that stands in the text."""
        if char in (_OPENING, _CLOSING):
            self._is_open = char == _OPENING

    def likeliest(
        self, choices: tuple[Candidate, ...], before: int, after: int, *, is_last: bool
    ) -> tuple[str, float]:
        """Return the likeliest of some characters, and how likely it is.

        Args:
            choices: the characters.
            before: the symbol of the character in front.
            after: that of the character behind.
            is_last: whether no part of the text comes after them.
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
                weight *= 2.0 ** -(TEMPER * bits)
            weights.append(weight)
        most = max(weights)
        return choices[weights.index(most)].char, most / sum(weights)

    def _price(self, char: str) -> float:
        if char == _CLOSING:
            return -PAIRED_BITS if self._is_open else PAIRED_BITS
        return PAIRED_BITS * (char == _OPENING and self._is_open)
