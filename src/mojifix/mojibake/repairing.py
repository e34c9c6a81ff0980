"""The repair of a text: layer by layer, until nothing more is saved."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from mojifix.mojibake import apart, certainty, escapes, shown, undecoded, utf16
from mojifix.mojibake.damage import find_damage
from mojifix.mojibake.edits import Change, Edit, Layers, placed
from mojifix.mojibake.gate.reach import is_out_of_reach
from mojifix.mojibake.gate.verdict import is_binary, odd_lines, passes
from mojifix.mojibake.lossy.leftovers import final_loss
from mojifix.mojibake.utf8 import whole
from mojifix.mojibake.weighing.scale import Hints
from mojifix.mojibake.words import Span, lines_of
from mojifix.options import Options, chosen
from mojifix.records import Repair, Repaired

# Odd lines that make up no more than this share of a text are looked at by themselves first.
_FEW: Final = 0.5
# How probable a repair must be that begins with undoing an escape: in source code, escaped bytes are
# meant as they are. From 0.2 to 0.5 none of 4,831 lines of code with escapes changes; above 0.38 two of
# the development sample are lost.
_LIKELY: Final = 0.3
_ROUNDS_TO_BE_SURE: Final = 8  # more than two are rare
# A layer may take several rounds: one for each code page, one for what lost bytes.
_ROUNDS_PER_LAYER: Final = 3


def repair(text: str, options: Options | None = None) -> Repaired:
    """Repair mojibake and say what was done.

    Args:
        text: any text; it need not be well-formed Unicode.
        options: how to repair; ``Options()`` when left out.

    Returns:
        The text with every repair's span in the source and in the result.

    Raises:
        TypeError: ``text`` is not a str, or ``options`` no ``Options``.

    >>> result = repair("the IndiaтАУU.S. partnership")
    >>> result.text, result.repairs[0].steps
    ('the India–U.S. partnership', ('encode cp866', 'decode utf-8'))
    """
    layers, refused = _repaired(text, options)
    damage = find_damage(text, layers.edits, refused)
    layers = _tidied(layers, options)
    return Repaired(text=layers.text, repairs=_receipts(text, layers), damage=damage)


def fix(text: str, options: Options | None = None) -> str:
    """Return the text with its mojibake repaired; clean text comes back as it is.

    >>> fix("рд░рдг рд╕рдВрд╡рд╛рдж")
    'रण संवाद'
    >>> fix("Il était déjà là.")
    'Il était déjà là.'
    """
    layers, _ = _repaired(text, options)
    return _tidied(layers, options).text


def needs_fix(text: str) -> bool:
    """Tell whether ``fix`` would change the text.

    >>> needs_fix("Ã©tÃ©"), needs_fix("été")
    (True, False)
    """
    return fix(text) != text


def _is_clean(text: str) -> bool:
    """Tell whether a text shows no sign of damage, and nothing in which any may hide."""
    if escapes.may_be_in(text) or undecoded.may_be_in(text) or not _passes(text, ()):
        return False
    return text.isascii() or not (escapes.surrogate_edits(text) or _marks_of_loss(text))


def _repaired(text: str, options: Options | None) -> tuple[Layers, list[Edit]]:
    """Return a text repaired, and the edits that were too unsure to be made."""
    if not isinstance(text, str):
        raise TypeError(f"mojifix repairs a str, not {type(text).__name__}; decode() bytes first")
    layers = Layers(text)
    if options is None and _is_clean(text):  # as nearly all text is
        return layers, []
    options = chosen(options)
    for _ in range(options.limits.max_layers):
        change = _look(layers.text, options)
        if change is None:
            break
        layers.change(change)
    layers = shown.without_examples(text, layers)
    return _sure(text, layers, options.min_probability)


def _tidied(layers: Layers, options: Options | None) -> Layers:
    """Return a repair with what ``profile="tidy"`` adds."""
    if options is not None and options.profile == "tidy":
        from mojifix.mojibake import tidy

        layers.apply(tidy.find_edits(layers.text))
        layers.apply(tidy.find_compositions(layers.text))
    return layers


def _look(text: str, options: Options) -> Change | None:
    """Return what one look at a text changes.

    What is found depends on what was found before it; only a text in which nothing is found from
    scratch comes back as it is when it is repaired again.
    """
    hidden = escapes.find_edits(text, options.limits.max_entity_layers, lone_bytes=options.unescape)
    layers = Layers(text)
    layers.apply(undecoded.find_edits(text, hidden))
    layers.apply(escapes.surrogate_edits(layers.text))
    layers.apply(_marks_of_loss(layers.text, Hints.of(options).languages))
    _repair_layers(layers, options)
    if hidden:
        layers = _unescaped(text, hidden, options, layers)
    if layers.has_guesses and not _passes(layers.text, ()):
        layers = layers.only(certainty.sensible(layers.text, layers.edits))
    return layers.as_change() if layers.is_changed else None


def _sure(text: str, layers: Layers, least: float) -> tuple[Layers, list[Edit]]:
    """Return the repair without the edits that are less probable than wanted, and those.

    How likely one is depends on its neighbors, too, so what is left is asked again.
    """
    refused: list[Edit] = []
    for _ in range(_ROUNDS_TO_BE_SURE if least else 0):
        edits = layers.edits
        judged = list(zip(edits, certainty.probabilities(text, layers.text, edits), strict=True))
        unsure = [edit for edit, probability in judged if probability < least]
        if not unsure:
            break
        refused += unsure
        layers = layers.only([edit for edit, probability in judged if probability >= least])
    return layers, sorted(refused, key=lambda edit: edit.start)


def _marks_of_loss(text: str, languages: Collection[str] = ()) -> list[Edit]:
    """Return the edits of what stands for lost bytes, and for nothing else, sorted and disjoint."""
    gone = final_loss.find_edits(text)
    if "â" not in text:
        return gone
    # Imported late: it is much, and most text has no such letters.
    from mojifix.mojibake.lossy.leftovers import latin_signs

    signs = latin_signs.find_edits(text, languages)
    return sorted([*gone, *signs], key=lambda edit: edit.start)


def _repair_layers(layers: Layers, options: Options) -> None:
    """Undo what is found, round by round.

    What is below a layer that took the whole text is left to the next look.
    """
    if _passes(layers.text, options.codepages):  # as nearly all text does
        return
    hints = Hints.of(options)
    known = set(options.codepages)
    for number in range(options.limits.max_layers * _ROUNDS_PER_LAYER):
        text = layers.text
        every = [(0, len(text))]
        change = whole.find_change(text, every, known)
        if change is None and not known:
            change = whole.find_clear_change(text, partial(_weighed_edits, text, set(), hints))
        change = change or utf16.find_change(text)
        if change is not None:
            layers.change(change)
            break
        if is_binary(text):
            break
        odd = _odd_lines(text, hints)
        change = whole.find_change(text, odd, known) if odd != every else None
        if change is None and _may_be_damaged(text, odd, known, hints):
            change = _next_change(text, known, hints)
        if number == 0:
            repair_line = partial(_repaired_line, options)
            line_by_line = apart.find_change(text, odd, change, repair_line)
            if line_by_line is not None:
                layers.change(line_by_line)
                break
        if change is None:
            break
        layers.change(change)
        if _passes(layers.text, options.codepages):
            break


def _odd_lines(text: str, hints: Hints) -> list[Span]:
    """Return the lines of an odd text that are odd by themselves."""
    lines = lines_of(text)
    if lines == [(0, len(text))]:
        return lines
    if hints.codepages:
        return [
            (start, end) for start, end in lines if not _passes(text[start:end], hints.codepages)
        ]
    return odd_lines(text, lines)


def _repaired_line(options: Options, line: str, hints: Sequence[str]) -> Layers:
    layers = Layers(line)
    if hints:
        options = replace(options, codepages=(*options.codepages, *hints))
    _repair_layers(layers, options)
    return layers


def _passes(text: str, codepages: Collection[str]) -> bool:
    """Tell whether a text need not be looked at; where damage is expected, all but ASCII is."""
    if codepages and "\0" not in text:
        return text.isascii()
    return (not text.isascii() and is_out_of_reach(text)) or passes(text)


def _unescaped(text: str, hidden: list[Edit], options: Options, plain: Layers) -> Layers:
    """Return the repair of a text with its escapes undone where that led to a repair."""
    trial = Layers(text)
    trial.apply(hidden)
    _repair_layers(trial, options)
    kept = trial.edits
    if not options.unescape:
        judged = zip(kept, certainty.probabilities(text, trial.text, kept), strict=True)
        kept = [
            edit
            for edit, probability in judged
            if escapes.UNESCAPE not in edit.code
            or (edit.code != escapes.UNESCAPE and probability > _LIKELY)
        ]
        if not any(escapes.UNESCAPE in edit.code for edit in kept):
            return plain
    return trial.only(kept)


def _next_change(text: str, known: set[str], hints: Hints) -> Change | None:
    """Return what one round changes: what saves the most."""
    edits = _weighed_edits(text, known, hints)
    known.update(edit.code for edit in edits)
    return Change.of(text, edits) if edits else None


def _may_be_damaged(text: str, odd: list[Span], known: set[str], hints: Hints) -> bool:
    """Tell whether the odd lines of a text may be damaged.

    Repairs never span a line break, so a text none of whose lines is odd is clean, even if no one
    language explains all of it. A few odd lines are most often clean, too: the whole is weighed only
    if they are damaged by themselves.

    Args:
        text: the text.
        odd: its odd lines.
        known: code pages and codes of repairs that the text is known to need.
        hints: what the caller knows of the text.
    """
    few = "\n".join([text[start:end] for start, end in odd])
    if len(few) > _FEW * len(text):
        return True
    return bool(few) and bool(_weighed_edits(few, set(known), hints))


def _weighed_edits(text: str, known: set[str], hints: Hints) -> list[Edit]:
    # Imported late: most text needs none of that, and it is half of the package.
    from mojifix.mojibake.finding import remembered_edits
    from mojifix.mojibake.lossy.leftovers import deep_layers

    return deep_layers.find_edits(text) or remembered_edits(text, known, hints)


def _receipts(source: str, layers: Layers) -> tuple[Repair, ...]:
    edits = layers.edits
    probabilities = certainty.probabilities(source, layers.text, edits)
    return tuple(
        Repair(
            start=start,
            end=end,
            source_start=edit.start,
            source_end=edit.end,
            before=source[edit.start : edit.end],
            after=edit.after,
            steps=edit.steps,
            bits=round(edit.bits, 1),
            probability=round(probability, 6),
            guessed=edit.guessed,
            code=edit.code,
        )
        for (start, end, edit), probability in zip(placed(edits), probabilities, strict=True)
    )
