"""Whether the likeliest language of a short Latin text explains its words beyond ASCII.

That is the language that its plain words are in. A word costs no less in it than on a ``Scale`` of the
text, where any other language may explain the word at a price, so what it explains is explained: nine
in ten clean texts are. What a word costs in all languages stands side by side in one integer, and the
costs in one language are read from that.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from mojifix.language import score
from mojifix.language.lanes import CharLanes, lane
from mojifix.language.model import UNITS_PER_BIT
from mojifix.mojibake.weighing.costs import costs_of
from mojifix.mojibake.weighing.scale import FOREIGN_BITS, plain_words
from mojifix.mojibake.weighing.suspects import (
    DRIFT_BITS,
    THRESHOLD_BITS,
    are_suspect,
    clean_bits,
)

_REMEMBERED: Final = 8_192  # words, at some 300 bytes; texts repeat words, and languages do
# What a word may cost less than a clean one and be no sign of damage in any language.
_MARGIN_BITS: Final = FOREIGN_BITS - DRIFT_BITS


class _Packed(dict[str, int]):
    """From words between blanks to what they cost in all languages, side by side."""

    def __init__(self) -> None:
        self._packed = _lanes().packed

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = packed = self._packed(f" {word} ") if word else 0
        return packed


@cache
def _lanes() -> CharLanes:
    return score.char_lanes("latin")


@cache
def _packed() -> _Packed:
    return _Packed()


def explains(text: str, words: Iterable[str]) -> bool:
    """Tell whether the likeliest language explains some words; False means "look closer".

    Two in three texts need not be asked for theirs: their words cost less, even at the price of a
    foreign language, in the one that explains each best.

    Args:
        text: the text, with no letters other than Latin ones.
        words: the words of it that are not ASCII, in their order.

    >>> explains("Il était déjà là hier soir.", ["était", "déjà", "là"])
    True
    >>> explains("Il Ùštait hier soir.", ["Ùštait"])
    False
    """
    lanes, packed = _lanes(), _packed()
    cores = list(map(clean_bits, words))
    over = 0.0
    for core, clean in cores:
        most = (clean - _MARGIN_BITS) * UNITS_PER_BIT
        if core and not lanes.any_at_most(packed[core], int(most)):
            over += min(lanes.unpacked(packed[core])) - most
            if over > THRESHOLD_BITS * UNITS_PER_BIT:
                break
    else:
        return True
    plain = plain_words(text)
    if not plain:
        return False
    costs = costs_of("latin", plain, " ", " ")
    in_likeliest = lane(costs.index(min(costs)), [packed[core] for core, _ in cores])
    return not are_suspect(
        [cost / UNITS_PER_BIT - clean for cost, (_, clean) in zip(in_likeliest, cores, strict=True)]
    )
