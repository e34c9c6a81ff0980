"""What undoing a pair of single-byte code pages may save on words in Latin letters, at most.

A pair changes characters beyond ASCII and nothing else. Where such a character stands between two of
ASCII, the three cost no less afterwards than with the best that any pair makes of it. Most clean words
that no language explains are names: the letters that make them rare are ASCII, and stay.

>>> [may_save([word], Scale(word), LEAST_BITS) for word in ("Mihai-Vcdă", "øeditelnì")]
[False, True]
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache, reduce
from itertools import accumulate
from operator import add
from typing import Final

from mojifix.codepages import singlebyte
from mojifix.language import score
from mojifix.language.alphabet import script_of
from mojifix.language.lanes import CharLanes
from mojifix.language.model import UNITS_PER_BIT
from mojifix.mojibake.recoding.pairs import (
    RARE_BITS,
    READERS,
    WORD_BITS,
    WRITER_BITS,
    WRITERS,
    encode,
)
from mojifix.mojibake.weighing.scale import Scale, position_bits
from mojifix.mojibake.weighing.suspects import clean_bits
from mojifix.mojibake.weighing.word_kinds import stripped
from mojifix.mojibake.words import without_ascii

# What a repair saves at least, beyond what it takes to say which of the words it changes. No pair costs
# less than 11 bits, and of 1,852 lines in Latin letters of which one of 400 pairs had garbled some and
# which are repaired, none may save less than 7.2. Of 146 clean ones that may save more, were it for
# nothing to say which, 35 pass by it.
LEAST_BITS: Final = 7.0
# … where no language has some of the words, which may count more then, wherever they stand. Of 129
# clean lines with such a word 41 pass by it; of 234 garbled texts and words that are repaired none may
# save less than 5.8.
LEAST_FOREIGN_BITS: Final = 5.0
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]{1,2}")
_SIDE_BY_SIDE: Final = re.compile(r"[^\x00-\x7f]{2}")
# What two characters beyond ASCII side by side cost at least after a repair, without looking it up: of
# 279 clean lines that hold such 40 pass by it, and of 680 garbled ones that are repaired none.
_SIDE_BY_SIDE_BITS: Final = 5.0
# More characters beyond ASCII side by side, or one that an East Asian codec may have made.
_UNTOLD: Final = re.compile(r"[^\x00-\x7f]{3}|[\u2e80-\uffff]")
_REMEMBERED: Final = 4_096  # characters between two others, at some 400 bytes
_CONTROLS: Final = frozenset(map(chr, range(0x80, 0xA0)))


def may_save(words: Iterable[str], scale: Scale, least: float, places: int = 0) -> bool:
    """Tell whether undoing a pair may save what a repair must; True where that is not known.

    Args:
        words: words that no language explains, with no letters other than Latin ones.
        scale: weighs words in the languages of the text.
        least: bits that a repair of them saves at least.
        places: words of the text any of which may be damaged; 0 where it costs nothing to say which.
    """
    saved = []
    for word in words:
        core, _ = clean_bits(word)
        if _is_untold(stripped(word), core):
            return True
        if core:
            saved.append(scale.bits(core) - _least_bits(core) - WORD_BITS)
    totals = accumulate(sorted(saved, reverse=True))
    return any(
        total - count * position_bits(count, places) > least
        for count, total in enumerate(totals, 1)
    )


def _is_untold(word: str, core: str) -> bool:
    """Tell whether a pair may make of a word, or of its core, what is not looked up here."""
    if not _SIDE_BY_SIDE.search(word):
        return _UNTOLD.search(word) is not None
    is_in_core = _SIDE_BY_SIDE.findall(word) == _SIDE_BY_SIDE.findall(core)
    return not is_in_core or 2 * len(without_ascii(core)) > len(core) or bool(_UNTOLD.search(word))


@lru_cache(maxsize=_REMEMBERED)
def _least_bits(core: str) -> float:
    """Return what a word costs at least when a character of it is another, and others may be."""
    text = f" {core} "
    triples, lanes = _triples(), score.char_lanes("latin")
    found = [
        triples[text[match.start() - 1 : match.end() + 1]] for match in _BEYOND_ASCII.finditer(text)
    ]
    # One character changes at least, and the others may.
    total = sum(map(lanes.packed, _BEYOND_ASCII.split(text))) + sum(least for _, least in found)
    costs = (total - least + changed for changed, least in found)
    least = min(lanes.unpacked(reduce(lanes.lower, costs))) / UNITS_PER_BIT
    return least + _SIDE_BY_SIDE_BITS * len(_SIDE_BY_SIDE.findall(core))


class _Triples(dict[str, tuple[int, int]]):
    """From a character or two between two of ASCII to what these cost at least, side by side.

    With another character in its place, and with that or the same; of two each may be any of them.
    """

    def __init__(self, lanes: CharLanes) -> None:
        self._lanes = lanes

    def __missing__(self, triple: str) -> tuple[int, int]:
        if len(self) >= _REMEMBERED:
            self.clear()
        before, first, last, after = triple[0], triple[1], triple[-2], triple[-1]
        lanes = self._lanes
        left = [lanes[before + each] for each in (first, *_others(first))]
        right = [lanes[each + after] for each in (last, *_others(last))]
        if len(triple) > len("a–a"):
            now = changed = reduce(lanes.lower, left) + reduce(lanes.lower, right)
        else:
            now, *costs = map(add, left, right)
            changed = reduce(lanes.lower, costs or [now])
        self[triple] = found = changed, lanes.lower(changed, now)
        return found


@cache
def _triples() -> _Triples:
    return _Triples(score.char_lanes("latin"))


@lru_cache(maxsize=1024)
def _others(char: str) -> frozenset[str]:
    """Return what pairs make of a character beyond ASCII: others that may stand in a Latin word."""
    found = (encode(char, wrong) for wrong in READERS)
    bytes_ = {byte for byte in found if byte is not None}
    writers = [true for true in WRITERS if WRITER_BITS.get(true, RARE_BITS) <= RARE_BITS]
    others = {singlebyte.decode(byte, true) for byte in bytes_ for true in writers}
    return frozenset(
        other for other in others - _CONTROLS - {char} if script_of(other) in ("latin", None)
    )
