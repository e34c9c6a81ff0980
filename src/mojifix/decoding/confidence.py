"""From bits to probabilities.

    >>> [round(p, 3) for p in probabilities([100.0, 106.0, 140.0])]
    [0.8, 0.2, 0.0]
"""

from __future__ import annotations

from typing import Final

# Bits of difference for a factor of two. Neighboring characters are not independent evidence, so a
# bit of the model is worth less than a bit.
_BITS_PER_BIT: Final = 3.0


def probabilities(bits: list[float]) -> list[float]:
    """Return the probability of each alternative, of which one is right, from its bits."""
    least = min(bits)
    weights = [2.0 ** (-(value - least) / _BITS_PER_BIT) for value in bits]
    total = sum(weights)
    return [weight / total for weight in weights]
