"""The few pairs of encodings worth weighing, chosen on a sample of the words no language explains.

Every pair is tried, on bytes and at the speed of C: first with one table of costs per script, then
the best of them with one per language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from mojifix.codepages import multibyte, singlebyte
from mojifix.language import score
from mojifix.language.lanes import CharLanes
from mojifix.language.model import UNITS_PER_BIT, Group
from mojifix.mojibake.recoding.clean_signs import without_signs
from mojifix.mojibake.recoding.pairs import C1_PAIR, READERS, WRITERS, Pair, encode
from mojifix.mojibake.weighing.costs import word_bits
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.weighing.suspects import excess_bits
from mojifix.mojibake.words import without_ascii

_SAMPLE: Final = 160  # characters of suspect words that choose the pair
# Pairs that are scored per language: of 1,648 that won on the development sample and on single words
# none was behind the 22nd by the average of the languages.
_ROUGH: Final = 32
_MOST: Final = 12  # pairs on the list
# What a pair may cost beyond the first: of 1,136 that won on the development sample none costs 47 more.
_BEHIND_BITS: Final = 60.0
# What a reading may cost beyond what the sample costs as it is, and for each byte of it, in the average
# of the languages of a script, or of East Asia. Of 2,000 that won on the development sample and on
# single words none cost 53 more there, or 1.6 a byte. In one language they cost 9 bits less.
_HOPELESS_BITS: Final = 60.0
_HOPELESS_BITS_OF_BYTE: Final = 2.5
# The least share of bytes beyond ASCII in a sample that an East Asian codec wrote. Of 264 that one of
# them won on none has less than 0.45; of clean Latin words a fifth is.
_LEAST_BEYOND_ASCII: Final = 0.3
# Words of a sample that a pair does not explain by accident: of 260 texts of three to six garbled words
# in quotes one is lost with 3, none with 5; of single ones 2 % are.
_TELLING: Final = 5
_EAST_ASIAN: Final = re.compile(r"[^\x00-\u2e7f]")
_ASCII: Final = bytes(range(128))
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
        total += len(word.encode("utf-8", "surrogatepass"))
        if total >= _SAMPLE:
            break
    return chosen


def _encoded_samples(sample: list[str], scale: Scale) -> Iterator[tuple[str, bytes, float]]:
    """Yield each way to turn words of the sample into bytes again, once, and what they cost now."""
    seen = set()
    chars = set().union(*sample)
    # Nothing was read as an East Asian codec where no character is East Asian.
    decoders = multibyte.DECODERS if _EAST_ASIAN.search("".join(chars)) else ()
    for wrong in (*_unlike_readers(chars), *decoders):
        words = _encodable(sample, wrong)
        if 2 * len(words) < len(sample) or not words:
            continue
        data = encode(f" {' '.join(words)} ", wrong)
        if data is not None and data not in seen:
            seen.add(data)
            yield wrong, data, sum(map(scale.bits, words))


def _unlike_readers(chars: Iterable[str]) -> list[str]:
    """Return the single-byte readers of some characters, the first of those that agree on them all.

    >>> _unlike_readers("é")
    ['cp1252', 'cp437', 'mac-roman']
    """
    beyond = without_ascii("".join(chars))
    readers: dict[bytes, str] = {}
    for wrong in READERS:
        readers.setdefault(singlebyte.encode_known(beyond, wrong), wrong)
    return [wrong for data, wrong in readers.items() if data.strip(b"?")]


def _encodable(sample: list[str], codec: str) -> list[str]:
    """Return the words that have bytes under a codec."""
    if codec in multibyte.DECODERS:
        return [word for word in sample if encode(word, codec) is not None]
    return list(filter(_chars(codec).issuperset, sample))


@cache
def _chars(codepage: str) -> frozenset[str]:
    return frozenset(singlebyte.table(codepage))


def tried_pairs(sample: list[str], scale: Scale) -> list[Pair]:
    """Return the pairs on the list for a sample, and for it without clean signs if none explains it."""
    pairs = shortlist(sample, scale)
    if pairs and _is_explained(sample, pairs[0], scale):
        return pairs
    _, *others = without_signs(sample)
    return [*pairs, *(pair for some in others for pair in shortlist(some, scale))]


def _is_explained(sample: list[str], pair: Pair, scale: Scale) -> bool:
    """Tell whether a pair makes words of a sample, of enough, that cost no more than clean ones."""
    if len(sample) < _TELLING:
        return False
    undone = [pair.undo(word) for word in sample]
    return (
        None not in undone and sum(excess_bits(word, scale) for word in filter(None, undone)) <= 0.0
    )


def shortlist(sample: list[str], scale: Scale) -> list[Pair]:
    """Return the pairs that make the sample cheapest, best first, without the hopeless ones.

    Single-byte pairs are first ranked with one table per script, then with one per language.
    """
    rough: list[tuple[float, Pair, bytes, float]] = []
    ranked: list[tuple[float, Pair]] = []
    for wrong, data, now in _encoded_samples(sample, scale):
        most = min(_HOPELESS_BITS, _HOPELESS_BITS_OF_BYTE * len(data))
        rough += [
            (more, Pair(wrong, true), data, now)
            for true, cost in zip(WRITERS, _blends(data), strict=True)
            if (more := cost / UNITS_PER_BIT - now) <= most and true != wrong
        ]
        ranked += [
            (more, Pair(wrong, true))
            for true, text in _multibyte_readings(data, wrong)
            if (more := word_bits(text) - now) <= most
        ]
    rough.sort(key=lambda row: row[0])
    known: dict[tuple[str, str], float] = {}  # many pairs read the sample alike
    for _, pair, data, now in rough[:_ROUGH]:
        reading = WRITERS[pair.true], singlebyte.decode(data, pair.true)
        bits = known.get(reading)
        if bits is None:
            bits = known[reading] = _cheapest(*reading)
        if bits <= now:
            ranked.append((bits - now, pair))
    ranked.sort(key=lambda row: row[0])
    pairs = [pair for bits, pair in ranked[:_MOST] if bits <= ranked[0][0] + _BEHIND_BITS]
    if any(_C1.intersection(word) for word in sample) and C1_PAIR not in pairs:
        pairs.append(C1_PAIR)
    return pairs


def with_more_letters(pairs: Iterable[Pair], sample: list[str], words: list[str]) -> list[Pair]:
    """Return pairs that read a sample as some did, and have the letters of more words.

    Args:
        pairs: the pairs.
        sample: the words that the pairs were found on.
        words: all the words of the text that are not ASCII.

    >>> sample, words = ["gor±cej"], ["gor±cej", "herbatę"]
    >>> with_more_letters([Pair("cp1252", "iso8859-2")], sample, words)
    [Pair(wrong='cp1250', true='iso8859-2')]
    """
    fuller = {wrong: _fuller(wrong, sample, words) for wrong in {pair.wrong for pair in pairs}}
    return [Pair(wrong, pair.true) for pair in pairs if (wrong := fuller[pair.wrong])]


def _fuller(wrong: str, sample: list[str], words: list[str]) -> str | None:
    """Return the reader that has the letters of the most words, where the given one lacks some."""
    if wrong in multibyte.DECODERS:
        return None
    lacking = sum(not _chars(wrong).issuperset(word) for word in words)
    joined = "".join(sample)
    best = None
    if lacking and _chars(wrong).issuperset(joined):
        data = encode(joined, wrong)
        for other in READERS:
            if _chars(other).issuperset(joined) and encode(joined, other) == data:
                more = sum(not _chars(other).issuperset(word) for word in words)
                if more < lacking:
                    best, lacking = other, more
    return best


def _multibyte_readings(data: bytes, wrong: str) -> Iterator[tuple[str, str]]:
    """Yield the codecs that may have written an encoded sample, and what it reads then."""
    if len(data.translate(None, _ASCII)) < _LEAST_BEYOND_ASCII * len(data):
        return
    before = _decoded(data, wrong) if wrong in multibyte.DECODERS else None
    for codec in multibyte.CODECS:
        text = _decoded(data, codec)
        if text is not None and text != before and not text.isascii():
            yield codec, text


def _decoded(data: bytes, codec: str) -> str | None:
    """Return the text of an encoded sample, the end of which may be cut inside a character."""
    text = multibyte.decode(data, codec)
    return multibyte.decode(data[:-2] + b" ", codec) if text is None else text


def _blends(data: bytes) -> list[int]:
    """Return what bytes cost in the languages of each of ``WRITERS`` on average, in units."""
    lanes, places = _blend_lanes()
    costs = lanes.total_of(data.decode("latin-1"))
    return [min(costs[place]) for place in places]


@cache
def _blend_lanes() -> tuple[CharLanes, list[slice]]:
    """Return the average costs of all ``WRITERS`` side by side, and the places of each."""
    tables: list[bytes] = []
    places = []
    for true, script in WRITERS.items():
        groups = score.groups_of(script)
        places.append(slice(len(tables), len(tables) + len(groups)))
        tables += [_of_bytes(group, true) for group in groups]
    return CharLanes([({chr(byte): byte for byte in range(256)}, tuple(tables))]), places


def _of_bytes(group: Group, codepage: str) -> bytes:
    """Return what pairs of bytes of a code page cost in the languages of a group on average."""
    symbols = group.alphabet.encode(singlebyte.table(codepage))
    columns = [group.blend[start : start + 256] for start in range(0, 65_536, 256)]
    return b"".join([symbols.translate(columns[symbol]) for symbol in symbols])


def _cheapest(script: str, reading: str) -> float:
    """Return what a reading of a sample, blanks around it, costs in the best language of a script."""
    return min(score.score_script(script, reading[1:-1])) / UNITS_PER_BIT
