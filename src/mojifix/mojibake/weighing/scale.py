"""Weighing readings of a word against each other, in bits, in the languages of the text.

A word costs what it costs in the language that explains it best, where a language that the rest of
the text is not written in has its price: in a Turkish text ``Diðer`` is not likely to be Icelandic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from math import log2
from typing import ClassVar, Final, NamedTuple, Self

from mojifix.codepages.singlebyte import C1_CONTROL
from mojifix.language import model_tags, score
from mojifix.language.alphabet import script_of
from mojifix.language.model import UNITS_PER_BIT, letters
from mojifix.mojibake.weighing.costs import added_up, close_costs, costs_of, pieces_of
from mojifix.mojibake.weighing.effort import Effort
from mojifix.mojibake.weighing.known_words import knowledge_of
from mojifix.mojibake.words import non_ascii_words
from mojifix.options import Options

# Each script that a repair adds to a word costs this much: words are seldom written in two.
SWITCH_BITS: Final = 6.0
# A word in a language that the text gives no sign of: at most so many bits, less when the signs are
# weak (so many bits for each bit that the language explains the text worse).
_FOREIGN_BITS: Final = 8.0
_FOREIGN_SLOPE: Final = 0.3
# The price up to which a language may be the text's own: its letters are at home there then; so many
# code points of plain words tell. With 12 bits 24 of 1,649 held-out words and sentences are lost, with
# 3 two.
_OWN_LANGUAGE_BITS: Final = 3.0
_LEAST_TELLING: Final = 12
_EVIDENCE: Final = 400  # code points of plain words that tell the language
# A word between words of no language that the model knows, or next to none at all, is rather in that
# language than garbled: so many bits more where nothing stands around it, fewer up to so many code
# points; and so many for each bit that the best language saves less on a character of the plain words,
# against the average of all, than it does on most texts. Of 37,961 clean texts in 86 languages, each of
# which was taken out of the model first, 21 are changed, 69 where only the bits of the best language
# counted; of 53,344 in some 470 that it does not have 43 and 57. Of 1,310 garbled texts none is lost.
# With 0.5 and 20 bits it is 19 and 39, and 5 more of 1,000 garbled words in English stay garbled.
_DOUBT_BITS: Final = 8.0
_LEAST_CONTEXT: Final = 24
_EXPLAINED_BITS: Final = 0.4
_STRANGE_SLOPE: Final = 30.0

_LONE_C1: Final = re.compile("(?:^|[ \n])[\x80-\x9f](?:[ \n]|$)")
PLAIN_WORD: Final = re.compile(r"[A-Za-z]{2,}")
# … that is no piece of one: ``zvo`` and ``te`` of ``zvoòte`` are strange in any language.
_WHOLE_WORD: Final = re.compile(r"(?<![^\x00-\x7f])\b[A-Za-z]{2,}\b(?![^\x00-\x7f])")
# What a word costs for each mark that it bears: of 1,806 clean texts in 109 languages with notes, soft
# hyphens, no-break spaces or marks of direction at every word 67 were changed without this, none with
# it; of 560 legacy texts read as Latin two are lost, which end in the number of a note (va¹ for vaš).
MARK_BITS: Final = 8.0
CLEAN_BITS: Final = 4.2  # per character: what 90 % of clean words stay under


class Hints(NamedTuple):
    """What a caller knows of a text.

    Attributes:
        languages: those of the model to expect.
        codepages: codecs that the damage is likely to involve.
    """

    languages: frozenset[str] = frozenset()
    codepages: frozenset[str] = frozenset()

    @classmethod
    def of(cls, options: Options) -> Self:
        """Return what the options tell."""
        return cls(model_tags(options.languages), frozenset(options.codepages))


NO_HINTS: Final = Hints()


class Scale:
    """Description lengths in the languages of one text.

    Args:
        text: the text.
        hints: what is known of it beforehand.
        effort: what searches of it may take; as much as is due to its length when left out.
    """

    is_close: ClassVar[bool] = False  # whether trigrams count

    def __init__(self, text: str, hints: Hints = NO_HINTS, effort: Effort | None = None) -> None:
        self.text, self.hints = text, hints
        self.effort = effort or Effort(len(text))
        self._bits: dict[str, float] = {}
        self._saved: dict[tuple[str, str], float] = {}

    @cached_property
    def _plain_words(self) -> str:
        return plain_words(self.text)

    @cached_property
    def _prices(self) -> _Prices | None:
        languages = self.hints.languages
        return _prices(self._plain_words, languages) if self._plain_words or languages else None

    def doubt(self, context: int) -> float:
        """Return the bits that garbled words must save more because of what stands around them.

        Args:
            context: code points of the text that are no garbled word.

        >>> round(Scale("Pōrana").doubt(0)), round(Scale("What Pōrana means, I forgot.").doubt(22))
        (8, 1)
        """
        lacking = max(0.0, 1.0 - context / _LEAST_CONTEXT)
        return _DOUBT_BITS * lacking + self.strange_bits

    @cached_property
    def strange_bits(self) -> float:
        """What it tells against a repair that no language explains the plain words of the text.

        >>> english, quechua = "The files will be saved there.", "Tukuy runakuna kay pachapi qispisqa."
        >>> round(Scale(english).strange_bits), round(Scale(quechua).strange_bits)
        (0, 7)
        """
        words = plain_words(self.text, _WHOLE_WORD)
        if not words:
            return 0.0
        saved = score.blended("latin", words) - min(costs_of("latin", words, " ", " "))
        saved_per_char = saved / UNITS_PER_BIT / (len(words) + 1)
        return _STRANGE_SLOPE * max(0.0, _EXPLAINED_BITS - saved_per_char)

    @cached_property
    def places(self) -> int:
        """Words of the text that are not ASCII, any of which may be damaged."""
        return len(non_ascii_words(self.text))

    @cached_property
    def scripts(self) -> frozenset[str | None]:
        """The scripts of the characters of the text beyond ASCII."""
        return frozenset(script_of(char) for char in set(self.text) if char > "\x7f")

    @cached_property
    def has_context(self) -> bool:
        """Whether the text holds letters of any script enough to stand in some language."""
        return sum(map(str.isalpha, self.text[:_EVIDENCE])) >= _LEAST_TELLING

    @cached_property
    def has_c1(self) -> bool:
        """Whether the text holds C1 controls, which nobody means."""
        return C1_CONTROL.search(self.text) is not None

    @cached_property
    def has_lone_c1(self) -> bool:
        """Whether a C1 control stands between blanks, as dashes and bullets do."""
        return _LONE_C1.search(self.text) is not None

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters beyond ASCII of the languages that the plain words of the text are in.

        >>> "".join(sorted(Scale("il gatto della vicina dorme sul divano, perché è tardi").letters))
        'ÀÈÉÌÒÙàèéìòù'
        """
        return _letters_of(self.languages)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that the plain words of the text may be in, none where these tell too little.

        >>> Scale("il gatto della vicina dorme sul divano, perché è tardi").languages
        ('it',)
        """
        if len(self._plain_words) < _LEAST_TELLING or self._prices is None:
            return ()
        tags = score.languages_of("latin")
        most = _OWN_LANGUAGE_BITS * UNITS_PER_BIT
        return tuple(tags[number] for number, price in self._prices.near if price <= most)

    def bits(self, words: str) -> float:
        """Return the description length of a few words."""
        known = self._bits.get(words)
        if known is None:
            known = self._bits[words] = self._measured(words)
        return known

    def saved(self, before: str, after: str) -> float:
        """Return how many bits shorter ``after`` is, with a price for each script it adds.

        There is no reward for removing one: words with a letter of another script in them are
        clean more often than not.
        """
        known = self._saved.get((before, after))
        if known is None:
            added = len(pieces_of(after)) - len(pieces_of(before))
            known = self.bits(before) - self.bits(after) - SWITCH_BITS * max(0, added)
            self._saved[before, after] = known
        return known

    def _measured(self, words: str) -> float:
        return added_up(pieces_of(words), self._cheapest)

    def _cheapest(self, script: str, piece: str, before: str, after: str) -> float:
        found = self._costs(script, piece, before, after)
        least = min(found)
        if script == "latin" and self._prices is not None:
            return self._prices.cheapest(found, least) / UNITS_PER_BIT
        return least / UNITS_PER_BIT

    def _costs(self, script: str, piece: str, before: str, after: str) -> tuple[int, ...]:
        return costs_of(script, piece, before, after)


class CloseScale(Scale):
    """Description lengths for single words, in which trigrams count, and which words are known.

    >>> words = "ureðaja", "uređaja"
    >>> Scale("").saved(*words) < CloseScale("").saved(*words)
    True
    """

    is_close = True

    def _costs(self, script: str, piece: str, before: str, after: str) -> tuple[int, ...]:
        found = close_costs(script, piece, before, after)
        if not before == after == " ":
            return found
        savings, more, _ = knowledge_of(script, piece)
        costs = [cost + more for cost in found] if more and not self.has_context else list(found)
        for number, saved in savings:
            costs[number] -= saved
        return tuple(costs)


def plain_words(text: str, word: re.Pattern[str] = PLAIN_WORD) -> str:
    """Return the first words, of a pattern, that no garbling changes; they tell a text's language."""
    if len(text) <= _EVIDENCE:
        return " ".join(word.findall(text))
    sample, size = [], 0
    for match in word.finditer(text):
        sample.append(match.group())
        size += match.end() - match.start()
        if size >= _EVIDENCE:
            break
    return " ".join(sample)


