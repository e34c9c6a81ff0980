"""Which pieces to keep, given how likely each is content.

>>> keep, quality = best_cut([0.9, 0.8, 0.1], [10, 10, 5])
>>> keep, round(quality, 2)
(0.8, 0.91)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate


def best_cut(
    probabilities: Sequence[float], sizes: Sequence[float], *, recall: float = 1.0
) -> tuple[float, float]:
    """Find the probability from which keeping pieces gives the best word F1 to be expected.

    Args:
        probabilities: that a piece is content, 0..1 each.
        sizes: number of words of each piece.
        recall: weight of recall against precision, as beta of the F measure; over 1 keeps more.

    Returns:
        The lowest probability that is kept, and the expected measure of what is kept, 0..1.
        With nothing to keep, (1.0, 0.0).
    """
    if not probabilities:
        return 1.0, 0.0
    weight = recall * recall
    # Many pieces have the same probability: trees have few leaves.
    by_probability: defaultdict[float, float] = defaultdict(float)
    for probability, size in zip(probabilities, sizes, strict=True):
        by_probability[probability] += size
    ranked = sorted(by_probability, reverse=True)
    kept = list(accumulate([by_probability[p] for p in ranked]))
    found = list(accumulate([p * by_probability[p] for p in ranked]))
    expected = weight * found[-1]
    best, cut = 0.0, 1.0
    for probability, size, of_content in zip(ranked, kept, found, strict=True):
        total = size + expected
        measure = (1 + weight) * of_content / total if total else 0.0
        if measure > best:
            best, cut = measure, probability
    return cut, best
