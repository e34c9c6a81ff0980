"""All bytes that a garbled text may have been, and the characters that they may be.

A node stands between two bytes, an edge is a byte; where a decoder lost bytes, edges carry none and
several lead on. An arc is a whole character of the true encoding over one to four edges.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log2
from typing import Final, NamedTuple

from mojifix.codepages import losses
from mojifix.codepages.losses import LOST, PARTNER, Habit
from mojifix.language.alphabet import script_of
from mojifix.mojibake import writers
from mojifix.mojibake.writers import Candidate

# Of so many characters that lost all their bytes none is likelier than not.
_TOO_MANY: Final = 64


class Arc(NamedTuple):
    """One way to read the next character.

    Attributes:
        end: the node behind it.
        choices: the characters that fit; empty when nothing but U+FFFD can be said.
        lost: how many of its bytes are lost.
        size: how many bytes it has.
        shares: the symbols of the choices, with the logarithm of how many share each.
    """

    end: int
    choices: tuple[Candidate, ...]
    lost: int
    size: int
    shares: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text was garbled.

    Attributes:
        wrong: the codec it was decoded with.
        true: the encoding of its bytes.
        habit: what the decoder did with bytes that it could not decode.
    """

    wrong: str
    true: str
    habit: Habit


class ByteLattice:
    """The bytes of a text under one reading.

    Attributes:
        node_of: the node in front of each character, and the last node.
        char_at: the index of the character in front of which a node is, None for a node within.
        edges: per node, pairs of a byte (negative: lost) and the next node.
    """

    def __init__(self, text: str, reading: Reading) -> None:
        self.reading = reading
        self.node_of: list[int] = []
        self.char_at: list[int | None] = []
        self.edges: list[list[tuple[int, int]]] = []
        for index, ways in enumerate(losses.pieces(text, reading.wrong, reading.habit)):
            first = self._add(index)
            self.node_of.append(first)
            inner = sum(len(piece) - 1 for piece in ways)
            last, fresh = first + inner + 1, first + 1
            for _ in range(inner):
                self._add(None)
            for piece in ways:
                node = first
                for byte in piece[:-1]:
                    self.edges[node].append((byte, fresh))
                    node, fresh = fresh, fresh + 1
                self.edges[node].append((piece[-1], last))
        self.node_of.append(self._add(len(text)))

    def _add(self, index: int | None) -> int:
        self.edges.append([])
        self.char_at.append(index)
        return len(self.edges) - 1

    def arcs(self, node: int, group: str) -> Iterator[Arc]:
        """Yield the characters that may start at a node, of those that a group writes."""
        for byte, _ in self.edges[node]:
            if byte == PARTNER:
                yield from self._paths(node, (), 1, group, first=byte)
            for length in writers.lengths(self.reading.true, min(byte, 0x100)):
                yield from self._paths(node, (), length, group, first=byte)

    def _paths(
        self, node: int, so_far: tuple[int, ...], length: int, group: str, first: int | None = None
    ) -> Iterator[Arc]:
        if len(so_far) == length:
            yield from self._arc(so_far, node, group)
            return
        for byte, after in self.edges[node]:
            if first is None or byte == first:
                yield from self._paths(after, (*so_far, byte), length, group)

    def _arc(self, pattern: tuple[int, ...], end: int, group: str) -> Iterator[Arc]:
        following = self._byte_after(end) if pattern[-1] == LOST else None
        arc = _choices(self.reading, group, pattern, following)
        if arc is not None:
            choices, lost, shares = arc
            yield Arc(end, choices, lost, len(pattern), shares)

    def _byte_after(self, node: int) -> int | None:
        edges = self.edges[node]
        return edges[0][0] if len(edges) == 1 else None


@lru_cache(maxsize=16_384)
def _choices(
    reading: Reading, group: str, pattern: tuple[int, ...], following: int | None
) -> tuple[tuple[Candidate, ...], int, tuple[tuple[int, float], ...]] | None:
    """Return what fits a pattern, how many of its bytes are lost, and the symbols with shares.

    None when nothing fits.
    """
    found = _fitting(reading, group, pattern, following)
    if found is None:
        return None
    choices, lost = found
    counts = Counter(candidate.symbol for candidate in choices)
    return choices, lost, tuple((symbol, log2(count)) for symbol, count in counts.items())


def _fitting(
    reading: Reading, group: str, pattern: tuple[int, ...], following: int | None
) -> tuple[tuple[Candidate, ...], int] | None:
    lost = sum(byte < 0 for byte in pattern)
    if not lost:
        char = writers.character(reading.true, pattern)
        if char is None:
            return None
        return (writers.candidate(char, pattern, group),), 0
    blank = tuple(max(byte, -1) for byte in pattern)
    fitting = writers.candidates(reading.true, group, blank)
    if blank == (-1,) and pattern[0] == PARTNER:
        fitting = writers.printable(group)
    chosen = tuple(c for c in fitting if _is_consistent(c.data, pattern, following, reading))
    if not chosen and not writers.may_exist(reading.true, blank):
        return None
    if lost == len(pattern) > 1:
        chosen = tuple(c for c in chosen if _may_be_blind(c.char, group))
        if len(chosen) > _TOO_MANY:
            return (), lost
    return chosen, lost


def _may_be_blind(char: str, group: str) -> bool:
    """Tell whether a character may be named of which no byte is left.

    The languages of a group have many letters of the same length; its punctuation, in the Latin
    group, is all that has three bytes.
    """
    if group == "latin":
        return "\u2010" <= char <= "\u2030"
    return script_of(char) == group or "\u3000" <= char <= "\uffff"


def _is_consistent(
    data: tuple[int, ...], pattern: tuple[int, ...], following: int | None, reading: Reading
) -> bool:
    """Tell whether the decoder would have lost just these bytes of a character."""
    for index, byte in enumerate(pattern):
        if byte == LOST:
            if data[index] < 0x80:
                return False
            behind = data[index + 1] if index + 1 < len(data) else following
            if behind is None or behind < 0:
                continue
            if not losses.is_undefined_pair(data[index], behind, reading.wrong):
                return False
    return True
