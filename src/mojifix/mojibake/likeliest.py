"""Whether the likeliest language of a short Latin text explains its words beyond ASCII.

That is the language that its plain words are in. A word costs no less in it than on a ``Scale`` of the
text, where any other language may explain the word at a price, so what it explains is explained: nine
in ten clean texts are. What a word costs in all languages stands side by side in one integer, and the
costs in one language are read from that.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from operator import add
from typing import Final

from mojifix.language import score
from mojifix.language.lanes import CharLanes
from mojifix.language.model import UNITS_PER_BIT
from mojifix.mojibake.suspects import clean_bits, is_stretch
from mojifix.mojibake.weigh import PLAIN_WORD

_LONGEST: Final = (
    256  # code points of a text whose costs add up to 16 bits: a pair costs 255 at most
)
_REMEMBERED: Final = 8_192  # words, at some 300 bytes; texts repeat words, and languages do
_LANE: Final = 16  # bits that the costs in one language take
_MASK: Final = (1 << _LANE) - 1


class _PlainWords(dict[str, int]):
    """From words to what they cost in all languages, side by side."""

    def __init__(self, lanes: CharLanes) -> None:
        self.unpacked = lanes.unpacked
        self._of_pair = lanes.__getitem__

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        spaced = f" {word} "
        self[word] = packed = sum(map(self._of_pair, map(add, spaced, spaced[1:])))
        return packed


class _Words(dict[str, tuple[int, float]]):
    """From words beyond ASCII to what they cost, and the bits that they do when they are clean."""

    def __init__(self, lanes: CharLanes) -> None:
        self._of_pair = lanes.__getitem__

    def __missing__(self, word: str) -> tuple[int, float]:
        if len(self) >= _REMEMBERED:
            self.clear()
        core, clean = clean_bits(word)
        spaced = f" {core} " if core else ""
        self[word] = found = sum(map(self._of_pair, map(add, spaced, spaced[1:]))), clean
        return found


@cache
def _known() -> tuple[_PlainWords, _Words]:
    lanes = score.char_lanes("latin")
    return _PlainWords(lanes), _Words(lanes)


def explains(text: str, words: Iterable[str]) -> bool:
    """Tell whether the likeliest language explains some words; False means "look closer".

    Args:
        text: the text, with no letters other than Latin ones.
        words: the words of it that are not ASCII, in their order.

    >>> explains("Il était déjà là hier soir.", ["était", "déjà", "là"])
    True
    >>> explains("Il Ùštait hier soir.", ["Ùštait"])
    False
    """
    plain = PLAIN_WORD.findall(text) if len(text) <= _LONGEST else ()
    if not plain:
        return False
    of_plain, of_words = _known()
    costs = of_plain.unpacked(sum(map(of_plain.__getitem__, plain)))
    place = _LANE * costs.index(min(costs))
    return not is_stretch(
        [
            (packed >> place & _MASK) / UNITS_PER_BIT - clean
            for packed, clean in map(of_words.__getitem__, words)
        ]
    )
