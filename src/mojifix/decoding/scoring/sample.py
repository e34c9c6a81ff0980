"""The part of the bytes that is worth scoring: the neighborhood of what is not ASCII.

The head of a file tells nothing when the first accented letter comes after 300 kB of markup, so the
sample starts where the bytes stop being ASCII. It is bounded, whatever the size of the input.

    >>> take(b"-" * 10_000 + "naïve".encode("cp1252") + b"-" * 10_000).window.strip(b"-")
    b'na\\xefve'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

SIZE: Final = 1200  # bytes; on development text, more changed no answer
_WINDOW: Final = 400  # bytes of one window of dense text
_MARGIN: Final = 48  # bytes of ASCII kept around what is not, for words to be seen in
# Bytes of the beginning, whose words tell of letters that stand alone. Of 107 fonts of figlet 82 are
# read rightly with 300 and 600, 3 without; of 16,250 development strings no answer moves.
_HEAD: Final = 300
_REACH: Final = 1 << 20  # bytes searched for windows beyond the first
_SPARSE_RUNS: Final = 40  # neighborhoods taken from text that is mostly ASCII

_ASCII: Final = bytes(range(128))
_HIGH_RUN: Final = re.compile(rb"[\x80-\xff]+")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
# A byte beyond ASCII beside a letter; all others are signs, or letters of a table.
_WORD: Final = re.compile(rb"[A-Za-z\x80-\xff][\x80-\xff]|[\x80-\xff][A-Za-z]")
# No multi-byte codec uses these as a second byte: a character starts after each of them.
_BOUNDARY: Final = re.compile(rb"[\x00-\x2f]")


def first_high(data: bytes) -> int:
    """Return where the first byte beyond ASCII is; the length if there is none."""
    try:
        data.decode("ascii")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


@dataclass(frozen=True)
class Sample:
    """Pieces of some bytes.

    Attributes:
        pieces: the pieces, in order.
    """

    pieces: tuple[bytes, ...]

    @cached_property
    def window(self) -> bytes:
        """Return the pieces with a space between them."""
        return b" ".join(self.pieces)

    @cached_property
    def pairs(self) -> int:
        """Return the number of pairs of neighboring bytes with one beyond ASCII; at least 1."""
        high = len(self.window.translate(None, _ASCII))
        return max(1, high + len(_HIGH_RUN.findall(self.window)))

    @cached_property
    def has_words(self) -> bool:
        """Return whether a byte beyond ASCII stands beside a letter, which makes it evidence."""
        return bool(_WORD.search(self.window))


def take(data: bytes) -> Sample:
    """Return at most about ``SIZE`` bytes that hold the evidence, in one or a few pieces."""
    if len(data) <= SIZE:
        return Sample((data,))
    taken = _take_from(data, first_high(data))
    if not taken.has_words and (word := _WORD.search(data, 0, _REACH)):
        return _take_from(data, word.start())
    return taken if taken.has_words else Sample((data[:_HEAD], *taken.pieces))


def _take_from(data: bytes, first: int) -> Sample:
    head = data[first : first + _WINDOW]
    if len(head.translate(None, _ASCII)) * 6 < len(head):
        return _sparse(data, first)
    pieces = [data[max(0, first - _MARGIN) : first + _WINDOW]]
    start, end = first + _WINDOW, min(len(data), first + _REACH)
    for third in (1, 2):
        pieces.append(_window(data, start + (end - start) * third // 3, end))
    return Sample(tuple(filter(None, pieces)))


def _window(data: bytes, start: int, end: int) -> bytes:
    """Return a window that starts between two characters; empty if no such place is near."""
    boundary = _BOUNDARY.search(data, start, min(end, start + _WINDOW))
    if boundary is None:
        return b""
    return data[boundary.end() : min(end, boundary.end() + _WINDOW)]


def _sparse(data: bytes, first: int) -> Sample:
    """Return neighborhoods of bytes beyond ASCII that stand far apart."""
    spans: list[tuple[int, int]] = []
    size, position = 0, first
    end = min(len(data), first + _REACH)
    while size < SIZE and len(spans) < _SPARSE_RUNS:
        start, stop = max(0, position - _MARGIN), min(len(data), position + _MARGIN)
        if spans and start <= spans[-1][1]:
            start, _ = spans.pop()
        spans.append((start, stop))
        size = sum(b - a for a, b in spans)
        found = _HIGH.search(data, stop, end)
        if found is None:
            break
        position = found.start()
    return Sample(tuple(data[a:b] for a, b in spans))
