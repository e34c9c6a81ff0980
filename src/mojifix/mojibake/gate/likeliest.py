"""Whether the likeliest language of a short Latin text explains its words beyond ASCII.

That is the language that its plain words are in. A word costs no less in it than on a ``Scale`` of the
text, where any other language may explain the word at a price, so what it explains is explained: nine
in ten clean texts are. What a word costs in all languages stands side by side in one integer, and the
costs in one language are read from that.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from mojifix.language import score
from mojifix.language.lanes import CharLanes
from mojifix.language.model import UNITS_PER_BIT
from mojifix.mojibake.weighing.scale import FOREIGN_BITS, PLAIN_WORD
from mojifix.mojibake.weighing.suspects import are_suspect, clean_bits

# Code points of a text whose costs add up to 16 bits: a pair costs 255 at most.
_LONGEST: Final = 256
_REMEMBERED: Final = 8_192  # words, at some 300 bytes; texts repeat words, and languages do
_LANE: Final = 16  # bits that the costs in one language take
_MASK: Final = (1 << _LANE) - 1


class _Words(dict[str, int]):
    """From words between blanks to what they cost in all languages, side by side."""

    def __init__(self, lanes: CharLanes) -> None:
        self.lanes = lanes

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = packed = self.lanes.packed(f" {word} ") if word else 0
        return packed


@cache
def _words() -> _Words:
    return _Words(score.char_lanes("latin"))


@lru_cache(maxsize=_REMEMBERED)
def _least_bits(core: str) -> float:
    """Return what a word costs in the language that explains it best."""
    words = _words()
    return min(words.lanes.unpacked(words[core])) / UNITS_PER_BIT


def explains(text: str, words: Iterable[str]) -> bool:
    """Tell whether the likeliest language explains some words; False means "look closer".

    Two in three texts need not be asked for theirs: it explains words that cost less, even at the
    price of a foreign language, in the one that explains each best.

    Args:
        text: the text, with no letters other than Latin ones.
        words: the words of it that are not ASCII, in their order.

    >>> explains("Il était déjà là hier soir.", ["était", "déjà", "là"])
    True
    >>> explains("Il Ùštait hier soir.", ["Ùštait"])
    False
    """
    cores = list(map(clean_bits, words))
    if not are_suspect(_least_bits(core) - clean + FOREIGN_BITS for core, clean in cores):
        return True
    plain = PLAIN_WORD.findall(text) if len(text) <= _LONGEST else ()
    if not plain:
        return False
    packed = _words()
    costs = packed.lanes.unpacked(sum(map(packed.__getitem__, plain)))
    place = _LANE * costs.index(min(costs))
    return not are_suspect(
        [(packed[core] >> place & _MASK) / UNITS_PER_BIT - clean for core, clean in cores]
    )
