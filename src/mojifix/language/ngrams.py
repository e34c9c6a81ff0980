"""Which characters follow one another in languages that write no spaces, and in Korean.

The language model knows what running text of some hundred kilobytes says of pairs, and of Chinese and
its like has a symbol of its own for the commonest characters only. Here are n-grams of up to three
characters, four of scripts that have few, from such text and from lists of words, with back-off: one
that is not stored costs what it does without its first character, and a surcharge of those that come
before.

``ngrams.bin`` is a line of JSON (what made it, from which sources and licences, a digest, where each
group starts) and then one zlib stream of JSON per group: from the characters in front to the characters
behind, by what these cost. ``training/train_ngrams.py`` makes it and says what is estimated.
"""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import repeat
from typing import Final, NamedTuple

from mojifix.language.packed import open_packed

FORMAT: Final = "mojifix-ngrams/2"
STEPS_PER_BIT: Final = 2
LANGUAGES: Final = {
    "hans": "zh-Hans", "hant": "zh-Hant", "japanese": "ja", "hangul": "ko",
    "thai": "th", "lao": "lo", "khmer": "km", "myanmar": "my", "tibetan": "bo",
}  # fmt: skip
UNSEEN_BITS: Final = 22.0  # what a character costs that no text holds
_FIRST_MARK: Final = 0xE000  # of private use: no text holds it
_LETTER: Final = re.compile("[A-Za-z]")
_DIGIT: Final = re.compile("[0-9]")


class Row(NamedTuple):
    """What stands behind some characters.

    Attributes:
        other: what all others cost more than without the first of these characters, in bits.
        costs: of those that are stored, in bits.
    """

    other: float
    costs: dict[str, float]


class Ngrams:
    """The n-grams of a language.

    Args:
        packed: its rows, as they are in the file.

    Attributes:
        order: how many characters an n-gram has at most.
    """

    def __init__(self, packed: dict[str, str]) -> None:
        self.order = 1 + max(map(len, packed))
        self._packed = packed
        self._rows: dict[str, Row] = {}

    def _row(self, context: str) -> Row:
        """Return what stands behind some characters that are stored."""
        if context not in self._rows:
            self._rows[context] = _unpacked(self._packed[context])
        return self._rows[context]

    def costs(self, context: str, chars: tuple[str, ...]) -> list[float]:
        """Return what each of some characters costs behind some others, in bits.

        >>> after_library = load_ngrams("japanese").costs("図書", ("館", "官"))
        >>> after_library[0] < after_library[1]
        True
        """
        if not context:
            return list(map(self.chars.get, chars, repeat(UNSEEN_BITS)))
        lower = self.costs(context[1:], chars)
        if context not in self._packed:
            return lower
        other, stored = self._row(context)
        return [stored.get(char, other + bits) for char, bits in zip(chars, lower, strict=True)]

    def normalized(self, text: str) -> str:
        """Return a text as n-grams have it."""
        return normalized(text)

    @property
    def chars(self) -> dict[str, float]:
        """Return the characters of the language, and what each costs on its own, in bits."""
        return self._row("").costs


def _unpacked(packed: str) -> Row:
    other, level = (ord(packed[0]) - _FIRST_MARK) / STEPS_PER_BIT, 0.0
    costs = {}
    for char in packed[1:]:
        if "\ue000" <= char <= "\uf8ff":
            level = (ord(char) - _FIRST_MARK) / STEPS_PER_BIT
        else:
            costs[char] = level
    return Row(other, costs)


def level_mark(level: int) -> str:
    """Return the character of private use that stands for a number of steps."""
    return chr(_FIRST_MARK + level)


def normalized(text: str) -> str:
    """Return a text in which all letters of ASCII are one, and all digits.

    >>> normalized("第12章 PDF")
    '第00章 aaa'
    """
    return _DIGIT.sub("0", _LETTER.sub("a", text))


@cache
def load_ngrams(group: str) -> Ngrams | None:
    """Load the n-grams of a group of the language model, None when it has none."""
    model = open_packed("ngrams.bin", FORMAT)
    place = model.header["groups"].get(group)
    return Ngrams(json.loads(model.section(*place))) if place else None
