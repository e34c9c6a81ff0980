"""The cheapest way through a lattice of bytes, and how sure each guessed character is.

A character that lost bytes stands for all that fit it; afterwards the likeliest of them is named
where it is likelier than not between its neighbors, else it stays U+FFFD.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from mojifix.codepages.losses import REPLACEMENT
from mojifix.language.model import UNITS_PER_BIT
from mojifix.mojibake.lossy.eastasian.byte_lattice import ByteLattice, Choices
from mojifix.mojibake.lossy.eastasian.writers import UTF_8
from mojifix.mojibake.lossy.models import Model
from mojifix.mojibake.lossy.places import Choice, Place
from mojifix.mojibake.lossy.respelling import read
from mojifix.mojibake.lossy.viterbi import Way, Ways

_AS_IS_UNITS: Final = 10 * UNITS_PER_BIT  # that a character between garbled ones is meant
_LOST_UNITS: Final = 3 * UNITS_PER_BIT  # per lost byte of a character that cannot be named
_UNKNOWN_UNITS: Final = 14 * UNITS_PER_BIT  # … and per such character
_MANY: Final = 64  # choices that are weighed after the best few states only
_FEW: Final = 3


class Step(NamedTuple):
    """A character of the way.

    Attributes:
        start, end: nodes.
        choices: what its bytes may be, None for a character that stands as it is.
        char: the character, U+FFFD when it cannot be named.
        probability: that it is the right one, 0..1.
    """

    start: int
    end: int
    choices: Choices | None
    char: str
    probability: float = 1.0

    @property
    def lost(self) -> int:
        """Return how many of its bytes are lost."""
        return self.choices.lost if self.choices else 0

    @property
    def is_blind(self) -> bool:
        """Tell whether nothing at all is known of the character but how many bytes it had."""
        return self.choices is not None and self.choices.lost == self.choices.size


def search(lattice: ByteLattice, text: str, model: Model, before: str, after: str) -> list[Step]:
    """Return the cheapest way through the lattice of a text, read in one language.

    Args:
        lattice: the lattice.
        text: the text.
        model: of the language.
        before: what stands in front of the text, at least a character.
        after: what stands behind it, likewise.
    """
    group, table = model.group, model.table
    symbol_of = group.alphabet.symbol_of
    first, last = symbol_of[before[-1]], symbol_of[after[0]]
    unknown = symbol_of[REPLACEMENT]
    ways = Ways[Choices](len(lattice.edges), first, table)
    name = group.alphabet.name
    is_utf8 = lattice.reading.true == UTF_8
    for node in range(len(lattice.edges) - 1):
        likely = ways.likely(node)
        if not likely:
            continue
        index = lattice.char_at[node]
        if index is not None:
            char, end = text[index], lattice.node_of[index + 1]
            price = 0 if char < "\x80" else _AS_IS_UNITS
            ways.go_on(likely, node, end, ((symbol_of[char], price),), None)
            if char < "\x80" and is_utf8 and len(lattice.edges[node]) == 1:
                continue  # ASCII is nothing else in UTF-8
        for end, choices in lattice.arcs(node, name):
            _take(ways, likely, node, end, choices, unknown)
    return _named(ways.to_end(last), text, lattice, model, before, after)


def _take(
    ways: Ways[Choices],
    likely: list[Way[Choices]],
    node: int,
    end: int,
    choices: Choices,
    unknown: int,
) -> None:
    """Read some bytes as each of the characters that they may be, and as one that is unknown."""
    cheapest = likely[0].units
    if choices.shares and ways.may_win(cheapest + choices.shares[0][1], end):
        before = likely if len(choices.shares) <= _MANY else likely[:_FEW]
        ways.go_on(before, node, end, choices.shares, choices)
    if choices.lost:
        units = cheapest + _UNKNOWN_UNITS + _LOST_UNITS * choices.lost
        if ways.may_win(units, end):
            nameless = Choices((), choices.lost, choices.size, ())
            ways.jump(Way(units, unknown, node, end, nameless, likely[0]))


def _named(
    path: list[Way[Choices]],
    text: str,
    lattice: ByteLattice,
    model: Model,
    before: str,
    after: str,
) -> list[Step]:
    """Return the characters of a path, those that lost bytes by their neighbors, words and signs."""
    named: Sequence[Place] = [_place(way, text, lattice) for way in path]
    if any(place.choices for place in named):
        around = list(map(Place, before)), list(map(Place, after))
        named = read([*around[0], *named, *around[1]], model)[len(before) : -len(after)]
    return [
        Step(way.start, way.end, way.what, place.char, place.probability)
        for way, place in zip(path, named, strict=True)
    ]


def _place(way: Way[Choices], text: str, lattice: ByteLattice) -> Place:
    """Return the character of a step, or what it may be where it lost bytes."""
    if way.what is None:
        index = lattice.char_at[way.start]
        assert index is not None
        return Place(text[index])
    if not way.what.lost:
        return Place(way.what.chars[0].char)
    choices = tuple(Choice(each.char) for each in way.what.chars)
    return Place(REPLACEMENT, choices, 0.0)
