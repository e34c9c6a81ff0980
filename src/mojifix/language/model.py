"""The character language model: loaded lazily, one script group at a time.

``model.bin`` is a line of JSON (what made it, from which sources and licences, a digest, where each
group starts) and then one zlib stream per group. ``training/train_language.py`` makes it and says
what is estimated. Costs are in units of 1/8 bit, one byte each.
"""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import Any, Final

from mojifix.language.alphabet import class_of
from mojifix.language.lanes import Lanes
from mojifix.language.packed import read_packed

FORMAT: Final = "mojifix-language/1"
UNITS_PER_BIT: Final = 8
_LONG: Final = 400  # code points: what is shorter is encoded before a codec is made for it
_NO_CHAR: Final = "\ufffe"  # what stands for none in a codec of single bytes
_CODEC_SIZE: Final = 256  # characters that a codec of single bytes has
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

    def encode(self, text: str, chars: Set[str] = frozenset()) -> bytes:
        """Return one symbol per character.

        Args:
            text: the text.
            chars: its distinct characters, when they are known already; long text takes a fifth of
                the time then.
        """
        if len(text) < _LONG or not 0 < len(chars) < _CODEC_SIZE or _NO_CHAR in chars:
            return bytes(map(self.symbol_of.__getitem__, text))
        # The codecs of code pages are C; this one numbers the characters of the text.
        order = "\0" + "".join(chars - {"\0"})
        numbered = codecs.charmap_build(order.ljust(_CODEC_SIZE, _NO_CHAR))
        symbols = bytes(map(self.symbol_of.__getitem__, order)).ljust(_CODEC_SIZE, b"\0")
        return codecs.charmap_encode(text, "strict", numbered)[0].translate(symbols)


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
def _file() -> tuple[dict[str, Any], bytes]:
    return read_packed("model.bin", FORMAT)


@cache
def group_headers() -> dict[str, GroupHeader]:
    """Return what is known of all groups, by name, without loading them."""
    return {
        entry["name"]: GroupHeader(
            tuple(entry["chars"]), entry["languages"], entry["offset"], entry["length"]
        )
        for entry in _file()[0]["groups"]
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
    head, payload = _file()
    header = group_headers()[name]
    alphabet = Alphabet(name, tuple(head["classes"]), header.chars)
    packed = zlib.decompress(payload[header.offset : header.offset + header.length])
    return Group(alphabet, group_languages(name), packed)


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
    return bytes(min(255, cost + shift) for cost in range(256))


def _column_major(dense: bytes, size: int) -> bytes:
    """Lay out a size × size matrix of rows as 256 columns of 256, what little-endian pairs index."""
    fill = bytes(256 - size)
    return b"".join([dense[b::size] + fill for b in range(size)]) + bytes(256 * (256 - size))
