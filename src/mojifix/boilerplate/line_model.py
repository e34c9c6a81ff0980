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
    if not views:
        return []
    first, second = _stages()
    columns = line_features(views, regions)
    before = first.of_columns(columns)
    return second.of_columns([*columns, *smoothed_features(views, before)])


@cache
def _stages() -> tuple[Trees, Trees]:
    data = json.loads(files("mojifix.boilerplate").joinpath("flat_model.json").read_bytes())
    return Trees.from_dict(data["first"]), Trees.from_dict(data["second"])
