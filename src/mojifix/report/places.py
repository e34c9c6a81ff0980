"""Where the repairs of a page stand in the pieces that were made of it.

In flat text spans say it. In HTML repairs count in the texts of all pieces, joined by line breaks
in reading order; that order is found again as the way to merge what was kept with what was removed
in which every repair stands where its span says.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from mojifix.records import Block, Removed, Repair

Piece = Block | Removed

# States of the search. Of 48 real pages the longest had 340,000 states in all, and a way through is
# found after about as many as there are pieces; past the limit nothing is marked.
_STATES: Final = 200_000


class Placed(NamedTuple):
    """A repair, and where its result starts in the text of a piece."""

    at: int
    repair: Repair


def places(
    blocks: Sequence[Block], removed: Sequence[Removed], repairs: Sequence[Repair]
) -> dict[int, list[Placed]]:
    """Return the repairs of each piece, by its place in ``(*blocks, *removed)``.

    Args:
        blocks: what was kept, in reading order.
        removed: what was not, in reading order.
        repairs: of the whole page, in reading order.
    """
    pieces: list[Piece] = [*blocks, *removed]
    if all(piece.source_start is not None for piece in pieces):
        return _by_span(pieces, repairs)
    return _by_order(blocks, removed, repairs)


def _by_span(pieces: Sequence[Piece], repairs: Sequence[Repair]) -> dict[int, list[Placed]]:
    found: dict[int, list[Placed]] = {}
    waiting = 0
    order = sorted(range(len(pieces)), key=lambda index: pieces[index].source_start or 0)
    for index in order:
        piece = pieces[index]
        start, end = piece.source_start or 0, piece.source_end or 0
        while waiting < len(repairs) and repairs[waiting].source_start < start:
            waiting += 1
        inside = waiting
        while inside < len(repairs) and repairs[inside].source_start < end:
            inside += 1
        found[index] = _run(piece.text, repairs[waiting:inside])
        waiting = inside
    return found


def _by_order(
    blocks: Sequence[Block], removed: Sequence[Removed], repairs: Sequence[Repair]
) -> dict[int, list[Placed]]:
    starts = [repair.start for repair in repairs]
    kept_at = list(accumulate((len(piece.text) + 1 for piece in blocks), initial=0))
    removed_at = list(accumulate((len(piece.text) + 1 for piece in removed), initial=0))

    def inside(text: str, position: int) -> list[Placed] | None:
        """Return the repairs of a piece at a position, None when it cannot stand there."""
        placed = []
        for index in range(bisect_left(starts, position), len(repairs)):
            at = starts[index] - position
            if at >= len(text):
                break
            if not text.startswith(repairs[index].after, at):
                return None
            placed.append(Placed(at, repairs[index]))
        return placed

    # A state is how many of the kept and of the removed pieces come before.
    origin: dict[tuple[int, int], tuple[int, list[Placed]]] = {}
    waiting: list[tuple[tuple[int, int], int, list[Placed]]] = [((0, 0), -1, [])]
    while waiting and len(origin) < _STATES:
        state, piece, placed = waiting.pop()
        if state in origin:
            continue
        origin[state] = piece, placed
        kept, gone = state
        if state == (len(blocks), len(removed)):
            return _way(state, len(blocks), origin)
        position = kept_at[kept] + removed_at[gone]
        if gone < len(removed):
            found = inside(removed[gone].text, position)
            if found is not None:
                waiting.append(((kept, gone + 1), len(blocks) + gone, found))
        if kept < len(blocks):
            found = inside(blocks[kept].text, position)
            if found is not None:
                waiting.append(((kept + 1, gone), kept, found))
    return {}


def _way(
    state: tuple[int, int], kept: int, origin: dict[tuple[int, int], tuple[int, list[Placed]]]
) -> dict[int, list[Placed]]:
    """Go back from the end of the search to its start; return what was placed on the way."""
    found: dict[int, list[Placed]] = {}
    while state != (0, 0):
        piece, placed = origin[state]
        found[piece] = placed
        state = (state[0] - 1, state[1]) if piece < kept else (state[0], state[1] - 1)
    return found


def _run(text: str, repairs: Sequence[Repair]) -> list[Placed]:
    """Return the repairs that stand in a text one after the other, from the first one on."""
    placed: list[Placed] = []
    start = 0
    for repair in repairs:
        at = text.find(repair.after, start) if repair.after else -1
        if at < 0:
            break
        placed.append(Placed(at, repair))
        start = at + len(repair.after)
    return placed
