"""All bytes that a garbled text may have been, and the characters that they may be.

A node stands between two bytes, an edge is a byte; where a decoder lost bytes, edges carry none and
several lead on. An arc is a whole character of the true encoding over one to four edges.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from math import log2
from typing import Final, NamedTuple

from mojifix.codepages import losses, utf8
from mojifix.codepages.losses import LOST, PARTNER, Habit
from mojifix.language.alphabet import script_of
from mojifix.language.model import UNITS_PER_BIT
from mojifix.mojibake.lossy.eastasian import writers
from mojifix.mojibake.lossy.eastasian.writers import UTF_8, Candidate

GUESS_BITS: Final = 1.0  # per lost byte of a character that can be named
# Of so many characters that lost all their bytes none is likelier than not.
_TOO_MANY: Final = 64

# Bytes, the lost ones negative, and the node behind them.
_Pattern = tuple[tuple[int, ...], int]


class Choices(NamedTuple):
    """What some bytes may be, a few of them lost.

    Attributes:
        chars: the characters that fit; empty when nothing but U+FFFD can be said.
        lost: how many of the bytes are lost.
        size: how many bytes there are.
        shares: the symbols of the characters, with what each costs beside its neighbors, in units:
            less where several characters share it; the cheapest first.
    """

    chars: tuple[Candidate, ...]
    lost: int
    size: int
    shares: tuple[tuple[int, int], ...]


class Misreading(NamedTuple):
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

    def __init__(self, text: str, reading: Misreading) -> None:
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
        self._patterns: list[list[_Pattern] | None] = [None] * len(self.edges)

    def _add(self, index: int | None) -> int:
        self.edges.append([])
        self.char_at.append(index)
        return len(self.edges) - 1

    def arcs(self, node: int, group: str) -> Iterator[tuple[int, Choices]]:
        """Yield the characters that may start at a node, of those that a group writes.

        Each with the node behind it.
        """
        patterns = self._patterns[node]
        if patterns is None:
            patterns = self._patterns[node] = self._patterns_at(node)
        for pattern, end in patterns:
            following = self._byte_after(end) if pattern[-1] == LOST else None
            choices = _choices(self.reading, group, pattern, following)
            if choices is not None:
                yield end, choices

    def _patterns_at(self, node: int) -> list[_Pattern]:
        """Return the bytes that may be one character by their number and their form."""
        true = self.reading.true
        inner = utf8.CONTINUATIONS if true == UTF_8 else range(0x100)
        found: dict[_Pattern, None] = {}
        for byte, after in self.edges[node]:
            sizes = writers.lengths(true, byte)
            if byte == PARTNER:
                sizes = (1, *sizes)
            ways: list[_Pattern] = [((byte,), after)]
            for size in range(1, max(sizes, default=0) + 1):
                if size in sizes:
                    found.update(dict.fromkeys(ways))
                ways = [
                    ((*pattern, byte), after)
                    for pattern, middle in ways
                    for byte, after in self.edges[middle]
                    if byte < 0 or byte in inner
                ]
        return list(found)

    def _byte_after(self, node: int) -> int | None:
        edges = self.edges[node]
        return edges[0][0] if len(edges) == 1 else None


@lru_cache(maxsize=16_384)
def _choices(
    reading: Misreading, group: str, pattern: tuple[int, ...], following: int | None
) -> Choices | None:
    """Return what fits a pattern, None when nothing does.

    Args:
        reading: how the text was garbled.
        group: of languages.
        pattern: the bytes, the lost ones negative.
        following: the byte behind them where that is known (negative: lost), else None.
    """
    chars = _fitting(reading, group, pattern)
    if chars and following is not None and following >= 0:
        undefined = losses.undefined_before(reading.wrong, following)
        chars = tuple(char for char in chars if char.data[-1] in undefined)
    lost = sum(byte < 0 for byte in pattern)
    if not chars and not (lost and writers.may_exist(reading.true, _blank(pattern))):
        return None
    if lost == len(pattern) > 1 and len(chars) > _TOO_MANY:
        chars = ()
    counts = Counter(candidate.symbol for candidate in chars)
    price = GUESS_BITS * lost
    shares = tuple(
        (symbol, int(UNITS_PER_BIT * (price - log2(count))))
        for symbol, count in counts.most_common()
    )
    return Choices(chars, lost, len(pattern), shares)


@lru_cache(maxsize=4_096)
def _fitting(reading: Misreading, group: str, pattern: tuple[int, ...]) -> tuple[Candidate, ...]:
    """Return the characters of which the decoder would have lost just these bytes."""
    if min(pattern) >= 0:
        char = writers.character(reading.true, pattern)
        return () if char is None else (writers.candidate(char, pattern, group),)
    if pattern == (PARTNER,):
        seconds = losses.never_second(reading.wrong)
        return tuple(char for char in writers.printable(group) if char.data[0] in seconds)
    fitting = writers.candidates(reading.true, group, _blank(pattern))
    for index, byte in enumerate(pattern):
        if byte == LOST:
            fitting = _losing(fitting, index, reading)
    if max(pattern) < 0 and len(pattern) > 1:
        return tuple(one for one in fitting if _may_be_blind(one.char, group))
    return fitting


def _losing(chars: tuple[Candidate, ...], index: int, reading: Misreading) -> tuple[Candidate, ...]:
    """Return the characters one of whose bytes a decoder does not know before the next."""
    wrong, behind = reading.wrong, index + 1
    return tuple(
        [
            char
            for char in chars
            if char.data[index]
            in (
                losses.undefined_before(wrong, char.data[behind])
                if behind < len(char.data)
                else losses.undefined(wrong)
            )
        ]
    )


def _blank(pattern: tuple[int, ...]) -> tuple[int, ...]:
    """Return a pattern in which all lost bytes look the same."""
    return tuple(max(byte, LOST) for byte in pattern)


def _may_be_blind(char: str, group: str) -> bool:
    """Tell whether a character may be named of which no byte is left.

    The languages of a group have many letters of the same length; its punctuation, in the Latin
    group, is all that has three bytes.
    """
    if group == "latin":
        return "\u2010" <= char <= "\u2030"
    return script_of(char) == group or "\u3000" <= char <= "\uffff"
