"""What stands before and after each block, and the shape of the page, as columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from mojifix.boilerplate.pages.columns.headings import HEADING_LEVELS
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
from mojifix.layout.page import Page

_NEIGHBORS: Final = (1, 2, -1, -2)
_OF_NEIGHBORS: Final = ("size", "linked", "tag", "role")
_COARSE: Final = 32
_COUNTED: Final = ("p", "li", "h2", "h3", "article", "pre", "tr", "button", "form")
# What a page may say it is: schema.org types and og:type.
_TYPES: Final = {
    "article": {"article", "newsarticle", "blogposting", "techarticle", "report", "og:article"},
    "product": {"product", "productgroup", "offer", "og:product", "og:product.item"},
    "forum": {"discussionforumposting", "qapage"},
    "questions": {"faqpage", "question"},
    "list": {"itemlist", "collectionpage"},
    "website": {"og:website"},
    "trail": {"breadcrumblist"},
    "rated": {"aggregaterating", "review"},
}
# Distances to both sides of a block.
_UP_TO_HERE: Final = bytes(range(1, 129))
_FROM_HERE: Final = bytes(range(129, HIGHEST + 1))


def order_columns(
    page: Page, sizes: Sequence[int], columns: dict[str, Column]
) -> dict[str, Column]:
    """Return the columns of the order of the blocks."""
    count = len(sizes)
    total = sum(sizes)
    ends = list(accumulate(sizes))
    copies = Counter(page.texts)
    found = {
        "linked": shares_of_counts(page.linked, sizes),
        "links": counts(page.links),
        "rank": bytes([HIGHEST * n // count for n in range(count)]),
        "place": shares_of_one(ends, total),
        "before": log_ramp(count),
        "after": log_ramp(count + 1)[:0:-1],
        "share": shares_of_one(sizes, total),
        "copies": counts([copies[text] for text in page.texts]),
    }
    known = {**columns, **found}
    for step in _NEIGHBORS:
        for name in _OF_NEIGHBORS:
            found[f"{name}{step:+d}"] = shifted(known[name], step, HIGHEST)
    found |= _windows(page, sizes, columns["sentence"])
    found |= _headings(page, columns["role"])
    for name, value in _shape(page, total, sum(page.linked)).items():
        found[name] = bytes([value]) * count
    return found


def copies_before(texts: Sequence[str]) -> Column:
    """Return how often each text stood before itself; tabs and sliders repeat what they show.

    >>> list(copies_before(["Leeks", "Thyme", "Leeks", "Leeks"]))
    [0, 0, 1, 2]
    """
    seen: dict[str, int] = {}
    found = []
    for text in texts:
        count = seen.get(text, 0)
        found.append(count)
        seen[text] = count + 1
    return counts(found)


def _windows(page: Page, sizes: Sequence[int], sentence: Column) -> dict[str, Column]:
    """Return sums over the neighborhood of each block: sentences, and what is in links."""
    mass = [0, *accumulate([size * is_one for size, is_one in zip(sizes, sentence, strict=True)])]
    length = [0, *accumulate(sizes)]
    linked = [0, *accumulate(page.linked)]
    found = {}
    for reach in (2, 6, 20):
        found[f"mass{reach}"] = logs(sums_around(mass, reach, reach))
    for reach in (3, 10):
        found[f"linked{reach}"] = shares_of_counts(
            sums_around(linked, reach, reach), sums_around(length, reach, reach)
        )
    found["mass_before"] = shares_of_one(mass[1:], mass[-1])
    return found


def _headings(page: Page, roles: Column) -> dict[str, Column]:
    """Return how far each block is from the h1 and from the heading before it, and that one's role."""
    tags = [page.tags[home] for home in page.homes]
    first = next((n for n, tag in enumerate(tags) if tag == "h1"), None)
    from_first = bytes(len(tags))
    if first is not None:
        before = _UP_TO_HERE[-first - 1 :].rjust(first + 1, _UP_TO_HERE[:1])
        from_first = (before + _FROM_HERE).ljust(len(tags), _FROM_HERE[-1:])[: len(tags)]
    distance, role, level = [], [], []
    last, last_role, last_level = -1, 0, 0
    for n, tag in enumerate(tags):
        if tag in HEADING_LEVELS:
            last, last_role, last_level = n, roles[n], int(tag[1])
        distance.append(n - last)
        role.append(last_role)
        level.append(last_level)
    return {
        "from_h1": from_first,
        "from_heading": logs(distance),
        "heading_role": bytes(role),
        "heading_level": bytes(level),
    }


def _shape(page: Page, total: int, linked: int) -> dict[str, int]:
    """Return what is the same for all blocks of the page."""
    tags = Counter(page.tags)
    shape = {
        "page_size": log(total),
        "page_blocks": log(len(page.texts)),
        "page_linked": share(linked, total),
    }
    shape |= {f"page_{tag}": log(tags[tag]) for tag in _COUNTED}
    # Coarse, or trees come to know the pages that they were trained on: F1 0.872 to 0.875.
    shape = {name: value // _COARSE * _COARSE for name, value in shape.items()}
    shape |= {"page_main": int("main" in tags), "page_noscript": int("noscript" in tags)}
    return shape | {
        f"page_is_{name}": int(not types.isdisjoint(page.head.types))
        for name, types in _TYPES.items()
    }
