"""Description length: how many bits a text costs in the language that explains it best.

>>> bits("ordinary words") < bits("wrod aniorys rd")
True
>>> best_language("रण संवाद 2025 मध्ये, ऑपरेशन सिंदूर मधील धड्यांची उजळणी")
'mr'
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Final

from mojifix.language.alphabet import FIRST_BEYOND_LATIN, script_of
from mojifix.language.lanes import CharLanes, Lanes
from mojifix.language.model import UNITS_PER_BIT, Group, group_languages, letters, load_group

_FEW: Final = 4  # languages of a script that are asked one by one
# A script that several groups write: each of them is tried.
_GROUPS_OF_SCRIPT: Final = {"latin": ("latin", "vietnamese"), "han": ("japanese", "hans", "hant")}


@dataclass(frozen=True, slots=True)
class Reading:
    """The cheapest reading of a text.

    Attributes:
        bits: description length.
        language: BCP 47 tag of the language that gives it.
    """

    bits: float
    language: str


@cache
def groups_of(script: str) -> tuple[Group, ...]:
    """Return the groups that write a script."""
    return tuple(load_group(name) for name in group_names_of(script))


def group_names_of(script: str) -> tuple[str, ...]:
    """Return the names of the groups that write a script."""
    return _GROUPS_OF_SCRIPT.get(script, (script,))


@cache
def languages_of(script: str) -> tuple[str, ...]:
    """Return the BCP 47 tags of the languages of a script, group by group."""
    return tuple(tag for name in group_names_of(script) for tag in group_languages(name))


@cache
def _also_written(script: str | None) -> frozenset[str]:
    """Return the letters of other scripts that the languages of a script use."""
    if script is None:
        return frozenset()
    used = "".join(letters()[tag] for tag in languages_of(script))
    return frozenset(char for char in used if script_of(char) not in (None, script))


def segments(text: str) -> tuple[tuple[str, str], ...]:
    """Split a text where the script changes: pairs of script and text.

    Characters of no script go with what stands before them, at the start with what follows.

    >>> segments("«Привет» said he")
    (('cyrillic', '«Привет» '), ('latin', 'said he'))
    """
    if max(text, default="") < FIRST_BEYOND_LATIN:
        return (("latin", text),)
    scripts = set(map(script_of, text))
    scripts.discard(None)
    if len(scripts) < 2:
        return ((next(iter(scripts), None) or "latin", text),)
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[tuple[str, str]]:
    start = 0
    current: str | None = None
    for index, char in enumerate(text):
        script = script_of(char)
        if script is None or script == current or char in _also_written(current):
            continue
        since = filter(script_of, text[start:index])
        if current is not None and not _also_written(script).issuperset(since):
            yield current, text[start:index]
            start = index
        current = script
    yield current or "latin", text[start:]


def pair_codes(symbols: bytes) -> Sequence[int]:
    """Return ``a | b << 8`` for each two neighboring bytes, at even places and then at odd ones."""
    return numbers_of(symbols[: len(symbols) & ~1] + symbols[1 : len(symbols) - 1 | 1])


def numbers_of(little_endian: bytes) -> array[int]:
    """Return what each two bytes tell; ``struct`` would parse a format for each length."""
    numbers = array("H", little_endian)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def score_group(group: Group, text: str) -> Sequence[int]:
    """Return what ``text``, between blanks, costs in each language of a group, in units of 1/8 bit."""
    return group.lanes.total(pair_codes(group.alphabet.encode(f" {text} ")))


def blended(script: str, text: str) -> int:
    """Return what ``text``, between blanks, costs in all languages of a script together, in units.

    >>> blended("latin", "the house of the king") > min(score_script("latin", "the house of the king"))
    True
    """
    group = groups_of(script)[0]
    codes = pair_codes(group.alphabet.encode(f" {text} "))
    return sum(map(group.blend.__getitem__, codes))


def score_script(script: str, text: str, before: str = " ", after: str = " ") -> Sequence[int]:
    """Return what ``text`` costs in each language of a script, group by group, in units of 1/8 bit.

    Args:
        script: the script.
        text: the text; empty costs nothing but its surroundings.
        before: the character in front, which is context, not content.
        after: the character behind, likewise.
    """
    text = f"{before}{text}{after}"
    if len(languages_of(script)) > _FEW:
        if text.isascii():  # which is numbered as it is
            return _ascii_lanes(script).total(pair_codes(text.encode()))
        return char_lanes(script).total_of(text)
    return [cost for group in groups_of(script) for cost in _table_by_table(group, text)]


def _table_by_table(group: Group, text: str) -> Iterator[int]:
    """Yield what a text costs in each language of a group; for few of them that is quicker.

    Most pairs of characters of a text in Han are in no other, so that remembering them does not help.
    """
    costs_of = itemgetter(0, *pair_codes(group.alphabet.encode(text)))  # of two codes at least
    for table in group.tables:
        yield sum(costs_of(table)) - table[0]


@cache
def _ascii_lanes(script: str) -> Lanes:
    """Return the tables of all languages of a script side by side, for characters of ASCII."""
    ascii_ = bytes(range(128)).decode()
    return Lanes([(g.alphabet.encode(ascii_).ljust(256), g.tables) for g in groups_of(script)])


@cache
def char_lanes(script: str) -> CharLanes:
    """Return the tables of all languages of a script side by side, group by group."""
    return CharLanes([(g.alphabet.symbol_of, g.tables) for g in groups_of(script)])


def read(text: str) -> Reading:
    """Return the cheapest reading of a text, between blanks.

    The text is cut where the script changes and each piece is read in the language that gives it
    the fewest bits; the language of the longest piece is the language of the text.
    """
    total, longest, language = 0, 0, "en"
    pieces = segments(text)
    for number, (script, piece) in enumerate(pieces):
        before = " " if number == 0 else pieces[number - 1][1][-1]
        after = " " if number == len(pieces) - 1 else pieces[number + 1][1][0]
        costs = score_script(script, piece, before, after)
        least = min(costs)
        total += least
        if len(piece) > longest:
            longest, language = len(piece), languages_of(script)[costs.index(least)]
    return Reading(total / UNITS_PER_BIT, language)


def bits(text: str) -> float:
    """Return the description length of a text in bits, in the languages that explain it best."""
    return read(text).bits


def best_language(text: str) -> str:
    """Return the BCP 47 tag of the language that explains a text best.

    A text without letters is called English.
    """
    return read(text).language
