"""What bytes cost in every code page and every language of it, all at once.

There are some 350 pairs of a code page and a language. Scoring them one by one would take 350
passes over the sample; instead, the costs of one pair of neighboring *bytes* in all 350 readings
are kept side by side in one large integer, 16 bits each, so that adding the integers of all byte
pairs adds up all readings in one go. A sample of 300 bytes takes some 50 µs.

    >>> costs = score(codes_of("Привет, мир".encode("koi8-r")))
    >>> best = readings()[costs.index(min(costs))]
    >>> best.codepage, best.language
    ('koi8-r', 'ru')
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import add, itemgetter
from typing import Any, Final, NamedTuple

from mojifix.codepages import singlebyte
from mojifix.decoding.usage import USAGES
from mojifix.language.model import UNITS_PER_BIT, Group, header, load_group
from mojifix.language.score import pair_codes

# Byte pairs: as many costs of 255 as fit into 16 bits beside a prior of up to 500 bits.
_BATCH: Final = 240
_MEMO_LIMIT: Final = 16_384  # byte pairs remembered, about 0.7 kB each
_HIGH: Final = 0x8080  # either byte of a pair is beyond ASCII


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read single bytes.

    Attributes:
        codepage: a name for ``mojifix.codepages.singlebyte``.
        language: BCP 47 tag.
        latin: True for a language in Latin letters, which ASCII text is evidence for, too.
        place: of its language among those of ``score_ascii``; 0 if it is not Latin.
        prior: bits that the choice costs before a byte was read.
    """

    codepage: str
    language: str
    latin: bool
    place: int
    prior: float


# Letters that a language's text has in a code page without its own: Romanian with cedillas.
_SPELLED: Final = {"ro": str.maketrans("ŞşŢţ", "ȘșȚț")}

# Bits by which a language is rarer in a code page than the one named before it in ``USAGES``.
_RANK_BITS: Final = 0.2

_Column = tuple[bytes, tuple[bytes, ...]]  # symbols of a code page's bytes, tables of languages


@cache
def _plan() -> tuple[tuple[_Column, ...], tuple[Reading, ...]]:
    group_of = {tag: e["name"] for e in header()["groups"] for tag in e["languages"]}
    columns: list[_Column] = []
    readings: list[Reading] = []
    for usage in USAGES:
        for tags in _alike(usage.languages, group_of):
            group = load_group(group_of[tags[0]])
            chars = singlebyte.table(usage.codepage).translate(_SPELLED.get(tags[0], {}))
            symbols = group.alphabet.encode(chars)
            columns.append((symbols, tuple(_table(group, tag) for tag in tags)))
            for tag in tags:
                prior = usage.prior + _RANK_BITS * usage.languages.index(tag)
                latin = group.alphabet.name == "latin"
                place = group.languages.index(tag) if latin else 0
                readings.append(Reading(usage.codepage, tag, latin, place, prior))
    return tuple(columns), tuple(readings)


def _alike(tags: tuple[str, ...], group_of: dict[str, str]) -> list[list[str]]:
    """Split languages into those for which the bytes of a code page are the same symbols."""
    lists: dict[str, list[str]] = {}
    for tag in tags:
        lists.setdefault(tag if tag in _SPELLED else group_of[tag], []).append(tag)
    return list(lists.values())


def _table(group: Group, tag: str) -> bytes:
    return group.tables[group.languages.index(tag)]


def readings() -> tuple[Reading, ...]:
    """Return all readings, in the order of the scores."""
    return _plan()[1]


class _Memo(dict[int, int]):
    """From a pair of bytes, ``a | b << 8``, to its costs in every reading."""

    def __init__(self, columns: tuple[_Column, ...]) -> None:
        self._columns = columns

    def __missing__(self, code: int) -> int:
        first, second = code & 0xFF, code >> 8
        costs = array("H")
        for symbols, tables in self._columns:
            cell = symbols[first] | symbols[second] << 8
            costs.extend([table[cell] for table in tables])
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        self[code] = total = int.from_bytes(costs.tobytes(), _ORDER)
        return total


_ORDER: Final = "little" if struct.pack("=H", 1) == b"\1\0" else "big"


@cache
def _memo() -> _Memo:
    return _Memo(_plan()[0])


@cache
def _ascii_memo() -> tuple[_Memo, tuple[str, ...]]:
    """Return the costs of ASCII pairs in the languages that use Latin letters."""
    group = load_group("latin")
    symbols = group.alphabet.encode("".join(map(chr, range(256))))
    return _Memo(((symbols, group.tables),)), group.languages


def _sum(memo: _Memo, codes: list[int], count: int, start: int = 0) -> Sequence[int]:
    """Add up the costs of pairs, and ``start``, which holds one addend for each reading."""
    totals: Sequence[int] = ()
    for place in range(0, max(1, len(codes)), _BATCH):
        packed = sum(map(memo.__getitem__, codes[place : place + _BATCH]), start)
        costs = struct.unpack(f"={count}H", packed.to_bytes(2 * count, _ORDER))
        totals = list(map(add, totals, costs)) if totals else costs
        start = 0
    return totals


def codes_of(sample: bytes) -> list[int]:
    """Return the pairs of neighboring bytes with one beyond ASCII, as ``a | b << 8``."""
    return [code for code in pair_codes(b" " + sample + b" ") if code & _HIGH]


def score(codes: list[int], handicaps: Sequence[int] = (), foreign: int = 0) -> Sequence[int]:
    """Return what pairs of bytes cost in each of ``readings()``, with its prior, in units.

    Args:
        codes: what ``codes_of`` returns, or some of it.
        handicaps: units that speak against each language of ``score_ascii``; empty for none.
        foreign: units that speak against languages in other letters.
    """
    priors = _priors()
    costs = _sum(_memo(), codes, len(readings()), priors.packed)
    if not handicaps and not foreign:
        return costs
    handicaps = handicaps or [0] * len(_ascii_memo()[1])
    return list(map(add, costs, priors.pick((*handicaps, foreign))))


def score_ascii(words: bytes) -> Sequence[int]:
    """Return the cost of ASCII words in each language with Latin letters, in units."""
    memo, tags = _ascii_memo()
    return _sum(memo, pair_codes(words), len(tags))


class _Priors(NamedTuple):
    """The priors of all readings.

    Attributes:
        packed: in units, 16 bits each.
        pick: from the handicaps of the languages of ``score_ascii`` and, last, that of all others,
            to those of the readings.
    """

    packed: int
    pick: itemgetter[Any]


@cache
def _priors() -> _Priors:
    others = len(_ascii_memo()[1])
    places = [reading.place if reading.latin else others for reading in readings()]
    units = array("H", [round(r.prior * UNITS_PER_BIT) for r in readings()])
    return _Priors(int.from_bytes(units.tobytes(), _ORDER), itemgetter(*places))
