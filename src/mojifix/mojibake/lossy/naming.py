"""The likeliest characters of places that lost bytes, by those around them.

The forward-backward algorithm over what each place may be: the states are the last characters, and only
the likeliest of them are gone on from. What follows what is told by the n-grams of languages that write
no spaces, and of Korean; of others by the pairs that the language model knows.

>>> from mojifix.language.ngrams import load_ngrams
>>> ngrams = load_ngrams("japanese")
>>> places = [[Choice(char) for char in chars] for chars in ("図", "書晝", "官館")]
>>> [named.char for named in name_all(places, ngrams, "　", "。")]
['図', '書', '館']
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Final, NamedTuple

from mojifix.codepages.losses import REPLACEMENT
from mojifix.language.model import UNITS_PER_BIT
from mojifix.language.ngrams import Ngrams, load_ngrams
from mojifix.mojibake.lossy.models import EAST_ASIAN, IDEOGRAPHS, Model
from mojifix.mojibake.lossy.places import Choice, Place
from mojifix.mojibake.words import merged

# What is known of neighbors is from other texts, so that it is worth less. Of 13,500 lost characters of
# unseen texts 46.0 % are named rightly and 13.4 % wrongly at 0.7, 46.6 % and 14.6 % at 0.8, 47.4 % and
# 16.9 % at 1.
TEMPER: Final = 0.8
_BEAM: Final = 12  # states of a place that are gone on from
_MOST: Final = 96  # characters that are weighed, the commonest of all that a place may be
_REMEMBERED: Final = 64  # what places may be, up to 300 kB each
_REMEMBERED_WEIGHTS: Final = 1_024  # of what a place may be behind some others, 3 kB each
# How likely a way is, by the likeliest, that is gone on from; a little less than 12 bits, for ties.
_APART: Final = 2.0**-12.01
_DIGITS: Final = 9  # of a probability
# A way from a state, the last characters, to the next: both, what is between them, how likely that is.
_Way = tuple[str, str, str, float]


class Named(NamedTuple):
    """What a place is.

    Attributes:
        char: the likeliest character, U+FFFD where nothing is known of it.
        probability: that it is this one, 0..1.
    """

    char: str
    probability: float


class Pairs:
    """What follows what in a language, by the pairs of its model; see ``Ngrams``."""

    order: Final = 2

    def __init__(self, model: Model) -> None:
        self._alphabet, self._table = model.group.alphabet, model.table
        self.chars: dict[str, float] = {}

    def costs(self, context: str, chars: tuple[str, ...]) -> list[float]:
        """Return what each of some characters costs behind another, in bits."""
        before = self._alphabet.symbol_of[context or REPLACEMENT]
        symbols = map(self._alphabet.symbol_of.__getitem__, chars)
        within = self._alphabet.bits_within
        return [self._table[each << 8 | before] / UNITS_PER_BIT + within(each) for each in symbols]

    def normalized(self, text: str) -> str:
        """Return a text as it is."""
        return text


_Followers = Ngrams | Pairs


@lru_cache(maxsize=_REMEMBERED)
def _followers(model: Model) -> _Followers:
    return load_ngrams(model.group.alphabet.name) or Pairs(model)


def named(places: Sequence[Place], model: Model) -> list[Place]:
    """Return the places of a text, each read as what goes best with the characters around it."""
    if not any(place.choices for place in places):
        return list(places)
    choices = [place.choices or (Choice(place.char),) for place in places]
    found = name_all(choices, _followers(model), " ", " ")
    return [
        place._replace(char=each.char, probability=each.probability) if place.choices else place
        for place, each in zip(places, found, strict=True)
    ]


def name_all(
    places: Sequence[Sequence[Choice]], ngrams: _Followers, before: str, after: str
) -> list[Named]:
    """Return the likeliest character of each place.

    Args:
        places: what each may be, U+FFFD where that is not known.
        ngrams: of the language.
        before: what stands in front of the places.
        after: what stands behind them.
    """
    found = [Named(choices[0].char, 1.0) for choices in places]
    known = "".join([named.char for named in found])
    unsure = [at for at, choices in enumerate(places) if len(choices) > 1]
    for start, end in merged((at, at + ngrams.order) for at in unsure):
        end = min(end - ngrams.order + 1, len(places))
        front, back = before + known[:start], (known[end:] + after).partition(REPLACEMENT)[0]
        found[start:end] = _named(places[start:end], ngrams, front, back)
    return found


def _named(
    places: Sequence[Sequence[Choice]], ngrams: _Followers, before: str, after: str
) -> list[Named]:
    """Return the likeliest character of each of some places that tell of each other."""
    states = {ngrams.normalized(before[1 - ngrams.order :]): 1.0}
    layers = []
    for choices in places:
        ways = _ways(states, tuple(choices), ngrams)
        layers.append((states, ways))
        sums: dict[str, float] = defaultdict(float)
        for state, behind, _, weight in ways:
            sums[behind] += states[state] * weight
        states = _likely(sums)
    after = ngrams.normalized(after[: ngrams.order - 1])
    backward = {state: 2.0 ** -_text_bits(state + after, ngrams, len(state)) for state in states}
    found = []
    for states, ways in reversed(layers):
        chars: dict[str, float] = defaultdict(float)
        sums = defaultdict(float)
        for state, behind, char, weight in ways:
            if behind in backward:
                weight *= backward[behind]
                sums[state] += weight
                chars[char] += states[state] * weight
        found.append(_likeliest(chars))
        backward = _scaled(sums)
    return found[::-1]


def _likeliest(chars: dict[str, float]) -> Named:
    """Return the likeliest character; of equals the first, however their sums were rounded."""
    total = sum(chars.values())
    shares = {char: round(weight / total, _DIGITS) for char, weight in chars.items()}
    char = max(shares, key=shares.__getitem__)
    return Named(char, shares[char])


def _ways(states: dict[str, float], choices: tuple[Choice, ...], ngrams: _Followers) -> list[_Way]:
    """Return the ways from some states, of those that are not much less likely than the likeliest."""
    if choices[0].char == REPLACEMENT:
        return [(state, "", REPLACEMENT, 1.0) for state in states]
    plain, chars, _ = _weighed(choices, ngrams)
    weights = {state: _weights(state, choices, ngrams) for state in states}
    least = _APART * max(share * max(weights[state]) for state, share in states.items())
    ways: list[_Way] = []
    for state, share in states.items():
        end, enough = state[len(state) - ngrams.order + 2 :], least / share
        ways += [
            (state, end + behind, char, weight)
            for behind, char, weight in zip(plain, chars, weights[state], strict=True)
            if weight >= enough
        ]
    return ways


@lru_cache(maxsize=_REMEMBERED)
def _weighed(
    choices: tuple[Choice, ...], ngrams: _Followers
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[float, ...]]:
    """Return the commonest characters that a place may be: in n-grams, as they are, priced."""
    if len(choices) > _MOST:
        known = ngrams.chars
        by_bits = sorted(choices, key=lambda choice: known.get(choice.char, 99.0) + choice.bits)
        choices = tuple(by_bits[:_MOST])
    chars, bits = zip(*choices, strict=True)
    return tuple(map(ngrams.normalized, chars)), chars, bits


@lru_cache(maxsize=_REMEMBERED_WEIGHTS)
def _weights(state: str, choices: tuple[Choice, ...], ngrams: _Followers) -> list[float]:
    """Return how likely each of the commonest characters that a place may be is behind a state."""
    plain, _, bits = _weighed(choices, ngrams)
    costs = ngrams.costs(state, plain)
    return [2.0 ** -(one + TEMPER * other) for one, other in zip(bits, costs, strict=True)]


def _likely(states: dict[str, float]) -> dict[str, float]:
    if len(states) > _BEAM:
        states = dict(sorted(states.items(), key=itemgetter(1), reverse=True)[:_BEAM])
    return _scaled(states)


def _scaled(shares: dict[str, float]) -> dict[str, float]:
    total = sum(shares.values())
    return {state: share / total for state, share in shares.items()}


def _text_bits(text: str, ngrams: _Followers, start: int = 0) -> float:
    """Return what the characters of a text cost from one of them on, each behind those before it."""
    return TEMPER * sum(
        ngrams.costs(text[max(0, at - ngrams.order + 1) : at], (text[at],))[0]
        for at in range(start, len(text))
    )


def ngram_bits(text: str, model: Model) -> float | None:
    """Return what the ideographs and kana of a text cost in a language, None if it has none."""
    if model.language not in EAST_ASIAN:
        return None
    return _text_bits(" ".join(IDEOGRAPHS.findall(text)), _followers(model))
