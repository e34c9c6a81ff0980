"""The likeliest characters of places that lost bytes, where no words are known.

The forward-backward algorithm over what each place may be: the states are the last characters, and only
the likeliest of them are gone on from.

>>> from mojifix.language.ngrams import load_ngrams
>>> ngrams = load_ngrams("japanese")
>>> places = [[Choice(char) for char in chars] for chars in ("図", "書晝", "官館")]
>>> [named.char for named in name_all(places, ngrams, "　", "。")]
['図', '書', '館']
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import log2
from operator import itemgetter
from typing import Final, NamedTuple

from mojifix.codepages.losses import REPLACEMENT
from mojifix.language.ngrams import Ngrams, normalized
from mojifix.mojibake.lossy.places import Choice
from mojifix.mojibake.words import merged

# What is known of neighbors is from other texts, so that it is worth less. Of 13,500 lost characters of
# unseen texts 46.0 % are named rightly and 13.4 % wrongly at 0.7, 46.6 % and 14.6 % at 0.8, 47.4 % and
# 16.9 % at 1.
TEMPER: Final = 0.8
_BEAM: Final = 12  # states of a place that are gone on from
_MOST: Final = 96  # characters that are weighed, the commonest of all that a place may be
_REMEMBERED: Final = 64  # what places may be, up to 300 kB each
_APART_BITS: Final = 12.0  # that a way which is gone on from may cost more than the cheapest


class Named(NamedTuple):
    """What a place is.

    Attributes:
        char: the likeliest character, U+FFFD where nothing is known of it.
        probability: that it is this one, 0..1.
    """

    char: str
    probability: float


class _Step(NamedTuple):
    """A way from a state to the next.

    Attributes:
        state: in front, by the last characters.
        next: the state behind.
        char: what is between them.
        bits: what that costs.
    """

    state: str
    next: str
    char: str
    bits: float


def name_all(
    places: Sequence[Sequence[Choice]], ngrams: Ngrams, before: str, after: str
) -> list[Named]:
    """Return the likeliest character of each place.

    Args:
        places: what each may be; nothing where that is not known.
        ngrams: of the language.
        before: what stands in front of the places.
        after: what stands behind them.
    """
    found = [Named(choices[0].char if choices else REPLACEMENT, 1.0) for choices in places]
    known = "".join([named.char for named in found])
    unsure = [at for at, choices in enumerate(places) if len(choices) > 1]
    for start, end in merged((at, at + ngrams.order) for at in unsure):
        end = min(end - ngrams.order + 1, len(places))
        front, back = before + known[:start], (known[end:] + after).partition(REPLACEMENT)[0]
        found[start:end] = _named(places[start:end], ngrams, front, back)
    return found


def _named(
    places: Sequence[Sequence[Choice]], ngrams: Ngrams, before: str, after: str
) -> list[Named]:
    """Return the likeliest character of each of some places that tell of each other."""
    forward = [{normalized(before[1 - ngrams.order :]): 0.0}]
    layers = []
    for choices in places:
        steps = _steps(forward[-1], _weighed(choices, ngrams), ngrams)
        states = _likely(
            _sums([(step.next, forward[-1][step.state] + step.bits) for step in steps])
        )
        layers.append([step for step in steps if step.next in states])
        forward.append(states)
    after = normalized(after[: ngrams.order - 1])
    backward = {state: text_bits(state + after, ngrams, len(state)) for state in forward[-1]}
    found = []
    for states, layer in zip(forward[-2::-1], reversed(layers), strict=True):
        steps = [step for step in layer if step.next in backward]
        found.append(_likeliest(states, steps, backward))
        backward = _sums([(step.state, step.bits + backward[step.next]) for step in steps])
    return found[::-1]


def _weighed(choices: Sequence[Choice], ngrams: Ngrams) -> Sequence[Choice]:
    """Return the commonest of the characters that a place may be."""
    if len(choices) <= _MOST:
        return choices or (Choice(REPLACEMENT),)
    return _commonest(tuple(choices), ngrams)


@lru_cache(maxsize=_REMEMBERED)
def _commonest(choices: tuple[Choice, ...], ngrams: Ngrams) -> Sequence[Choice]:
    known = ngrams.chars
    return sorted(choices, key=lambda choice: known.get(choice.char, 99.0) + choice.bits)[:_MOST]


def _steps(states: dict[str, float], choices: Sequence[Choice], ngrams: Ngrams) -> list[_Step]:
    """Return the ways from some states, of those that do not cost much more than the cheapest."""
    if choices[0].char == REPLACEMENT:
        return [_Step(state, "", REPLACEMENT, 0.0) for state in states]
    shown = tuple([normalized(choice.char) for choice in choices])
    costs = {
        state: [
            choice.bits + TEMPER * bits
            for choice, bits in zip(choices, ngrams.costs(state, shown), strict=True)
        ]
        for state in states
    }
    most = min(states[state] + min(bits) for state, bits in costs.items()) + _APART_BITS
    return [
        _Step(state, (state + plain)[1 - ngrams.order :], choice.char, bits)
        for state, so_far in states.items()
        for choice, plain, bits in zip(choices, shown, costs[state], strict=True)
        if so_far + bits <= most
    ]


def _likely(states: dict[str, float]) -> dict[str, float]:
    """Return the states that cost least."""
    if len(states) <= _BEAM:
        return states
    return dict(sorted(states.items(), key=itemgetter(1))[:_BEAM])


def _sums(costs: Sequence[tuple[str, float]]) -> dict[str, float]:
    """Return what all costs with the same key are together: those of ways that exclude each other."""
    together: dict[str, list[float]] = {}
    for key, bits in costs:
        together.setdefault(key, []).append(bits)
    return {key: _sum(every) for key, every in together.items()}


def _sum(costs: list[float]) -> float:
    if len(costs) == 1:
        return costs[0]
    least = min(costs)
    return least - log2(sum([2.0 ** (least - bits) for bits in costs]))


def text_bits(text: str, ngrams: Ngrams, start: int = 0) -> float:
    """Return what the characters of a text cost from one of them on, each behind those before it."""
    return TEMPER * sum(
        ngrams.costs(text[max(0, at - ngrams.order + 1) : at], (text[at],))[0]
        for at in range(start, len(text))
    )


def _likeliest(states: dict[str, float], steps: list[_Step], backward: dict[str, float]) -> Named:
    costs = _sums(
        [(step.char, states[step.state] + step.bits + backward[step.next]) for step in steps]
    )
    char = min(costs, key=costs.__getitem__)
    return Named(char, min(1.0, 2.0 ** (_sum([*costs.values()]) - costs[char])))
