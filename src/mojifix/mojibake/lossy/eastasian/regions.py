"""The stretches of a text that an East Asian codec may have read, and the edits worth making there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from math import prod
from typing import Final

from mojifix.codepages.losses import REPLACEMENT
from mojifix.mojibake.edits import Edit, bits_saved, recoding
from mojifix.mojibake.lossy.eastasian.byte_lattice import GUESS_BITS, ByteLattice, Misreading
from mojifix.mojibake.lossy.eastasian.byte_search import Step, search
from mojifix.mojibake.lossy.models import Model, surroundings
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.words import Span, window

LEAST_PROBABILITY: Final = 0.5  # of a guessed character; below, it is U+FFFD
REGION_LIMIT: Final = 1_000  # characters that are searched at once
# All but ASCII in a line, with no more than 40 characters of it in between.
_REGION: Final = re.compile(
    r"\?{0,3}[^\x00-\x7f](?:[\x00-\x09\x0b-\x7f]{0,40}[^\x00-\x7f])*+\?{0,3}+[\x00-\x09\x0b-\x7f]?"
)
RUN_BITS: Final = 2.0
DOUBT_BITS: Final = 8.0  # what a run may cost among others that gain
VOUCHING_BITS: Final = 10.0  # … so much each
# Share of a run's characters; above, what is left says too little. Of 120 lines in Bengali, Hindi, Thai
# and seven more languages, read as GBK, 9 % of the characters come out wrong, with all runs 11 %.
MOST_LOST: Final = 0.7
# What a character that is not named costs in the choice of a model. A named one costs 8.5 bits. Of 400
# sentences and phrases of China, Japan and Korea that lost bytes 157 come back whole at 8 bits and 167
# at 12, with as many characters that are wrong.
UNNAMED_BITS: Final = 12.0


def regions(text: str) -> Iterator[Span]:
    """Yield the stretches that hold anything but ASCII, with the ``?`` beside and what follows."""
    for match in _REGION.finditer(text):
        for at in range(*match.span(), REGION_LIMIT):
            yield at, min(match.end(), at + REGION_LIMIT)


def region_edits(
    text: str, span: Span, reading: Misreading, models: Iterable[Model], scale: Scale
) -> list[Edit]:
    """Return the repairs of a stretch under the model that saves the most, sorted and disjoint."""
    piece = text[slice(*span)]
    lattice = ByteLattice(piece, reading)
    around = surroundings(text, *span)
    offers = []
    for model in models:
        runs = _runs(search(lattice, piece, model, *around), lattice, span[0])
        edits = [_edit(text, place, run, reading, scale) for place, run in runs]
        offers.append(_worthwhile(edits))
    return max(offers, key=_worth, default=[])


def _worth(edits: list[Edit]) -> float:
    return bits_saved(edits) - UNNAMED_BITS * sum(edit.after.count(REPLACEMENT) for edit in edits)


def _runs(
    steps: list[Step], lattice: ByteLattice, offset: int
) -> Iterator[tuple[Span, list[Step]]]:
    """Yield what is read off bytes without a break, and where it stands, if it says enough."""
    for is_read, group in groupby(steps, key=lambda step: step.choices is not None):
        run = list(group)
        start, end = lattice.char_at[run[0].start], lattice.char_at[run[-1].end]
        if is_read and start is not None and end is not None and not _says_too_little(run):
            yield (offset + start, offset + end), run


def _says_too_little(run: list[Step]) -> bool:
    """Tell whether a run is mostly lost, or has no letter beside its losses, as with kaomoji."""
    after = _shown(run)
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


def _is_named(step: Step) -> bool:
    return step.lost == 0 or step.probability >= LEAST_PROBABILITY


def _shown(steps: Iterable[Step]) -> str:
    return "".join(step.char if _is_named(step) else REPLACEMENT for step in steps)


def _edit(text: str, span: Span, run: list[Step], reading: Misreading, scale: Scale) -> Edit:
    start, end = span
    left, right = window(text, start, end)
    told = _shown(step for step in run if not step.is_blind)
    before, after = (
        word.replace(reading.habit.marker, "")
        for word in (
            text[left:right],
            f"{text[left:start]}{told}{text[end:right]}".replace(REPLACEMENT, ""),
        )
    )
    lost = [step for step in run if step.lost]
    steps, code = recoding(reading.wrong, reading.true)
    return Edit(
        start=start,
        end=end,
        after=_shown(run),
        steps=steps,
        bits=scale.saved(before, after) - RUN_BITS - GUESS_BITS * sum(step.lost for step in lost),
        guessed=bool(lost),
        code=code,
        guesses=prod(
            step.probability for step in lost if step.char != REPLACEMENT and _is_named(step)
        ),
    )
