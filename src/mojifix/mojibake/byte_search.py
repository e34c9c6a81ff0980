"""The cheapest way through a lattice of bytes, and how sure each guessed character is.

Viterbi's algorithm over pairs of a node and the last character's symbol, with a beam. A character
that lost bytes stands for all that fit it; afterwards the likeliest of them is named where it is
likelier than not between its neighbors, else it stays U+FFFD.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2
from typing import Final, NamedTuple

from mojifix.language.model import UNITS_PER_BIT, Group
from mojifix.mojibake.byte_lattice import Arc, ByteLattice
from mojifix.mojibake.writers import Candidate

LOST: Final = "\ufffd"
AS_IS_BITS: Final = 10.0  # that a character between garbled ones is meant as it stands
LOST_BITS: Final = 3.0  # per lost byte of a character that cannot be named
UNKNOWN_BITS: Final = 14.0  # … and per such character
GUESS_BITS: Final = 1.0  # per lost byte of a character that can
UNSEEN: Final = 2.0**-22  # the share of characters that no group of languages writes
TEMPER: Final = 0.8  # neighbors are guessed, too, so that what they say is worth less
PAIRED_BITS: Final = 3.0  # what an open quotation says about the next quotation mark
LOOSE_BITS: Final = 6.0  # for a quotation mark with a space on its inner side
# The language model has seen the quotation marks of all languages in each of them.
UNUSUAL_BITS: Final = 4.0  # for those that few languages use, where the text does not
_UNUSUAL: Final = "„‚‘«»•"
_OPENING: Final = "“"
_CLOSING: Final = "”"
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
        before, after: what stands around the text, at least a character each.
    """
    symbol_of = group.alphabet.symbol_of
    first, last = symbol_of[before[-1]], symbol_of[after[0]]
    nodes: list[dict[int, _State]] = [{} for _ in lattice.edges]
    nodes[0][first] = _State(0.0, 0, first, 0, None, None)
    name = group.alphabet.name
    for node, here in enumerate(nodes[:-1]):
        if not here:
            continue
        states = sorted(here.values(), key=lambda state: state.units)[:_BEAM]
        index = lattice.char_at[node]
        if index is not None:
            _stand(text[index], lattice.node_of[index + 1], states, nodes, symbol_of, table)
            if text[index] < "\x80" and lattice.edges[node] and len(lattice.edges[node]) == 1:
                skip = lattice.reading.true == "utf-8"
                if skip:
                    continue
        for arc in lattice.arcs(node, name):
            _take(arc, node, states, nodes, symbol_of[LOST], table)
    path = _path(nodes[-1], last, table)
    is_open = before.rfind(_OPENING) > before.rfind(_CLOSING)
    unusual = "".join(char for char in _UNUSUAL if char not in before and char not in after)
    space = symbol_of[" "]
    return _named(path, text, lattice, table, first, last, space, is_open=is_open, unusual=unusual)


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
    if len(arc.choices) > _MANY:
        states = states[:_FEW]
    shares: dict[int, int] = {}
    for candidate in arc.choices:
        shares[candidate.symbol] = shares.get(candidate.symbol, 0) + 1
    price = GUESS_BITS * arc.lost * UNITS_PER_BIT
    for symbol, share in shares.items():
        column = symbol << 8
        best = min(states, key=lambda state: state.units + table[column | state.symbol])
        units = best.units + table[column | best.symbol] + price
        if share > 1:
            units -= UNITS_PER_BIT * log2(share)
        _offer(ends, _State(units, arc.end, symbol, node, arc, best))
    if arc.lost:
        price = (UNKNOWN_BITS + LOST_BITS * arc.lost) * UNITS_PER_BIT
        nameless = Arc(arc.end, (), arc.lost, arc.size)
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
    path: list[_State],
    text: str,
    lattice: ByteLattice,
    table: bytes,
    first: int,
    last: int,
    space: int,
    *,
    is_open: bool,
    unusual: str,
) -> list[Step]:
    """Name the characters of a path."""
    steps = []
    for number, state in enumerate(path):
        before = path[number - 1].symbol if number else first
        after = path[number + 1].symbol if number + 1 < len(path) else last
        char, lost, size, probability = "", -1, 0, 1.0
        if state.arc is None:
            index = lattice.char_at[state.start]
            assert index is not None
            char = text[index]
        else:
            lost, size = state.arc.lost, state.arc.size
            if not state.arc.choices:
                char, probability = LOST, 0.0
            elif not lost:
                char = state.arc.choices[0].char
            else:
                char, probability = _likeliest(
                    state.arc.choices, before, after, table, space, is_open, unusual
                )
        if char in (_OPENING, _CLOSING):
            is_open = char == _OPENING
        steps.append(Step(state.start, state.node, char, lost, probability, size))
    return steps


def _likeliest(
    choices: tuple[Candidate, ...],
    before: int,
    after: int,
    table: bytes,
    space: int,
    is_open: bool,
    unusual: str,
) -> tuple[str, float]:
    """Return the likeliest of some characters between two others, and how likely it is."""
    weights = []
    for char, _, symbol in choices:
        units = table[symbol << 8 | before] + table[after << 8 | symbol]
        bits = units / UNITS_PER_BIT
        if char in unusual:
            bits += UNUSUAL_BITS
        if char == _CLOSING:
            bits -= PAIRED_BITS if is_open else -PAIRED_BITS
            bits += LOOSE_BITS * (before == space)
        elif char == _OPENING:
            bits += PAIRED_BITS * is_open + LOOSE_BITS * (after == space or before != space)
        weights.append(2.0 ** -(TEMPER * bits))
    most = max(weights)
    neighbors = 2.0 ** (-TEMPER * table[after << 8 | before] / UNITS_PER_BIT)
    return choices[weights.index(most)].char, most / (sum(weights) + UNSEEN * neighbors)
