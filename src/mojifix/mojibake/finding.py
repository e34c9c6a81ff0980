"""What one look at a text finds: the edits of the kind of damage that explains most of it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from mojifix.mojibake.edits import Edit, bits_saved, gaps, replaced
from mojifix.mojibake.gate.verdict import is_ordinary
from mojifix.mojibake.lossy.eastasian import legacy as lossy_legacy
from mojifix.mojibake.lossy.eastasian import multibyte as lossy_multibyte
from mojifix.mojibake.lossy.leftovers import blind_punctuation, grave, lost_letters
from mojifix.mojibake.lossy.singlebyte import lattice, letter_case, orphans
from mojifix.mojibake.recoding import recode
from mojifix.mojibake.utf8 import multibyte as utf8_multibyte
from mojifix.mojibake.utf8 import runs as utf8_runs
from mojifix.mojibake.weighing.scale import Hints, Scale
from mojifix.mojibake.words import merged, window, without_ascii

# Bytes of another encoding are well-formed UTF-8 by accident only here and there: where the runs
# leave out more than this share of their words' characters, UTF-8 is not what it was.
_LEAST_COVERAGE: Final = 0.8
_FEW: Final = 8  # characters that some pair of legacy encodings may explain by accident
# Code points of a text of which it is remembered what was found: the pages of a site share lines, and
# the rows of a table words.
_REMEMBERED: Final = 300


def remembered_edits(text: str, known: set[str], scale: Scale) -> list[Edit]:
    """Return ``weighed_edits`` of the text of a scale, remembered where it is short."""
    if len(text) > _REMEMBERED:
        return weighed_edits(text, known, scale)
    if scale.effort.is_used_up:
        return []
    edits, codes, spent = _remembered(text, frozenset(known), scale.hints)
    known |= codes
    scale.effort.spend(spent)
    return list(edits)


@lru_cache(maxsize=512)
def _remembered(
    text: str, known: frozenset[str], hints: Hints
) -> tuple[tuple[Edit, ...], frozenset[str], int]:
    """Return the edits of a text, all that it is known to need then, and the effort that took."""
    codes = set(known)
    scale = Scale(text, hints)
    edits = weighed_edits(text, codes, scale)
    return tuple(edits), frozenset(codes), scale.effort.spent


def weighed_edits(text: str, known: set[str], scale: Scale) -> list[Edit]:
    """Return the edits of what is known to be there, else of what explains most of the text.

    Args:
        text: the text.
        known: code pages and codes of repairs that the text is known to need; added to.
        scale: weighs words in the languages of the text.

    >>> [edit.after for edit in weighed_edits("cafÃ©", set(), Scale("cafÃ©"))]
    ['é']
    """
    edits = utf8_runs.find_edits(text, known, scale, of_known=True)
    if edits:
        return orphans.with_orphans(text, edits, scale)
    was_known = set(known)
    edits = _new_damage(text, known, scale)
    if not was_known:
        if not _is_whole(text, edits):
            edits = max((edits, letter_case.find_edits(text, scale)), key=bits_saved)
        if edits and not _is_accidental(edits) and is_ordinary(replaced(text, edits)):
            return edits
    of_utf8 = lossy_multibyte.find_edits(text, known, scale)
    of_utf8 = of_utf8 or blind_punctuation.find_edits(text, scale.effort)
    lost = of_utf8 or lossy_legacy.find_edits(text, known, scale)
    edits = max((edits, lost), key=bits_saved)
    if was_known or _is_accidental(edits):
        edits = max((edits, lattice.find_edits(text, was_known, scale)), key=bits_saved)
    return (
        edits
        or grave.find_edits(text, scale, known)
        or lost_letters.find_edits(text, scale.hints.languages, scale.effort)
    )


def edits_of_known(text: str, codepage: str, scale: Scale) -> list[Edit]:
    """Return the repairs that a code page offers for a text that it is known to have garbled."""
    edits = utf8_runs.find_edits(text, {codepage}, scale, of_known=True)
    return orphans.with_orphans(text, edits, scale)


def _is_accidental(edits: list[Edit]) -> bool:
    """Tell whether edits are so few, or none, and not of UTF-8, that other readings may do as well."""
    return sum(edit.end - edit.start for edit in edits) <= _FEW and all(
        "decode utf-8" not in edit.steps for edit in edits
    )


def _is_whole(text: str, edits: list[Edit]) -> bool:
    """Tell whether edits leave nothing beyond ASCII, and are too many for other readings to do."""
    return sum(edit.end - edit.start for edit in edits) > _FEW and all(
        map(str.isascii, gaps(text, edits))
    )


def _new_damage(text: str, known: set[str], scale: Scale) -> list[Edit]:
    """Return the edits of the kind of damage that explains most of a text."""
    by_runs = utf8_runs.find_edits(text, known, scale, of_known=False)
    edits = max((by_runs, utf8_multibyte.find_edits(text, known, scale)), key=bits_saved)
    if edits and _coverage(text, edits) >= _LEAST_COVERAGE:
        return orphans.with_orphans(text, edits, scale)
    offer = recode.best_offer(text, known, scale)
    if offer is not None and offer.saved > bits_saved(edits):
        known.add(offer.pair.wrong)
        return list(offer.edits)
    return orphans.with_orphans(text, edits, scale)


def _coverage(text: str, edits: list[Edit]) -> float:
    """Return the share of the characters beyond ASCII that are edited, in the words with edits."""
    touched = merged(window(text, edit.start, edit.end) for edit in edits)
    total = sum(len(without_ascii(text[start:end])) for start, end in touched)
    return sum(len(without_ascii(text[edit.start : edit.end])) for edit in edits) / max(1, total)
