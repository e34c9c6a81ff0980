"""What a first judgement of the blocks says about the surroundings of each, as columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from mojifix.boilerplate.pages.columns.places import Places
from mojifix.boilerplate.trees.columns import (
    Column,
    counts,
    log,
    share,
    shares,
    shifted,
    sums_around,
)

_STEPS: Final = (1, 2, 3, -1, -2, -3)
# Blocks to the left and to the right.
_WINDOWS: Final = ((3, 3), (10, 10), (30, 30), (10, -1), (-1, 10))
_LEVELS: Final = (1, 2, 4)
_MIDDLE: Final = 128
_LOGIT_STEPS: Final = 20  # of a byte, for one natural unit of log odds


def context_columns(
    places: Places,
    words: Sequence[int],
    logits: Sequence[float],
    probabilities: Sequence[float],
) -> dict[str, Column]:
    """Return the columns of the first judgement."""
    count = len(words)
    kept = [p * n for p, n in zip(probabilities, words, strict=True)]
    total, size = sum(kept), sum(words)
    own = counts([int(_MIDDLE + _LOGIT_STEPS * x) for x in logits])
    columns = {"own": own}
    for step in _STEPS:
        columns[f"own{step:+d}"] = shifted(own, step)
    kept_sums = [0.0, *accumulate(kept)]
    word_sums: list[float] = [0, *accumulate(words)]
    for left, right in _WINDOWS:
        columns[f"kept{left:+d}{right:+d}"] = shares(
            sums_around(kept_sums, left, right), sums_around(word_sums, left, right)
        )
    columns["kept_before"] = shares(kept_sums[1:], [total or 1.0] * count)
    columns["kept_left"] = shares(kept_sums[1:], word_sums[1:])
    columns["kept_right"] = shares(
        [total - part for part in kept_sums[:-1]], [size - part for part in word_sums[:-1]]
    )
    columns["kept_page"] = bytes([share(total, size)]) * count
    columns["kept_words"] = bytes([log(int(total))]) * count
    columns["kept_same"] = _means(places.signatures, kept, words)
    for level in _LEVELS:
        columns[f"kept_level{level}"] = _means(places.levels[level], kept, words)
    for name, of_element in (("inner", places.inner), ("outer", places.outer)):
        groups = [of_element[home] for home in places.levels[0]]
        columns[f"kept_{name}"] = _means(groups, kept, words)
    return columns


def _means(keys: Sequence[int], kept: Sequence[float], words: Sequence[int]) -> Column:
    """Return the share of words that are kept in all blocks with the same key."""
    parts, wholes = dict.fromkeys(keys, 0.0), dict.fromkeys(keys, 0)
    for key, part, whole in zip(keys, kept, words, strict=True):
        parts[key] += part
        wholes[key] += whole
    means = dict(zip(parts, shares(parts.values(), wholes.values()), strict=True))
    return bytes(map(means.__getitem__, keys))
