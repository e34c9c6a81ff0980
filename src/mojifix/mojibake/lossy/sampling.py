"""Long text: a sample of it chooses among the ways it may have been garbled."""

from __future__ import annotations

from collections.abc import Callable
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


def likeliest(
    ways: list[Way], spans: list[Span], size: int, saved: Callable[[Way, list[Span]], float]
) -> list[Way]:
    """Return all ways that a short text may have been garbled; of a long text the likeliest.

    Args:
        ways: those that fit.
        spans: the garbled spans of the text.
        size: characters of a sample; a text is long that has more in its spans.
        saved: what a way saves in some of the spans, in bits.

    Returns:
        The way that saves the most in the sample, the first of equals; none if none saves anything.

    >>> saved = lambda way, spans: {"a": 1.0, "b": 3.0, "c": 3.0}[way] * len(spans)
    >>> likeliest(["a", "b", "c"], [(0, 10), (20, 30)], 10, saved)
    ['b']
    """
    sample = spread(spans, size)
    if len(sample) == len(spans) or len(ways) < 2:
        return ways
    bits = [saved(way, sample) for way in ways]
    return [ways[bits.index(max(bits))]] if max(bits) > 0 else []
