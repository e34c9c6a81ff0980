"""Garbled words whose letters became small or capital afterwards: both forms of each are tried."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import chain, pairwise
from math import inf
from typing import Final

from mojifix.codepages import singlebyte, utf8
from mojifix.language.alphabet import script_of
from mojifix.mojibake.edits import Edit, Layers, replaced, wrong_codec
from mojifix.mojibake.lossy.sampling import best_edits
from mojifix.mojibake.lossy.singlebyte.lattice import (
    SAMPLE,
    UNKNOWN_BITS,
    distinct_losses,
    suspect_regions,
)
from mojifix.mojibake.lossy.singlebyte.leads import COMMON
from mojifix.mojibake.lossy.singlebyte.regions import region_edits
from mojifix.mojibake.lossy.singlebyte.sequences import Losses, folded
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.weighing.suspects import is_plausible
from mojifix.mojibake.words import SIGNS_AROUND, Span, window

Change = Callable[[str], str]

_CODEPAGES: Final = (*COMMON, "cp437", "cp850", "mac-roman", "cp866")
_LETTER: Final = re.compile("[A-Za-z]")
_LEAST_LETTERS: Final = 3  # … that show that the case changed, where a rare code page is looked for
_CAPITAL: Final = re.compile("[A-Z]")
_LEAST_CAPITALS: Final = 3  # of a text that is in capitals; fewer are initials and signs of units


def find_edits(text: str, scale: Scale) -> list[Edit]:
    """Return the repairs of a text whose letters became small, capital or both once it was garbled.

    ``platã³n`` was ``platÃ³n``, which is ``platón``, and so was ``PlatÃ³N``. They are read in small
    letters, each of which stands for the byte of its small and of its capital form.
    """
    if text not in (text.lower(), text.upper(), text.title()):
        return []
    stretches = suspect_regions(text, scale)
    if not stretches:
        return []
    small = folded(text)
    neighbors = {pair for start, end in stretches for pair in pairwise(small[start:end])}

    def edits_of(losses: Losses, spans: list[Span]) -> list[Edit]:
        if not any(a in losses.leads and b in losses.continuations for a, b in neighbors):
            return []  # a lead byte and the next are not lost where letters changed
        every = chain.from_iterable(
            region_edits(losses, small, span, scale, known=True) for span in spans
        )
        likely = (edit for edit in every if _reads_like_a_word(small, edit, scale))
        is_loose = losses.codepage in COMMON
        exact = ((edit, _as_it_stands(text, edit)) for edit in likely)
        found = [
            edit if folded(after) != edit.after else _unchanged(text, edit, after)
            for edit, after in exact
            if not after or is_loose or folded(after) == edit.after
        ]
        return [] if all(_is_letter_and_sign(text, edit) for edit in found) else found

    def price(_: Losses, edits: list[Edit]) -> float:
        # If none is guessed it is read as it stands: no letter of it shows that its case changed.
        if not any(edit.guessed for edit in edits):
            return inf
        return UNKNOWN_BITS + scale.doubt(len(text) - sum(edit.end - edit.start for edit in edits))

    pages = _CODEPAGES if len(_LETTER.findall(text)) >= _LEAST_LETTERS else COMMON
    ways = list(distinct_losses(small, stretches, pages, folded=True))
    edits = best_edits(ways, stretches, SAMPLE, edits_of, price)
    return _recased(text, edits)


def _change_of(text: str, first: Change = str.upper) -> Change:
    """Return what leaves the case of a text as it is, one change before the others."""
    return next(
        (change for change in (first, str.upper, str.title) if change(text) == text), str.lower
    )


def _is_in_capitals(text: str) -> bool:
    return text == text.upper() and len(_CAPITAL.findall(text)) >= _LEAST_CAPITALS


def _as_it_stands(text: str, edit: Edit) -> str:
    """Return what is repaired if no letter of it changed, nothing if that is no UTF-8."""
    try:
        return singlebyte.encode(text[edit.start : edit.end], wrong_codec([edit])).decode()
    except UnicodeError:
        return ""


def _is_letter_and_sign(text: str, edit: Edit) -> bool:
    """Tell whether what is repaired is read as it stands, but may be a letter and ``™`` or a space."""
    return (
        text[edit.end - 1] in f"{SIGNS_AROUND}\xa0"
        and not text[edit.end : edit.end + 1].isalpha()
        and _as_it_stands(text, edit).isalpha()
    )


def _unchanged(text: str, edit: Edit, after: str) -> Edit:
    return replace(edit, after=after, guessed=after != after.upper() and _is_in_capitals(text))


def _recased(text: str, edits: list[Edit]) -> list[Edit]:
    """Return repairs in the case of their words, with the letter behind each.

    A letter behind a sign is a capital in a text of words with capitals, as the ``N`` of ``PlatÃ³N``.
    """
    of_text = _change_of(text)
    result: list[Edit] = []
    for number, edit in enumerate(edits):
        left, right = window(text, edit.start, edit.end)
        change = _change_of(text[left:right], of_text)
        before = text[edit.start - 1 : edit.start]
        if result and result[-1].end == edit.start:
            before = result[-1].after[-1:]
        end, after = edit.end, edit.after
        behind = text[end : end + 1]
        is_next = number + 1 < len(edits) and edits[number + 1].start == end
        if change == str.title and after[-1:].isalpha() and behind.isupper() and not is_next:
            end, after = end + 1, after + behind
        after = change(f"{before}{after}")[len(before) :]
        result.append(replace(edit, end=end, after=after))
    return result


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
    if not _is_in_capitals(source):
        return layers
    edits = [_in_capitals(edit) for edit in layers.edits]
    if edits == layers.edits:
        return layers
    layers = Layers(source)
    layers.apply(edits)
    return layers


def _in_capitals(edit: Edit) -> Edit:
    letters = [c.upper() if script_of(c) == "latin" and c != "ß" else c for c in edit.after]
    after = "".join(letters)
    return edit if after == edit.after else replace(edit, after=after, guessed=True)
