"""What bytes cost in every code page and every language of it, all at once.

There are some 350 pairs of a code page and a language. Scoring them one by one would take 350
passes over the sample; ``Lanes`` add up all of them in one. A sample of 300 bytes takes some 50 µs.

    >>> costs = score(codes_of("Привет, мир".encode("koi8-r")))
    >>> best = readings()[costs.index(min(costs))]
    >>> best.codepage, best.language
    ('koi8-r', 'ru')
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import add, itemgetter
from typing import Any, Final

from mojifix.codepages import singlebyte
from mojifix.decoding.usage import PRIOR_OF, SPELLED, USAGES
from mojifix.language.lanes import Column, Lanes, pack
from mojifix.language.model import UNITS_PER_BIT, Group, group_headers, group_languages, load_group
from mojifix.language.score import pair_codes, score_group

_HIGH: Final = 0x8080  # either byte of a pair is beyond ASCII


@dataclass(frozen=True, slots=True)
class CodepageReading:
    """One way to read single bytes.

    Attributes:
        codepage: a name for ``mojifix.codepages.singlebyte``.
        language: BCP 47 tag.
        place: of what speaks against it among the handicaps of ``score``.
        prior: bits that the choice costs before a byte was read.
    """

    codepage: str
    language: str
    place: int
    prior: float


# Behind the languages of ``score_ascii``, what speaks against Vietnamese, whose letters are Latin, too,
# but more and otherwise accented than theirs, and against other letters.
_VIETNAMESE, _OTHER = -2, -1

# Hebrew was stored in visual order, the last letter first, before programs knew of directions. At 4
# bits, three Cyrillic letters of cp866 were such Hebrew.
_VISUAL_PAGES: Final = ("iso8859-8", "cp862")
_VISUAL_BITS: Final = 6.0

# Bits by which a language is rarer in a code page than the one named before it in ``USAGES``. Of 8,749
# held-out words in 50 pairs of language and code page 8,538 are read rightly, 8,513 without (in
# Lithuanian 139 and 123 of 160).
_RANK_BITS: Final = 0.2


@cache
def _plan() -> tuple[tuple[Column, ...], tuple[CodepageReading, ...]]:
    group_of = {tag: name for name, head in group_headers().items() for tag in head.languages}
    columns: list[Column] = []
    readings: list[CodepageReading] = []
    for usage in USAGES:
        for tags in _alike(usage.languages, group_of):
            group = load_group(group_of[tags[0]])
            chars = singlebyte.table(usage.codepage).translate(SPELLED.get(tags[0], {}))
            symbols = group.alphabet.encode(chars)
            columns.append((symbols, tuple(_table(group, tag) for tag in tags)))
            for tag in tags:
                prior = usage.prior + _RANK_BITS * usage.languages.index(tag)
                place = _place(group, tag)
                readings.append(CodepageReading(usage.codepage, tag, place, prior))
    hebrew = load_group("hebrew")
    for page in _VISUAL_PAGES:
        symbols = hebrew.alphabet.encode(singlebyte.table(page))
        columns.append((symbols, (_backwards(_table(hebrew, "he")),)))
        readings.append(CodepageReading(page, "he", _OTHER, PRIOR_OF[page] + _VISUAL_BITS))
    return tuple(columns), tuple(readings)


def _backwards(table: bytes) -> bytes:
    """Return the costs of pairs whose characters stand in reverse order."""
    return b"".join(table[first::256] for first in range(256))


def _alike(tags: tuple[str, ...], group_of: dict[str, str]) -> list[list[str]]:
    """Split languages into those for which the bytes of a code page are the same symbols."""
    lists: dict[str, list[str]] = {}
    for tag in tags:
        lists.setdefault(tag if tag in SPELLED else group_of[tag], []).append(tag)
    return list(lists.values())


def _place(group: Group, tag: str) -> int:
    if group.alphabet.name == "latin":
        return group.languages.index(tag)
    return _VIETNAMESE if tag == "vi" else _OTHER


def _table(group: Group, tag: str) -> bytes:
    return group.tables[group.languages.index(tag)]


def readings() -> tuple[CodepageReading, ...]:
    """Return all readings, in the order of the scores."""
    return _plan()[1]


@cache
def _lanes() -> Lanes:
    return Lanes(_plan()[0])


def codes_of(sample: bytes) -> list[int]:
    """Return the pairs of neighboring bytes with one beyond ASCII, as ``a | b << 8``."""
    return [code for code in pair_codes(b" " + sample + b" ") if code & _HIGH]


def score(codes: list[int], handicaps: Sequence[int] = ()) -> Sequence[int]:
    """Return what pairs of bytes cost in each of ``readings()``, with its prior, in units.

    Args:
        codes: what ``codes_of`` returns, or some of it.
        handicaps: units that speak against each language of ``score_ascii``, against Vietnamese and
            against languages in other letters; empty for none.
    """
    packed, pick = _priors()
    costs = _lanes().total(codes, packed)
    return list(map(add, costs, pick(handicaps))) if handicaps else costs


def score_ascii(words: bytes) -> Sequence[int]:
    """Return the cost of ASCII words, between blanks, in each language with Latin letters."""
    return score_group(load_group("latin"), words.decode("ascii"))


@cache
def no_handicaps() -> tuple[int, ...]:
    """Return that nothing speaks against any language of ``score_ascii``."""
    return (0,) * len(group_languages("latin"))


def score_within(parts: Iterable[bytes]) -> Sequence[int]:
    """Return the cost of the pairs within ASCII parts of words in each language with Latin letters.

    Args:
        parts: letters and blanks; empty, and so is the result, if there are none.
    """
    group = load_group("latin")
    codes: list[int] = []
    for part in parts:
        codes += pair_codes(group.alphabet.encode(part.decode("ascii")))
    return group.lanes.total(codes) if codes else ()


@cache
def _priors() -> tuple[int, itemgetter[Any]]:
    """Return the priors of all readings, packed in units, and what picks the handicap of each."""
    places = [reading.place for reading in readings()]
    units = [round(reading.prior * UNITS_PER_BIT) for reading in readings()]
    return pack(units), itemgetter(*places)
