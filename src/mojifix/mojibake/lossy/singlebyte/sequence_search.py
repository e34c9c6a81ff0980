"""The cheapest way through a text of which every piece may be a garbled sequence, or not."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from mojifix.codepages import utf8
from mojifix.language.model import UNITS_PER_BIT, load_group
from mojifix.mojibake.lossy.models import Model
from mojifix.mojibake.lossy.singlebyte.fate import Fate
from mojifix.mojibake.lossy.singlebyte.sequences import (
    Arc,
    Losses,
    Path,
    piece_at,
    sequences_at_start,
)
from mojifix.mojibake.lossy.viterbi import Ways


class _Choice(NamedTuple):
    """The sequences of one length that may start in a place.

    Attributes:
        size: how many characters they take.
        shares: the symbols of what they stand for, each with its price in units.
        arcs: the cheapest sequence for each symbol.
    """

    size: int
    shares: tuple[tuple[int, int], ...]
    arcs: dict[int, Arc]


@lru_cache(maxsize=16_384)
def _choices(codepage: str, fate: Fate, piece: str, group: str) -> tuple[_Choice, ...]:
    """Return what the start of a piece may be in some languages."""
    symbol_of = load_group(group).alphabet.symbol_of
    found: dict[int, dict[int, Arc]] = {}
    for arc in sequences_at_start(codepage, fate, piece):
        known = found.setdefault(arc.end, {})
        symbol = symbol_of[arc.char]
        if symbol not in known or arc.bits < known[symbol].bits:
            known[symbol] = arc
    return tuple(
        _Choice(
            size,
            tuple((symbol, int(UNITS_PER_BIT * arc.bits)) for symbol, arc in known.items()),
            known,
        )
        for size, known in found.items()
    )


def may_hold_sequences(losses: Losses, line: str) -> bool:
    """Tell whether a search may find any in a line; in clean text no next byte follows most leads."""
    return any(
        sequences_at_start(losses.codepage, losses.fate, piece_at(line, at, losses))
        for at, char in enumerate(line)
        if char > "\x7f" and char in losses.leads
    )


def search(losses: Losses, line: str, model: Model, lead_bits: float) -> Path:
    """Return the cheapest path.

    Args:
        losses: what may stand for which bytes in the code page.
        line: the text.
        model: of the language.
        lead_bits: what it costs that a lead byte is meant as the character it is.
    """
    group, table = model.group, model.table
    symbols = list(map(group.alphabet.symbol_of.__getitem__, line))
    pairs = (table[symbol << 8 | before] for before, symbol in pairwise(symbols))
    so_far = list(accumulate(pairs, initial=0))  # what the text costs up to each of its symbols
    space = group.alphabet.symbol_of[" "]
    price = int(UNITS_PER_BIT * lead_bits)
    ways = Ways[dict[int, Arc]](len(line) + 1, space, table)
    starts = [at for at, char in enumerate(line) if char > "\x7f" and char in losses.leads]
    at = reach = 0
    for start in (*starts, len(line)):
        while at < start:  # what lies between two starts stands as it is
            end = start if at >= reach else at + 1
            ends = symbols[at], symbols[end - 1]
            ways.go_along(ways.likely(at), at, end, ends, so_far[end - 1] - so_far[at])
            at = end
        if at == len(line):
            break
        likely = ways.likely(at)
        is_lead = losses.exact.get(line[at], 0) >= utf8.LEADS.start
        ways.go_on(likely, at, at + 1, ((symbols[at], price * is_lead),), None)
        piece = piece_at(line, at, losses)
        choices = _choices(losses.codepage, losses.fate, piece, group.alphabet.name)
        for size, shares, arcs in choices:
            ways.go_on(likely, at, at + size, shares, arcs)
            reach = max(reach, at + size)
        at += 1
    return [
        (way.start, way.what[way.symbol]._replace(end=way.end))
        for way in ways.to_end(space)
        if way.what is not None
    ]
