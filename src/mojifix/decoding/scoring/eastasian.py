"""Multi-byte codecs of East Asia: what a sample costs in each that reads it.

>>> score(("日本語の文章です。".encode("cp932"),))[0].codec
'cp932'
"""

from __future__ import annotations

from itertools import compress
from operator import attrgetter, or_
from typing import Final

from mojifix.decoding.scoring import prose
from mojifix.decoding.scoring.scored import Scored
from mojifix.decoding.usage import MULTIBYTE, MultibyteUsage
from mojifix.language.model import UNITS_PER_BIT, Group, load_group
from mojifix.language.score import pair_codes

_INCOMPLETE: Final = "incomplete multibyte sequence"  # as Python's codecs say it
_CUT_BITS: Final = 20.0  # what such an end costs; a window of a long text may have one
# Characters that are scored first. If they leave one reading within so many bits of the cheapest,
# the rest is not scored: no answer of 2,100 development strings changed.
_FIRST: Final = 40
_DENSE: Final = 0.6  # of these that must not be ASCII, for the rest to be judged by them
_SURE_BITS: Final = 40

_Decoded = tuple[MultibyteUsage, str, int]  # the text, and how many pieces end within a character


def score(pieces: tuple[bytes, ...]) -> list[Scored]:
    """Return the readings of a sample, cheapest first.

    Args:
        pieces: those of a sample.
    """
    texts = {codec: decode_pieces(pieces, codec) for codec in {u.codec for u in MULTIBYTE}}
    readings: list[_Decoded] = []
    for usage in MULTIBYTE:
        decoded = texts[usage.codec]
        if decoded is not None:
            readings.append((usage, *decoded))
    own = _first_bits(readings)
    if own is None:
        own = [high_bits(load_group(usage.group), text) for usage, text, _ in readings]
    rows = [
        Scored(
            bits + _CUT_BITS * cut + usage.prior,
            usage.codec,
            load_group(usage.group).languages[0],
            bits + _CUT_BITS * cut,
        )
        for bits, (usage, _, cut) in zip(own, readings, strict=True)
    ]
    return sorted(rows, key=attrgetter("bits"))


def decode_pieces(pieces: tuple[bytes, ...], codec: str) -> tuple[str, int] | None:
    """Return the text of pieces and how many end within a character; None if ill-formed."""
    parts, cut = [], 0
    for piece in pieces:
        try:
            parts.append(piece.decode(codec))
        except UnicodeDecodeError as error:
            is_cut = error.end == len(piece) and error.reason == _INCOMPLETE
            if not is_cut or error.start == 0:
                return None
            parts.append(piece[: error.start].decode(codec))
            cut += 1
    return " ".join(parts), cut


def _first_bits(readings: list[_Decoded]) -> list[float] | None:
    """Return what the texts would cost by their first characters; None if these do not decide."""
    own = []
    for usage, text, _ in readings:
        first = text[:_FIRST]
        if sum(map("\x7f".__lt__, first)) < _DENSE * len(first):
            return None
        own.append(high_bits(load_group(usage.group), first))
    if sum(bits <= min(own) + _SURE_BITS for bits in own) != 1:
        return None
    return [
        bits * len(text) / len(text[:_FIRST])
        for bits, (_, text, _) in zip(own, readings, strict=True)
    ]


def high_bits(group: Group, text: str) -> float:
    """Return what the pairs with a character beyond ASCII cost in the first language of a group."""
    padded = f" {text} "
    codes = pair_codes(group.alphabet.encode(padded).translate(prose.symbols(group.alphabet)))
    high = list(map("\x7f".__lt__, padded))
    flags = list(map(or_, high, high[1:]))
    # ``pair_codes`` gives the pairs at even places, then those at odd places.
    costs = map(group.tables[0].__getitem__, codes)
    return sum(compress(costs, flags[::2] + flags[1::2])) / UNITS_PER_BIT
