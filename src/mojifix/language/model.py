"""The character language model: loaded lazily, one script group at a time.

``model.bin`` is a line of JSON (what made it, from which sources and licences, a digest, where each
group starts) and then one zlib stream per group. ``training/train_language.py`` makes it and says
what is estimated. Costs are in units of 1/8 bit, one byte each.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from math import log2
from typing import Final

from mojifix.language.alphabet import class_of
from mojifix.language.lanes import Lanes
from mojifix.language.packed import open_packed

FORMAT: Final = "mojifix-language/1"
UNITS_PER_BIT: Final = 8
# Characters of a code page: those of ASCII, what scripts share, and what fills it up. A codec is
# quick only where NUL is the first.
_PAGE_SIZE: Final = 256
_ASCII: Final = "\0\t\n\r" + "".join(map(chr, range(0x20, 0x7F)))
_NUMBERS_BEYOND_ASCII: Final = bytes(range(len(_ASCII), _PAGE_SIZE))
_SHARED: Final = "\xa0\xad²№،؟।\u200b\u200c\u200d\u200e\u200f\u2010"
_OTHERS: Final = "".join(map(chr, (*range(0xA1, 0x180), *range(0x2010, 0x2040))))
# Characters that a code page lacks. Of 477 clean documents of 3 kB in alphabets 96 hold one, and 72 of
# these no more than three.
_FEW_OTHERS: Final = 4
_SHORT: Final = 100  # code points that are numbered one by one as quickly
_MEMO_LIMIT: Final = 20_000  # characters whose symbol is remembered, per alphabet


class _SymbolMap(dict[str, int]):
    """Character to symbol number; characters without a symbol get that of their class."""

    def __init__(self, classes: tuple[str, ...], chars: tuple[str, ...]) -> None:
        self._class_number = {name: number for number, name in enumerate(classes)}
        for number, members in enumerate(chars, len(classes)):
            for char in members:
                self[char] = number

    def __missing__(self, char: str) -> int:
        number = self._class_number[class_of(char)]
        if len(self) < _MEMO_LIMIT:
            self[char] = number
        return number


@dataclass(frozen=True)
class Alphabet:
    """The symbols of a script group.

    Attributes:
        name: of the group.
        classes: names of the character classes; their symbols come first.
        chars: characters with a symbol of their own; an entry of several characters is a bucket of
            about equally frequent ones.
    """

    name: str
    classes: tuple[str, ...]
    chars: tuple[str, ...]

    @property
    def size(self) -> int:
        """Return the number of symbols, at most 256."""
        return len(self.classes) + len(self.chars)

    @cached_property
    def symbol_of(self) -> dict[str, int]:
        """Map from any character to the number of its symbol."""
        return _SymbolMap(self.classes, self.chars)

    def bits_within(self, symbol: int) -> float:
        """Return what it costs to tell a character from the others of its symbol, in bits."""
        return self._bits_within[symbol]

    @cached_property
    def _bits_within(self) -> list[float]:
        return [0.0] * len(self.classes) + [log2(len(chars)) for chars in self.chars]

    @cached_property
    def _page(self) -> _Page:
        frequent = "".join([chars for chars in self.chars if len(chars) == 1])
        return _Page(f"{_ASCII}{_SHARED}{frequent}{_OTHERS}", self.symbol_of)

    def encode(self, text: str, others: int = _FEW_OTHERS) -> bytes:
        """Return one symbol per character, quickly where up to so many are not on the code page."""
        page = self._page
        try:
            return page.encode(text).translate(page.symbols)
        except UnicodeEncodeError as error:
            other = text[error.start]
        is_worth_it = others > 0 and len(text) > _SHORT
        number = page.symbols.find(self.symbol_of[other]) if is_worth_it else -1
        if number < 0:
            return bytes(map(self.symbol_of.__getitem__, text))
        return self.encode(text.replace(other, page.chars[number]), others - 1)

    def numbers_beyond_ascii(self, text: str) -> tuple[set[int], list[str]] | None:
        """Return what the characters beyond ASCII of a text are numbered in ``numbered``.

        That is quicker than a set of characters. Beside it are those characters without a number, of
        ASCII or not; None where they are not few.
        """
        others: list[str] = []
        while True:
            try:
                numbers = self._page.encode(text)
                break
            except UnicodeEncodeError as error:
                others.append(text[error.start])
            if len(others) == _FEW_OTHERS or len(text) <= _SHORT:
                return None
            text = text.replace(others[-1], "")
        absent = _NUMBERS_BEYOND_ASCII.translate(None, numbers)  # quicker than a set of all
        return set(_NUMBERS_BEYOND_ASCII.translate(None, absent)), others

    @property
    def numbered(self) -> tuple[str, ...]:
        """Return the characters that text in this alphabet is made of, up to 256."""
        return self._page.chars


class _Page:
    """A code page of the first characters given: its codec is C, and numbers what text is made of."""

    def __init__(self, chars: str, symbol_of: Mapping[str, int]) -> None:
        self.chars = tuple(dict.fromkeys(chars))[:_PAGE_SIZE]
        self.symbols = bytes(map(symbol_of.__getitem__, self.chars))
        self._numbers = codecs.charmap_build("".join(self.chars))

    def encode(self, text: str) -> bytes:
        """Return the number of each character; UnicodeEncodeError where one has none."""
        return codecs.charmap_encode(text, "strict", self._numbers)[0]


@dataclass(frozen=True)
class Group:
    """The languages of one script, over one alphabet.

    A table has the cost of symbol ``b`` after symbol ``a`` at ``a | b << 8``, in units of 1/8 bit, in
    65,536 bytes.

    Attributes:
        alphabet: the symbols.
        languages: BCP 47 tags.
        packed: the tables as they are in the file.
    """

    alphabet: Alphabet
    languages: tuple[str, ...]
    packed: bytes

    @cached_property
    def blend(self) -> bytes:
        """Return the table of all languages together, for text whose language is not known."""
        return _column_major(self.packed[: self.alphabet.size**2], self.alphabet.size)

    @cached_property
    def tables(self) -> tuple[bytes, ...]:
        """Return the table of each language, in their order."""
        return tuple(_unpack(self.packed, self.alphabet.size, len(self.languages)))

    @cached_property
    def lanes(self) -> Lanes:
        """Return the tables side by side, for a text that is scored in every language."""
        return Lanes(((bytes(range(256)), self.tables),))


@dataclass(frozen=True, slots=True)
class GroupHeader:
    """What the header of the model says of a group.

    Attributes:
        chars: of its alphabet.
        languages: BCP 47 tags, each with the letters beyond ASCII that it is written with.
        offset, length: of its tables, in bytes of the payload.
    """

    chars: tuple[str, ...]
    languages: dict[str, str]
    offset: int
    length: int


@cache
def group_headers() -> dict[str, GroupHeader]:
    """Return what is known of all groups, by name, without loading them."""
    return {
        entry["name"]: GroupHeader(
            tuple(entry["chars"]), entry["languages"], entry["offset"], entry["length"]
        )
        for entry in open_packed("model.bin", FORMAT).header["groups"]
    }


def group_names() -> tuple[str, ...]:
    """Return the names of all groups, without loading them."""
    return tuple(group_headers())


@cache
def letters() -> dict[str, str]:
    """Return the letters beyond ASCII that each language is written with."""
    headers = group_headers().values()
    return {tag: chars for header in headers for tag, chars in header.languages.items()}


@cache
def languages() -> tuple[str, ...]:
    """Return the BCP 47 tags of all languages, sorted."""
    return tuple(sorted(letters()))


@cache
def group_languages(name: str) -> tuple[str, ...]:
    """Return the BCP 47 tags of a group's languages, without loading it."""
    return tuple(group_headers()[name].languages)


