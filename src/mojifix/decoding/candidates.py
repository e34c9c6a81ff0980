"""Every reading of a sample with its description length, cheapest first.

All readings are measured in the same unit, the bits that the language model needs for the pairs of
neighboring characters of which one is not ASCII; so single-byte code pages, multi-byte codecs and
hints compare directly. What a codec costs before a byte was read is in ``usage``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from itertools import compress
from math import log2
from operator import attrgetter, or_
from typing import Final, NamedTuple

from mojifix.codepages import singlebyte
from mojifix.decoding import lanes
from mojifix.decoding.usage import MULTIBYTE, PRIOR_OF
from mojifix.language.model import UNITS_PER_BIT, load_group
from mojifix.language.score import pair_codes, read

# How far ASCII words are believed about the language of the letters between them: share of the
# bits by which they are dearer than in the best language, and at most so many bits.
_ASCII_SHARE: Final = 0.35
_ASCII_MOST: Final = 58.0
_ASCII_WORDS: Final = 600  # bytes of ASCII words looked at
# Text in another alphabet that consists mostly of ASCII letters costs up to so many bits.
_MOSTLY_ASCII: Final = 40.0
# Tags and entities are in no language. Those with bytes beyond ASCII are kept: they are evidence.
# No second byte of a two-byte character is one of <, > and &.
_MARKUP: Final = re.compile(rb"<[^<>\x80-\xff]{0,400}>|&#?[A-Za-z0-9]{1,12};")
_ASCII_BYTES: Final = bytes(range(128))
# The combining tone marks of cp1258. Vietnamese has one in every third word.
_TONES: Final = bytes((0xCC, 0xD2, 0xDE, 0xEC, 0xF2))
_CP1258_PRIOR: Final = 2.0
_CP1258_TONE_SHARE: Final = 0.12  # of the bytes beyond ASCII
# A reading dearer than the cheapest by more is dropped unless something speaks for it.
_LIKELY_BITS: Final = 60
_LANGUAGE_HINT: Final = 6.0  # bits for a language that the caller or the page names
_TAIL: Final = 3  # bytes of an incomplete character at the end of a piece
_CUT_BITS: Final = 20.0  # what such an end costs; a window of a long text may have one


class Scored(NamedTuple):
    """A reading of the sample.

    Attributes:
        bits: description length with priors and hints; less is likelier.
        codec: Python's name, or that of a single-byte code page.
        language: BCP 47 tag.
        own_bits: description length of the text alone.
    """

    bits: float
    codec: str
    language: str
    own_bits: float


def rank(
    pieces: tuple[bytes, ...],
    bonus: Mapping[str, float] | None = None,
    languages: Collection[str] = (),
) -> list[Scored]:
    """Return the readings of a sample, likeliest first.

    Args:
        pieces: what ``sample.take`` returns.
        bonus: bits in favor of a codec, by its name.
        languages: BCP 47 tags that are to be expected.
    """
    bonus = bonus or {}
    pieces = tuple(map(_without_markup, pieces))
    sample = b" ".join(pieces)
    hinted = frozenset((*languages, *(tag.partition("-")[0] for tag in languages)))
    high = len(sample.translate(None, _ASCII_BYTES))
    words = _ascii_words(sample)
    foreign = min(_MOSTLY_ASCII, max(0.0, 3 * log2((len(words) + 1) / (high + 1))))
    found = [*_vietnamese(sample, high), *_multi_byte(pieces, foreign)]
    found += _single_byte(sample, words, foreign, bonus, hinted)
    known = {row.codec for row in found}
    found += [row for codec in bonus if codec not in known for row in _unusual(pieces, codec)]
    scored = [
        row._replace(
            bits=row.bits
            - bonus.get(row.codec, 0.0)
            - (_LANGUAGE_HINT if row.language in hinted else 0.0)
        )
        for row in found
    ]
    scored.sort(key=attrgetter("bits"))
    return scored


def _single_byte(
    sample: bytes,
    words: bytes,
    foreign: float,
    bonus: Mapping[str, float],
    hinted: Collection[str],
) -> list[Scored]:
    costs = lanes.score(sample)
    totals = lanes.with_priors(costs, _language_handicap(words), int(foreign * UNITS_PER_BIT))
    readings = lanes.readings()
    most = min(totals) + _LIKELY_BITS * UNITS_PER_BIT
    likely = [number for number, total in enumerate(totals) if total <= most]
    if bonus or hinted:
        likely += [
            number
            for number, reading in enumerate(readings)
            if (reading.codepage in bonus or reading.language in hinted) and totals[number] > most
        ]
    return [
        Scored(
            totals[number] / UNITS_PER_BIT,
            readings[number].codepage,
            readings[number].language,
            costs[number] / UNITS_PER_BIT,
        )
        for number in likely
    ]


def _without_markup(piece: bytes) -> bytes:
    return _MARKUP.sub(b" ", piece) if b"<" in piece or b"&" in piece else piece


def _ascii_words(sample: bytes) -> bytes:
    """Return the words of a sample that are ASCII letters only."""
    words = [word for word in sample.split() if word.isalpha() and word.isascii()]
    return b" ".join(words)[:_ASCII_WORDS]


def _language_handicap(words: bytes) -> list[int]:
    """Return the units by which ASCII words speak against each language in Latin letters."""
    if len(words) < 4:
        return []
    costs = lanes.score_ascii(b" " + words + b" ")
    least = min(costs)
    most = int(_ASCII_MOST * UNITS_PER_BIT)
    return [min(most, int((cost - least) * _ASCII_SHARE)) for cost in costs]


def _vietnamese(sample: bytes, high: int) -> list[Scored]:
    """Read cp1258, which writes tones as combining marks, in composed form."""
    tones = len(sample) - len(sample.translate(None, _TONES))
    if tones < 1 or tones < _CP1258_TONE_SHARE * high:
        return []
    text = unicodedata.normalize("NFC", singlebyte.decode(sample, "cp1258"))
    own = _group_bits("vietnamese", text)
    return [Scored(own + _CP1258_PRIOR, "cp1258", "vi", own)]


def _multi_byte(pieces: tuple[bytes, ...], foreign: float) -> list[Scored]:
    texts: dict[str, tuple[str, int] | None] = {}
    rows: list[Scored] = []
    for usage in MULTIBYTE:
        if usage.codec not in texts:
            texts[usage.codec] = decode_pieces(pieces, usage.codec)
        decoded = texts[usage.codec]
        if decoded is not None:
            own = _group_bits(usage.group, decoded[0]) + _CUT_BITS * decoded[1]
            language = load_group(usage.group).languages[0]
            rows.append(Scored(own + usage.prior + foreign, usage.codec, language, own))
    return rows


def decode_pieces(pieces: tuple[bytes, ...], codec: str) -> tuple[str, int] | None:
    """Return the text of pieces, and how many end within a character; None if they are ill-formed."""
    parts, cut = [], 0
    for piece in pieces:
        try:
            parts.append(piece.decode(codec))
        except UnicodeDecodeError as error:
            if error.start < len(piece) - _TAIL or error.start == 0:
                return None
            parts.append(piece[: error.start].decode(codec))
            cut += 1
    return " ".join(parts), cut


def _group_bits(name: str, text: str) -> float:
    """Return what the pairs with a character beyond ASCII cost in the first language of a group."""
    group = load_group(name)
    padded = f" {text} "
    codes = pair_codes(group.alphabet.encode(padded))
    high = list(map("\x7f".__lt__, padded))
    flags = list(map(or_, high, high[1:]))
    # ``pair_codes`` gives the pairs at even places, then those at odd places.
    costs = map(group.tables[0].__getitem__, codes)
    return sum(compress(costs, flags[::2] + flags[1::2])) / UNITS_PER_BIT


def _unusual(pieces: tuple[bytes, ...], codec: str) -> list[Scored]:
    """Read a codec that is considered only because something names it."""
    decoded = decode_pieces(pieces, codec)
    if decoded is None:
        return []
    reading = read(decoded[0])
    prior = PRIOR_OF.get(codec, _UNUSUAL_PRIOR)
    return [Scored(reading.bits + prior, codec, reading.language, reading.bits)]


_UNUSUAL_PRIOR: Final = 10.0
