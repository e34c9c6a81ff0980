"""Which two characters of Chinese and Japanese go together, beyond what pairs of symbols tell.

Most characters share their symbol in the language model with others. ``characters.bin`` is a line of
JSON (what made it, from which sources and licences, a digest) and a zlib stream of JSON: for each
group, by how many steps a pair is likelier, from each first character to the second ones.
``training/train_characters.py`` makes it.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Final

from mojifix.language.packed import read_zipped

FORMAT: Final = "mojifix-characters/1"
BITS_PER_STEP: Final = 2.0
STEPS: Final = 4


@cache
def _pairs(group: str) -> dict[str, float]:
    found = read_zipped("characters.bin", FORMAT).get(group, ())
    return {
        first + second: number * BITS_PER_STEP
        for number, step in enumerate(found, 1)
        for first, seconds in step.items()
        for second in seconds
    }


def pairs_bits(group: str, text: str) -> float:
    """Return how many bits cheaper the pairs of characters of a text are together.

    >>> pairs_bits("japanese", "図書館") > pairs_bits("japanese", "哭今篡") == 0
    True
    """
    pairs = _pairs(group)
    return sum(pairs.get(first + second, 0.0) for first, second in pairwise(text))
