"""Which pieces to keep, given how likely each is content.

>>> keep, quality = best_cut([0.9, 0.8, 0.1], [10, 10, 5])
>>> keep, round(quality, 2)
(0.8, 0.91)
"""

from __future__ import annotations

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
    expected = sum(p * size for p, size in zip(probabilities, sizes, strict=True))
    best, cut = 0.0, 1.0
    ranked = sorted(zip(probabilities, sizes, strict=True), reverse=True)
    below = [probability for probability, _ in ranked[1:]]
    kept = accumulate([size for _, size in ranked])
    found = accumulate([probability * size for probability, size in ranked])
    for (probability, _), following, size, of_content in zip(
        ranked, [*below, None], kept, found, strict=True
    ):
        if following == probability:
            continue
        total = size + weight * expected
        measure = (1 + weight) * of_content / total if total else 0.0
        if measure > best:
            best, cut = measure, probability
    return cut, best