class _Prices(NamedTuple):
    """What languages cost that a text shows no sign of, in units.

    Attributes:
        near: the numbers and the prices of the languages that cost less than the others.
        most: the price of all others.
    """

    near: tuple[tuple[int, float], ...]
    most: float

    def cheapest(self, costs: Sequence[int], least: int) -> float:
        """Return the least cost with its price, among the costs in all languages.

        No language costs more than ``most``, so the cheapest one may count as one of the others.

        Args:
            costs: one a language.
            least: the least of them.
        """
        return min([least + self.most, *[costs[number] + price for number, price in self.near]])


@lru_cache(maxsize=64)
def _prices(sample: str, languages: frozenset[str]) -> _Prices:
    tags = score.languages_of("latin")
    found = costs_of("latin", sample, " ", " ") if sample else ()
    least = min(found, default=0)
    most = _FOREIGN_BITS * UNITS_PER_BIT
    far = least + most / _FOREIGN_SLOPE
    near = [number for number, cost in enumerate(found) if cost < far]
    prices = {number: _FOREIGN_SLOPE * (found[number] - least) for number in near}
    prices |= {number: 0.0 for number, tag in enumerate(tags) if tag in languages}
    return _Prices(tuple(prices.items()), most)


@lru_cache(maxsize=1024)
def _letters_of(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(letters().__getitem__, languages))


def position_bits(chosen: int, places: int) -> float:
    """Return what it takes to say which of some places is damaged, per damaged place.

    The code length of a choice of ``chosen`` among ``places``, by Stirling's formula: nothing when
    all are damaged, the logarithm of their number when one is.
    """
    if not 0 < chosen < places:
        return 0.0
    share = chosen / places
    rest = 1.0 - share
    return -(share * log2(share) + rest * log2(rest)) / share
