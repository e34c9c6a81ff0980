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


# What text costs that is in no language: alphabets in rows, box drawings, kaomoji, phonetic script,
# leetspeak, code. It must not be "explained" as garbled words. Entering it costs once, then each
# character what it takes to pick it from its kind.
BACKGROUND_BITS: Final = 24.0
BACKGROUND_WORD_BITS: Final = 3.0
BACKGROUND_ENTRY_BITS: Final = 4.0  # of BACKGROUND_BITS, per character of a short word
_BACKGROUND_ASCII: Final = 5.5
_BACKGROUND_LARGE: Final = 13.5  # characters of scripts with thousands of them
_BACKGROUND_OTHER: Final = 7.5
_BACKGROUND_REPEATED: Final = 1.5


def background_bits(text: str) -> float:
    """Return what the characters of a text that is in no language cost."""
    bits, last = 0.0, ""
    for char in text:
        if char == last:
            bits += _BACKGROUND_REPEATED
        elif char < "\x80":
            bits += _BACKGROUND_ASCII
        elif "\u3400" <= char <= "\ud7a3":
            bits += _BACKGROUND_LARGE
        else:
            bits += _BACKGROUND_OTHER
        last = char
    return bits


def saved_bits(text: str, start: int, end: int, after: str) -> float:
    """Return how many bits shorter the text gets when ``after`` replaces ``text[start:end]``."""
    left, right = window(text, start, end)
    head, tail = text[left:start], text[end:right]
    return word_bits(text[left:right]) - word_bits(f"{head}{after}{tail}")
