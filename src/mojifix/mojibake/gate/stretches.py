"""Whether one language explains every stretch of a text.

The language that explains the beginning best is asked what every pair of characters costs, at the
speed of C, and the costs are summed over stretches of a fixed length that overlap by half.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence, Set
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Final

from mojifix.language import score
from mojifix.language.lanes import widened
from mojifix.language.model import UNITS_PER_BIT, Alphabet
from mojifix.mojibake.gate.traits import Summary
from mojifix.surrogates import utf8_length

_STRETCH: Final = 16  # pairs of neighboring characters, the blanks around the text among them
STEP: Final = 8  # … after which the next one starts
_AT_ONCE: Final = 2_000  # stretches that are summed up at once, at 1 MB
_SAMPLE: Final = 200  # code points that tell the language

# Bits that a stretch may cost. Of held-out clean documents of 3 kB in 109 languages, 85 % hold no
# stretch that costs more; of the garbled texts of the development sample that hold nothing odd
# otherwise, the cheapest costs 184 in Han.
_MOST_BITS: Final = 112.0
# Bits that a pair of layout may cost. Of 1,572 clean lines beside an address 73 were looked at more
# closely while ASCII cost what the model says, 22 are now; of 14,565 indented ones 243 and 34. At 1 bit
# it is 34, too, but blanks make up for garbled words: 14 of 11,395 of these pass then, 3 now.
_LAYOUT_BITS: Final = 5
VISIBLE_ASCII: Final = "".join(map(chr, range(0x21, 0x7F)))
_MOST_BITS_OF_SCRIPT: Final = {"han": 180.0, "hangul": 152.0, "ethiopic": 124.0, "khmer": 130.0}
# … in a short text with kana, which costs less than Han. Of 6,000 clean lines of Japanese 7 % hold a
# stretch that costs more, and of 2,900 that GBK read as EUC-JP 83 %; with 180 bits 1 and 62 %. Longer
# clean texts would take three times as long.
_MOST_BITS_WITH_KANA: Final = 150.0
KANA: Final = re.compile("[\u3040-\u30ff]")
SHORT: Final = 300  # code points of a text all of whose words are looked up


def unexplained(text: str, found: Summary) -> list[int]:
    """Return where the language of a text fails to explain it, in steps of ``STEP`` code points.

    Of each stretch that it does not explain, both halves are told; where no language may be asked,
    the whole text is.

    Args:
        text: the text.
        found: the summary of its characters.
    """
    highest, most = _highest(text, found)
    if not highest:
        return list(range(0, len(text), STEP))
    if max(highest) <= most:
        return []
    bad = [STEP * number for number, cost in enumerate(highest) if cost > most]
    return sorted({*bad, *(at + STEP for at in bad)})


def _highest(text: str, found: Summary) -> tuple[Sequence[float], float]:
    """Return what the stretches of a text cost, nothing where that is unknown, and what one may cost.

    Both are in units of 1/8 bit.
    """
    script, most, fitting = _asked(found.scripts, found.languages)
    if not fitting or len(text) < _STRETCH:
        return (), most
    if script == "han" and len(text) <= SHORT and KANA.search(text):
        most = _MOST_BITS_WITH_KANA * UNITS_PER_BIT
    if len(fitting) == 1:  # as letters tell in six of ten short lines
        return _of_stretches(text, *table_of(script, fitting[0])), most
    costs = score.score_script(script, text[:_SAMPLE])
    likeliest = min(fitting, key=costs.__getitem__)
    return _of_stretches(text, *table_of(script, likeliest)), most


@lru_cache(maxsize=1024)
def _asked(
    scripts: frozenset[str], languages: frozenset[str]
) -> tuple[str, float, tuple[int, ...]]:
    """Return the script other than Latin, what a stretch in it may cost, and the languages to ask.

    Args:
        scripts: at most one, and Latin.
        languages: those that use all letters.
    """
    script = next(iter(scripts - {"latin"} or scripts), "")
    most = _MOST_BITS_OF_SCRIPT.get(script, _MOST_BITS) * UNITS_PER_BIT
    return script, most, _fitting(script, languages) if script else ()


def _of_stretches(text: str, alphabet: Alphabet, table: bytes) -> array[int]:
    """Return what the stretches of a text cost in a table, at the speed of C."""
    symbols = alphabet.encode(f" {text} ")
    found = array("H")
    for number in range(0, _count(len(symbols) - 1), _AT_ONCE):
        end = (number + _AT_ONCE - 1) * STEP + _STRETCH + 1
        found += _at_once(symbols[number * STEP : end], table)
    return found


def _at_once(symbols: bytes, table: bytes) -> array[int]:
    """Return what the stretches of some symbols cost.

    The costs of every two pairs stand side by side in one integer, 16 bits each. Adding to it what
    stands 1, 2 and 4 places further on adds up all stretches at once.
    """
    pairs = len(symbols) - 1
    costs = bytes(pair_costs(symbols, table))
    # The pairs at even places and then those at odd ones; what is added to these never counts.
    sums = int.from_bytes(widened(costs), "little")
    sums += sums >> 16 * (len(symbols) // 2)
    reach = 1
    while 2 * reach < _STRETCH:
        sums += sums >> 16 * reach
        reach *= 2
    every = score.numbers_of(sums.to_bytes(2 * pairs, "little"))
    return every[: _count(pairs) * STEP // 2 : STEP // 2]


def pair_costs(symbols: bytes, table: bytes) -> tuple[int, ...]:
    """Return what each two neighbors of three symbols or more cost, in the order of ``pair_codes``."""
    costs: tuple[int, ...] = itemgetter(*score.pair_codes(symbols))(table)
    return costs


def _count(pairs: int) -> int:
    """Return how many stretches a text of so many pairs has; the last may lack a pair, not more.

    >>> _count(_STRETCH - 1), _count(_STRETCH), _count(_STRETCH + STEP - 1)
    (1, 1, 2)
    """
    return (pairs + 1 - _STRETCH) // STEP + 1


def is_mostly_beyond_ascii(text: str) -> bool:
    """Tell whether most of a text is beyond ASCII, by the two or three bytes that it takes there."""
    return utf8_length(text) > 1.5 * len(text)


@lru_cache(maxsize=1024)
def _fitting(script: str, languages: frozenset[str]) -> tuple[int, ...]:
    """Return the numbers of some languages among those of a script, all where none are given."""
    of_script = score.languages_of(script)
    return tuple(
        number for number, tag in enumerate(of_script) if not languages or tag in languages
    )


@cache
def table_of(script: str, number: int) -> tuple[Alphabet, bytes]:
    """Return the alphabet and the costs of one of the languages of a script."""
    for group in score.groups_of(script):
        if number < len(group.tables):
            break
        number -= len(group.tables)
    return group.alphabet, _laid_out(script, group.alphabet, group.tables[number])


def _laid_out(script: str, alphabet: Alphabet, table: bytes) -> bytes:
    """Return the costs in a table for text as it is laid out.

    The model learned from prose with single blanks. Other text is indented, set in columns, kept from
    breaking, and in scripts other than Latin broken by addresses and code, in which no bytes beyond
    ASCII can have been misread.
    """
    blank, no_break = alphabet.encode(" \xa0")
    costs = bytearray(table)
    costs[no_break::256] = map(min, costs[no_break::256], costs[blank::256])
    after, of = slice(no_break << 8, no_break + 1 << 8), slice(blank << 8, blank + 1 << 8)
    costs[after] = map(min, costs[after], costs[of])
    limit(costs, {blank, no_break})
    if script != "latin":
        limit(costs, set(alphabet.encode(VISIBLE_ASCII)))
    return bytes(costs)


def limit(costs: bytearray, symbols: Set[int], most: int = _LAYOUT_BITS * UNITS_PER_BIT) -> None:
    """Let no symbol after another one of a set cost more than so many units."""
    lower = bytes(min(cost, most) for cost in range(256))
    shifted = enumerate(sorted(symbols))
    runs = [[*run] for _, run in groupby(shifted, lambda pair: pair[1] - pair[0])]
    spans = [(run[0][1], run[-1][1] + 1) for run in runs]
    for second in symbols:
        for first, end in spans:
            places = slice(first + (second << 8), end + (second << 8))
            costs[places] = costs[places].translate(lower)
