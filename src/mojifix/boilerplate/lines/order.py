"""What stands around each line of a flat page: repetition, place, neighborhood, the whole page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import mul, ne
from typing import Final

from mojifix.boilerplate.lines.outline import SIZE_STEP, Outline
from mojifix.boilerplate.lines.regions import Regions
from mojifix.boilerplate.lines.text import ROLE_NUMBERS
from mojifix.boilerplate.lines.windows import Window, alike_near, window_counts, window_logs
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
_OF_NEIGHBORS: Final = ("width", "end", "start", "prose", "role", "ruled")
WINDOWS: Final[tuple[Window, ...]] = (
    (-2, 2), (-5, 5), (-15, 15), (-5, -1), (1, 5), (-15, -1), (1, 15), (-30, 30),
)  # fmt: skip
_NAMES: Final = tuple(f"{low:+d}{high:+d}" for low, high in WINDOWS)
# Rows of one list are at most this far apart.
_NEAR: Final = 5
_SHORT_WIDTH: Final = 30
_IS_SHORT: Final = bytes(size <= _SHORT_WIDTH // SIZE_STEP for size in range(256))
_IS_NAMED: Final = b"\0" + b"\1" * 255
_LONG_WIDTH: Final = 80
_HERE: Final = 128  # where distances to both sides start from
_NEAR_HERE: Final = bytes(range(1, HIGHEST))
_BEYOND: Final = bytes([HIGHEST])
_COUNT_UP: Final = bytes(range(1, HIGHEST + 1))
_COUNT_DOWN: Final = bytes(range(HIGHEST, -1, -1))
_COARSE: Final = 16
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
    found = _repetition(outline, columns)
    found |= _verdicts(len(outline.texts), regions)
    mass = list(map(mul, outline.widths, outline.prose))
    found |= _places(outline.groups, outline.widths, mass)
    found |= _windows(columns, outline.sizes)
    known = {**columns, **found}
    for name in _OF_NEIGHBORS:
        for step in _NEIGHBORS:
            found[f"{name}{step:+d}"] = shifted(known[name], step, HIGHEST)
    found |= _page(outline.widths, mass, columns)
    return found


def _repetition(outline: Outline, columns: dict[str, Column]) -> dict[str, Column]:
    forms = list(
        zip(*(columns[name] for name in ("start", "end", "role", "money", "ruled")),
            columns["width"].translate(_BY_OCTAVE), strict=True)
    )  # fmt: skip
    keys: dict[str, Sequence[object]] = {
        "copies": outline.texts,
        "alike": outline.openings,
        "openings": [text.partition(" ")[0] for text in outline.openings],
        "forms": forms,
    }
    found = {}
    for name, values in keys.items():
        count = Counter(values)
        found[name] = counts(map(count.__getitem__, values))
    numbers: dict[object, int] = {}
    found["form_near"] = alike_near(
        [numbers.setdefault(form, len(numbers)) for form in forms], _NEAR
    )
    return found


_BY_OCTAVE: Final = bytes(n // 16 for n in range(256))


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


def _places(groups: Sequence[int], widths: Sequence[int], mass: Sequence[int]) -> dict[str, Column]:
    count = len(groups)
    begins = bytes(map(ne, groups, [-1, *groups]))
    short = [width < _SHORT_WIDTH for width in widths]
    long = [n for n, width in enumerate(mass) if width > _LONG_WIDTH] or [0]
    sizes = Counter(groups)
    return {
        "rank": shares_of_one(range(count), count),
        "place": shares_of_one(accumulate(widths), sum(widths)),
        "mass_before": shares_of_one(accumulate(mass), sum(mass)),
        "before": log_ramp(count),
        "after": log_ramp(count + 1)[:0:-1],
        "begins": begins,
        "ends": begins[1:] + b"\1",
        "group": logs([sizes[group] for group in groups]),
        "short_before": counts(_runs(short)),
        "short_after": counts(_runs(short[::-1])[::-1]),
        "long_above": _since(long, count),
        "long_below": _until(long, count),
        "from_first_long": _distances(long[0], count),
        "from_last_long": _distances(long[-1], count),
    }


def _since(places: Sequence[int], count: int) -> Column:
    """Return how far each line is below the last of some lines above it."""
    steps = [below - above for above, below in pairwise((-_FAR, *places, count - 1))]
    return b"".join([_COUNT_UP[:step].ljust(step, _BEYOND) for step in steps])[_FAR - 1 :]


def _until(places: Sequence[int], count: int) -> Column:
    """Return how far each line is above the next of some lines, 0 for those themselves."""
    steps = [below - above for above, below in pairwise((-1, *places, count + _FAR))]
    return b"".join([_COUNT_DOWN[-step:].rjust(step, _BEYOND) for step in steps])[:count]


def _windows(columns: dict[str, Column], sizes: Column) -> dict[str, Column]:
    """Return how much prose, text, short lines and furniture stand around each line."""
    mass = bytes(map(mul, sizes, columns["prose"]))
    short = sizes.translate(_IS_SHORT)
    named = columns["role"].translate(_IS_NAMED)
    found = {}
    for name, column in (("mass", mass), ("size", sizes)):
        for window, logarithms in zip(_NAMES, window_logs(column, WINDOWS), strict=True):
            found[name + window] = logarithms
    for name, column in (("short", short), ("named", named)):
        for window, flagged in zip(_NAMES, window_counts(column, WINDOWS), strict=True):
            found[name + window] = flagged
    return found


def _page(
    widths: Sequence[int], mass: Sequence[int], columns: dict[str, Column]
) -> dict[str, Column]:
    """Return what is the same for every line of the page."""
    count, total = len(widths), sum(widths)
    shape = {
        "page_lines": log(count),
        "page_size": log(total),
        "page_mass": share(sum(mass), total),
        "page_short": share(sum(width < _SHORT_WIDTH for width in widths), count),
        "page_named": share(count - columns["role"].count(0), count),
        "page_dates": log(columns["role"].count(ROLE_NUMBERS["date_line"])),
        "page_money": log(sum(columns["money"])),
        "page_code": share(count - columns["code"].count(0), count),
    }
    # Coarse, or trees come to know the pages that they were trained on.
    return {name: bytes([value // _COARSE * _COARSE]) * count for name, value in shape.items()}


def _runs(flags: Sequence[bool]) -> list[int]:
    runs, length = [], 0
    for flag in flags:
        length = length + 1 if flag else 0
        runs.append(length)
    return runs