@cache
def load_group(name: str) -> Group:
    """Load one group.

    Raises:
        KeyError: there is no group of that name.
    """
    model, header = open_packed("model.bin", FORMAT), group_headers()[name]
    alphabet = Alphabet(name, tuple(model.header["classes"]), header.chars)
    return Group(alphabet, group_languages(name), model.section(header.offset, header.length))


def _unpack(packed: bytes, size: int, count: int) -> Iterator[bytes]:
    """Yield tables that are packed as what they have more than the blend, row by row, and cells."""
    rows = [packed[a * size : (a + 1) * size] for a in range(size)]
    offset = size * size
    for _ in range(count):
        shifts = packed[offset : offset + size]
        offset += size
        cells = int.from_bytes(packed[offset : offset + 4], "little")
        offset += 4
        gaps = packed[offset : offset + cells]
        values = packed[offset + cells : offset + 2 * cells]
        offset += 2 * cells
        # One byte in front, so that the running sum of the gaps, which starts at -1, is the index.
        dense = bytearray(1)
        for row, shift in zip(rows, shifts, strict=True):
            dense += row.translate(_shifted(shift))
        for position, value in zip(accumulate(gaps), values, strict=True):
            dense[position] = value
        yield _column_major(bytes(dense[1:]), size)


@cache
def _shifted(shift: int) -> bytes:
    return bytes(range(shift, 256)).ljust(256, b"\xff")


def _column_major(dense: bytes, size: int) -> bytes:
    """Lay out a size × size matrix of rows as 256 columns of 256, what little-endian pairs index."""
    fill = bytes(256 - size)
    return b"".join([dense[b::size] + fill for b in range(size)]) + bytes(256 * (256 - size))
