"""What the trees know of each line of a flat page, as columns.

``line_columns`` come from the lines and the rules alone, ``word_columns`` from the weights of words,
``context_columns`` from a first judgement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, pairwise
from operator import mul
from typing import Final, TypeVar, get_args

from mojifix.boilerplate.lines.outline import SIZE_STEP, Outline
from mojifix.boilerplate.lines.regions import Regions
from mojifix.boilerplate.trees.columns import (
    HIGHEST,
    Column,
    counts,
    log,
    log_ramp,
    logs,
    share,
    shares_of_counts,
    shares_of_one,
    shifted,
    sums_around,
)
from mojifix.layout.scripts import SENTENCE_ENDS, ends_in_thai_or_lao
from mojifix.records import Role

_Key = TypeVar("_Key")
_Sums = TypeVar("_Sums")
_NEIGHBORS: Final = (-1, 1)
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
_COARSE: Final = 16

# Code points at the start of a line whose marks are counted; the rest is more of the same.
_SEEN: Final = 160
_OF_PROGRAMS: Final = b"{}=<>[]\\_"
# What is left out of a page to count the marks of ASCII in each line.
_NO_MARKS: Final = bytes(n for n in range(128) if chr(n).isalnum() or chr(n).isspace()).replace(
    b"\n", b""
)
_FULL_STOP: Final = 3
_ENDS: Final = {
    **dict.fromkeys(SENTENCE_ENDS + "…", _FULL_STOP),
    ":": 2,
    "：": 2,
    **dict.fromkeys(",;،、", 1),
    **dict.fromkeys("0123456789%", 4),
    **dict.fromkeys(")]»›>→", 5),
    **dict.fromkeys("\"'”’」』", 6),
}
_MONEY: Final = "$€£¥₹₽₴₺"

# Weight of a word that is as frequent in content as around it; words have weights from the lowest on.
NEUTRAL: Final = 128
LOWEST: Final = 2
# What stands for words that have no weight, and for the end of a line.
_UNKNOWN: Final = 0
_END: Final = 1


def line_columns(outline: Outline, regions: Regions) -> dict[str, Column]:
    """Return all columns of at least one line that no model is needed for."""
    widths, roles = outline.widths, outline.roles
    count, total = len(widths), sum(widths)
    mass = list(map(mul, widths, outline.prose))
    texts = Counter(outline.texts)
    ends = bytes(
        [
            _FULL_STOP if said and ends_in_thai_or_lao(text) else _ENDS.get(text[-1], 0)
            for text, said in zip(outline.texts, outline.prose, strict=True)
        ]
    )
    marks, of_page = _marks(outline.texts)
    of_page |= {
        "page_lines": log(count),
        "page_size": log(total),
        "page_mass": share(sum(mass), total),
        "page_short": share(sum([width < _SHORT_WIDTH for width in widths]), count),
        "page_named": share(count - roles.count(None), count),
        "page_dates": log(roles.count("date_line")),
    }
    return {
        "width": logs(widths),
        "marks": marks,
        "end": ends,
        **{f"end{step:+d}": shifted(ends, step, HIGHEST) for step in _NEIGHBORS},
        "copies": counts(map(texts.__getitem__, outline.texts)),
        "alike": counts(map(outline.alike.__getitem__, outline.openings)),
        **_verdicts(count, regions),
        **_places(outline, mass),
        **_surroundings(outline),
        # Coarse, or trees come to know the pages that they were trained on.
        **{name: bytes([value // _COARSE * _COARSE]) * count for name, value in of_page.items()},
    }


def _marks(texts: Sequence[str]) -> tuple[Column, dict[str, int]]:
    """Return the share of marks in each line, and what marks there are on the page."""
    heads = [text[:_SEEN] for text in texts]
    page = "\n".join(heads)
    marks = page.encode("ascii", "ignore").translate(None, _NO_MARKS)
    numbers = map(len, marks.split(b"\n"))
    code = len(marks) - len(marks.translate(None, _OF_PROGRAMS))
    return bytes([HIGHEST * n // len(head) for n, head in zip(numbers, heads, strict=True)]), {
        "page_money": log(sum(map(page.count, _MONEY))),
        "page_code": share(code, len(texts)),
    }


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


def _surroundings(outline: Outline) -> dict[str, Column]:
    """Return how much prose, text, short lines and furniture stand around each line."""
    sizes = outline.sizes
    mass = bytes(map(mul, sizes, outline.prose))
    short = sizes.translate(_IS_SHORT)
    named = bytes([role is not None for role in outline.roles])
    return {
        **_sums("mass", mass, (-2, 2), (-5, 5), (-30, 30), form=logs),
        **_sums("size", sizes, (-5, 5), (-15, 15), (-30, 30), form=logs),
        **_sums("short", short, (-5, 5), form=bytes),
        **_sums("named", named, (-5, 5), (1, 15), (-30, 30), form=bytes),
    }


def _sums(
    of: str, column: Column, *windows: tuple[int, int], form: Callable[[list[int]], _Sums]
) -> dict[str, _Sums]:
    """Return the sums of a column from so many lines after each to so many, in some form, by name.

    >>> _sums("size", bytes([1, 2, 3, 4]), (-1, 1), (1, 2), form=list)
    {'size-1+1': [3, 6, 9, 7], 'size+1+2': [5, 7, 4, 0]}
    """
    sums = [0, *accumulate(column)]
    return {f"{of}{low:+d}{high:+d}": form(sums_around(sums, -low, high)) for low, high in windows}


def word_columns(lines: Sequence[str], weights: Mapping[str, int]) -> dict[str, Column]:
    """Return how the words of short lines weigh: "quantity" stands around content, "soup" in it.

    Args:
        lines: the words of each line, as ``letters`` gives them; empty for lines not looked at.
        weights: of words, ``LOWEST`` to 255; above ``NEUTRAL`` a word is more frequent in content.

    Returns:
        Mean and lowest weight of a line's words, and the means of the neighbors. A word without a
        weight, as in a language that few pages of the training data are in, weighs nothing.

    >>> columns = word_columns(["add to cart", "", "leek soup"], {"cart": 60, "soup": 150})
    >>> list(columns["weight"]), list(columns["weight+1"])
    ([60, 128, 150], [128, 150, 128])
    """
    found = _weights_of_lines(lines, weights)
    weight = bytes([sum(some) // len(some) if some else NEUTRAL for some in found])
    lowest = bytes([min(some) if some else NEUTRAL for some in found])
    columns = {"weight": weight, "lowest_weight": lowest}
    for step in _NEIGHBORS:
        columns[f"weight{step:+d}"] = shifted(weight, step, NEUTRAL)
    return columns


def _weights_of_lines(lines: Sequence[str], weights: Mapping[str, int]) -> list[bytes]:
    """Return the weights of the words of each line that have one, of all lines at once."""
    words = " \n ".join(lines).split(" ")
    weight_of = weights.get
    known = bytes([_END if word == "\n" else weight_of(word, _UNKNOWN) for word in words])
    return known.translate(None, bytes([_UNKNOWN])).split(bytes([_END]))


def context_columns(outline: Outline, probabilities: Sequence[float]) -> dict[str, Column]:
    """Return what a first judgement says about each line, of at least one, and those around it."""
    sizes = outline.sizes
    count = len(sizes)
    own = bytes([int(HIGHEST * p) for p in probabilities])
    kept = bytes([p * size // HIGHEST for p, size in zip(own, sizes, strict=True)])
    total = sum(kept)
    before, behind = list(accumulate(own, max)), list(accumulate(own[::-1], max))
    parts, wholes = (_sums("kept", of, (-5, 5), (-30, 30), form=list) for of in (kept, sizes))
    return {
        "own": own,
        **{f"own{step:+d}": shifted(own, step) for step in _NEIGHBORS},
        **{name: shares_of_counts(sums, wholes[name]) for name, sums in parts.items()},
        "best_before": bytes(before),
        "best_behind": bytes(behind)[::-1],
        "kept_before": shares_of_one(accumulate(kept), total),
        "kept_group": _means(outline.groups, own, outline.group_sizes),
        "kept_alike": _means(outline.openings, own, outline.alike),
        "kept_page": bytes([share(total, sum(sizes))]) * count,
    }


def _means(keys: Sequence[_Key], values: Column, sizes: Mapping[_Key, int]) -> Column:
    """Return for each line the mean of the values of all lines with its key."""
    sums = dict.fromkeys(sizes, 0)
    for key, value in zip(keys, values, strict=True):
        sums[key] += value
    means = {key: sums[key] // size for key, size in sizes.items()}
    return bytes(map(means.__getitem__, keys))
