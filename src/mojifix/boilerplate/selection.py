"""Which blocks to keep: the set whose expected F1 is highest, and how good it is expected to be.

With ``p`` the probability that a block is content and ``n`` its words, keeping the blocks above a cut
is expected to score ``2·Σpn / (Σn + Σ_all pn)``, kept blocks on the left and in the first sum. The
best cut is found by trying them all, in the order of ``p``.

    >>> select([0.9, 0.2, 0.8], [50, 40, 10])
    Selection(cut=0.8, quality=0.8...)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from mojifix.options import Preference

# How the words that are kept weigh: more than one prefers precision, less prefers recall.
_WEIGHT: Final = {"balanced": 1.0, "precision": 1.6, "recall": 0.6}


class Selection(NamedTuple):
    """A cut: blocks at least that probable are kept; and the expected F1 of that set."""

    cut: float
    quality: float


def select(
    probabilities: Sequence[float], words: Sequence[int], prefer: Preference = "balanced"
) -> Selection:
    """Return the cut that maximizes expected F1.

    Args:
        probabilities: of each block, 0..1.
        words: number of words of each block.
        prefer: ``"precision"`` keeps less, ``"recall"`` more.
    """
    expected = sum(p * n for p, n in zip(probabilities, words, strict=True))
    ranked = sorted(zip(probabilities, words, strict=True), reverse=True)
    hits = size = 0.0
    best = Selection(cut=2.0, quality=0.0)
    best_score = 0.0
    weight = _WEIGHT[prefer]
    for p, n in ranked:
        hits += p * n
        size += n
        score = 2 * hits / (weight * size + expected) if size else 0.0
        if score > best_score:
            best_score = score
            best = Selection(cut=p, quality=min(1.0, 2 * hits / (size + expected)))
    return best
