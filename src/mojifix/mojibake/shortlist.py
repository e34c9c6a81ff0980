"""The few pairs of encodings worth weighing, chosen on a sample of the words no language explains.

Every pair is tried, on bytes and at the speed of C: first with one table of costs per script, then
the best of them with one per language.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Final

from mojifix.codepages import multibyte, singlebyte
from mojifix.language import score
from mojifix.language.lanes import Column, Lanes
from mojifix.language.model import UNITS_PER_BIT
from mojifix.mojibake.pairs import C1_PAIR, READERS, WRITERS, Pair, encode
from mojifix.mojibake.suspects import excess_bits
from mojifix.mojibake.weigh import Scale, word_bits
from mojifix.mojibake.words import bare

_SAMPLE: Final = 160  # characters of suspect words that choose the pair
_ROUGH: Final = 56  # pairs that are scored per language
_MOST: Final = 12  # pairs on the list
# What a pair may cost on the sample beyond what the sample costs as it is: of the pairs that were
# right on the development sample, the dearest single-byte one cost 29. It prunes six of seven pairs
# on the short lists of clean text.
_HOPELESS_BITS: Final = 40.0
_HOPELESS_ROUGHLY_BITS: Final = (
    60.0  # … in the average of the languages of a script; there it was 42
)
_ASCII: Final = bytes(range(0x80))
_STRANGE: Final = 0.5  # of the bytes beyond ASCII that a true reading leaves without a letter
_C1: Final = frozenset(map(chr, range(0x80, 0xA0)))


def sample_of(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """Return the distinct words with most to explain, up to ``_SAMPLE`` characters.

    Words that lost bytes come from no pair of encodings and are left out where there are others.
    """
    distinct = {text[start:end][:_SAMPLE] for start, end in spans[:_SAMPLE]}
    whole = {word for word in distinct if "\ufffd" not in word}
    ranked = sorted(whole or distinct, key=lambda word: (-excess_bits(word), word))
    total, chosen = 0, []
    for word in ranked:
        chosen.append(word)
        total += len(word)
        if total >= _SAMPLE:
            break
    return chosen


def _encoded_samples(sample: list[str], scale: Scale) -> Iterator[tuple[str, bytes, float]]:
    """Yield each way to turn the sample back into bytes, once, with what those words cost now."""
    seen = set()
    for wrong in (*READERS, *multibyte.DECODERS):
        parts = [(word, data) for word in sample if (data := encode(word, wrong)) is not None]
        if 2 * len(parts) < len(sample) or not parts:
            continue
        data = b" " + b" ".join(data for _, data in parts) + b" "
        if data not in seen:
            seen.add(data)
            yield wrong, data, sum(scale.bits(word) for word, _ in parts)


def shortlist(sample: list[str], scale: Scale) -> list[Pair]:
    """Return the pairs that make the sample cheapest, best first, without the hopeless ones.

    Single-byte pairs are first ranked with one table per script, then with one per language.
    """
    rough: list[tuple[float, Pair, bytes, float]] = []
    ranked: list[tuple[float, Pair, bool]] = []
    for wrong, data, now in _encoded_samples(sample, scale):
        size = len(data)
        most = (now + _HOPELESS_ROUGHLY_BITS) * UNITS_PER_BIT
        rough += [
            (cost / size, Pair(wrong, true), data, now)
            for true, cost in zip(WRITERS, _blends(data), strict=True)
            if cost <= most and true != wrong
        ]
        for true in multibyte.CODECS:
            text = _decoded(data, true)
            if text is not None and not text.isascii():
                ranked.append((word_bits(text) / size, Pair(wrong, true), True))
    rough.sort(key=lambda row: row[0])
    likely = (row for row in rough if _is_made_of_letters(row[2], row[1].true))
    for _, pair, data, now in islice(likely, _ROUGH):
        bits = _cheapest(WRITERS[pair.true], data, pair.true) / UNITS_PER_BIT
        ranked.append((bits / len(data), pair, bits <= now + _HOPELESS_BITS))
    ranked.sort(key=lambda row: row[0])
    pairs = [pair for _, pair, is_possible in ranked[:_MOST] if is_possible]
    if any(_C1.intersection(word) for word in sample) and C1_PAIR not in pairs:
        pairs.append(C1_PAIR)
    return pairs


def _decoded(data: bytes, codec: str) -> str | None:
    """Return the text of an encoded sample, the end of which may be cut inside a character."""
    text = multibyte.decode(data, codec)
    return multibyte.decode(data[:-2] + b" ", codec) if text is None else text


def _blends(data: bytes) -> list[int]:
    """Return what bytes cost in the languages of each of ``WRITERS`` on average, in units."""
    lanes, places = _blend_lanes()
    costs = lanes.total(score.pair_codes(data))
    return [min(costs[place]) for place in places]


@cache
def _blend_lanes() -> tuple[Lanes, list[slice]]:
    """Return the average costs of all ``WRITERS`` side by side, and the places of each."""
    columns: list[Column] = []
    places = []
    for true, script in WRITERS.items():
        groups = score.groups_of(script)
        places.append(slice(len(columns), len(columns) + len(groups)))
        columns += [
            (score.codepage_symbols(group.alphabet.name, true), (group.blend,)) for group in groups
        ]
    return Lanes(columns), places


def _is_made_of_letters(data: bytes, codepage: str) -> bool:
    """Tell whether most bytes beyond ASCII are letters, or signs at home around words."""
    high = len(data.translate(None, _ASCII))
    return len(data.translate(None, _letters(codepage))) <= _STRANGE * high


@cache
def _letters(codepage: str) -> bytes:
    """Return the bytes of a code page that are ASCII, letters or signs at home around words."""
    high = range(0x80, 0x100)
    chars = singlebyte.table(codepage)
    return _ASCII + bytes(byte for byte in high if chars[byte].isalpha() or not bare(chars[byte]))


def _cheapest(script: str, data: bytes, codepage: str) -> int:
    groups = score.groups_of(script)
    return min(min(score.score_bytes(group, data, codepage)) for group in groups)
