"""Whether the likeliest language of a short Latin text explains its words beyond ASCII.

That is the language that its plain words are in. A word costs no less in it than on a ``Scale`` of the
text, where any other language may explain the word at a price, so what it explains is explained; nine
in ten clean texts are. One language is quick to ask: what a word costs in all of them is remembered
side by side, and one of the costs is read from that.

>>> explains("Il était déjà là hier soir.", ["était", "déjà", "là"])
True
>>> explains("Il Ø¹تait hier soir.", ["Ø¹Ù†Øª"])
False
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import Final, Generic, TypeVar

from mojifix.language import score
from mojifix.language.model import UNITS_PER_BIT
from mojifix.mojibake.suspects import clean_bits, is_stretch
from mojifix.mojibake.weigh import PLAIN_WORD

# Code points of a text whose costs add up to 16 bits: a pair costs 255 at most.
_LONGEST: Final = 256
_REMEMBERED: Final = 8_192  # words of each kind, at some 300 bytes
_LANE: Final = 16  # bits that the costs in one language take
_MASK: Final = (1 << _LANE) - 1

Value = TypeVar("Value")


class _Memo(dict[str, Value], Generic[Value]):
    """From words to what they cost, side by side for all languages, forgotten when it is full."""

    @abstractmethod
    def _found(self, word: str) -> Value:
        """Return what is to be remembered of a word."""

    def __missing__(self, word: str) -> Value:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = found = self._found(word)
        return found


class _PlainWords(_Memo[int]):
    def _found(self, word: str) -> int:
        return score.char_lanes("latin").packed(f" {word} ")


class _Words(_Memo[tuple[int, float]]):
    """… and the bits that they cost when they are clean."""

    def _found(self, word: str) -> tuple[int, float]:
        core, bits = clean_bits(word)
        return score.char_lanes("latin").packed(f" {core} ") if core else 0, bits


_PLAIN_WORDS: Final = _PlainWords()
_WORDS: Final = _Words()


def explains(text: str, words: Iterable[str]) -> bool:
    """Tell whether the likeliest language explains some words; False means "look closer".

    Args:
        text: the text, with no letters other than Latin ones.
        words: the words of it that are not ASCII, in their order.
    """
    plain = PLAIN_WORD.findall(text) if len(text) <= _LONGEST else ()
    if not plain:
        return False
    costs = score.char_lanes("latin").unpacked(sum(map(_PLAIN_WORDS.__getitem__, plain)))
    place = _LANE * costs.index(min(costs))
    found = map(_WORDS.__getitem__, words)
    return not is_stretch(
        [(costs >> place & _MASK) / UNITS_PER_BIT - clean for costs, clean in found]
    )
