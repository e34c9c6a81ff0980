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

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from mojifix.language.packed import open_packed

FORMAT: Final = "mojifix-lexicon/1"
SHARED: Final = 0  # the character that stands for no shared letters; one more for each
_ALL_SHARED: Final = bytes(range(0x20))
LONGEST: Final = 31  # letters of a word, so that what two words share is one of the characters
CAPITALIZED: Final = 0x80
# Letters by which words are found at once. 3,000 words of each of 99 languages take 11 µs each and 50
# MB in all, with 3 letters 7 µs and 140 MB, with 1 24 µs and nothing.
_INDEXED: Final = 2
_MOST_STARTS: Final = 400  # of words, that are looked at for the letters that go on
_REMEMBERED: Final = 128  # languages, all 99 at 22 MB


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


class _Words(NamedTuple):
    """The words of a language that begin with some letters.

    They stand side by side, and end where one shares as many letters as stand before the last.

    Attributes:
        letters: that they begin with.
        coded: all words of the language as they are in the file.
        first: how many of them stand before a place.
        place: where in ``coded``.
        start: where what is behind the letters of the first of the words starts in there.
        end: behind the last of them.
    """

    letters: str
    coded: bytes
    first: int
    place: int
    start: int
    end: int

    def going_on(self, letters: Iterable[str]) -> Iterator[_Words]:
        """Yield the words that go on with one letter, for each of some."""
        begun, coded, first, place, start, end = self
        sign = bytes([SHARED + len(begun)])
        for letter in letters:
            code = letter.encode("utf-8", "surrogatepass")
            at = start
            if not coded.startswith(code, start, end):
                at = coded.find(sign + code, start, end) + 1
            if at and letter >= " ":
                at += len(code)
                behind = coded.find(sign, at, end)
                end_of = end if behind < 0 else behind
                yield _Words(begun + letter, coded, first, place, at, end_of)

    def by_letter(self) -> dict[str, _Words]:
        """Return the words by the letter that they go on with."""
        begun, coded, first, _, at, end = self
        found: dict[str, _Words] = {}
        for part in coded[at:end].split(bytes([SHARED + len(begun)])):
            if part and part[0] >= len(_ALL_SHARED):
                letter = part[:4].decode(errors="ignore")[0]
                size = len(letter.encode())
                found[letter] = _Words(begun + letter, coded, first, at, at + size, at + len(part))
            first += 1 + _signs_in(part)
            at += len(part) + 1
        return found

    @property
    def number(self) -> int | None:
        """Return which of the words of the language the letters are, None where they are none."""
        if self.start < self.end and self.coded[self.start] >= len(_ALL_SHARED):
            return None
        return self.first + _signs_in(self.coded[self.place : self.start])


def _signs_in(coded: bytes) -> int:
    return len(coded) - len(coded.translate(None, _ALL_SHARED))


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
        self._words = _Words("", coded, 0, 1, 1, len(coded))  # the first shares nothing
        self._by_letter: dict[str, dict[str, _Words]] = {}

    def _going_on(self, words: _Words, letters: Iterable[str]) -> Iterable[_Words]:
        """Return those of some words that go on with one letter, for each of some."""
        begun = words.letters
        if len(begun) >= _INDEXED:
            return words.going_on(letters)
        if begun not in self._by_letter:
            self._by_letter[begun] = words.by_letter()
        return filter(None, map(self._by_letter[begun].get, letters))

    def matching(self, letters: Sequence[Collection[str]]) -> list[Entry]:
        """Return the words each of whose letters is one of those given for its place.

        None at all where so much may stand in front of a word's known letters that it would take
        long to look for it.

        >>> [entry.word for entry in load_lexicon("pl").matching(["z", "a", "l", "e", "łż", "y"])]
        ['zależy']
        """
        starts = [self._words]
        for choices in letters:
            if len(starts) > _MOST_STARTS:
                return []
            starts = [longer for start in starts for longer in self._going_on(start, choices)]
        if len(starts) > _MOST_STARTS:
            return []
        numbers = ((start.letters, start.number) for start in starts)
        return [self._entry(word, number) for word, number in numbers if number is not None]

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
        words = self._words
        for letter in word:
            longer = next(iter(self._going_on(words, letter)), None)
            if longer is None:
                return None
            words = longer
        number = words.number
        return None if number is None else self._bits(number)

    def _entry(self, word: str, number: int) -> Entry:
        return Entry(word, self._bits(number), self._marks[number] >= CAPITALIZED)

    def _bits(self, number: int) -> int:
        return self._all - (self._marks[number] & ~CAPITALIZED)


@lru_cache(maxsize=_REMEMBERED)
def load_lexicon(language: str) -> Lexicon | None:
    """Load the words of a language, None when there are none."""
    model = open_packed("lexicon.bin", FORMAT)
    entry = model.header["languages"].get(language)
    if entry is None:
        return None
    offset, length, count, seen = entry
    data = model.section(offset, length)
    return Lexicon(data[count:], data[:count], seen)
