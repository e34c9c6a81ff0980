"""What stands around each line of a flat page: repetition, place, neighborhood, the whole page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import mul
from typing import Final

from mojifix.boilerplate.lines.outline import SIZE_STEP, Outline, of_page
from mojifix.boilerplate.lines.regions import Regions
from mojifix.boilerplate.lines.text import ROLE_NUMBERS
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

_NEIGHBORS: Final = (-2, -1, 1, 2)
_OF_NEIGHBORS: Final = ("width", "end")
_BY_OCTAVE: Final = bytes(n // 16 for n in range(256))
# Lines around each in which something is added up.
_MASS_WINDOWS: Final[tuple[Window, ...]] = ((-2, 2), (-5, 5), (-30, 30))
_SIZE_WINDOWS: Final[tuple[Window, ...]] = ((-5, 5), (-15, 15), (-30, 30))
_SHORT_WINDOWS: Final[tuple[Window, ...]] = ((-5, 5), (-30, 30))
_NAMED_WINDOWS: Final[tuple[Window, ...]] = ((-5, 5), (-15, -1), (1, 15), (-30, 30))
_SHORT_WIDTH: Final = 30
_IS_SHORT: Final = bytes(size <= _SHORT_WIDTH // SIZE_STEP for size in range(256))
_IS_NAMED: Final = b"\0" + b"\1" * 255
_LONG_WIDTH: Final = 80
_HERE: Final = 128  # where distances to both sides start from
_NEAR_HERE: Final = bytes(range(1, HIGHEST))
_BEYOND: Final = bytes([HIGHEST])
_COUNTDOWN: Final = bytes(range(HIGHEST, -1, -1))
# How far the next long line is from the last one.
_FAR: Final = 60


def order_columns(
    outline: Outline, regions: Regions, columns: dict[str, Column]
) -> dict[str, Column]:
    """Return the columns of the order of the lines.

    Args:
        outline: of the lines, at least one.
        regions: what the rules say about them.
        columns: of the texts.
    """
    mass = list(map(mul, outline.widths, outline.prose))
    found = {
        "copies": _repeats(outline.texts),
        "alike": _repeats(outline.openings),
        "forms": _repeats(_forms(columns)),
        **_verdicts(len(mass), regions),
        **_places(outline, mass),
        **_windows(outline, columns["role"].translate(_IS_NAMED)),
        **_page(outline.widths, mass, columns["role"]),
    }
    for name in _OF_NEIGHBORS:
        for step in _NEIGHBORS:
            found[f"{name}{step:+d}"] = shifted(columns[name], step, HIGHEST)
    return found


def window_name(of: str, window: Window) -> str:
    """Name the column of what a window holds.

    >>> window_name("mass", (-5, 5))
    'mass-5+5'
    """
    low, high = window
    return f"{of}{low:+d}{high:+d}"


def _forms(columns: dict[str, Column]) -> list[object]:
    """Return what each line looks like: how wide it is, how it ends, what its words say it is."""
    octaves = columns["width"].translate(_BY_OCTAVE)
    return list(zip(octaves, columns["end"], columns["role"], strict=True))


def _repeats(values: Sequence[object]) -> Column:
    """Return how many lines have the same value as each."""
    times = Counter(values)
    return counts(map(times.__getitem__, values))


def _verdicts(count: int, regions: Regions) -> dict[str, Column]:
    verdicts = [0] * count
    for line, role in regions.roles.items():
        verdicts[line] = ROLE_NUMBERS[role]
    title = regions.title
    return {
        "verdict": bytes(verdicts),
        "from_title": bytes(count) if title is None else _distances(title, count),
        "from_first": _distances(regions.first, count),
        "from_tail": _distances(regions.tail, count),
    }


def _distances(line: int, count: int) -> Column:
    """Return how far each line is below another one, 128 for that itself."""
    near = bytes([1] * (line - _HERE + 1)) + _NEAR_HERE[max(0, _HERE - 1 - line) :]
    return near[:count].ljust(count, _BEYOND)


def _places(outline: Outline, mass: Sequence[int]) -> dict[str, Column]:
    groups = outline.groups
    count = len(groups)
    sizes = Counter(groups)
    long = [n for n, width in enumerate(mass) if width > _LONG_WIDTH] or [0]
    return {
        "rank": shares_of_one(range(count), count),
        "mass_before": shares_of_one(accumulate(mass), sum(mass)),
        "before": log_ramp(count),
        "after": log_ramp(count + 1)[:0:-1],
        "group": logs([sizes[group] for group in groups]),
        "short_before": counts(_runs([width < _SHORT_WIDTH for width in outline.widths])),
        "long_below": _until(long, count),
        "from_first_long": _distances(long[0], count),
        "from_last_long": _distances(long[-1], count),
    }


def _until(places: Sequence[int], count: int) -> Column:
    """Return how far below each line the next of some lines is."""
    steps = [below - above for above, below in pairwise((-1, *places, count + _FAR))]
    return b"".join([_COUNTDOWN[-step:].rjust(step, _BEYOND) for step in steps])[:count]


def _windows(outline: Outline, named: Column) -> dict[str, Column]:
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
        ("named", named, _NAMED_WINDOWS),
    ):
        for window, flagged in zip(windows, window_counts(column, windows), strict=True):
            found[window_name(name, window)] = flagged
    return found


def _page(widths: Sequence[int], mass: Sequence[int], roles: Column) -> dict[str, Column]:
    """Return what is the same for every line of the page."""
    count, total = len(widths), sum(widths)
    shape = {
        "page_lines": log(count),
        "page_size": log(total),
        "page_mass": share(sum(mass), total),
        "page_short": share(sum([width < _SHORT_WIDTH for width in widths]), count),
        "page_named": share(count - roles.count(0), count),
        "page_dates": log(roles.count(ROLE_NUMBERS["date_line"])),
    }
    return {name: of_page(value, count) for name, value in shape.items()}


def _runs(flags: Sequence[bool]) -> list[int]:
    runs, length = [], 0
    for flag in flags:
        length = length + 1 if flag else 0
        runs.append(length)
    return runs
