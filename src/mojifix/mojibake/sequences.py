"""UTF-8 sequences as a code page shows them, with all that a lost byte may have been.

A no-break space became a space or vanished, a byte that the code page does not define became ``?``,
U+FFFD or nothing, a curly quote became straight, all letters became small or capital. Each such place
is a small set of possible bytes.

>>> "à" in {arc.char for arc in sequences_at_start("cp1252", "", "Ã ")}
True
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from mojifix.codepages import singlebyte

Case = Literal["", "lower", "upper"]

# What a loss costs, by what stands in its place: how often that is not a loss at all.
LOST_BITS: Final = {
    "\ufffd": 1.0, "?": 4.0, " ": 3.0, "\xa0": 1.0, '"': 4.0, "'": 4.0, "<": 4.0, ">": 4.0,
}  # fmt: skip
DROPPED_BITS: Final = 6.0
INSIDE_BITS: Final = -2.0  # … a no-break space, and not beside another space
MERGED_BITS: Final = -3.0  # … or merged with the space behind it, at the end of a word
SEQUENCE_BITS: Final = 2.0  # that a sequence is garbled at all, next to others that are
_DOUBLE_QUOTES: Final = "“”„"
_SINGLE_QUOTES: Final = "‘’‚"


class Byte(NamedTuple):
    """One way to read a byte of a sequence: the byte, what that costs, whether it is guessed."""

    byte: int
    bits: float
    guessed: bool


class Arc(NamedTuple):
    """One way to read some characters: where they end, as what, its price, whether guessed."""

    end: int
    char: str
    bits: float
    guessed: bool


@dataclass(frozen=True, slots=True)
class Losses:
    """What may stand for which bytes in a code page.

    Attributes:
        codepage: the code page.
        case: what became of the letters afterwards.
        exact: the byte of each of its characters beyond ASCII.
        leads, continuations: the ways to read a character as such a byte of a sequence.
        dropped: the continuation bytes that may have vanished.
    """

    codepage: str
    case: Case
    exact: dict[str, int]
    leads: dict[str, tuple[Byte, ...]]
    continuations: dict[str, tuple[Byte, ...]]
    dropped: tuple[Byte, ...]


def in_case(char: str, case: Case) -> str:
    """Return a character in a case; as it is where that takes several characters.

    >>> in_case("ß", "upper"), in_case("Š", "lower")
    ('ß', 'š')
    """
    changed = char.lower() if case == "lower" else char.upper() if case == "upper" else char
    return changed if len(changed) == 1 else char


@cache
def losses_of(codepage: str, case: Case = "") -> Losses:
    """Return what may stand for which bytes in a code page.

    Args:
        codepage: a single-byte code page.
        case: what became of the letters afterwards.
    """
    chars = singlebyte.table(codepage)
    exact = {chars[byte]: byte for byte in range(255, 0x7F, -1)}
    holes = tuple(singlebyte.undefined(codepage))
    if codepage in ("latin-1", "iso8859-15", "iso8859-9"):  # C1 controls are dropped by many tools
        holes = tuple(range(0x80, 0xA0))
    if case:  # one loss is enough
        holes = ()
    space = (0xA0,) if chars[0xA0] == "\xa0" and not case else ()
    replaced = {
        "\ufffd": holes or tuple(range(0x80, 0xC0)),
        "?": holes,
        " ": space,
        "\xa0": space,
        '"': tuple(exact[quote] for quote in _DOUBLE_QUOTES if quote in exact),
        "'": tuple(exact[quote] for quote in _SINGLE_QUOTES if quote in exact),
        "<": (exact["‹"],) if "‹" in exact else (),
        ">": (exact["›"],) if "›" in exact else (),
    }
    readings = {char: [Byte(byte, 0.0, guessed=False)] for char, byte in exact.items()}
    for byte in range(0x80, 0x100) if case else ():
        char = in_case(chars[byte], case)
        if char != chars[byte]:
            readings.setdefault(char, []).append(Byte(byte, 0.0, guessed=True))
    for char, bytes_ in replaced.items() if not case else ():
        lost = [Byte(byte, LOST_BITS[char], guessed=True) for byte in bytes_]
        readings[char] = [*readings.get(char, ()), *lost]
    return Losses(
        codepage,
        case,
        exact,
        _restricted(readings, range(0xC2, 0xF5)),
        _restricted(readings, range(0x80, 0xC0)),
        tuple(Byte(byte, DROPPED_BITS, guessed=True) for byte in holes + space if byte < 0xC0),
    )


def _restricted(readings: dict[str, list[Byte]], to: range) -> dict[str, tuple[Byte, ...]]:
    """Return the readings as bytes of a range, for the characters that have any."""
    kept = {char: tuple(way for way in ways if way.byte in to) for char, ways in readings.items()}
    return {char: ways for char, ways in kept.items() if ways}


@lru_cache(maxsize=4096)
def sequences_at_start(codepage: str, case: Case, piece: str) -> tuple[Arc, ...]:
    """Return the sequences that the start of a piece may be, at most one of their bytes lost.

    Args:
        codepage: what the bytes were read as.
        case: what became of the letters afterwards.
        piece: four characters or fewer.
    """
    losses = losses_of(codepage, case)
    found = []
    for lead in losses.leads.get(piece[0], ()):
        partial = [(bytes((lead.byte,)), 1, lead.bits, lead.guessed)]
        for _ in range(1 + (lead.byte >= 0xE0) + (lead.byte >= 0xF0)):
            partial = [
                (data + bytes((way.byte,)), end + taken, bits + way.bits, guessed or way.guessed)
                for data, end, bits, guessed in partial
                for taken, ways in (
                    (1, losses.continuations.get(piece[end : end + 1], ())),
                    (0, _dropped(losses, piece[end : end + 1])),
                )
                for way in ways
                if not (guessed and way.guessed and way.bits)
            ]
        for data, end, bits, guessed in partial:
            char = data.decode("utf-8", "ignore")
            if char:
                char = in_case(char, case)
                if _ends_a_word(char) and data[end:] == b"\xa0" and piece[end : end + 1] == " ":
                    bits += MERGED_BITS
                found.append(Arc(end, char, bits + SEQUENCE_BITS, guessed))
    return tuple(found)


def _ends_a_word(char: str) -> bool:
    """Tell whether a character may well end a word: ``à`` does, ``Š`` and ``Р`` hardly ever."""
    return char.islower() and char < _FIRST_OF_THREE_BYTES


def _dropped(losses: Losses, after: str) -> tuple[Byte, ...]:
    """Return the bytes that may have vanished in front of a character."""
    if after == " ":
        return losses.dropped
    return tuple(
        way._replace(bits=way.bits + INSIDE_BITS) if way.byte == _NO_BREAK_SPACE else way
        for way in losses.dropped
    )


_NO_BREAK_SPACE: Final = 0xA0
_FIRST_OF_THREE_BYTES: Final = "\u0800"
