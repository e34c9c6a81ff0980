"""The cheapest way through a lattice of bytes, and how sure each guessed character is.

Viterbi's algorithm over pairs of a node and the last character's symbol, with a beam. A character
that lost bytes stands for all that fit it; afterwards the likeliest of them is named where it is
likelier than not between its neighbors, else it stays U+FFFD.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Final, NamedTuple

from mojifix.language.model import UNITS_PER_BIT, Group
from mojifix.mojibake.byte_lattice import Arc, ByteLattice
from mojifix.mojibake.guessing import Guesser
from mojifix.mojibake.writers import UTF_8

LOST: Final = "\ufffd"
AS_IS_BITS: Final = 10.0  # that a character between garbled ones is meant as it stands
LOST_BITS: Final = 3.0  # per lost byte of a character that cannot be named
UNKNOWN_BITS: Final = 14.0  # … and per such character
GUESS_BITS: Final = 1.0  # per lost byte of a character that can
_BEAM: Final = 8
_MANY: Final = 64  # choices that are weighed after the best few states only
_FEW: Final = 3


class Step(NamedTuple):
    """A character of the way.

    Attributes:
        start, end: nodes.
        char: the character, U+FFFD when it cannot be named.
        lost: how many of its bytes are lost; -1 for a character that stands as it is.
        probability: that it is the right one, 0..1.
        size: how many bytes it has.
    """

    start: int
    end: int
    char: str
    lost: int
    probability: float
    size: int = 0

    @property
    def is_blind(self) -> bool:
        """Tell whether nothing at all is known of the character but how many bytes it had."""
        return 0 < self.lost == self.size


@dataclass(frozen=True, slots=True)
class _State:
    units: float
    node: int
    symbol: int
    start: int
    arc: Arc | None
    before: _State | None


def search(
    lattice: ByteLattice, text: str, group: Group, table: bytes, before: str, after: str
) -> list[Step]:
    """Return the cheapest way through the lattice of a text, read in one language.

    Args:
        lattice: the lattice.
        text: the text.
        group: of languages.
        table: of the language, or of the group.
        before: what stands in front of the text, at least a character.
        after: what stands behind it, likewise.
    """
    symbol_of = group.alphabet.symbol_of
    first, last = symbol_of[before[-1]], symbol_of[after[0]]
    nodes: list[dict[int, _State]] = [{} for _ in lattice.edges]
    nodes[0][first] = _State(0.0, 0, first, 0, None, None)
    name = group.alphabet.name
    is_utf8 = lattice.reading.true == UTF_8
    for node, here in enumerate(nodes[:-1]):
        if not here:
            continue
        states = sorted(here.values(), key=lambda state: state.units)[:_BEAM]
        index = lattice.char_at[node]
        if index is not None:
            _stand(text[index], lattice.node_of[index + 1], states, nodes, symbol_of, table)
            if text[index] < "\x80" and is_utf8 and len(lattice.edges[node]) == 1:
                continue  # ASCII is nothing else in UTF-8
        for arc in lattice.arcs(node, name):
            _take(arc, node, states, nodes, symbol_of[LOST], table)
    path = _path(nodes[-1], last, table)
    guesser = Guesser(table, symbol_of[" "], before, after)
    return _named(path, text, lattice, guesser, first, last)


def _stand(
    char: str,
    end: int,
    states: list[_State],
    nodes: list[dict[int, _State]],
    symbol_of: dict[str, int],
    table: bytes,
) -> None:
    """Let a character stand as it is."""
    symbol = symbol_of[char]
    price = 0.0 if char < "\x80" else AS_IS_BITS * UNITS_PER_BIT
    best = min(states, key=lambda state: state.units + table[symbol << 8 | state.symbol])
    units = best.units + table[symbol << 8 | best.symbol] + price
    _offer(nodes[end], _State(units, end, symbol, best.node, None, best))


def _take(
    arc: Arc,
    node: int,
    states: list[_State],
    nodes: list[dict[int, _State]],
    unknown: int,
    table: bytes,
) -> None:
    """Read the characters of an arc."""
    ends = nodes[arc.end]
    if len(arc.shares) > _MANY:
        states = states[:_FEW]
    price = GUESS_BITS * arc.lost * UNITS_PER_BIT
    reached = [(state.units + price, state.symbol, state) for state in states]
    for symbol, share in arc.shares:
        column = symbol << 8
        best, units = states[0], inf
        for so_far, last, state in reached:
            total = so_far + table[column | last]
            if total < units:
                best, units = state, total
        units -= UNITS_PER_BIT * share
        known = ends.get(symbol)
        if known is None or units < known.units:
            ends[symbol] = _State(units, arc.end, symbol, node, arc, best)
    if arc.lost:
        price = (UNKNOWN_BITS + LOST_BITS * arc.lost) * UNITS_PER_BIT
        nameless = Arc(arc.end, (), arc.lost, arc.size, ())
        best = states[0]
        _offer(ends, _State(best.units + price, arc.end, unknown, node, nameless, best))


def _offer(states: dict[int, _State], state: _State) -> None:
    known = states.get(state.symbol)
    if known is None or state.units < known.units:
        states[state.symbol] = state


def _path(ends: dict[int, _State], after: int, table: bytes) -> list[_State]:
    state: _State | None = min(
        ends.values(), key=lambda state: state.units + table[after << 8 | state.symbol]
    )
    path = []
    while state is not None and state.before is not None:
        path.append(state)
        state = state.before
    return path[::-1]


def _named(
    path: list[_State], text: str, lattice: ByteLattice, guesser: Guesser, first: int, last: int
) -> list[Step]:
    """Name the characters of a path that starts after one symbol and ends before another."""
    symbols = [first, *(state.symbol for state in path), last]
    steps = []
    for number, state in enumerate(path):
        is_last = number == len(path) - 1
        step = _step(state, text, lattice, guesser, symbols[number : number + 3], is_last=is_last)
        guesser.pass_by(step.char)
        steps.append(step)
    return steps


def _step(
    state: _State,
    text: str,
    lattice: ByteLattice,
    guesser: Guesser,
    symbols: list[int],
    *,
    is_last: bool,
) -> Step:
    arc = state.arc
    if arc is None:
        index = lattice.char_at[state.start]
        assert index is not None
        return Step(state.start, state.node, text[index], -1, 1.0, 0)
    if not arc.choices:
        char, probability = LOST, 0.0
    elif not arc.lost:
        char, probability = arc.choices[0].char, 1.0
    else:
        before, _, after = symbols
        char, probability = guesser.likeliest(arc.choices, before, after, is_last=is_last)
    return Step(state.start, state.node, char, arc.lost, probability, arc.size)
