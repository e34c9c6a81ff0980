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
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from mojifix.language.packed import read_packed

FORMAT: Final = "mojifix-lexicon/1"
SHARED: Final = 0  # the character that stands for no shared letters; one more for each
_ALL_SHARED: Final = bytes(range(0x20))
_ENTRY: Final = re.compile("([\0-\x1f])([^\0-\x1f]*)")
LONGEST: Final = 31  # letters of a word, so that what two words share is one of the characters
CAPITALIZED: Final = 0x80
_BEHIND_ALL: Final = "\U0010ffff"
_MOST_STARTS: Final = 400  # of words, that are looked at for the letters that go on
_REMEMBERED: Final = 128  # languages, all 99 at 7 MB
_WRITTEN_OUT: Final = 64  # letters of a language with the words that begin so, 0.1 MB each


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


class _Initial:
    """The words of a language that begin with one letter, written out when they are asked for.

    Args:
        first: how many words of the language stand before them.
        coded: the words as they are in the file, without the sign before the first.
    """

    def __init__(self, first: int, coded: bytes) -> None:
        self.first = first
        self._coded = coded

    @property
    def words(self) -> Sequence[str]:
        return _written_out(self._coded)

    def place_of(self, word: str) -> int | None:
        """Return which of the words one is that begins like them, None for none; writes none out.

        Words that go on with one letter stand side by side, and end where the next one shares as
        many letters as stand before that one.
        """
        if len(word) > LONGEST or min(word) < " ":
            return None
        coded, end = self._coded, len(self._coded)
        start = len(word[0].encode())
        for shared, letter in enumerate(word[1:], SHARED + 1):
            sign, code = bytes([shared]), letter.encode("utf-8", "surrogatepass")
            if not coded.startswith(code, start, end):
                at = coded.find(sign + code, start, end)
                if at < 0:
                    return None
                start = at + 1
            start += len(code)
            after = coded.find(sign, start, end)
            end = end if after < 0 else after
        is_whole = start == end or coded[start] < len(_ALL_SHARED)
        return _signs_in(coded[:start]) if is_whole else None


@lru_cache(maxsize=_WRITTEN_OUT)
def _written_out(coded: bytes) -> Sequence[str]:
    words, before = [], ""
    for shared, rest in _ENTRY.findall(chr(SHARED) + coded.decode()):
        before = before[: ord(shared) - SHARED] + rest
        words.append(before)
    return words


def _signs_in(coded: bytes) -> int:
    return len(coded) - len(coded.translate(None, _ALL_SHARED))


# Letters that words begin with, all words with the first of them, and the places among those of the
# first that begins so and of the one behind the last.
_Start = tuple[str, _Initial, int, int]


def _longer(starts: Iterable[_Start], letters: Collection[str]) -> Iterator[_Start]:
    """Yield the starts of words by one more letter."""
    for start, initial, first, end in starts:
        words = initial.words
        for letter in letters:
            low = bisect_left(words, start + letter, first, end)
            if low < end and words[low].startswith(start + letter):
                high = bisect_left(words, start + letter + _BEHIND_ALL, low, end)
                yield start + letter, initial, low, high


class Lexicon:
    """The words of a language.

    Args:
        coded: the words in small letters, sorted, as they are in the file.
        marks: of each, as they are in the file.
        seen: how many words the text had.
    """

    def __init__(self, coded: bytes, marks: bytes, seen: int) -> None:
        self._marks = marks
        self._all = seen.bit_length()
        self._by_initial: dict[str, _Initial] = {}
        first = 0
        for part in coded.split(bytes([SHARED]))[1:]:
            self._by_initial[part[:4].decode(errors="ignore")[0]] = _Initial(first, part)
            first += 1 + _signs_in(part)

    def matching(self, letters: Sequence[Collection[str]]) -> list[Entry]:
        """Return the words each of whose letters is one of those given for its place.

        None at all where so much may stand in front of a word's known letters that it would take
        long to look for it.

        >>> [entry.word for entry in load_lexicon("pl").matching(["z", "a", "l", "e", "łż", "y"])]
        ['zależy']
        """
        found = map(self._by_initial.get, letters[0] if letters else ())
        starts = [(each.words[0][0], each, 0, len(each.words)) for each in found if each]
        for choices in letters[1:]:
            starts = list(_longer(starts, choices)) if len(starts) <= _MOST_STARTS else []
        if len(starts) > _MOST_STARTS:
            return []
        return [self._entry(each, at) for word, each, at, _ in starts if each.words[at] == word]

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
        initial = self._by_initial.get(word[:1])
        at = initial.place_of(word) if initial else None
        return None if initial is None or at is None else self._bits(initial.first + at)

    def _entry(self, initial: _Initial, at: int) -> Entry:
        place = initial.first + at
        is_capitalized = self._marks[place] >= CAPITALIZED
        return Entry(initial.words[at], self._bits(place), is_capitalized)

    def _bits(self, place: int) -> int:
        return self._all - (self._marks[place] & ~CAPITALIZED)


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
    return Lexicon(data[count:], data[:count], seen)
