"""What three letters in a row tell beyond what pairs of them do: a second opinion on single words.

Pairs tell whether a text is in a language, and little of a single word: ``ý`` at its end is Czech,
so ``Kanadalý`` costs little more than ``Kanadalı``. Words are weighed against each other with what
their trigrams cost more, or less, than their pairs; nothing else of the model changes.

``trigrams.bin`` is a line of JSON (what made it, from which sources and licences, a digest, where
each group starts) and then one zlib stream per group: the keys of trigrams, one column of costs for
each language, then the same for pairs, which stand for all trigrams that begin with them and were
not seen. Letters are small; white space and punctuation bound a word. Of trigrams of ASCII nothing
is stored: a word has the same ones however it was read. ``training/train_trigrams.py`` makes the
file and says what is estimated.
"""

from __future__ import annotations

import sys
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate
from operator import add
from typing import Final

from mojifix.language.model import UNITS_PER_BIT, group_languages
from mojifix.language.packed import open_packed

FORMAT: Final = "mojifix-trigrams/1"
# The groups whose code pages are mistaken for one another.
GROUPS: Final = ("latin", "vietnamese", "cyrillic", "greek", "hebrew", "arabic", "thai")
BOUNDARY: Final = " "
STEPS_PER_BIT: Final = 2
ZERO: Final = 32  # the step that stands for nothing more and nothing less
_UNITS_PER_STEP: Final = UNITS_PER_BIT // STEPS_PER_BIT
_BOUNDS: Final = "\t\n.,;:!?()[]\"'“”„‘’«»-–—…/|"
_REMEMBERED: Final = 4096  # trigrams whose costs are remembered, some 500 bytes each


class Trigrams:
    """What trigrams cost beyond pairs in each language of a group.

    Args:
        letters: of the group.
        languages: their number.
        keys, columns: of the trigrams seen, sorted, and their costs in steps, language by language.
        pair_keys, pair_columns: likewise, of the pairs before letters not seen behind them.
    """

    def __init__(
        self,
        letters: str,
        languages: int,
        keys: array[int],
        columns: bytes,
        pair_keys: array[int],
        pair_columns: bytes,
    ) -> None:
        self._numbers = dict.fromkeys(_BOUNDS, 0) | {
            char: number for number, char in enumerate(BOUNDARY + letters)
        }
        self._base = len(letters) + 2
        self._nothing = (0,) * languages
        self._keys, self._columns = keys, columns
        self._pair_keys, self._pair_columns = pair_keys, pair_columns
        self._row = lru_cache(maxsize=_REMEMBERED)(self._looked_up)

    def costs(self, text: str) -> Sequence[int]:
        """Return what the trigrams of a text cost more than its pairs, in units, per language."""
        small = text.lower().replace("’", "'")  # an apostrophe is ASCII, however it is typed
        numbers = list(map(self._number, small))
        total: Sequence[int] = self._nothing
        for at, trigram in enumerate(zip(numbers, numbers[1:], numbers[2:], strict=False)):
            is_inside = min(trigram) >= 0 and trigram[1] > 0
            if is_inside and not small[at : at + 3].isascii():
                total = list(map(add, total, self._row(*trigram)))
        return total

    def _number(self, char: str) -> int:
        """Return the number of a letter, -1 for anything else: a sign says nothing here."""
        number = self._numbers.get(char)
        if number is None:
            return self._base - 1 if unicodedata.category(char)[0] in "LM" else -1
        return number

    def _looked_up(self, first: int, second: int, third: int) -> Sequence[int]:
        pair = first * self._base + second
        seen = _row_at(self._keys, self._columns, pair * self._base + third)
        unseen = _row_at(self._pair_keys, self._pair_columns, pair) or bytes(len(self._nothing))
        return tuple(
            _UNITS_PER_STEP * (step - ZERO if step else otherwise)
            for step, otherwise in zip(seen or bytes(len(unseen)), unseen, strict=True)
        )


def _row_at(keys: array[int], columns: bytes, key: int) -> bytes:
    """Return the costs of a key, nothing when it is not among the keys."""
    place = bisect_left(keys, key)
    if place == len(keys) or keys[place] != key:
        return b""
    return columns[place :: len(keys)]


@cache
def load_trigrams(name: str) -> Trigrams | None:
    """Load the trigrams of a group, None when it has none.

    >>> trigrams, czech = load_trigrams("latin"), group_languages("latin").index("cs")
    >>> trigrams.costs(" Mladý ")[czech] < 0 < trigrams.costs(" Mladı ")[czech]
    True
    """
    model = open_packed("trigrams.bin", FORMAT)
    entry = next((item for item in model.header["groups"] if item["name"] == name), None)
    if entry is None:
        return None
    data = model.section(entry["offset"], entry["length"])
    languages, parts, start = len(group_languages(name)), [], 0
    for count in (entry["trigrams"], entry["pairs"]):
        keys = _keys(data[start : start + 3 * count], count)
        start += 3 * count
        parts.append((keys, data[start : start + languages * count]))
        start += languages * count
    return Trigrams(entry["letters"], languages, *parts[0], *parts[1])


def _keys(planes: bytes, count: int) -> array[int]:
    """Return keys from the three bytes of each difference, byte by byte."""
    gaps = bytearray(4 * count)
    for plane in range(3):
        gaps[plane::4] = planes[plane * count : (plane + 1) * count]
    keys = array("I")
    keys.frombytes(gaps)
    if sys.byteorder == "big":
        keys.byteswap()
    return array("I", accumulate(keys))
