"""Whether the likeliest language of a short Latin text explains its words beyond ASCII.

That is the language that its plain words are in. A word costs no less in it than on a ``Scale`` of the
text, where any other language may explain the word at a price, so what it explains is explained: nine
in ten clean texts are. What a word costs in all languages stands side by side in one integer, and the
costs in one language are read from that.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

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

_REMEMBERED: Final = 8_192  # words, at some 400 bytes; texts repeat words, and languages do
# What a word may cost less than a clean one and be no sign of damage in any language.
_MARGIN_BITS: Final = FOREIGN_BITS - DRIFT_BITS
_MOST_OVER: Final = THRESHOLD_BITS * UNITS_PER_BIT


class _Word(NamedTuple):
    """What a word between blanks costs.

    Attributes:
        over: units over a clean word, with the margin, in the language that explains it best.
        packed: units in all languages, side by side.
        clean: bits of a clean one.
    """

    over: float
    packed: int
    clean: float


class _Words(dict[str, _Word]):
    def __missing__(self, word: str) -> _Word:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = found = _weighed(word)
        return found


_WORDS: Final = _Words()


def _weighed(word: str) -> _Word:
    core, clean = clean_bits(word)
    if not core:
        return _Word(0.0, 0, clean)
    lanes = _lanes()
    packed = lanes.packed(f" {core} ")
    most = (clean - _MARGIN_BITS) * UNITS_PER_BIT
    is_explained = lanes.any_at_most(packed, int(most))
    return _Word(0.0 if is_explained else min(lanes.unpacked(packed)) - most, packed, clean)


@cache
def _lanes() -> CharLanes:
    return score.char_lanes("latin")


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
    found = list(map(_WORDS.__getitem__, words))
    if sum([word.over for word in found]) <= _MOST_OVER:
        return True
    plain = plain_words(text)
    if not plain:
        return False
    costs = costs_of("latin", plain, " ", " ")
    in_likeliest = lane(costs.index(min(costs)), [word.packed for word in found])
    return not are_suspect(
        [cost / UNITS_PER_BIT - word.clean for cost, word in zip(in_likeliest, found, strict=True)]
    )
