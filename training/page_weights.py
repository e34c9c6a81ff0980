"""Weigh names, words and traits of pages, by how often they come with content or a kind of page.

>>> pages = [("a", [({"cart"}, False), ({"post"}, True)]), ("b", [({"cart"}, False)])]
>>> weights_of(pages, domains=2)
{'cart': 118}
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from math import log
from typing import Any, Final

import numpy as np

from mojifix.boilerplate.pages.kinds import KINDS, SCALE, STEPS
from mojifix.boilerplate.pages.name_weights import NEUTRAL
from mojifix.boilerplate.trees.columns import HIGHEST

# Word F1 in five folds, two seeds each, with 110 trees in the second ensemble: 0.8789 and 0.8776 with
# names; headings and copies of texts make it 0.8800 and 0.8802, kinds 0.8814 and 0.8804 (documentation
# 0.927 and 0.926 without them, 0.928 and 0.931 with them).
# A name or word is weighed when it stands on pages of this many domains, and tells this much, in
# steps of a natural unit of log odds each. A page counts it so often at most.
DOMAINS: Final = 6
TELLING: Final = 8
STEPS_OF_UNIT: Final = 24
MOST_OF_PAGE: Final = 3
# A trait is weighed when pages of this many domains have it. Four pages of five are then taken for
# the kind that they are, which half as many domains, or seven times as many rounds, do not change.
TRAIT_DOMAINS: Final = 20
_ROUNDS: Final = 40
_RATE: Final = 0.5
_MOMENTUM: Final = 0.9
_PENALTY: Final = 0.002

Labeled = Iterable[tuple[Collection[str], bool]]


def weights_of(pages: Iterable[tuple[str, Labeled]], domains: int = DOMAINS) -> dict[str, int]:
    """Weigh names or words by how much more often they come with content than without.

    Args:
        pages: the domain of each, and of each of its blocks the names or words, and whether it is
            content.
        domains: that a name or word must stand on.
    """
    seen: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    standing_on: defaultdict[str, set[str]] = defaultdict(set)
    for domain, blocks in pages:
        of_page: tuple[Counter[str], Counter[str]] = Counter(), Counter()
        for parts, is_content in blocks:
            of_page[int(is_content)].update(parts)
        for total, found in zip(seen, of_page, strict=True):
            for part, count in found.items():
                total[part] += min(count, MOST_OF_PAGE)
                standing_on[part].add(domain)
    outside, within = seen
    level = log(within.total() / outside.total())
    weights = {
        part: round(STEPS_OF_UNIT * (log((within[part] + 1) / (outside[part] + 1)) - level))
        for part, found in sorted(standing_on.items())
        if len(found) >= domains
    }
    return {
        part: max(0, min(HIGHEST, NEUTRAL + weight))
        for part, weight in weights.items()
        if abs(weight) >= TELLING
    }


def kind_weights_of(
    traits: Sequence[set[str]], kinds: Sequence[str], domains: Sequence[str]
) -> dict[str, Any]:
    """Fit the weights of traits for each kind of page, in the form of ``page_kinds``.

    Args:
        traits: of each page.
        kinds: what each page is.
        domains: of the pages.
    """
    standing_on: defaultdict[str, set[str]] = defaultdict(set)
    for own, domain in zip(traits, domains, strict=True):
        for trait in own:
            standing_on[trait].add(domain)
    names = sorted(name for name, found in standing_on.items() if len(found) >= TRAIT_DOMAINS)
    number = {name: n for n, name in enumerate(names)}
    has = np.zeros((len(traits), len(names)))
    for row, own in zip(has, traits, strict=True):
        row[[number[name] for name in own if name in number]] = 1
    has *= SCALE / np.sqrt(np.maximum(1, has.sum(axis=1, keepdims=True)))
    wanted = np.array([[float(kind == own) for own in KINDS] for kind in kinds])
    weights, start = _regression(has, wanted)
    return {
        "start": np.rint(STEPS * start).astype(int).tolist(),
        "traits": dict(zip(names, np.rint(STEPS * weights).astype(int).tolist(), strict=True)),
    }


def _regression(has: np.ndarray, wanted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Fit a logistic regression of several classes by gradient descent."""
    weights = np.zeros((has.shape[1], wanted.shape[1]))
    start = np.log(wanted.mean(axis=0) + 1e-3)
    change = np.zeros_like(weights)
    for _ in range(_ROUNDS):
        odds = has @ weights + start
        chances = np.exp(odds - odds.max(axis=1, keepdims=True))
        error = chances / chances.sum(axis=1, keepdims=True) - wanted
        slope = has.T @ error / len(has) + _PENALTY * weights
        change = _MOMENTUM * change - _RATE * slope
        weights += change
        start -= _RATE * error.mean(axis=0)
    return weights, start
