"""What words cost in each language of their script, remembered for the words that texts repeat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from operator import add
from typing import Final

from mojifix.language import score
from mojifix.language.characters import pairs_bits
from mojifix.language.model import UNITS_PER_BIT
from mojifix.language.trigrams import load_trigrams

# Code points of words whose costs are remembered: without blanks, a word is as long as its text.
_LONGEST: Final = 512
# … and pieces of words whose costs in each language are, at some 2 kB.
_REMEMBERED: Final = 4096


def pieces_of(words: str) -> tuple[tuple[str, str], ...]:
    """Return the pieces of words, each with its script."""
    return _segments(words) if len(words) <= _LONGEST else score.segments(words)


_segments = lru_cache(maxsize=_REMEMBERED)(score.segments)


def costs_of(script: str, piece: str, before: str, after: str) -> tuple[int, ...]:
    """Return what a piece costs in the languages of its script, between two characters, in units."""
    pair_costs = _pair_costs if len(piece) <= _LONGEST else _pair_costs.__wrapped__
    return pair_costs(script, piece, before, after)


@lru_cache(maxsize=_REMEMBERED)
def _pair_costs(script: str, piece: str, before: str, after: str) -> tuple[int, ...]:
    return tuple(score.score_script(script, piece, before, after))


@lru_cache(maxsize=_REMEMBERED)
def _trigram_costs(script: str, text: str) -> tuple[int, ...]:
    """Return what the trigrams of a text add to the costs of a script's languages; none, nothing.

    Han has too many characters for trigrams; its pairs that go together take something off.
    """
    names = score.group_names_of(script)
    if script == "han":  # one language a group
        return tuple(-int(UNITS_PER_BIT * pairs_bits(name, text)) for name in names)
    found = map(load_trigrams, names)
    return tuple(chain(*(group.costs(text) for group in found if group is not None)))


def close_costs(script: str, piece: str, before: str, after: str) -> tuple[int, ...]:
    """Return what ``costs_of`` does, corrected by what trigrams tell."""
    found = costs_of(script, piece, before, after)
    more_of = _trigram_costs if len(piece) <= _LONGEST else _trigram_costs.__wrapped__
    more = more_of(script, before + piece + after)
    return tuple(map(add, found, more)) if more else found


def added_up(
    pieces: Sequence[tuple[str, str]], cheapest: Callable[[str, str, str, str], float]
) -> float:
    """Return what pieces of words cost, each between its neighbors."""
    if len(pieces) == 1:
        return cheapest(*pieces[0], " ", " ")
    total, before = 0.0, " "
    for number, (script, piece) in enumerate(pieces):
        after = pieces[number + 1][1][0] if number + 1 < len(pieces) else " "
        total += cheapest(script, piece, before, after)
        before = piece[-1:]
    return total


def word_bits(words: str) -> float:
    """Return the description length of a few words in any language at all."""
    bits = _bits_in_any_language if len(words) <= _LONGEST else _bits_in_any_language.__wrapped__
    return bits(words)


@lru_cache(maxsize=16_384)
def _bits_in_any_language(words: str) -> float:
    pieces = score.segments(words)
    if len(pieces) == 1:  # as of nearly all words; nothing but their sum is asked for
        return min(score.score_script(*pieces[0])) / UNITS_PER_BIT
    return added_up(pieces, _cheapest_of_all)


def _cheapest_of_all(script: str, piece: str, before: str, after: str) -> float:
    """Return what a piece costs in the best language, as on the ``Scale`` of no text."""
    return min(costs_of(script, piece, before, after)) / UNITS_PER_BIT
