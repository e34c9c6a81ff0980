"""How likely each line of a page is content, by trees fitted on pages with known content."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from mojifix.boilerplate.evidence import View
from mojifix.boilerplate.line_features import line_features, smoothed_features
from mojifix.boilerplate.regions import Regions
from mojifix.boilerplate.trees import Trees


def content_probabilities(views: Sequence[View], regions: Regions) -> list[float]:
    """Judge every line of a page.

    Args:
        views: the lines.
        regions: what the rules say about them.

    Returns:
        The probability that a line is content, 0..1, for each.
    """
    first, second = _stages()
    rows = line_features(views, regions)
    before = first.probabilities(rows)
    around = smoothed_features(views, before)
    return second.probabilities([row + more for row, more in zip(rows, around, strict=True)])


@cache
def _stages() -> tuple[Trees, Trees]:
    data = json.loads(files("mojifix.boilerplate").joinpath("flat_model.json").read_bytes())
    return Trees.from_dict(data["first"]), Trees.from_dict(data["second"])
