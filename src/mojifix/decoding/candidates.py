"""Every reading of a sample with its description length, cheapest first.

All readings are measured in the same unit, the bits that the language model needs for the pairs of
neighboring characters of which one is not ASCII; so single-byte code pages, multi-byte codecs and
hints compare directly. What a codec costs before a byte was read is in ``usage``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import log2
from typing import Final

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
_MARKUP: Final = re.compile(rb"<[^<>]{0,400}>|&#?\w{1,12};")
_HIGH_BYTES: Final = bytes(range(128, 256))
_ASCII_BYTES: Final = bytes(range(128))
# The combining tone marks of cp1258. Vietnamese has one in every third word.
_TONES: Final = bytes((0xCC, 0xD2, 0xDE, 0xEC, 0xF2))
_CP1258_PRIOR: Final = 2.0
_CP1258_TONE_SHARE: Final = 0.08  # of the bytes beyond ASCII
_LANGUAGE_HINT: Final = 6.0  # bits for a language that the caller or the page names
_TAIL: Final = 3  # bytes of an incomplete character at the end of a piece
_CUT_BITS: Final = 20.0  # what such an end costs; a window of a long text may have one


@dataclass(frozen=True, slots=True)
class Scored:
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
    sample = b" ".join(pieces)
    high = len(sample.translate(None, _ASCII_BYTES))
    found = _single_byte(sample, high)
    found += _vietnamese(sample, high)
    found += _multi_byte(pieces)
    known = {codec for _, codec, _, _ in found}
    found += [row for codec in bonus if codec not in known for row in _unusual(pieces, codec)]
    hinted = {tag for tag in languages} | {tag.partition("-")[0] for tag in languages}
    scored = [
        Scored(
            bits - bonus.get(codec, 0.0) - (_LANGUAGE_HINT if language in hinted else 0.0),
            codec,
            language,
            own,
        )
        for bits, codec, language, own in found
    ]
    scored.sort(key=lambda row: row.bits)
    return scored


_Row = tuple[float, str, str, float]  # bits with the prior, codec, language, bits of the text


def _single_byte(sample: bytes, high: int) -> list[_Row]:
    costs = lanes.score(sample)
    words = _ascii_words(sample)
    handicap = _language_handicap(words)
    foreign = min(_MOSTLY_ASCII, max(0.0, 3 * log2((len(words) + 1) / (high + 1))))
    return [
        (
            own + reading.prior + (handicap.get(reading.language, 0.0) if reading.latin else foreign),
            reading.codepage,
            reading.language,
            own,
        )
        for reading, own in zip(
            lanes.readings(), [cost / UNITS_PER_BIT for cost in costs], strict=True
        )
    ]


def _ascii_words(sample: bytes) -> bytes:
    """Return the words of a sample that are ASCII letters only, without markup."""
    if b"<" in sample or b"&" in sample:
        sample = _MARKUP.sub(b" ", sample)
    words = [word for word in sample.split() if word.isalpha() and word.isascii()]
    return b" ".join(words)[:_ASCII_WORDS]


def _language_handicap(words: bytes) -> dict[str, float]:
    """Return the bits by which ASCII words speak against each language in Latin letters."""
    if len(words) < 4:
        return {}
    costs = lanes.score_ascii(b" " + words + b" ")
    least = min(costs.values())
    scale = _ASCII_SHARE / UNITS_PER_BIT
    return {tag: min(_ASCII_MOST, (cost - least) * scale) for tag, cost in costs.items()}


def _vietnamese(sample: bytes, high: int) -> list[_Row]:
    """Read cp1258, which writes tones as combining marks, in composed form."""
    tones = len(sample) - len(sample.translate(None, _TONES))
    if tones < 1 or tones < _CP1258_TONE_SHARE * high:
        return []
    text = unicodedata.normalize("NFC", singlebyte.decode(sample, "cp1258"))
    own = _group_bits("vietnamese", text)
    return [(own + _CP1258_PRIOR, "cp1258", "vi", own)]


def _multi_byte(pieces: tuple[bytes, ...]) -> list[_Row]:
    texts: dict[str, tuple[str, int] | None] = {}
    rows: list[_Row] = []
    for usage in MULTIBYTE:
        if usage.codec not in texts:
            texts[usage.codec] = decode_pieces(pieces, usage.codec)
        decoded = texts[usage.codec]
        if decoded is not None:
            own = _group_bits(usage.group, decoded[0]) + _CUT_BITS * decoded[1]
            language = load_group(usage.group).languages[0]
            rows.append((own + usage.prior, usage.codec, language, own))
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
    # ``pair_codes`` gives the pairs at even places, then those at odd places.
    high = bytes(char > "\x7f" for char in padded)
    flags = [a | b for a, b in zip(high, high[1:])]
    table = group.tables[0]
    ordered = flags[::2] + flags[1::2]
    return sum(table[code] for code, flag in zip(codes, ordered, strict=True) if flag) / UNITS_PER_BIT


def _unusual(pieces: tuple[bytes, ...], codec: str) -> list[_Row]:
    """Read a codec that is considered only because something names it."""
    decoded = decode_pieces(pieces, codec)
    if decoded is None:
        return []
    reading = read(decoded[0])
    prior = PRIOR_OF.get(codec, _UNUSUAL_PRIOR)
    return [(reading.bits + prior, codec, reading.language, reading.bits)]


_UNUSUAL_PRIOR: Final = 10.0
