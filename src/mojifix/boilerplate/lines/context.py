"""What a first judgement of the lines says about the surroundings of each, as columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Final, TypeVar

from mojifix.boilerplate.lines.order import window_name
from mojifix.boilerplate.lines.outline import Outline
from mojifix.boilerplate.lines.windows import window_sums
from mojifix.boilerplate.trees.columns import HIGHEST, Column, share, shares_of_one, shifted

_Key = TypeVar("_Key")
_STEPS: Final = (-1, 1)
_WINDOWS: Final = ((-5, 5), (-30, 30))


def context_columns(outline: Outline, probabilities: Sequence[float]) -> dict[str, Column]:
    """Return the columns of the first judgement.

    Args:
        outline: of the lines, at least one.
        probabilities: that each is content, by the first judgement.
    """
    sizes = outline.sizes
    count = len(sizes)
    own = bytes([int(HIGHEST * p) for p in probabilities])
    columns = {"own": own}
    for step in _STEPS:
        columns[f"own{step:+d}"] = shifted(own, step)
    kept = bytes([p * size // HIGHEST for p, size in zip(own, sizes, strict=True)])
    for window, parts, wholes in zip(
        _WINDOWS, window_sums(kept, _WINDOWS), window_sums(sizes, _WINDOWS), strict=True
    ):
        columns[window_name("kept", window)] = bytes(
            [HIGHEST * part // (whole or 1) for part, whole in zip(parts, wholes, strict=True)]
        )
    total = sum(kept)
    before, behind = list(accumulate(own, max)), list(accumulate(own[::-1], max))
    columns["best_before"] = bytes(before)
    columns["best_behind"] = bytes(behind[::-1])
    columns["kept_before"] = shares_of_one(accumulate(kept), total)
    columns["kept_group"] = _means(outline.groups, own, outline.group_sizes)
    columns["kept_alike"] = _means(outline.openings, own, outline.alike)
    columns["kept_page"] = bytes([share(total, sum(sizes))]) * count
    return columns


def _means(keys: Sequence[_Key], values: Column, sizes: Mapping[_Key, int]) -> Column:
    """Return for each line the mean of the values of all lines with its key."""
    sums = dict.fromkeys(sizes, 0)
    for key, value in zip(keys, values, strict=True):
        sums[key] += value
    means = {key: sums[key] // size for key, size in sizes.items()}
    return bytes(map(means.__getitem__, keys))
