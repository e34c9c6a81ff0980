"""The pieces of a text in two encodings, put together with a receipt for each stranger."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from mojifix.decoding.scoring.scored import probabilities
from mojifix.language import score
from mojifix.records import Repair

# Bits for a character without meaning: more than a letter that fits, less than one that does not. Of
# 136 files of 4 kB with a half in UTF-8 126 are read rightly, 113 with 12 bits and 120 with 14.
LOST_BITS: Final = 15.0
_LONGEST: Final = 512  # code points of texts whose bits are remembered: a run may be a whole file


class Mixed(NamedTuple):
    """A text in two encodings.

    Attributes:
        text: the decoded text.
        repairs: the runs that were read differently from the rest.
        replaced: number of U+FFFD that stand for bytes without meaning.
    """

    text: str
    repairs: tuple[Repair, ...]
    replaced: int


class Piece(NamedTuple):
    """A piece of the result.

    Attributes:
        after: its text.
        before: what the main encoding would have given; the same where that is what was used.
        length: in bytes.
        replaced: number of U+FFFD in it that stand for bytes without meaning.
    """

    after: str
    before: str
    length: int
    replaced: int = 0


def text_bits(text: str) -> float:
    """Return the description length of a few words, in bits."""
    return _remembered(text) if len(text) <= _LONGEST else _bits(text)


def _bits(text: str) -> float:
    return score.read(text).bits


_remembered: Final = lru_cache(maxsize=4096)(_bits)


def without_lost(text: str) -> str:
    """Return a text without its replacement characters."""
    return text.replace("\ufffd", "")


class Builder:
    """Puts pieces together and writes the receipts.

    Args:
        code: the kind of mixture, as ``"cp1252-in-utf-8"``.
        other: the codec of the pieces that are not in the main encoding.
    """

    def __init__(self, code: str, other: str) -> None:
        self._code, self._other = code, other
        self._parts: list[str] = []
        self._repairs: list[Repair] = []
        self._length = 0  # of the text so far
        self._replaced = 0
        self._position = 0  # in the bytes, after the pieces so far

    def add(self, piece: Piece) -> None:
        """Add a piece, with a receipt if it was not read in the main encoding."""
        if piece.after != piece.before:
            gain = text_bits(without_lost(piece.before)) - text_bits(piece.after)
            gain += LOST_BITS * piece.before.count("\ufffd")
            self._repairs.append(
                Repair(
                    start=self._length,
                    end=self._length + len(piece.after),
                    source_start=self._position,
                    source_end=self._position + piece.length,
                    before=piece.before,
                    after=piece.after,
                    steps=(f"decode {self._other}",),
                    bits=round(gain, 1),
                    probability=round(probabilities([0.0, max(0.0, gain)])[0], 4),
                    code=self._code,
                )
            )
        self._parts.append(piece.after)
        self._length += len(piece.after)
        self._position += piece.length
        self._replaced += piece.replaced

    def result(self) -> Mixed:
        """Return the whole."""
        return Mixed("".join(self._parts), tuple(self._repairs), self._replaced)
