"""What a line looks like in numbers, on its own and among its neighbors.

The features know no language: length, punctuation, repetition, place, and the roles that the
phrases give away. ``training/train_flat.py`` fits trees on them; their order is the model's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate
from math import log1p
from typing import Final

from mojifix.boilerplate.evidence import View
from mojifix.boilerplate.regions import Regions

# The window sums look this many lines back and ahead.
_WINDOWS: Final = ((-2, 3), (-5, 6), (-15, 16), (-5, 0), (1, 6), (-15, 0), (1, 16))
_NEIGHBORS: Final = (-2, -1, 1, 2)
_SHORT_WIDTH: Final = 30.0
_WORD: Final = re.compile(r"\w+")
_PUNCTUATION: Final = re.compile(r"[^\w\s]")
_ENDS: Final = re.compile(r"[.!?…](?:[\"'”’»)\]]*(?:\s|$))|[。！？।؟۔]")
_DIGITS: Final = re.compile(r"\d+")
_MONEY: Final = re.compile(r"[$€£¥₹₽₴₺]|\b(?:USD|EUR|GBP)\b")
_LINKS: Final = re.compile(r"https?://|www\.|@")
_CODE: Final = re.compile(r"[{}=<>\[\]\\_]|\(\)|::|->|//")
_LAST: Final = ".!?…。！？।؟:"
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


def line_features(views: Sequence[View], regions: Regions) -> list[list[float]]:
    """Describe every line of a page by the same number of features.

    Args:
        views: the lines.
        regions: what the rules say about them.
    """
    if not views:
        return []
    own = [_own(view) for view in views]
    repeats = Counter(view.text for view in views)
    masked = [_DIGITS.sub("0", view.text.casefold())[:24] for view in views]
    alike = Counter(masked)
    opening = Counter(mask.split(" ")[0] for mask in masked)
    around = _around(views, own)
    rows = []
    for i, view in enumerate(views):
        rows.append(
            [
                *own[i],
                float(repeats[view.text]),
                float(alike[masked[i]]),
                float(opening[masked[i].split(" ")[0]]),
                *_verdict(i, view, regions),
                *around[i],
            ]
        )
    return rows


def _own(view: View) -> list[float]:
    text = view.text[:2000]
    words = _WORD.findall(text)
    count = len(words)
    letters = sum(map(len, words))
    capitals = sum(word[0].isupper() for word in words)
    return [
        log1p(view.width),
        log1p(count),
        letters / max(count, 1),
        float(text[-1] in _LAST) + (text[-1] == ":"),
        float(min(sum(1 for _ in _ENDS.finditer(text)), 8)),
        capitals / max(count, 1),
        sum(c.isdigit() for c in text) / len(text),
        sum(1 for _ in _PUNCTUATION.finditer(text)) / len(text),
        float(min(text.count(","), 8)),
        float(text[0].islower()) - float(text[0].isupper()),
        float(text.isupper()),
        float(text[0] in "•*-–◦▪·‣"),
        float(text[0].isdigit()),
        float(bool(_MONEY.search(text))),
        float(bool(_LINKS.search(text))),
        float(min(sum(1 for _ in _CODE.finditer(text)), 5)),
        float("?" in text),
        float("|" in text) + 2.0 * ("\t" in text),
        float(view.prose),
        float(_SCALE.get(view.role, 0)),
        float(view.sign is not None and view.sign.sure),
        float(min(view.indent, 12)),
    ]


def _verdict(i: int, view: View, regions: Regions) -> list[float]:
    title = regions.title if regions.title is not None else -1
    return [
        float(_SCALE.get(regions.roles.get(i), 0)),
        float(min(max(i - title, -50), 50)),
        float(i == title),
        float(min(max(i - regions.first, -50), 50)),
        float(min(max(i - regions.tail, -50), 50)),
    ]


def _around(views: Sequence[View], own: Sequence[Sequence[float]]) -> list[list[float]]:
    count = len(views)
    widths = [view.width for view in views]
    mass = [view.width if view.prose else 0.0 for view in views]
    short = [float(view.width < _SHORT_WIDTH) for view in views]
    named = [float(view.role is not None) for view in views]
    sums = [_window(column) for column in (mass, short, named, widths)]
    total, total_mass = sum(widths), sum(mass)
    page = [
        log1p(count),
        log1p(total),
        total_mass / total,
        sum(short) / count,
        sum(named) / count,
        float(min(sum(view.role == "date_line" for view in views), 20)),
        float(min(sum(row[13] for row in own), 20.0)),
        sum(row[15] > 0 for row in own) / count,
    ]
    prose = [i for i, view in enumerate(views) if view.prose and view.width > 80] or [0]
    widths_before = list(accumulate(widths, initial=0.0))
    mass_before = list(accumulate(mass, initial=0.0))
    runs, runs_back = _runs(short), _runs(short[::-1])[::-1]
    rows = []
    for i, view in enumerate(views):
        near = bisect_left(prose, i)
        row = [
            i / count,
            widths_before[i] / total,
            mass_before[i] / max(total_mass, 1.0),
            log1p(i),
            log1p(count - i),
            float(i == 0 or views[i - 1].group != view.group),
            float(i + 1 == count or views[i + 1].group != view.group),
            float(min(runs[i], 50.0)),
            float(min(runs_back[i], 50.0)),
            float(min(i - prose[near - 1], 60)) if near else 60.0,
            float(min(prose[near] - i, 60)) if near < len(prose) else 60.0,
            float(max(min(i - prose[0], 50), -50)),
            float(max(min(i - prose[-1], 50), -50)),
        ]
        for low, high in _WINDOWS:
            size = max(min(i + high, count) - max(i + low, 0), 1)
            found = [at(max(i + low, 0), min(i + high, count)) for at in sums]
            row += [log1p(found[0]), found[1] / size, found[2] / size, log1p(found[3])]
        for step in _NEIGHBORS:
            j = i + step
            if 0 <= j < count:
                row += [own[j][0], own[j][3], own[j][18], own[j][19]]
            else:
                row += [-1.0, -1.0, -1.0, -1.0]
        rows.append(row + page)
    return rows


def _window(column: Sequence[float]) -> Callable[[int, int], float]:
    before = list(accumulate(column, initial=0.0))
    # Differences of sums may fall below zero by rounding.
    return lambda low, high: max(before[high] - before[low], 0.0) if high > low else 0.0


def _runs(flags: Sequence[float]) -> list[float]:
    runs, length = [], 0.0
    for flag in flags:
        length = length + 1.0 if flag else 0.0
        runs.append(length)
    return runs


def smoothed_features(views: Sequence[View], probabilities: Sequence[float]) -> list[list[float]]:
    """Describe what a first judgement says about the neighbors of each line.

    Args:
        views: the lines.
        probabilities: that each is content, by the first judgement.
    """
    count = len(views)
    weights = [view.width for view in views]
    at = _window([p * w for p, w in zip(probabilities, weights, strict=True)])
    size = _window(weights)
    groups: dict[int, list[int]] = {}
    alike: dict[str, list[int]] = {}
    for i, view in enumerate(views):
        groups.setdefault(view.group, []).append(i)
        alike.setdefault(_DIGITS.sub("0", view.text.casefold())[:24], []).append(i)
    of_group = {key: _mean(probabilities, members) for key, members in groups.items()}
    of_alike = {key: _mean(probabilities, members) for key, members in alike.items()}
    page = at(0, count) / max(size(0, count), 1.0)
    best_before = list(accumulate(probabilities, max, initial=0.0))
    best_behind = list(accumulate(reversed(probabilities), max, initial=0.0))[::-1]
    rows = []
    for i, view in enumerate(views):
        row = [
            probabilities[i],
            *(
                probabilities[i + step] if 0 <= i + step < count else -1.0
                for step in (-3, -2, -1, 1, 2, 3)
            ),
            of_group[view.group],
            of_alike[_DIGITS.sub("0", view.text.casefold())[:24]],
            page,
            best_before[i],
            best_behind[i + 1],
        ]
        for low, high in _WINDOWS:
            low, high = max(i + low, 0), min(i + high, count)
            row.append(at(low, high) / max(size(low, high), 1.0))
        rows.append(row)
    return rows


def _mean(values: Sequence[float], members: Sequence[int]) -> float:
    return sum(values[i] for i in members) / len(members)
