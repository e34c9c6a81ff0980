"""Where the repairs of a page stand in the pieces that were made of it, by their spans."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from mojifix.records import Block, Removed, Repair

Piece = Block | Removed


class Placed(NamedTuple):
    """A repair, and where its result starts in the text of a piece."""

    at: int
    repair: Repair


def places(pieces: Sequence[Piece], repairs: Sequence[Repair]) -> dict[int, list[Placed]]:
    """Return the repairs of each piece, by its place in the sequence.

    Args:
        pieces: what was kept and what was not; one without a span has no repairs.
        repairs: of the whole page, in reading order.
    """
    found: dict[int, list[Placed]] = {}
    waiting = 0
    for index in reading_order(pieces):
        start, end = pieces[index].source_start, pieces[index].source_end
        if start is None or end is None:
            break
        while waiting < len(repairs) and repairs[waiting].source_start < start:
            waiting += 1
        inside = waiting
        while inside < len(repairs) and repairs[inside].source_start < end:
            inside += 1
        found[index] = _run(pieces[index].text, start, repairs[waiting:inside])
        waiting = inside
    return found


def reading_order(pieces: Sequence[Piece]) -> list[int]:
    """Return the places of the pieces in the order of their spans, those without one last."""
    starts = [inf if piece.source_start is None else piece.source_start for piece in pieces]
    return sorted(range(len(pieces)), key=starts.__getitem__)


def _run(text: str, source: int, repairs: Sequence[Repair]) -> list[Placed]:
    """Return the repairs that stand in a text one after the other, from the first one on.

    Args:
        text: of a piece; bullets and the like may have been taken from it.
        source: where it starts in the source.
        repairs: of it.
    """
    placed: list[Placed] = []
    start = 0
    for repair in repairs:
        at = start + repair.source_start - source
        if not text.startswith(repair.after, at):
            at = text.find(repair.after, start) if repair.after else -1
        if at < 0:
            break
        placed.append(Placed(at, repair))
        start, source = at + len(repair.after), repair.source_end
    return placed
