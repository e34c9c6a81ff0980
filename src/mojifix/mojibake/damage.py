"""What stays damaged after a repair: bytes that are gone, and repairs that were too unsure.

>>> [(d.source_start, d.source_end, d.reason) for d in find_damage("caf\\ufffd", (), ())]
[(3, 4, 'bytes were lost when the text was decoded; U+FFFD stands in their place')]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mojifix.codepages.losses import REPLACEMENT
from mojifix.mojibake.edits import Edit
from mojifix.records import Damage
from mojifix.surrogates import are_in

_LOST: Final = re.compile(f"{REPLACEMENT}+|[\udc80-\udcff]+")
_GONE: Final = "bytes were lost when the text was decoded; U+FFFD stands in their place"
_UNREAD: Final = "bytes were not decoded (surrogateescape), and are of no encoding that is clear"


def find_damage(source: str, made: Sequence[Edit], refused: Sequence[Edit]) -> tuple[Damage, ...]:
    """Return the runs of a text that are still damaged, ordered by span and disjoint.

    Args:
        source: the text before the repair.
        made: the edits that were made, sorted and disjoint.
        refused: the edits that were not, because they were too unsure; they overlap none made.
    """
    found = [_partial(source, edit) for edit in made if REPLACEMENT in edit.after]
    found += [_unsure(source, edit) for edit in refused]
    if REPLACEMENT in source or are_in(source):
        taken = sorted((edit.start, edit.end) for edit in (*made, *refused))
        found += _bare(source, taken)
    return tuple(sorted(found, key=lambda damage: damage.source_start))


def _partial(source: str, edit: Edit) -> Damage:
    lost, size = edit.after.count(REPLACEMENT), len(edit.after)
    if lost < size:
        reason = f"{lost} of {size} characters lost bytes and cannot be named ({edit.code})"
    else:
        reason = f"U+FFFD, garbled once more ({edit.code}): what stood here was lost before"
    return _damage(source, edit.start, edit.end, reason)


def _unsure(source: str, edit: Edit) -> Damage:
    reason = f"the likeliest repair is too unsure to be made: {edit.after!r} ({edit.code})"
    return _damage(source, edit.start, edit.end, reason)


def _bare(source: str, taken: list[tuple[int, int]]) -> list[Damage]:
    """Return the runs of U+FFFD, and of bytes that were let pass, that no edit touches."""
    found, at = [], 0
    for match in _LOST.finditer(source):
        start, end = match.span()
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at == len(taken) or taken[at][0] >= end:
            reason = _GONE if source[start] == REPLACEMENT else _UNREAD
            found.append(_damage(source, start, end, reason))
    return found


def _damage(source: str, start: int, end: int, reason: str) -> Damage:
    return Damage(source_start=start, source_end=end, text=source[start:end], reason=reason)
