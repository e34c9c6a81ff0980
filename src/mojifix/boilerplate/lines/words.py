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
# Words looked at, from the start of a line.
MOST_WORDS: Final = 12
_NEIGHBORS: Final = (-1, 1)
_UNKNOWN: Final = (NEUTRAL,) * 4


def word_columns(lines: Sequence[str], weights: Mapping[str, int]) -> dict[str, Column]:
    """Return the columns of the words' weights.

    Args:
        lines: the words of each line, as ``letters`` gives them; empty for lines not looked at.
        weights: of words, 0..255; above ``NEUTRAL`` a word is more frequent in content.

    Returns:
        Mean, lowest and highest weight of a line's words, that of its first word, and the means
        of the neighbors.
    """
    names = ("weight", "lowest_weight", "highest_weight", "first_weight")
    known = {line: _weighed(line, weights) for line in set(lines)}
    rows = zip(*map(known.__getitem__, lines), strict=True)
    columns = {name: bytes(values) for name, values in zip(names, rows, strict=True)}
    for step in _NEIGHBORS:
        columns[f"weight{step:+d}"] = shifted(columns["weight"], step, NEUTRAL)
    return columns


def _weighed(line: str, weights: Mapping[str, int]) -> tuple[int, int, int, int]:
    """Return the mean, lowest, highest and first weight of the words of a line."""
    words = line.split()[:MOST_WORDS]
    found = [weight for weight in map(weights.get, words) if weight is not None]
    if not found:
        return _UNKNOWN
    first = weights.get(words[0], NEUTRAL)
    return sum(found) // len(found), min(found), max(found), first
