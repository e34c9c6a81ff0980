"""What became of a garbled text afterwards, told by what is left of it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from mojifix.codepages import utf8
from mojifix.codepages.singlebyte import C1_CONTROL

_KEPT: Final = re.compile("[\x80-\xa0\xad]")


class Fate(NamedTuple):
    """What became of a garbled text afterwards.

    Attributes:
        folded: whether all of its letters became small, whatever they were.
        has_controls: whether it kept bytes that its code page does not define, as controls.
        has_nbsp: whether it kept its no-break spaces.
        has_soft_hyphens: whether it kept its soft hyphens.
    """

    folded: bool = False
    has_controls: bool = False
    has_nbsp: bool = False
    has_soft_hyphens: bool = False


def fate_of(text: str, codepage: str, *, folded: bool = False) -> Fate:
    """Return what became of a text that was read with a code page.

    What it kept in one place it did not drop in others.

    >>> fate_of("Ñ\u0081Ð¾, Ð Ð°Ð·", "cp1252").has_controls
    True
    """
    if folded:
        return Fate(folded=True)
    runs = utf8.runs(text, codepage) if _KEPT.search(text) else ()
    kept = "".join([text[start:end] for start, end, _ in runs])
    return Fate(
        has_controls=C1_CONTROL.search(kept) is not None,
        has_nbsp="\xa0" in kept,
        has_soft_hyphens="\xad" in kept,
    )
