"""Lead bytes that lost what followed, beside sequences that are whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from mojifix.codepages import singlebyte
from mojifix.language.alphabet import script_of
from mojifix.mojibake.edits import Edit, replaced
from mojifix.mojibake.lattice import region_edits
from mojifix.mojibake.sequences import Losses, losses_of
from mojifix.mojibake.weigh import Scale
from mojifix.mojibake.words import Span, window

ORPHAN_BITS: Final = 5.0  # that a lone lead byte beside garbled ones is one
_CONTROL: Final = re.compile("[\x80-\x9f]")


def with_orphans(text: str, edits: list[Edit], scale: Scale) -> list[Edit]:
    """Return the edits of one code page, with the lead bytes beside them that lost what followed.

    ``Р азРґРµР»`` is ``Раздел`` but for a no-break space that became a space. Once the rest of the
    word is repaired, the ``Р`` that is left looks like any other letter of its script, and only
    here can it be told from one.

    Args:
        text: the text.
        edits: repairs of it, sorted and disjoint.
        scale: weighs words in the languages of the text.
    """
    codepage = edits[0].steps[0].removeprefix("encode ") if edits else ""
    if codepage not in singlebyte.CODEPAGES:
        return edits
    losses = losses_of(codepage)
    starts = [edit.start for edit in edits]
    result: list[Edit] = []
    taken = 0
    for start, end in _orphaned(text, edits, losses):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        result += edits[taken:first]
        taken = last
        old = edits[first:last]
        new = region_edits(losses, text, start, end, scale, known=True)
        guesses = sum(edit.guessed for edit in new)
        results = [_edited(text, start, end, each) for each in (old, new)]
        better = guesses and _holds(results[1], old)
        better = better and scale.saved(*results) > ORPHAN_BITS * guesses
        result += new if better else old
    return result + edits[taken:]


def _edited(text: str, start: int, end: int, edits: list[Edit]) -> str:
    return replaced(text[start:end], [edit.moved(-start) for edit in edits])


def _holds(result: str, edits: list[Edit]) -> bool:
    """Tell whether a text holds what some edits lead to, one after the other, and no controls."""
    if _CONTROL.search(result):  # bytes that another code page garbled
        return False
    at = 0
    for edit in edits:
        found = result.find(edit.after, at)
        if found < 0:
            return False
        at = found + len(edit.after)
    return True


def _orphaned(text: str, edits: list[Edit], losses: Losses) -> list[Span]:
    """Return the words with a lead byte that no edit covers, beside an edit, and the edits there."""
    starts = [edit.start for edit in edits]
    near = {edit.start - back for edit in edits for back in (1, 2, 3)} | {e.end for e in edits}
    covered = {at for edit in edits for at in range(edit.start, edit.end)}
    scripts = {script_of(char) for edit in edits for char in edit.after}
    spans: list[Span] = []
    for at in sorted(near - covered):
        char = text[at : at + 1] if at >= 0 else ""
        if losses.exact.get(char, 0) < 0xC2 or script_of(char) not in scripts:
            continue
        left, right = window(text, at, at + 1)[0], window(text, at, min(len(text), at + 3))[1]
        before, last = bisect_left(starts, left) - 1, bisect_left(starts, right) - 1
        if before >= 0 and edits[before].end > left:  # no edit is cut in two
            left = edits[before].start
        if last >= 0:
            right = max(right, edits[last].end)
        if spans and left <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(right, spans[-1][1])
        else:
            spans.append((left, right))
    return spans
