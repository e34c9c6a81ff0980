"""The characters of a damaged text, and what each may be.

>>> places, gaps = with_gaps("naÃ¯ve", [(2, 4, Place("?", (Choice("ï"), Choice("í", 2.0))))])
>>> "".join(place.char for place in places), gaps
('na?ve', [2])
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Choice(NamedTuple):
    """What a character may be, and the price of that in bits."""

    char: str
    bits: float = 0.0


class Place(NamedTuple):
    """A character of a damaged text.

    Attributes:
        char: what it is read as, U+FFFD where it cannot be named.
        choices: what it may be; empty where it is certain.
        probability: that it is what it is read as, 0..1.
    """

    char: str
    choices: tuple[Choice, ...] = ()
    probability: float = 1.0


def with_gaps(text: str, gaps: Iterable[tuple[int, int, Place]]) -> tuple[list[Place], list[int]]:
    """Return the places of a text in which some spans are one gap each, and which of them are gaps."""
    places: list[Place] = []
    numbers, at = [], 0
    for start, end, gap in gaps:
        places += map(Place, text[at:start])
        numbers.append(len(places))
        places.append(gap)
        at = end
    return [*places, *map(Place, text[at:])], numbers
