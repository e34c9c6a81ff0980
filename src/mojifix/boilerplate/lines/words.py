"""How the words of a short line weigh: "quantity" stands around content, "ingredients" in it.

The weights are statistics that ``training/train_flat.py`` takes; a word they do not hold, as in a
language that few pages of the training data are in, weighs nothing.

>>> columns = word_columns(["add to cart", "", "leek soup"], {"cart": 60, "soup": 150})
>>> list(columns["weight"]), list(columns["weight+1"])
([60, 128, 150], [128, 150, 128])
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from mojifix.boilerplate.trees.columns import Column, shifted

# Weight of a word that is as frequent in content as around it.
NEUTRAL: Final = 128
# Words have weights from here on.
LOWEST: Final = 2
# Words looked at, from the start of a line.
MOST_WORDS: Final = 12
_NEIGHBORS: Final = (-1, 1)
# What stands for words that have no weight, and for the end of a line.
_UNKNOWN: Final = 0
_END: Final = 1


def word_columns(lines: Sequence[str], weights: Mapping[str, int]) -> dict[str, Column]:
    """Return the columns of the words' weights.

    Args:
        lines: the words of each line, as ``letters`` gives them; empty for lines not looked at.
        weights: of words, ``LOWEST`` to 255; above ``NEUTRAL`` a word is more frequent in content.

    Returns:
        Mean and lowest weight of a line's words, and the means of the neighbors.
    """
    found = _weights_of_lines(lines, weights)
    weight = bytes([sum(some) // len(some) if some else NEUTRAL for some in found])
    lowest = bytes([min(some) if some else NEUTRAL for some in found])
    columns = {"weight": weight, "lowest_weight": lowest}
    for step in _NEIGHBORS:
        columns[f"weight{step:+d}"] = shifted(weight, step, NEUTRAL)
    return columns


def _weights_of_lines(lines: Sequence[str], weights: Mapping[str, int]) -> list[bytes]:
    """Return the weights of the words of each line that have one, of all lines at once."""
    heads = [
        line if line.count(" ") < MOST_WORDS else " ".join(line.split(" ", MOST_WORDS)[:MOST_WORDS])
        for line in lines
    ]
    words = " \n ".join(heads).split(" ")
    weight_of = weights.get
    known = bytes([_END if word == "\n" else weight_of(word, _UNKNOWN) for word in words])
    return known.translate(None, bytes([_UNKNOWN])).split(bytes([_END]))
