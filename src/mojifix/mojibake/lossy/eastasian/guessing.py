"""Which of several characters stood in a place, and how sure that is.

The language model says what its neighbors make likely; of quotes, dashes and ellipses it knows too
little, so that it says how likely one of them is, and ``language.signs`` which.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mojifix.language.model import UNITS_PER_BIT
from mojifix.language.signs import Weights
from mojifix.mojibake.lossy.eastasian.writers import Candidate

TEMPER: Final = 0.8  # neighbors are guessed, too, so that what they say is worth less
# How likely a character is by the units that it and the next one cost, two bytes at most.
_WEIGHTS: Final = tuple(2.0 ** -(TEMPER * units / UNITS_PER_BIT) for units in range(511))


def likeliest(
    choices: Sequence[Candidate], around: tuple[int, int], table: bytes, of_signs: Weights
) -> tuple[str, float]:
    """Return the likeliest of some characters, and how likely it is.

    Args:
        choices: the characters.
        around: the symbols of the character in front and of the one behind.
        table: costs of pairs of symbols in the language of the text.
        of_signs: how likely each of the signs among them is, if there is one, 0..1.
    """
    before, after = around[0], around[1] << 8
    weights = {
        char: _WEIGHTS[table[symbol << 8 | before] + table[after | symbol]]
        for char, _, symbol in choices
    }
    total = sum(weights.values())
    together = sum([weights[sign] for sign in of_signs])
    weights |= {sign: share * together for sign, share in of_signs.items()}
    char = max(weights, key=weights.__getitem__)
    return char, weights[char] / total
