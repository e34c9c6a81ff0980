"""Weighing two readings of a run against each other, in bits, in its surroundings.

The run is read together with the rest of its word, at most ``CONTEXT`` characters on each side, so
that a character is judged by its neighbors and a short run by the word it completes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from mojifix.language import score

CONTEXT: Final = 10
# Each change of script inside one window costs this much: words are seldom written in two scripts.
SWITCH_BITS: Final = 6.0

_BREAKS: Final = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f"


def window(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the word around a span, bounded by ``CONTEXT``."""
    left, right = start, end
    while left > 0 and start - left < CONTEXT and text[left - 1] not in _BREAKS:
        left -= 1
    while right < len(text) and right - end < CONTEXT and text[right] not in _BREAKS:
        right += 1
    return left, right


@lru_cache(maxsize=65_536)
def word_bits(text: str) -> float:
    """Return the description length of a few words, with a price for each change of script."""
    pieces = sum(1 for _ in score.segments(text))
    return score.read(text).bits + SWITCH_BITS * (pieces - 1)


def saved_bits(text: str, start: int, end: int, after: str) -> float:
    """Return how many bits shorter the text gets when ``after`` replaces ``text[start:end]``."""
    left, right = window(text, start, end)
    head, tail = text[left:start], text[end:right]
    return word_bits(text[left:right]) - word_bits(f"{head}{after}{tail}")
