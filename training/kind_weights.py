"""Weigh traits of pages by the kinds of pages that have them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from mojifix.boilerplate.pages.columns.page_kinds import KINDS, SCALE, STEPS

# Word F1 in five folds, two seeds: 0.8814 and 0.8804 with the kinds, 0.8800 and 0.8802 without
# (documentation 0.928 and 0.931, 0.927 and 0.926).
# A trait is weighed when pages of this many domains have it. Four pages of five are then taken for
# the kind that they are, which half as many domains, or seven times as many rounds, do not change.
TRAIT_DOMAINS: Final = 20
_ROUNDS: Final = 40
_RATE: Final = 0.5
_MOMENTUM: Final = 0.9
_PENALTY: Final = 0.002


def kind_weights_of(
    traits: Sequence[set[str]], kinds: Sequence[str], domains: Sequence[str]
) -> dict[str, Any]:
    """Fit the weights of traits for each kind of page, in the form of ``KindWeights``.

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
