"""Long text: a sample of it chooses among the ways it may have been garbled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from mojifix.mojibake.words import Span

Way = TypeVar("Way")


def spread(spans: list[Span], size: int) -> list[Span]:
    """Return spans from all over a text that hold about so many characters; all if they are fewer.

    >>> spread([(0, 10), (20, 30), (40, 50), (60, 70)], 20)
    [(0, 10), (40, 50)]
    """
    total = sum(end - start for start, end in spans)
    return spans[:: max(1, -(-total // size))]


def best_of(ways: Iterable[Way], saved: Callable[[Way], float]) -> list[Way]:
    """Return the way that saves the most in a sample, the first of equals; none if none saves anything.

    >>> best_of("abc", {"a": 1.0, "b": 3.0, "c": 3.0}.__getitem__), best_of("a", lambda way: 0.0)
    (['b'], [])
    """
    most, best = 0.0, []
    for way in ways:
        bits = saved(way)
        if bits > most:
            most, best = bits, [way]
    return best
