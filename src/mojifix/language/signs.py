"""Which typographic sign stands in a place: a quote, a dash, an apostrophe or an ellipsis.

Three things tell: what stands on either side, which quote came last in the line, and the habits of the
language. Signs that are not known tell of each other, so that all of a line are weighed together, by
the forward-backward algorithm; its state is the last quote.

``signs.bin`` is a line of JSON (what made it, from which sources and licences, a digest) and a zlib
stream of JSON: how likely each sign is in each context, and how much likelier in each
language, as logarithms. ``training/train_signs.py`` makes it and says what is estimated.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final

from mojifix.language.packed import read_zipped

FORMAT: Final = "mojifix-signs/1"
STEPS_PER_BIT: Final = 4
SIGNS: Final = "‘’‚“”„«»‹›•…–—"
SIGN: Final = re.compile(f"[{SIGNS}]")
_QUOTES: Final = frozenset("‘’‚“”„«»‹›")
_LETTERS: Final = frozenset("lLe")
# One character each for what stands beside a sign; of letters, whether they are small or capital
# behind it, and whether those around it are as few as around an apostrophe.
_KINDS: Final = {
    **dict.fromkeys("([{<", "("),
    **dict.fromkeys(")]}>", ")"),
    **dict.fromkeys(".!?։।。", "."),
    **dict.fromkeys(",;:", ","),
    **dict.fromkeys(SIGNS, "s"),
}
_ENDS: Final = frozenset(".!?…")
# Letters on either side of a dash without spaces; an apostrophe has fewer on one side.
_FEW: Final = 3
_LEAST_SHARE: Final = 1e-100  # of what hundreds of signs in a row speak against, instead of 0
_FAR: Final = 40  # blanks in front of the first sign of a line, or behind the last
Weights = Mapping[str, float]


def context_of(text: str, at: int) -> str:
    """Return what stands around a place of a text, as two characters, one for each side.

    >>> context_of("I don’t know", 5), context_of("She said “no”", 9), context_of("1914–18", 4)
    ('el', ' l', 'dd')
    """
    left, right = text[max(0, at - _FAR) : at], text[at + 1 : at + 1 + _FAR]
    before, after = _kind(left[-1:]), _kind(right[:1])
    if before != after:  # a digit tells something next to another one only
        before, after = before.replace("d", "l"), after.replace("d", "l")
    if before == after == "l":
        near = left[-_FEW:] + right[:_FEW]
        before = "l" if len(near) == 2 * _FEW and near.isalpha() else "e"
    elif after == "l" and right[0].isupper():
        after = "L"
    if before == " ":
        line = left.rpartition("\n")[2].rstrip()
        before = "^" if not line else "!" if left[-2:-1] in _ENDS else " "
    if after == " ":
        line = right.partition("\n")[0].lstrip()
        after = "$" if not line else "_" if right[1:2].isupper() else " "
    return before + after


def _kind(char: str) -> str:
    if char.isalpha():
        return "l"
    if char.isdigit():
        return "d"
    return _KINDS.get(char, "o") if char.strip() else " "


def state_after(state: str, sign: str, context: str) -> str:
    """Return the last quote behind a sign, given the one before it; between letters there is none.

    >>> state_after("“", "’", "el"), state_after("“", "”", "l "), state_after("“", "–", "dd")
    ('“', '”', '“')
    """
    return sign if sign in _QUOTES and not _LETTERS.issuperset(context) else state


def by_line(text: str, places: Sequence[int]) -> Iterator[list[int]]:
    """Yield places of a text, which are sorted, line by line; lines without one are left out."""
    line: list[int] = []
    for at in places:
        if line and "\n" in text[line[-1] : at]:
            yield line
            line = []
        line.append(at)
    if line:
        yield line


def likely(text: str, choices: Mapping[int, str], language: str) -> dict[int, Weights]:
    """Return how likely each sign is in each place, 0..1.

    Args:
        text: the text, with anything in those places.
        choices: the places, as indexes of the text, and the signs that may stand in each.
        language: a BCP 47 tag; empty where it is not known.

    >>> found = likely("Dona said ?yes? and left.", {10: "“”’—", 14: "“”’—"}, "en")
    >>> [max(weights, key=weights.__getitem__) for weights in found.values()]
    ['“', '”']
    """
    places = {match.start(): match.group() for match in SIGN.finditer(text)} | dict(choices)
    found: dict[int, Weights] = {}
    for line in by_line(text, sorted(places)):
        if not choices.keys().isdisjoint(line):
            weighed = _weighed(text, {at: places[at] for at in line}, language)
            found |= {at: weights for at, weights in weighed.items() if at in choices}
    return found


def _weighed(text: str, places: Mapping[int, str], language: str) -> dict[int, Weights]:
    """Return how likely each sign is in each place of a line."""
    contexts = [context_of(text, at) for at in places]
    forward: list[Weights] = [{"": 1.0}]
    for context, signs in zip(contexts, places.values(), strict=True):
        sums: dict[str, float] = defaultdict(float)
        for state, share in forward[-1].items():
            weights = _weights(context, state, language)
            for sign in signs:
                sums[state_after(state, sign, context)] += share * weights[sign]
        forward.append(_scaled(sums))
    backward: Weights = dict.fromkeys(forward.pop(), 1.0)
    found = []
    for context, (at, signs) in zip(contexts[::-1], [*places.items()][::-1], strict=True):
        shares: dict[str, float] = defaultdict(float)
        behind: dict[str, float] = defaultdict(float)
        for state, share in forward.pop().items():
            weights = _weights(context, state, language)
            for sign in signs:
                weight = weights[sign] * backward[state_after(state, sign, context)]
                shares[sign] += share * weight
                behind[state] += weight
        found.append((at, _scaled(shares)))
        backward = _scaled(behind)
    return dict(found[::-1])


def _scaled(weights: Weights) -> Weights:
    total = sum(weights.values())
    return {key: max(weight / total, _LEAST_SHARE) for key, weight in weights.items()}


@cache
def _model() -> dict[str, Any]:
    model: dict[str, Any] = read_zipped("signs.bin", FORMAT)
    return model


@lru_cache(maxsize=4096)  # contexts of a language; some 400 are common
def _weights(context: str, state: str, language: str) -> Weights:
    """Return how likely each sign is in a context, all taken together 1 or less."""
    model = _model()
    bits, odds = model["contexts"], model["languages"].get(language, {"": (0,) * len(SIGNS)})
    of_all = bits.get(context + state) or bits.get(context) or bits[""]
    of_language = odds.get(context) or odds[""]
    return {
        sign: 2.0 ** ((one + other) / STEPS_PER_BIT)
        for sign, one, other in zip(SIGNS, of_all, of_language, strict=True)
    }
