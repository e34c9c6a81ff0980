"""Which pieces to keep, given how likely each is content.

>>> keep, quality = best_cut([0.9, 0.8, 0.1], [10, 10, 5])
>>> keep, round(quality, 2)
(0.8, 0.91)
"""

from __future__ import annotations

from collections.abc import Sequence


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
    weight = recall * recall
    expected = sum(p * size for p, size in zip(probabilities, sizes, strict=True))
    best, cut = 0.0, 1.0
    kept = found = 0.0
    ranked = sorted(zip(probabilities, sizes, strict=True), reverse=True)
    for i, (probability, size) in enumerate(ranked):
        kept += size
        found += probability * size
        if i + 1 < len(ranked) and ranked[i + 1][0] == probability:
            continue
        total = kept + weight * expected
        measure = (1 + weight) * found / total if total else 0.0
        if measure > best:
            best, cut = measure, probability
    return cut, best
