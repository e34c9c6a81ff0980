"""What one look at a text undoes, round by round, until nothing more is saved.

Of a long text that was damaged here and there only the odd passages are weighed, as a text of their
own, with what the whole text tells: its languages, its scripts, how many words may be damaged.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from mojifix.codepages import singlebyte, utf8
from mojifix.mojibake import apart, utf16
from mojifix.mojibake.apart import oddity_of
from mojifix.mojibake.edits import Change, Edit, Layers, replaced, start_of
from mojifix.mojibake.finding import edits_of_known, remembered_edits, weighed_edits
from mojifix.mojibake.gate.verdict import is_binary, is_ordinary, passes
from mojifix.mojibake.lossy.leftovers import deep_layers
from mojifix.mojibake.passages import Part, passages_of
from mojifix.mojibake.utf8 import whole
from mojifix.mojibake.weighing.effort import Effort
from mojifix.mojibake.weighing.scale import Hints, Scale
from mojifix.mojibake.words import Span, lines_of
from mojifix.options import Options

# Odd passages that make up no more than this share of a text are weighed as a text of their own. Of
# 2,907 lines garbled among clean ones 2,870 come back, and from 0.3 to 0.97 between 2,869 and 2,872.
_FEW: Final = 0.5
# A layer may take several rounds: one for each code page, one for what lost bytes.
_ROUNDS_PER_LAYER: Final = 3


def undo_damage(layers: Layers, options: Options, effort: Effort) -> None:
    """Undo what is found in a text.

    What is below a layer that took the whole text is left to the next look.
    """
    if not passes(layers.text, options.codepages):  # as nearly all text does
        _undo(layers, options, set(options.codepages), effort)


def _undo(
    layers: Layers,
    options: Options,
    known: set[str],
    effort: Effort,
    document: Scale | None = None,
) -> None:
    """Undo what is found in a text that does not pass.

    Args:
        layers: the text.
        options: how to repair.
        known: code pages and codes of repairs that the text is known to need; added to.
        effort: what searches of it may take.
        document: weighs words in the languages of the text that this one is a part of, all of it odd.
    """
    hints = Hints.of(options)
    for number in range(options.limits.max_layers * _ROUNDS_PER_LAYER):
        text = layers.text
        scale = document or Scale(text, hints, effort)
        change = _change_of_all(text, known)
        if change is not None:
            layers.change(change)
            break
        if is_binary(text):
            break
        if document and number == 0:
            odd = lines_of(text)
        else:
            odd = _odd_passages(text, hints)
            if sum(end - start for start, end in odd) <= _FEW * len(text):
                layers.apply(_edits_of_passages(text, odd, options, known, scale))
                break
        change = whole.find_change(text, odd, known) if odd != [(0, len(text))] else None
        change = change or _next_change(text, known, scale)
        if number == 0:
            count = len(lines_of(scale.text))
            repair_line = partial(_repaired_line, options)
            line_by_line = apart.find_change(text, odd, change, repair_line, count)
            if line_by_line is not None:
                layers.change(line_by_line)
                break
        if change is None:
            break
        layers.change(change)
        if passes(layers.text, options.codepages):
            break


def _change_of_all(text: str, known: set[str]) -> Change | None:
    """Return what undoes one wrong reading of a whole text, None where it is not so clear."""
    change = whole.find_change(text, [(0, len(text))], known)
    if change is None and not known:
        change = whole.find_clear_change(text)
    return change or utf16.find_change(text)


def _odd_passages(text: str, hints: Hints) -> list[Span]:
    """Return the passages of an odd text that are odd by themselves."""
    passages = passages_of(text)
    if len(passages) < 2:
        return passages
    is_fine = partial(passes, codepages=hints.codepages) if hints.codepages else is_ordinary
    return [(start, end) for start, end in passages if not is_fine(text[start:end])]


def _edits_of_passages(
    text: str, passages: list[Span], options: Options, known: set[str], scale: Scale
) -> list[Edit]:
    """Return the repairs of passages of a text, and of others that hold UTF-8 garbled likewise.

    Repairs never span a line break, so a text no passage of which is odd is clean, even if no one
    language explains all of it.
    """
    if not passages:
        return []
    part = Part(text, passages)
    layers = Layers(part.text)
    _undo(layers, options, known, scale.effort, scale)
    edits = []
    for passage, some in part.by_passage(layers.edits):
        if _reads_better(text, passage, some):
            edits += some
    pages = {edit.code.split("+")[0].removeprefix("utf8-as-") for edit in edits}
    for page in sorted(pages & {*singlebyte.CODEPAGES}):
        others = _with_runs(text, passages, page)
        part = Part(text, others)
        for _, some in part.by_passage(edits_of_known(part.text, page, scale)):
            edits += some
        passages = sorted([*passages, *others])
    return sorted(edits, key=start_of)


def _reads_better(text: str, passage: Span, edits: Sequence[Edit]) -> bool:
    """Tell whether edits of a passage do not make it odder, as those of a clean one do."""
    start, end = passage
    return oddity_of(replaced(text, edits, start, end)) <= oddity_of(text[start:end])


def _with_runs(text: str, passages: list[Span], codepage: str) -> list[Span]:
    """Return the passages of a text, other than some, that hold UTF-8 read as a code page."""
    every = passages_of(text)
    starts = [start for start, _ in every]
    found = {every[bisect_right(starts, run[0]) - 1] for run in utf8.runs(text, codepage)}
    return sorted(found - {*passages})


def _repaired_line(options: Options, line: str, hints: Sequence[str]) -> Layers:
    layers = Layers(line)
    if hints:
        options = replace(options, codepages=(*options.codepages, *hints))
    undo_damage(layers, options, Effort(len(line)))
    return layers


def _next_change(text: str, known: set[str], scale: Scale) -> Change | None:
    """Return what one round changes: what saves the most."""
    edits = _weighed_edits(text, known, scale)
    known.update(edit.code for edit in edits)
    return Change.of(text, edits) if edits else None


def _weighed_edits(text: str, known: set[str], scale: Scale) -> list[Edit]:
    edits = deep_layers.find_edits(text, known)
    if edits or scale.text != text:
        return edits or weighed_edits(text, known, scale)
    return remembered_edits(text, known, scale)
