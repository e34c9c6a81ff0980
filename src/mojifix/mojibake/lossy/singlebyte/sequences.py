"""UTF-8 sequences as a code page shows them, with all that a lost byte may have been.

A no-break space became a space or vanished, a soft hyphen a hyphen or nothing, a byte that the code
page does not define ``?``, U+FFFD or nothing, a curly quote became straight, an ellipsis three stops,
letters became small. Each such place is a small set of possible bytes.

>>> "à" in {arc.char for arc in sequences_at_start("cp1252", Fate(), "Ã ")}
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple
from unicodedata import category

from mojifix.codepages import singlebyte, utf8
from mojifix.codepages.losses import REPLACEMENT
from mojifix.codepages.singlebyte import C1_CONTROL
from mojifix.language.emoji import pictograph_bits
from mojifix.mojibake.lossy.singlebyte.fate import Fate

# What a loss costs by what stands in its place: the more, the more often that is no loss at all.
LOST_BITS: Final = {
    REPLACEMENT: 1.0, "?": 4.0, " ": 3.0, "\xa0": 1.0, "-": 4.0, '"': 4.0, "'": 4.0, "<": 4.0, ">": 4.0,
}  # fmt: skip
# That the text was written once more, in an encoding that lacks what ``?`` stands for, as Latin-9 lacks
# the ``™`` of ``â€™``, and others a soft hyphen; of less, nine words of the development sample that
# only lost bytes read worse.
_LACKING_BITS: Final = 6.0
STOPS_BITS: Final = 4.0
DROPPED_BITS: Final = 6.0
# What a no-break space in front of a mark costs less than in the sentences that the model knows: with
# 6 to 15 the same come back, in ``est :`` as in ``20 %``, and no other text moves.
_SPACE_BITS: Final = 10.0
MERGED_BITS: Final = -3.0  # … or merged with the space behind it, at the end of a word
SEQUENCE_BITS: Final = 2.0  # that a sequence is garbled at all, next to others that are
# Overrides of direction, which nobody writes, and what of two bytes is no character, as U+0381.
_NEVER: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069").union(
    char for char in map(chr, range(0x80, 0x800)) if category(char) == "Cn"
)
_LOST_PAIR: Final = "??"  # of a letter of three bytes, as of Khmer: nobody asks twice there
# Of these the two bytes behind the first may vanish, both of them controls in Latin-1.
_SIGNS: Final = frozenset(char.encode() for char in "–—‘’‚“”„")
# The third bytes of ``‘`` and ``’``. Many tools drop the ``™`` of ``itâ€™s``; of 95 held-out lines with
# such an apostrophe 91 come back. Where a code page lacks the other one, that is what was lost.
_QUOTE: Final = 0x98
_APOSTROPHE: Final = 0x99
_SIGN: Final = b"\xe2\x80"
_CLOSING: Final = re.compile(r"""['"][,;)\]}>]|</""")  # a quotation or a tag, not a letter
_STOPS: Final = "..."
_TELLING: Final = frozenset(" ,;)]}>/")  # behind a sequence: what ends a word or a quotation
_WINDOW: Final = utf8.LONGEST - 1 + len(_STOPS)  # characters that a sequence may take


class Byte(NamedTuple):
    """One way to read a byte of a sequence: the byte, what that costs, whether it is guessed."""

    byte: int
    bits: float
    guessed: bool


class Arc(NamedTuple):
    """One way to read some characters: where they end, as what, its price, guessed, how likely."""

    end: int
    char: str
    bits: float
    guessed: bool
    probability: float = 1.0


Path = list[tuple[int, Arc]]  # the sequences that a text is read as, each with its start


@dataclass(frozen=True, slots=True, eq=False)
class Losses:
    """What may stand for which bytes in a code page.

    Attributes:
        codepage: the code page.
        fate: what became of the text afterwards.
        exact: the byte of each of its characters beyond ASCII.
        leads, continuations: the ways to read a character as such a byte of a sequence.
        dropped: the continuation bytes that may have vanished.
        stripped: those that may have vanished at the end of a text, with the white space there.
        stops: the continuation byte that became three stops.
        elided: that of an apostrophe, which may have vanished before a letter.
    """

    codepage: str
    fate: Fate
    exact: dict[str, int]
    leads: dict[str, tuple[Byte, ...]]
    continuations: dict[str, tuple[Byte, ...]]
    dropped: tuple[Byte, ...]
    stripped: tuple[Byte, ...]
    stops: tuple[Byte, ...]
    elided: tuple[Byte, ...]


def folded(text: str) -> str:
    """Return a text of the same length in small letters.

    >>> folded("\u0130L\xb5"), folded("\u039c")
    ('\u0130l\u03bc', '\u03bc')
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join([char.lower() if len(char.lower()) == 1 else char for char in text])
    return small.replace("\xb5", "\u03bc")  # both signs of which are the same capital


@cache
def losses_of(codepage: str, fate: Fate) -> Losses:
    """Return what may stand for which bytes in a code page."""
    is_folded = fate.folded
    chars = singlebyte.table(codepage)
    exact = {chars[byte]: byte for byte in range(255, 0x7F, -1)}
    # C1 controls are dropped by many tools.
    controls = {byte for byte in range(0x80, 0xA0) if C1_CONTROL.match(chars[byte])}
    holes = tuple(sorted({*singlebyte.undefined(codepage), *controls}))
    if is_folded or fate.has_controls:  # one loss is enough
        holes = ()
    edge = (0xA0,) if chars[0xA0] == "\xa0" and not is_folded else ()
    space = () if fate.has_nbsp else edge
    hyphen = (
        (0xAD,) if chars[0xAD] == "\xad" and not is_folded and not fate.has_soft_hyphens else ()
    )
    lost = {} if is_folded else _replaced(exact, holes, space, hyphen)
    readings = _readings(exact, chars, lost, is_folded=is_folded)
    if holes and codepage == "cp1252":
        rest = [byte for byte in range(0x80, 0xA0) if byte not in holes]
        bits = LOST_BITS["?"] + _LACKING_BITS
        readings["?"] += [Byte(byte, bits, guessed=True) for byte in (*rest, *hyphen)]
    return Losses(
        codepage,
        fate,
        exact,
        _restricted(readings, utf8.LEADS),
        _restricted(readings, utf8.CONTINUATIONS),
        _guessed((*space, *holes, *hyphen), DROPPED_BITS),
        _guessed((*edge, *holes), DROPPED_BITS),
        _guessed(() if is_folded else (exact.get("…", 0),), STOPS_BITS),
        _guessed(() if is_folded or _QUOTE in holes else (_APOSTROPHE,), DROPPED_BITS),
    )


def _replaced(
    exact: dict[str, int], holes: tuple[int, ...], space: tuple[int, ...], hyphen: tuple[int, ...]
) -> dict[str, tuple[int, ...]]:
    """Return which bytes are lost where a character stands."""

    def bytes_of(quotes: str) -> tuple[int, ...]:
        return tuple(exact[quote] for quote in quotes if quote in exact)

    return {
        REPLACEMENT: holes,
        "?": holes,
        " ": space,
        "\xa0": space,
        "-": (*bytes_of("–—"), *hyphen),
        '"': bytes_of("“”„"),
        "'": bytes_of("‘’‚"),
        "<": bytes_of("‹"),
        ">": bytes_of("›"),
    }


def _readings(
    exact: dict[str, int], chars: str, lost: dict[str, tuple[int, ...]], *, is_folded: bool
) -> dict[str, list[Byte]]:
    """Return the ways to read each character as a byte."""
    readings = {char: [Byte(byte, 0.0, guessed=False)] for char, byte in exact.items()}
    for byte in range(0x80, 0x100) if is_folded else ():
        char = folded(chars[byte])
        if char != chars[byte]:
            ways = readings.setdefault(char, [])
            ways[:] = [*(way._replace(guessed=True) for way in ways), Byte(byte, 0.0, guessed=True)]
    for char, bytes_ in lost.items():
        readings.setdefault(char, []).extend(
            Byte(byte, LOST_BITS[char], guessed=True) for byte in bytes_
        )
    return readings


def _guessed(bytes_: tuple[int, ...], bits: float) -> tuple[Byte, ...]:
    """Return what may be a lost byte of a sequence, behind the first."""
    return tuple(Byte(byte, bits, guessed=True) for byte in bytes_ if byte in utf8.CONTINUATIONS)


def _restricted(readings: dict[str, list[Byte]], to: range) -> dict[str, tuple[Byte, ...]]:
    """Return the readings as bytes of a range, for the characters that have any."""
    kept = {char: tuple(way for way in ways if way.byte in to) for char, ways in readings.items()}
    return {char: ways for char, ways in kept.items() if ways}


def piece_at(text: str, at: int, losses: Losses) -> str:
    """Return what a sequence that starts in a place may take, and what tells how it is read.

    >>> piece_at("ÐŸ Ñ€", 0, losses_of("cp1252", Fate()))
    'ÐŸ '
    """
    piece = text[at : at + _WINDOW]
    if _STOPS in piece:
        return piece
    size = 1 + max(
        (utf8.continuations_of(lead.byte) for lead in losses.leads.get(piece[:1], ())), default=0
    )
    return piece[: size + (piece[size : size + 1] in _TELLING)]


@lru_cache(maxsize=4096)
def sequences_at_start(codepage: str, fate: Fate, piece: str) -> tuple[Arc, ...]:
    """Return the sequences that the start of a piece may be, one of their bytes lost, seldom two.

    Args:
        codepage: what the bytes were read as.
        fate: what became of the text afterwards.
        piece: as ``piece_at`` returns it, or less.
    """
    losses = losses_of(codepage, fate)
    # Nothing that may be left of the first sequence stands behind its first byte.
    is_bare = piece[1:2].isascii() or losses.exact.get(piece[1]) in utf8.LEADS
    found = []
    for lead in losses.leads.get(piece[0], ()):
        partial = [(bytes((lead.byte,)), 1, lead.bits, lead.guessed)]
        for _ in range(utf8.continuations_of(lead.byte)):
            partial = [
                (data + bytes((way.byte,)), end + taken, bits + way.bits, guessed or way.guessed)
                for data, end, bits, guessed in partial
                for taken, ways in (
                    (1, losses.continuations.get(piece[end : end + 1], ())),
                    (0, _vanished(losses, piece, end, data if guessed else b"")),
                    (0, losses.elided if data == _SIGN and piece[end : end + 1].isalpha() else ()),
                    (len(_STOPS), losses.stops if piece.startswith(_STOPS, end) else ()),
                )
                for way in ways
                if not (guessed and way.guessed and way.bits)
                or _may_both_be_lost(bits - lead.bits, way.bits)
                or piece[1 : end + taken] == _LOST_PAIR
                or (end + taken == 1 and is_bare and data + bytes((way.byte,)) in _SIGNS)
            ]
        for data, end, bits, guessed in partial:
            char = data.decode("utf-8", "ignore")
            is_wrong = guessed and (char in _NEVER or _CLOSING.match(piece, end - 1))
            if char and not is_wrong and not utf8.is_in_empty_plane(char):
                plain, char = char, folded(char) if fate.folded else char
                guessed = guessed or char != plain
                bits += SEQUENCE_BITS + _price(char, piece[1:end], piece[end : end + 1], data[end:])
                if guessed:
                    bits += pictograph_bits(char)
                found.append(Arc(end, char, bits, guessed))
    return tuple(found)


def _vanished(losses: Losses, piece: str, end: int, lost: bytes) -> tuple[Byte, ...]:
    """Return the bytes that may have vanished in a place of a piece.

    Args:
        losses: what may stand for which bytes in the code page.
        piece: the piece.
        end: the place.
        lost: the bytes before it, where one of them is lost; few sequences lose two.
    """
    if lost and lost != _SIGN and piece[1:end] != _LOST_PAIR:
        return ()
    return losses.dropped if piece[end:] else losses.stripped


def _price(char: str, kept: str, after: str, lost: bytes) -> float:
    """Return what a character costs more for what is left of it, and what stands behind it, in bits."""
    if lost == b"\xa0" and after == " " and char.islower() and char < "\u0800":
        return MERGED_BITS  # ``à`` may well end a word, ``Š`` and ``Р`` hardly ever do
    if not kept and char.encode() in _SIGNS:
        return -DROPPED_BITS  # what drops one control drops all
    return -_SPACE_BITS if char == "\xa0" and kept == " " else 0.0


def _may_both_be_lost(first: float, second: float) -> bool:
    """Tell whether two bytes of a sequence may be lost, given their prices: where U+FFFD shows one."""
    return min(first, second) <= LOST_BITS[REPLACEMENT] and max(first, second) <= LOST_BITS[" "]
