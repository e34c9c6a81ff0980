"""Garbled text all of whose letters became small, or capital: both forms of each are tried."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, pairwise
from math import inf
from typing import Final

from mojifix.codepages import utf8
from mojifix.language.alphabet import script_of
from mojifix.mojibake.edits import Edit, Layers, replaced, wrong_codec
from mojifix.mojibake.lossy.sampling import best_edits
from mojifix.mojibake.lossy.singlebyte.fate import Case
from mojifix.mojibake.lossy.singlebyte.lattice import (
    SAMPLE,
    UNKNOWN_BITS,
    distinct_losses,
    suspect_regions,
)
from mojifix.mojibake.lossy.singlebyte.leads import COMMON
from mojifix.mojibake.lossy.singlebyte.regions import region_edits
from mojifix.mojibake.lossy.singlebyte.sequences import Losses, in_case
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.weighing.suspects import is_plausible
from mojifix.mojibake.words import Span, window

_CAPITAL: Final = re.compile("[A-Z]")
_LEAST_CAPITALS: Final = 3  # of a text that is in capitals; fewer are initials and signs of units


def find_edits(text: str, scale: Scale) -> list[Edit]:
    """Return the repairs of a text all of whose letters became small, or capital, once garbled.

    ``platã³n`` was ``platÃ³n``, which is ``platón``. Each letter stands for the byte of its small
    and of its capital form.
    """
    lower, upper = text.lower(), text.upper()
    if lower == upper or text not in (lower, upper):
        return []
    case: Case = "lower" if text == lower else "upper"
    stretches = suspect_regions(text, scale)
    neighbors = {pair for start, end in stretches for pair in pairwise(text[start:end])}

    def edits_of(losses: Losses, spans: list[Span]) -> list[Edit]:
        if not any(a in losses.leads and b in losses.continuations for a, b in neighbors):
            return []  # a lead byte and the next are not lost where letters changed
        every = chain.from_iterable(
            region_edits(losses, text, span, scale, known=True) for span in spans
        )
        return [edit for edit in every if _reads_like_a_word(text, edit, scale)]

    def price(_: Losses, edits: list[Edit]) -> float:
        # If none is guessed it is read as it stands: no letter of it shows that its case changed.
        return UNKNOWN_BITS if any(edit.guessed for edit in edits) else inf

    ways = list(distinct_losses(text, stretches, COMMON, case))
    return best_edits(ways, stretches, SAMPLE, edits_of, price)


def _reads_like_a_word(text: str, edit: Edit, scale: Scale) -> bool:
    beside = text[max(0, edit.start - 1) : edit.start] + text[edit.end : edit.end + 1]
    if any(map(utf8.own_letters(wrong_codec([edit])).__contains__, beside)):
        return False  # letters of the code page's own script go on beside it
    word = replaced(text, [edit], *window(text, edit.start, edit.end))
    if {"han", "latin"} <= {script_of(char) for char in word if char > "\x7f"}:
        return False  # as what is left of an ideograph may be a letter by accident
    return is_plausible(word, scale)


def in_capitals(source: str, layers: Layers) -> Layers:
    """Return the repair of a text in capitals with capitals in place of its small Latin letters.

    Where the bytes of a letter have no case, ``NÃ£O`` reads as ``NãO``.

    >>> layers = Layers("SÃ£O PAULO")
    >>> layers.apply([Edit(1, 3, "ã", (), 9.0)])
    'SãO PAULO'
    >>> in_capitals(layers.text, layers).text, in_capitals("SÃ£O PAULO", layers).text
    ('SãO PAULO', 'SÃO PAULO')
    """
    if source != source.upper() or len(_CAPITAL.findall(source)) < _LEAST_CAPITALS:
        return layers
    edits = [_in_capitals(edit) for edit in layers.edits]
    if edits == layers.edits:
        return layers
    layers = Layers(source)
    layers.apply(edits)
    return layers


def _in_capitals(edit: Edit) -> Edit:
    letters = [in_case(c, "upper") if script_of(c) == "latin" else c for c in edit.after]
    after = "".join(letters)
    return edit if after == edit.after else replace(edit, after=after, guessed=True)
