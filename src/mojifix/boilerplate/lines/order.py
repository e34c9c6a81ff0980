"""What stands around each line of a flat page: repetition, place, neighborhood, the whole page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import mul
from typing import Final, get_args

from mojifix.boilerplate.lines.outline import SIZE_STEP, Outline, of_page
from mojifix.boilerplate.lines.regions import Regions
from mojifix.boilerplate.lines.windows import Window, window_counts, window_logs
from mojifix.boilerplate.trees.columns import (
    HIGHEST,
    Column,
    counts,
    log,
    log_ramp,
    logs,
    share,
    shares_of_one,
    shifted,
)
from mojifix.records import Role

_NEIGHBORS: Final = (-1, 1)
# Lines around each in which something is added up.
_MASS_WINDOWS: Final[tuple[Window, ...]] = ((-2, 2), (-5, 5), (-30, 30))
_SIZE_WINDOWS: Final[tuple[Window, ...]] = ((-5, 5), (-15, 15), (-30, 30))
_SHORT_WINDOWS: Final[tuple[Window, ...]] = ((-5, 5),)
_NAMED_WINDOWS: Final[tuple[Window, ...]] = ((-5, 5), (1, 15), (-30, 30))
_SHORT_WIDTH: Final = 30
_IS_SHORT: Final = bytes(size <= _SHORT_WIDTH // SIZE_STEP for size in range(256))
_LONG_WIDTH: Final = 80
_HERE: Final = 128  # where distances to both sides start from
_NEAR_HERE: Final = bytes(range(1, HIGHEST))
_BEYOND: Final = bytes([HIGHEST])
_COUNTDOWN: Final = bytes(range(HIGHEST, -1, -1))
# How far the next long line is from the last one.
_FAR: Final = 60
_ROLE_NUMBERS: Final[dict[Role, int]] = {role: n for n, role in enumerate(get_args(Role), 1)}


def order_columns(outline: Outline, regions: Regions, ends: Column) -> dict[str, Column]:
    """Return the columns of the order of the lines.

    Args:
        outline: of the lines, at least one.
        regions: what the rules say about them.
        ends: how each line ends.
    """
    mass = list(map(mul, outline.widths, outline.prose))
    texts = Counter(outline.texts)
    return {
        "copies": counts(map(texts.__getitem__, outline.texts)),
        "alike": counts(map(outline.alike.__getitem__, outline.openings)),
        **_verdicts(len(mass), regions),
        **_places(outline, mass),
        **_windows(outline),
        **_page(outline, mass),
        **{f"end{step:+d}": shifted(ends, step, HIGHEST) for step in _NEIGHBORS},
    }


def window_name(of: str, window: Window) -> str:
    """Name the column of what a window holds.

    >>> window_name("mass", (-5, 5))
    'mass-5+5'
    """
    low, high = window
    return f"{of}{low:+d}{high:+d}"


def _verdicts(count: int, regions: Regions) -> dict[str, Column]:
    verdicts = [0] * count
    for line, role in regions.roles.items():
        verdicts[line] = _ROLE_NUMBERS[role]
    return {
        "verdict": bytes(verdicts),
        "from_first": _distances(regions.first, count),
        "from_tail": _distances(regions.tail, count),
    }


def _distances(line: int, count: int) -> Column:
    """Return how far each line is below another one, 128 for that itself."""
    near = bytes([1] * (line - _HERE + 1)) + _NEAR_HERE[max(0, _HERE - 1 - line) :]
    return near[:count].ljust(count, _BEYOND)


def _places(outline: Outline, mass: Sequence[int]) -> dict[str, Column]:
    count = len(mass)
    long = [n for n, width in enumerate(mass) if width > _LONG_WIDTH] or [0]
    return {
        "rank": shares_of_one(range(count), count),
        "mass_before": shares_of_one(accumulate(mass), sum(mass)),
        "before": log_ramp(count),
        "after": log_ramp(count + 1)[:0:-1],
        "group": logs(map(outline.group_sizes.__getitem__, outline.groups)),
        "long_below": _until(long, count),
        "from_first_long": _distances(long[0], count),
        "from_last_long": _distances(long[-1], count),
    }


def _until(places: Sequence[int], count: int) -> Column:
    """Return how far below each line the next of some lines is."""
    steps = [below - above for above, below in pairwise((-1, *places, count + _FAR))]
    return b"".join([_COUNTDOWN[-step:].rjust(step, _BEYOND) for step in steps])[:count]


def _windows(outline: Outline) -> dict[str, Column]:
    """Return how much prose, text, short lines and furniture stand around each line."""
    sizes = outline.sizes
    found = {}
    for name, column, windows in (
        ("mass", bytes(map(mul, sizes, outline.prose)), _MASS_WINDOWS),
        ("size", sizes, _SIZE_WINDOWS),
    ):
        for window, logarithms in zip(windows, window_logs(column, windows), strict=True):
            found[window_name(name, window)] = logarithms
    for name, column, windows in (
        ("short", sizes.translate(_IS_SHORT), _SHORT_WINDOWS),
        ("named", bytes([role is not None for role in outline.roles]), _NAMED_WINDOWS),
    ):
        for window, flagged in zip(windows, window_counts(column, windows), strict=True):
            found[window_name(name, window)] = flagged
    return found


def _page(outline: Outline, mass: Sequence[int]) -> dict[str, Column]:
    """Return what is the same for every line of the page."""
    widths, roles = outline.widths, outline.roles
    count, total = len(widths), sum(widths)
    shape = {
        "page_lines": log(count),
        "page_size": log(total),
        "page_mass": share(sum(mass), total),
        "page_short": share(sum([width < _SHORT_WIDTH for width in widths]), count),
        "page_named": share(count - roles.count(None), count),
        "page_dates": log(roles.count("date_line")),
    }
    return {name: of_page(value, count) for name, value in shape.items()}
