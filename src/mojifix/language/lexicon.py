"""The words of each language, and how common they are.

Pairs of letters tell whether a text is in a language, and little of a single word, or of which letter
a lost byte took with it: ``zale�y`` is ``zależy`` and not ``zaleły``, because that is a word.

``lexicon.bin`` is a line of JSON (what made it, from which sources and licences, a digest, where each
language starts) and then one zlib stream per language: its words in small letters, sorted, each as
how many letters it shares with the one before and those it does not, and a byte per word: the binary
logarithm of how often it was seen, and ``CAPITALIZED`` for one that mostly begins with a capital.
Words of ASCII alone lose no byte, and are left out.
``training/train_lexicon.py`` makes the file.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from mojifix.language.packed import read_packed

FORMAT: Final = "mojifix-lexicon/1"
SHARED: Final = 0  # the character that stands for no shared letters; one more for each
_ENTRY: Final = re.compile("([\0-\x1f])([^\0-\x1f]*)")
LONGEST: Final = 31  # letters of a word, so that what two words share is one of the characters
CAPITALIZED: Final = 0x80
_BEHIND_ALL: Final = "\U0010ffff"
_MOST_STARTS: Final = 400  # of words, that are looked at for the letters that go on
_REMEMBERED: Final = 128  # languages, up to 2 MB each, all 99 at 65 MB


def small_letter(char: str) -> str:
    """Return a letter as the lexicon writes it: small, an apostrophe straight.

    >>> small_letter("É"), small_letter("İ"), small_letter("’")
    ('é', 'İ', "'")
    """
    small = char.lower()
    return "'" if char == "’" else small if len(small) == 1 else char


class Entry(NamedTuple):
    """A word of a language.

    Attributes:
        word: in small letters.
        bits: what it costs.
        is_capitalized: whether it mostly begins with a capital.
    """

    word: str
    bits: int
    is_capitalized: bool


class Lexicon:
    """The words of a language.

    Args:
        words: in small letters, sorted.
        marks: of each, as they are in the file.
        seen: how many words the text had.
    """

    def __init__(self, words: Sequence[str], marks: bytes, seen: int) -> None:
        self._words = words
        self._marks = marks
        self._all = seen.bit_length()

    def matching(self, letters: Sequence[Collection[str]]) -> list[Entry]:
        """Return the words each of whose letters is one of those given for its place.

        None at all where so much may stand in front of a word's known letters that it would take
        long to look for it.

        >>> [entry.word for entry in load_lexicon("pl").matching(["z", "a", "l", "e", "łż", "y"])]
        ['zależy']
        """
        words = self._words
        starts = [("", 0, len(words))]
        for choices in letters:
            longer = []
            for start, first, end in starts:
                for letter in choices:
                    low = bisect_left(words, start + letter, first, end)
                    if low < end and words[low].startswith(start + letter):
                        high = bisect_left(words, start + letter + _BEHIND_ALL, low, end)
                        longer.append((start + letter, low, high))
            if len(longer) > _MOST_STARTS:
                return []
            starts = longer
        return [self._entry(first) for word, first, _ in starts if words[first] == word]

    def __contains__(self, word: str) -> bool:
        """Tell whether a word is one of the language, in whatever case.

        >>> "Så" in load_lexicon("sv"), "Sä" in load_lexicon("sv")
        (True, False)
        """
        return self.bits("".join(map(small_letter, word))) is not None

    def bits(self, word: str) -> int | None:
        """Return what a word in small letters costs, None where it is none of the language.

        >>> load_lexicon("sv").bits("så") < load_lexicon("sv").bits("småland")
        True
        """
        index = bisect_left(self._words, word)
        if index < len(self._words) and self._words[index] == word:
            return self._entry(index).bits
        return None

    def _entry(self, index: int) -> Entry:
        mark = self._marks[index]
        bits = self._all - (mark & ~CAPITALIZED)
        return Entry(self._words[index], bits, mark >= CAPITALIZED)


@cache
def _file() -> tuple[dict[str, Any], bytes]:
    return read_packed("lexicon.bin", FORMAT)


@lru_cache(maxsize=_REMEMBERED)
def load_lexicon(language: str) -> Lexicon | None:
    """Load the words of a language, None when there are none."""
    head, payload = _file()
    entry = head["languages"].get(language)
    if entry is None:
        return None
    start, length, count, seen = entry
    data = zlib.decompress(payload[start : start + length])
    words, before = [], ""
    for shared, rest in _ENTRY.findall(data[count:].decode()):
        before = before[: ord(shared) - SHARED] + rest
        words.append(before)
    return Lexicon(words, data[:count], seen)
