"""Text of one legacy encoding that was read as another: a change of alphabet, word by word.

Nothing in such text is malformed, so there is no pattern to look for, only words that no language
explains. All pairs of encodings are tried on a sample of those words, on bytes and at the speed of
C; the few best are weighed word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mojifix.codepages import multibyte, singlebyte
from mojifix.language import score
from mojifix.mojibake.edits import Edit
from mojifix.mojibake.weigh import saved_bits, word_bits

UTF8: Final = "utf-8"

# What wrong readers read with, single-byte; then what the bytes truly were.
READERS: Final = (
    "cp1252", "latin-1", "cp1251", "cp1250", "cp1254", "cp1253", "cp1255", "cp1256", "cp1257",
    "cp437", "cp850", "cp866", "cp852", "koi8-r", "mac-roman", "mac-cyrillic", "iso8859-5",
    "iso8859-2", "iso8859-15", "iso8859-7", "iso8859-9", "cp874",
)  # fmt: skip
# Script of the languages that were written with a code page.
WRITERS: Final = {
    "cp1251": "cyrillic", "koi8-r": "cyrillic", "koi8-u": "cyrillic", "cp866": "cyrillic",
    "iso8859-5": "cyrillic", "mac-cyrillic": "cyrillic", "cp855": "cyrillic", "cp1253": "greek",
    "iso8859-7": "greek", "cp737": "greek", "cp1255": "hebrew", "cp862": "hebrew",
    "cp1256": "arabic", "iso8859-6": "arabic", "cp874": "thai", "cp1252": "latin",
    "latin-1": "latin", "cp1250": "latin", "iso8859-2": "latin", "cp852": "latin",
    "cp1254": "latin", "cp857": "latin", "cp1257": "latin", "iso8859-13": "latin",
    "cp775": "latin", "cp437": "latin", "cp850": "latin", "mac-roman": "latin",
    "iso8859-15": "latin", "iso8859-16": "latin", "cp1258": "latin",
}  # fmt: skip

DAMAGE_BITS: Final = 9.0
WORD_BITS: Final = 1.0
PAIR_BITS: Final = 8.0
MULTIBYTE_UTF8_BITS: Final = 3.0
SAMPLE: Final = 160  # characters of suspect words that choose the pair
SHORTLIST: Final = 6

_WORD: Final = re.compile(r"[^ \t\n\r\f\v]+")


@dataclass(frozen=True, slots=True)
class Pair:
    """Bytes of ``true`` that were read as ``wrong``."""

    wrong: str
    true: str

    def undo(self, word: str) -> str | None:
        """Return the word as it was before, None when it cannot have come from this pair."""
        data = _encode(word, self.wrong)
        if data is None:
            return None
        if self.true in WRITERS:
            return singlebyte.decode(data, self.true)
        return multibyte.decode(data, self.true)


def _encode(text: str, codec: str) -> bytes | None:
    if codec in multibyte.DECODERS:
        return multibyte.encode(text, codec)
    try:
        return singlebyte.encode(text, codec)
    except UnicodeEncodeError:
        return None


def words(text: str) -> list[tuple[int, int]]:
    """Return the spans of the words that are not ASCII."""
    return [m.span() for m in _WORD.finditer(text) if not m.group().isascii()]


def _sample(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """Return the distinct words that the model likes least, per character, up to ``SAMPLE``."""
    distinct = {text[start:end][:SAMPLE] for start, end in spans[:400]}
    ranked = sorted(distinct, key=lambda word: (-word_bits(word) / (len(word) + 2), word))
    total, chosen = 0, []
    for word in ranked:
        chosen.append(word)
        total += len(word)
        if total >= SAMPLE:
            break
    return chosen


def _encoded_samples(sample: list[str]) -> Iterator[tuple[str, bytes]]:
    """Yield each way to turn the sample back into bytes, once."""
    seen = set()
    for wrong in (*READERS, *multibyte.DECODERS):
        parts = [data for word in sample if (data := _encode(word, wrong)) is not None]
        if 2 * len(parts) < len(sample) or not parts:
            continue
        data = b" ".join(parts)
        if data not in seen:
            seen.add(data)
            yield wrong, data


def _shortlist(sample: list[str]) -> list[Pair]:
    """Return the pairs that make the sample cheapest, best first."""
    ranked: list[tuple[float, Pair]] = []
    for wrong, data in _encoded_samples(sample):
        for true, script in WRITERS.items():
            if true == wrong:
                continue
            bits = _cheapest(script, data, true) / score.UNITS_PER_BIT
            ranked.append((bits / len(data), Pair(wrong, true)))
        for true in (*multibyte.CODECS, UTF8):
            text = multibyte.decode(data, true)
            if text is not None and not text.isascii():
                ranked.append((word_bits(text) / len(data), Pair(wrong, true)))
    ranked.sort(key=lambda row: row[0])
    return [pair for _, pair in ranked[:SHORTLIST]]


def _cheapest(script: str, data: bytes, codepage: str) -> int:
    return min(
        min(score.score_bytes(group, b" " + data + b" ", codepage))
        for group in score.groups_of(script)
    )


@dataclass(frozen=True, slots=True)
class Offer:
    """What a pair saves in a text, and the edits that save it."""

    pair: Pair
    total: float
    edits: tuple[Edit, ...]


def _weighed(text: str, spans: list[tuple[int, int]], pair: Pair, known: bool) -> Offer:
    gains: list[tuple[int, int, str, float]] = []
    for start, end in spans:
        after = pair.undo(text[start:end])
        if after is None or after == text[start:end]:
            continue
        gains.append((start, end, after, saved_bits(text, start, end, after) - WORD_BITS))
    chosen = [row for row in _supported(gains)]
    total = sum(gain for *_, gain in chosen) - _price(pair) - (0.0 if known else DAMAGE_BITS)
    steps = (f"encode {pair.wrong}", f"decode {pair.true}")
    code = f"{'utf8' if pair.true == UTF8 else pair.true}-as-{pair.wrong}"
    edits = tuple(Edit(s, e, after, steps, max(gain, 1.0), code=code) for s, e, after, gain in chosen)
    return Offer(pair, total, edits)


SUPPORT: Final = 4  # words on each side that vouch for a doubtful one
SUPPORT_BITS: Final = 8.0


def _supported(gains: list[tuple[int, int, str, float]]) -> list[tuple[int, int, str, float]]:
    """Return the words to change: those that gain, or that lose little among words that gain."""
    signs = [max(-1.0, min(1.0, gain / SUPPORT_BITS)) for *_, gain in gains]
    chosen = []
    for index, row in enumerate(gains):
        around = signs[max(0, index - SUPPORT) : index] + signs[index + 1 : index + 1 + SUPPORT]
        support = SUPPORT_BITS * sum(around) / len(around) if around else 0.0
        if row[3] + support > 0:
            chosen.append(row)
    return chosen


def _price(pair: Pair) -> float:
    return MULTIBYTE_UTF8_BITS if pair.true == UTF8 else PAIR_BITS


def best_offer(text: str, known: set[str]) -> Offer | None:
    """Return the pair that saves the most over a text, None when none saves anything.

    Args:
        text: the text.
        known: codecs that the text is known to have been damaged by.
    """
    spans = words(text)
    if not spans:
        return None
    pairs = _shortlist(_sample(text, spans))
    offers = [_weighed(text, spans, pair, pair.wrong in known) for pair in pairs]
    best = max(offers, key=lambda offer: offer.total, default=None)
    return best if best is not None and best.total > 0 and best.edits else None
