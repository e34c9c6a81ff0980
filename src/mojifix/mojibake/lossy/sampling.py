"""Of the ways in which a text may have been garbled, the one that saves the most."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from mojifix.mojibake.edits import Edit, bits_saved
from mojifix.mojibake.words import Span

Way = TypeVar("Way")


def best_edits(
    ways: list[Way],
    spans: list[Span],
    size: int,
    edits_of: Callable[[Way, list[Span]], list[Edit]],
    price: Callable[[Way, list[Edit]], float],
) -> list[Edit]:
    """Return the edits that save the most over their price; none if none does.

    Args:
        ways: in which a text may have been garbled.
        spans: what is garbled of it.
        size: code points of a sample: it chooses the way where more are garbled.
        edits_of: the edits that a way leads to in some spans.
        price: of a way and what it leads to, in bits.
    """
    total = sum(end - start for start, end in spans)
    sample = spans[:: max(1, -(-total // size))]
    if len(sample) < len(spans) and len(ways) > 1:
        bits = [bits_saved(edits_of(way, sample)) for way in ways]
        ways = [ways[bits.index(max(bits))]] if max(bits) > 0.0 else []
    best: list[Edit] = []
    most = 0.0
    for way in ways:
        edits = edits_of(way, spans)
        saved = bits_saved(edits) - price(way, edits)
        if saved > most:
            best, most = edits, saved
    return best
