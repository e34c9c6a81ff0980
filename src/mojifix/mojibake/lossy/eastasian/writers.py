"""What the bytes of a damaged text truly were, and which characters fit where some are lost.

>>> [c.char for c in candidates("utf-8", "japanese", (0xE3, -1, 0x83))][:1]
['ッ']
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

from mojifix.codepages import multibyte, singlebyte, utf8
from mojifix.language.alphabet import class_of
from mojifix.language.model import load_group

UTF_8: Final = "utf-8"
# Signs beside the letters and punctuation of languages; of the arrows the one to the right, as four in
# five are in the documentation of programs; of Japanese the one that repeats a character.
_TYPOGRAPHIC: Final = "“”‘’–—…«»„‚•·©®™°€£¥§½²³×¿¡→々"
_REMEMBERED: Final = 16_384  # characters; of all that a text may hold, a million


class Candidate(NamedTuple):
    """A character that fits.

    Attributes:
        char: the character.
        data: its bytes.
        symbol: its symbol in the language model.
    """

    char: str
    data: tuple[int, ...]
    symbol: int


@cache
def lengths(writer: str, first: int) -> tuple[int, ...]:
    """Return how many bytes a character may have whose first byte is given (negative: lost)."""
    if writer == UTF_8:
        if first < 0:
            return (2, 3, 4)
        if first in utf8.LEADS:
            return (1 + utf8.continuations_of(first),)
        return (1,) if first < 0x80 else ()
    if writer not in multibyte.CODECS or 0 <= first < 0x80:
        return (1,)
    if writer == "cp932" and 0xA1 <= first <= 0xDF:
        return (1,)
    if writer == "euc_jp" and first == 0x8F:
        return (3,)
    return (2,)


@lru_cache(maxsize=_REMEMBERED)
def character(writer: str, data: tuple[int, ...]) -> str | None:
    """Return the character that some bytes are, None when they are none that anybody writes."""
    if writer in singlebyte.CODEPAGES:
        return singlebyte.decode(bytes(data), writer)
    text = multibyte.decode(bytes(data), writer)
    is_one = text is not None and len(text) == 1 and class_of(text) != "unassigned"
    return text if is_one else None


def candidates(writer: str, group: str, pattern: tuple[int, ...]) -> tuple[Candidate, ...]:
    """Return the characters of a group that fit some bytes, the lost ones of which are negative."""
    known = tuple(index for index, byte in enumerate(pattern) if byte >= 0)
    key = tuple(pattern[index] for index in known)
    return _index(writer, group, len(pattern), known).get(key, ())


@cache
def _index(
    writer: str, group: str, length: int, known: tuple[int, ...]
) -> dict[tuple[int, ...], tuple[Candidate, ...]]:
    found: dict[tuple[int, ...], list[Candidate]] = {}
    for candidate in _alphabet(writer, group):
        if len(candidate.data) == length:
            key = tuple(candidate.data[index] for index in known)
            found.setdefault(key, []).append(candidate)
    return {key: tuple(members) for key, members in found.items()}


@cache
def _alphabet(writer: str, group: str) -> tuple[Candidate, ...]:
    alphabet = load_group(group).alphabet
    chars = dict.fromkeys("".join(alphabet.chars) + _TYPOGRAPHIC)
    encoded = ((char, _encoded(char, writer)) for char in chars)
    return tuple(
        Candidate(char, tuple(data), alphabet.symbol_of[char]) for char, data in encoded if data
    )


def _encoded(char: str, writer: str) -> bytes | None:
    if writer not in singlebyte.CODEPAGES:
        return multibyte.encode(char, writer)
    byte = singlebyte.encoding_map(writer).get(ord(char))
    return None if byte is None else bytes((byte,))


@lru_cache(maxsize=_REMEMBERED)
def candidate(char: str, data: tuple[int, ...], group: str) -> Candidate:
    """Return a character as a candidate of a group, whether or not the group writes it."""
    return Candidate(char, data, load_group(group).alphabet.symbol_of[char])


@cache
def printable(group: str) -> tuple[Candidate, ...]:
    """Return the characters of ASCII as candidates."""
    return tuple(candidate(chr(byte), (byte,), group) for byte in range(0x20, 0x7F))


@lru_cache(maxsize=_REMEMBERED)
def may_exist(writer: str, pattern: tuple[int, ...]) -> bool:
    """Tell whether any character at all has bytes such as follow the first; the lost ones are negative.

    Their number is one that the first byte allows.
    """
    if writer != UTF_8:
        return all(byte < 0 or byte >= 0x40 for byte in pattern)
    return all(byte < 0 or 0x80 <= byte < 0xC0 for byte in pattern[1:])
