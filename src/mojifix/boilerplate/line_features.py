"""What the lines of a page look like in numbers, each on its own and among its neighbors.

The features know no language: length, punctuation, repetition, place, and the roles that the
phrases give away. They are columns, one value for each line, because columns are shifted, added up
and compared without touching every line again. ``training/train_flat.py`` fits trees on them;
their order is the model's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import sub
from typing import Final

from mojifix.boilerplate.evidence import View
from mojifix.boilerplate.regions import Regions

Column = Sequence[float]

# The window sums look this many lines back and ahead.
_WINDOWS: Final = ((-2, 3), (-5, 6), (-15, 16), (-5, 0), (1, 6), (-15, 0), (1, 16))
_FURTHEST: Final = 16
_NEIGHBORS: Final = (-2, -1, 1, 2)
_SHORT_WIDTH: Final = 30.0
_LONG_WIDTH: Final = 80.0
# A line is looked at this far, in code points: the rest is more of the same.
_SEEN: Final = 300
_PUNCTUATION: Final = re.compile(r"[^\w\s]+")
_DIGITS: Final = re.compile(r"\d+")
_MONEY: Final = re.compile(r"[$€£¥₹₽₴₺]|\b(?:USD|EUR|GBP)\b")
_CODE: Final = re.compile(r"[{}=<>\[\]\\_]|\(\)|::|->|//")
# Lines that begin alike, numbers aside, are rows of one list.
_ALIKE: Final = 24
_LAST: Final = ".!?…。！？।؟:"
_BULLETS: Final = "•*-–◦▪·‣"
# From content to furniture; trees cut the scale where they like.
_SCALE: Final = {
    role: number
    for number, role in enumerate(
        (
            None,
            "date_line",
            "author_box",
            "tags",
            "comment_count",
            "comment",
            "breadcrumb",
            "pagination",
            "comment_form",
            "share",
            "navigation",
            "search",
            "login",
            "related",
            "newsletter",
            "advert",
            "legal",
            "footer",
            "cookie_notice",
        )
    )
}


def line_features(views: Sequence[View], regions: Regions) -> list[Column]:
    """Describe the lines of a page.

    Args:
        views: the lines, at least one.
        regions: what the rules say about them.

    Returns:
        The columns, each with one value for a line.
    """
    widths = [view.width for view in views]
    own = _own(views, widths)
    last, prose, signs = own[2], own[-2], own[-1]
    return [
        *own,
        *_repetition(views),
        *_verdicts(views, regions),
        *_places(views, widths, prose),
        *_around(widths, prose, signs),
        *(
            shifted
            for column in (widths, last, prose, signs)
            for step in _NEIGHBORS
            for shifted in (_shifted(column, step),)
        ),
        *_page(widths, prose, own),
    ]


def _own(views: Sequence[View], widths: Column) -> list[Column]:
    texts = [view.text[:_SEEN] for view in views]
    words = [text.split() for text in texts]
    counts = [len(of_line) for of_line in words]
    return [
        widths,
        counts,
        [float(text[-1] in _LAST) + (text[-1] == ":") for text in texts],
        [len(text) / count for text, count in zip(texts, counts, strict=True)],
        [view.sentences for view in views],
        [
            sum(map(str.istitle, of_line)) / count
            for of_line, count in zip(words, counts, strict=True)
        ],
        [len(_DIGITS.findall(text)) / len(text) for text in texts],
        [len(_PUNCTUATION.findall(text)) / len(text) for text in texts],
        [text.count(",") for text in texts],
        [float(text[0].islower()) - text[0].isupper() for text in texts],
        [text.isupper() for text in texts],
        [(text[0] in _BULLETS) + 2 * text[0].isdigit() for text in texts],
        [_MONEY.search(text) is not None for text in texts],
        ["://" in text or "www." in text or "@" in text for text in texts],
        [len(_CODE.findall(text)) for text in texts],
        ["?" in text for text in texts],
        [("|" in text) + 2 * ("\t" in text) for text in texts],
        [view.sign is not None and view.sign.sure for view in views],
        [min(view.indent, 12) for view in views],
        [view.prose for view in views],
        [_SCALE.get(view.role, 0) for view in views],
    ]


def _repetition(views: Sequence[View]) -> list[Column]:
    texts = [view.text for view in views]
    masked = _masked(views)
    openings = [mask.partition(" ")[0] for mask in masked]
    return [
        [count[key] for key in keys]
        for keys in (texts, masked, openings)
        for count in (Counter(keys),)
    ]


def _masked(views: Sequence[View]) -> list[str]:
    return [_DIGITS.sub("0", view.text[:_ALIKE]).casefold() for view in views]


def _verdicts(views: Sequence[View], regions: Regions) -> list[Column]:
    numbers = range(len(views))
    title = regions.title if regions.title is not None else -1
    return [
        [_SCALE.get(regions.roles.get(i), 0) for i in numbers],
        *(
            _clipped(range(-start, len(views) - start), 50)
            for start in (title, regions.first, regions.tail)
        ),
    ]


def _places(views: Sequence[View], widths: Column, prose: Column) -> list[Column]:
    count = len(views)
    total = sum(widths)
    groups = [view.group for view in views]
    starts = [True, *map(int.__ne__, groups[1:], groups)]
    mass = [width if is_prose else 0.0 for width, is_prose in zip(widths, prose, strict=True)]
    total_mass = max(sum(mass), 1.0)
    short = [width < _SHORT_WIDTH for width in widths]
    long = [i for i, width in enumerate(mass) if width > _LONG_WIDTH] or [0]
    near = [bisect_left(long, i) for i in range(count)]
    above, below = [-60, *long], [*long, count + 60]
    return [
        [i / count for i in range(count)],
        [before / total for before in accumulate(widths)],
        [before / total_mass for before in accumulate(mass)],
        range(count),
        range(count, 0, -1),
        starts,
        [*starts[1:], True],
        _runs(short),
        _runs(short[::-1])[::-1],
        _clipped((i - above[n] for i, n in enumerate(near)), 60),
        _clipped((below[n] - i for i, n in enumerate(near)), 60),
        _clipped(range(-long[0], count - long[0]), 50),
        _clipped(range(-long[-1], count - long[-1]), 50),
    ]


def _around(widths: Column, prose: Column, signs: Column) -> list[Column]:
    """Add up what is in the windows around each line."""
    mass = [width if is_prose else 0.0 for width, is_prose in zip(widths, prose, strict=True)]
    short = [width < _SHORT_WIDTH for width in widths]
    named = [sign > 0 for sign in signs]
    return [sums for column in (mass, short, named, widths) for sums in _window_sums(column)]


def _page(widths: Column, prose: Column, own: Sequence[Column]) -> list[Column]:
    """Give what is the same for every line of the page."""
    count, total = len(widths), sum(widths)
    mass = sum(width for width, is_prose in zip(widths, prose, strict=True) if is_prose)
    values = (
        count,
        total,
        mass / total,
        sum(width < _SHORT_WIDTH for width in widths) / count,
        sum(sign > 0 for sign in own[-1]) / count,
        list(own[-1]).count(_SCALE["date_line"]),
        sum(own[12]),
        sum(signs > 0 for signs in own[14]) / count,
    )
    return [[value] * count for value in values]


def _window_sums(column: Column) -> list[Column]:
    # Whole numbers, so that sums of windows are exact and equal ones are equal.
    count = len(column)
    before = list(accumulate(map(round, column), initial=0))
    before = [0] * _FURTHEST + before + [before[-1]] * _FURTHEST
    return [
        list(map(sub, before[_FURTHEST + high :][:count], before[_FURTHEST + low :]))
        for low, high in _WINDOWS
    ]


def _shifted(column: Column, step: int) -> Column:
    outside = [-1.0] * min(abs(step), len(column))
    if step < 0:
        return [*outside, *column[:step]]
    return [*column[step:], *outside]


def _clipped(values: Iterable[int], most: int) -> list[float]:
    return [-most if v < -most else most if v > most else v for v in values]


def _runs(flags: Sequence[bool]) -> list[int]:
    runs, length = [], 0
    for flag in flags:
        length = length + 1 if flag else 0
        runs.append(length)
    return runs


def smoothed_features(views: Sequence[View], probabilities: Column) -> list[Column]:
    """Describe what a first judgement says about the neighbors of each line.

    Args:
        views: the lines.
        probabilities: that each is content, by the first judgement.
    """
    widths = [view.width for view in views]
    mass = [p * width for p, width in zip(probabilities, widths, strict=True)]
    page = round(sum(mass) / max(sum(widths), 1.0), 3)
    best_before = list(accumulate(probabilities, max))
    best_behind = list(accumulate(reversed(probabilities), max))[::-1]
    return [
        probabilities,
        *(_shifted(probabilities, step) for step in (-3, -2, -1, 1, 2, 3)),
        _means([view.group for view in views], probabilities),
        _means(_masked(views), probabilities),
        [page] * len(views),
        best_before,
        best_behind,
        *(
            [100 * part // whole if whole else 0 for part, whole in zip(parts, wholes, strict=True)]
            for parts, wholes in zip(_window_sums(mass), _window_sums(widths), strict=True)
        ),
    ]


def _means(keys: Sequence[object], values: Column) -> list[float]:
    """Give for each line the mean of the values of all lines with its key."""
    sums: dict[object, float] = {}
    for key, value in zip(keys, values, strict=True):
        sums[key] = sums.get(key, 0.0) + value
    counts = Counter(keys)
    means = {key: sum_ / counts[key] for key, sum_ in sums.items()}
    return [means[key] for key in keys]
