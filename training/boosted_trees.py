"""Ensembles of gradient-boosted trees (LightGBM) over the columns of pages, as plain numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import lightgbm
import numpy as np

from mojifix.boilerplate.trees.column_trees import LANE_VALUES
from mojifix.boilerplate.trees.columns import Column

MARGIN: Final = 1_000  # steps of a lane left free for rounding


def fitted_trees(
    pages: Iterable[Mapping[str, Column]],
    labels: Sequence[np.ndarray],
    weights: Sequence[np.ndarray],
    settings: Mapping[str, Any],
    *,
    step: float | None = None,
) -> dict[str, Any]:
    """Fit one ensemble to the blocks of pages.

    Args:
        pages: the columns of each, the same for all.
        labels: of the blocks of each, 1 for content.
        weights: of the blocks of each.
        settings: of LightGBM.
        step: what leaves are rounded to; the finest with which they fit into a lane when left out.

    Returns:
        The ensemble as ``mojifix.boilerplate.trees.column_trees`` reads it.
    """
    rows = []
    names: list[str] = []
    for columns in pages:
        names = list(columns)
        rows.append(np.array([np.frombuffer(column, np.uint8) for column in columns.values()]).T)
    data = lightgbm.Dataset(
        np.vstack(rows), np.concatenate(labels), weight=np.concatenate(weights), feature_name=names
    )
    return _as_trees(lightgbm.train(dict(settings), data), step)


def _as_trees(model: lightgbm.Booster, step: float | None) -> dict[str, Any]:
    dump = model.dump_model()
    roots = [info["tree_structure"] for info in dump["tree_info"]]
    used: dict[int, int] = {}
    reach = sum(max(values) - min(values) for values in map(list, map(_leaves, roots)))
    step = step or float(f"{reach / (LANE_VALUES - MARGIN):.6g}")
    trees = [_as_node(root, step, used) for root in roots]
    names = [dump["feature_names"][feature] for feature in used]
    return {"step": step, "start": 0, "columns": names, "trees": trees}


def _leaves(tree: dict[str, Any]) -> Iterator[float]:
    """Yield the values of a tree's leaves."""
    if "leaf_value" in tree:
        yield tree["leaf_value"]
    else:
        yield from _leaves(tree["left_child"])
        yield from _leaves(tree["right_child"])


def _as_node(tree: dict[str, Any], step: float, used: dict[int, int]) -> int | list[Any]:
    """Return a node; ``used`` numbers the columns as they come up."""
    if "leaf_value" in tree:
        return round(tree["leaf_value"] / step)
    column = used.setdefault(tree["split_feature"], len(used))
    below, above = (_as_node(tree[side], step, used) for side in ("left_child", "right_child"))
    return [column, int(tree["threshold"]), below, above]
