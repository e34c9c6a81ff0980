"""From the cheapest way through a lattice of bytes to edits that are worth making."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import prod
from typing import Final

from mojifix.codepages.losses import REPLACEMENT
from mojifix.mojibake.edits import Edit, bits_saved, recoding
from mojifix.mojibake.lossy.eastasian.byte_lattice import GUESS_BITS, ByteLattice, Misreading
from mojifix.mojibake.lossy.eastasian.byte_search import Step
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.words import window

LEAST_PROBABILITY: Final = 0.5  # of a guessed character; below, it is U+FFFD
RUN_BITS: Final = 2.0
DOUBT_BITS: Final = 8.0  # what a run may cost among others that gain
VOUCHING_BITS: Final = 10.0  # … so much each
# Share of a run's characters; above, what is left says too little. With all, 17 of 438 texts read
# otherwise, none rightly, some with letters of scripts that they never had.
MOST_LOST: Final = 0.7


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a text and how it was garbled.

    Attributes:
        text: the text.
        start, end: the stretch.
        reading: how it was garbled.
    """

    text: str
    start: int
    end: int
    reading: Misreading


def edits_of(steps: list[Step], lattice: ByteLattice, region: Region, scale: Scale) -> list[Edit]:
    """Return the runs of a way that read read better than before, sorted and disjoint."""
    edits: list[Edit] = []
    for run in _runs(steps):
        start = lattice.char_at[run[0].start]
        end = lattice.char_at[run[-1].end]
        if start is None or end is None:
            continue
        after = "".join(_shown(step) for step in run)
        if _says_too_little(after):
            continue
        edit = _edit(region, region.start + start, region.start + end, after, run, scale)
        edits.append(edit)
    return _worthwhile(edits)


def _says_too_little(after: str) -> bool:
    """Tell whether a run is mostly lost, or has no letter beside its losses, as with kaomoji."""
    lost = after.count(REPLACEMENT)
    letters = any(char.isalpha() and char > "\x7f" for char in after)
    return lost > MOST_LOST * len(after) or (lost > 0 and not letters)


def _worthwhile(edits: list[Edit]) -> list[Edit]:
    """Return the edits that gain, and those that lose little next to them."""
    sure = [edit for edit in edits if edit.bits > 0]
    doubtful = [edit for edit in edits if -DOUBT_BITS < edit.bits <= 0]
    if bits_saved(sure) < VOUCHING_BITS * len(doubtful):
        return sure
    return [
        edit if edit.bits > 0 else replace(edit, bits=1.0)
        for edit in edits
        if edit.bits > -DOUBT_BITS
    ]


def _shown(step: Step) -> str:
    return step.char if step.lost == 0 or step.probability >= LEAST_PROBABILITY else REPLACEMENT


def _runs(steps: list[Step]) -> Iterator[list[Step]]:
    run: list[Step] = []
    for step in steps:
        if step.choices is not None:
            run.append(step)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _edit(region: Region, start: int, end: int, after: str, run: list[Step], scale: Scale) -> Edit:
    text, marker = region.text, region.reading.habit.marker
    left, right = window(text, start, end)
    before = text[left:right].replace(marker, "")
    told = "".join(_shown(step) for step in run if not step.is_blind)
    cleared = f"{text[left:start]}{told}{text[end:right]}".replace(REPLACEMENT, "").replace(
        marker, ""
    )
    gain = scale.saved(before, cleared) - RUN_BITS - sum(GUESS_BITS * step.lost for step in run)
    steps, code = recoding(region.reading.wrong, region.reading.true)
    return Edit(
        start=start,
        end=end,
        after=after,
        steps=steps,
        bits=gain,
        guessed=any(step.lost for step in run),
        code=code,
        guesses=prod(step.probability for step in run if step.lost and _shown(step) != REPLACEMENT),
    )
