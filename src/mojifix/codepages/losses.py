"""What decoders of East Asian codecs leave of bytes that they cannot decode.

Three habits are out there. Python and iconv put one U+FFFD for each byte that starts nothing valid.
Windows takes a lead byte and whatever follows it as a pair, and puts one ``?`` (``・`` where the
code page is Japanese) for a pair that stands for nothing, a swallowed space or letter included.
Browsers do the same with U+FFFD, but spare an ASCII character.

    >>> pieces("涓枃\ufffd?", "gbk", BYTEWISE)[-2:]
    [((-1,),), ((63,),)]
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from mojifix.codepages import multibyte, singlebyte

REPLACEMENT: Final = "\ufffd"  # the character that most decoders put in place of lost bytes
LOST: Final = -1  # in place of a byte of which nothing is known but that it is no ASCII
PARTNER: Final = -2  # … the second of a pair that is not defined, which may be ASCII
_REMEMBERED: Final = 16_384  # characters and code pages; of all there are, a million

# One way to read a character of garbled text: its bytes, some of them lost.
Piece = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Habit:
    """What a decoder does with bytes that it cannot decode.

    Attributes:
        marker: what it puts in their place.
        pairs: whether it also takes two bytes for one marker.
        may_be_meant: whether writers use the marker, too.
    """

    marker: str
    pairs: bool
    may_be_meant: bool = False


BYTEWISE: Final = Habit(REPLACEMENT, pairs=False)
PAIRWISE: Final = Habit(REPLACEMENT, pairs=True)
QUESTION: Final = Habit("?", pairs=True, may_be_meant=True)
MIDDLE_DOT: Final = Habit("・", pairs=True)

HABITS: Final[dict[str, tuple[Habit, ...]]] = {
    "gbk": (BYTEWISE, QUESTION, PAIRWISE),
    "gb18030": (BYTEWISE, PAIRWISE),
    "cp932": (BYTEWISE, MIDDLE_DOT, PAIRWISE),
    "cp950": (BYTEWISE, QUESTION, PAIRWISE),
    "cp949": (BYTEWISE, QUESTION, PAIRWISE),
    "euc_jp": (BYTEWISE, PAIRWISE),
}


@lru_cache(maxsize=_REMEMBERED)
def bytes_of(char: str, codec: str) -> tuple[Piece, ...]:
    """Return the bytes that a character may have been decoded from; none when the codec has none.

    Code page 932 has some characters twice or thrice.
    """
    data = multibyte.encode(char, codec)
    if data is None:
        return ()
    return tuple(dict.fromkeys((tuple(data), *_twice(codec).get(char, ()))))


@cache
def _twice(codec: str) -> dict[str, list[Piece]]:
    """Map the characters that several pairs of bytes stand for to those pairs."""
    if codec != "cp932":
        return {}
    found: dict[str, list[Piece]] = {}
    for first in range(0x81, 0xFD):
        for second in range(0x40, 0xFD):
            char = multibyte.decode(bytes((first, second)), codec)
            if char is not None and len(char) == 1:
                found.setdefault(char, []).append((first, second))
    return {char: pairs for char, pairs in found.items() if len(pairs) > 1}


def pieces(text: str, codec: str, habit: Habit) -> list[tuple[Piece, ...]]:
    """Return the ways to read each character of a text as bytes; none for what cannot be."""
    return [_readings(char, codec, habit) for char in text]


@lru_cache(maxsize=_REMEMBERED)
def _readings(char: str, codec: str, habit: Habit) -> tuple[Piece, ...]:
    if char == habit.marker:
        lost: tuple[Piece, ...] = ((LOST,), (LOST, PARTNER)) if habit.pairs else ((LOST,),)
        return (*lost, (ord(char),)) if habit.may_be_meant else lost
    return bytes_of(char, codec)


@cache
def undefined_before(codec: str, following: int) -> frozenset[int]:
    """Return the bytes that start nothing valid when another byte follows them."""
    if codec not in multibyte.DECODERS:
        return undefined(codec)
    return frozenset(
        byte
        for byte in range(0x80, 0x100)
        if bytes((byte, following)).decode(codec, "replace")[:1] == REPLACEMENT
    )


@cache
def undefined(codec: str) -> frozenset[int]:
    """Return the bytes that start nothing valid when some byte follows them, whatever it is.

    >>> sorted(map(hex, undefined("cp1252")))
    ['0x81', '0x8d', '0x8f', '0x90', '0x9d']
    """
    if codec not in multibyte.DECODERS:
        return frozenset(singlebyte.undefined(codec))
    return frozenset().union(*(undefined_before(codec, following) for following in range(0x100)))


@cache
def never_second(codec: str) -> frozenset[int]:
    """Return the bytes of ASCII that are the second of no character.

    >>> sorted(map(chr, never_second("gbk")))[:2], ord("a") in never_second("gbk")
    ([' ', '!'], False)
    """
    return frozenset(
        second
        for second in range(0x20, 0x7F)
        if not any(
            len(multibyte.decode(bytes((first, second)), codec) or "") == 1
            for first in range(0x81, 0xFF)
        )
    )
