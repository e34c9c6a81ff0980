"""The repair of a text: layer by layer, until nothing more is saved."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from mojifix.codepages.losses import REPLACEMENT
from mojifix.language import model_tags
from mojifix.mojibake import (
    certainty,
    controls,
    drawings,
    escapes,
    mail,
    normalized,
    shown,
    surrogates,
    tokenized,
    transliterated,
    undecoded,
)
from mojifix.mojibake.damage import find_damage
from mojifix.mojibake.edits import Change, Edit, Layers, bits_saved, gaps, placed
from mojifix.mojibake.gate.stretches import SHORT
from mojifix.mojibake.gate.traits import is_odd
from mojifix.mojibake.gate.verdict import passes
from mojifix.mojibake.lossy.leftovers import final_loss, question_marks, spaces
from mojifix.mojibake.weighing.costs import word_bits
from mojifix.mojibake.weighing.effort import Effort
from mojifix.options import Options, chosen
from mojifix.records import Repair, Repaired

# How probable a repair must be that begins with undoing an escape: in source code, escaped bytes are
# meant as they are. Of 6,038 lines of code with escapes ten change from 0.02 to 0.3 alike, most of them
# mail that is garbled; of 317 garbled texts with escapes 313 come back up to 0.15, and 307 from 0.2 on.
_LIKELY: Final = 0.1
_ROUNDS_TO_BE_SURE: Final = 8  # more than two are rare
# How probable the best of those repairs of a short text must be that make what nobody writes. Of 13,890
# short garbled texts none is restored by less than 0.12.
_LEAST_LIKELY: Final = 0.1


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
    if escapes.may_be_in(text) or undecoded.may_be_in(text) or mail.may_be_in(text):
        return False
    if not passes(text) or (transliterated.may_be_in(text) and transliterated.find_edits(text)):
        return False
    if normalized.may_be_in(text) and not passes(normalized.undone(text).text):
        return False
    if question_marks.find_change(text) is not None:
        return False
    if text.isascii():
        return True
    found = (
        drawings.find_edits(text)
        or tokenized.find_edits(text)
        or surrogates.find_edits(text)
        or _marks_of_loss(text)
    )
    return not found


def _repaired(text: str, options: Options | None) -> tuple[Layers, list[Edit]]:
    """Return a text repaired, and the edits that were too unsure to be made."""
    if not isinstance(text, str):
        raise TypeError(f"mojifix repairs a str, not {type(text).__name__}; decode() bytes first")
    layers = Layers(text)
    options, effort = chosen(options), Effort(len(text))
    # Without hints, what shows no sign of damage has none: as nearly all text does.
    is_unhinted = not (options.languages or options.codepages or options.unescape)
    if is_unhinted and _is_clean(text):
        return layers, []
    is_normalized = False
    for _ in range(options.limits.max_layers):
        change, undoes_normalization = _look(layers.text, options, effort)
        change = change or controls.find_change(layers.text)
        change = change or question_marks.find_change(layers.text, options.languages, effort)
        if change is None:
            break
        is_normalized |= undoes_normalization
        layers.change(change)
        if is_unhinted and _is_clean(layers.text):
            break
    if layers.is_changed:
        from mojifix.mojibake.lossy.singlebyte.letter_case import in_capitals

        layers = in_capitals(text, layers)
    layers = shown.without_examples(text, layers)
    if is_normalized:
        layers = normalized.worthwhile(text, layers)
    if layers.is_changed and len(text) <= SHORT and _is_unlikely(text, layers):
        return Layers(text), layers.edits
    return _sure(text, layers, options.min_probability)


def _is_unlikely(text: str, layers: Layers) -> bool:
    """Tell whether all repairs of a text make what nobody writes, and none is likely.

    Not where that stands for a loss, or is drawn.
    """
    if not is_odd(layers.text):  # which is quicker told than the edits
        return False
    from mojifix.mojibake.recoding.recoded_words import has_letters

    afters = [edit.after for edit in layers.edits]
    if any(REPLACEMENT in each or not (has_letters(each) and is_odd(each)) for each in afters):
        return False
    found = certainty.probabilities(text, layers.text, layers.edits)
    return all(each < _LEAST_LIKELY for each in found)


def _tidied(layers: Layers, options: Options | None) -> Layers:
    """Return a repair with what ``profile="tidy"`` adds."""
    if options is not None and options.profile == "tidy":
        from mojifix.mojibake import tidy

        layers.apply(tidy.find_edits(layers.text))
        layers.apply(tidy.find_compositions(layers.text))
    return layers


def _look(text: str, options: Options, effort: Effort) -> tuple[Change | None, bool]:
    """Return what one look at a text changes, and whether that undoes a normalization of it."""
    in_mail = mail.find_edits(text, headers=options.unescape)
    certain = in_mail or drawings.find_edits(text) or tokenized.find_edits(text)
    if certain := certain or transliterated.find_edits(text):
        return Change.of(text, certain), False
    plain = _look_as_it_is(text, options, effort)
    if plain is not None and not plain.has_guesses and _is_whole(text, plain):
        return plain, False
    trial = normalized.undone(text)
    change = _look_as_it_is(trial.text, options, effort) if trial.is_changed else None
    if change is None:
        return plain, False
    trial.change(change)
    trial = normalized.only_repairs(trial)
    if not normalized.is_undone(trial.edits):
        return plain, False
    # What was saved tells little: characters that were put back cost more than what stood there.
    is_better = plain is None or _rank(trial.text) > _rank(plain.text)
    return (trial.as_change(), True) if is_better else (plain, False)


def _is_whole(text: str, repair: Change) -> bool:
    """Tell whether a repair leaves nothing odd, or nothing beyond ASCII as it was."""
    return passes(repair.text) or all(map(str.isascii, gaps(text, repair.edits)))


def _rank(text: str) -> tuple[bool, float]:
    return passes(text), -word_bits(text)


def _look_as_it_is(text: str, options: Options, effort: Effort) -> Change | None:
    """Return what one look at a text changes that is not normalized.

    What is found depends on what was found before it; only a text in which nothing is found from
    scratch comes back as it is when it is repaired again.
    """
    # Imported late: most text needs none of that, and it is half of the package.
    from mojifix.mojibake.rounds import undo_damage

    hidden = escapes.find_edits(text, options.limits.max_entity_layers, lone_bytes=options.unescape)
    layers = Layers(text)
    layers.apply(undecoded.find_edits(text, hidden))
    layers.apply(surrogates.find_edits(layers.text))
    layers.apply(_marks_of_loss(layers.text, options.languages))
    undo_damage(layers, options, effort)
    if hidden:
        layers = _unescaped(text, hidden, options, effort, layers)
    if layers.has_guesses and not passes(layers.text):
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
    if "Â" in text:
        gone = sorted([*gone, *spaces.find_edits(text)], key=lambda edit: edit.start)
    if "â" not in text:
        return gone
    # Imported late: it is much, and most text has no such letters.
    from mojifix.mojibake.lossy.leftovers import latin_signs

    signs = latin_signs.find_edits(text, model_tags(languages))
    return sorted([*gone, *signs], key=lambda edit: edit.start)


def _unescaped(
    text: str, hidden: list[Edit], options: Options, effort: Effort, plain: Layers
) -> Layers:
    """Return the repair of a text with its escapes undone where that led to more of a repair."""
    from mojifix.mojibake.rounds import undo_damage

    trial = Layers(text)
    trial.apply(hidden)
    undo_damage(trial, options, effort)
    kept = trial.edits
    if not options.unescape:
        judged = zip(kept, certainty.probabilities(text, trial.text, kept), strict=True)
        kept = [
            edit
            for edit, probability in judged
            if escapes.UNESCAPE not in edit.code
            or (edit.code != escapes.UNESCAPE and probability > _LIKELY)
        ]
        has_none = not any(escapes.UNESCAPE in edit.code for edit in kept)
        if has_none or bits_saved(kept) <= bits_saved(plain.edits):
            return plain
    return trial.only(kept)


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
