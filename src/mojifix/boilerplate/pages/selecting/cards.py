"""Grids of cards: the listings of shops, archives and magazines, each entry of which is a link.

>>> from mojifix.boilerplate.pages.columns.features import features_of
>>> from mojifix.layout.html.parsing import parse
>>> entry = "<div class=card><a href=/><h3>Leek soup</h3></a><p>In half an hour.</p></div>"
>>> page = parse(f"<p>All soups</p><div class=grid>{entry * 3}</div>")
>>> in_cards(page, features_of(page).places)
[False, True, True, True, True, True, True]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mojifix.boilerplate.pages.columns.names import CATEGORIES
from mojifix.boilerplate.pages.columns.places import Places
from mojifix.layout.page import Page

_GRID: Final = 1 << CATEGORIES.index("grid")
# Siblings alike are cards when so many of them hold a text that is a link as a whole. Columns and
# rows, which the same names lay out, hold links among other words: paragraphs with a link in an
# element named "row" were lost on 36 of 70 pages of WCXB.
LEAST_LINKED: Final = 2 / 3
# Of one card, in code points, on average: a post of a thread or a chapter is longer.
LONGEST_CARD: Final = 600


def in_cards(page: Page, places: Places) -> list[bool]:
    """Tell of each block whether it stands in a grid of cards."""
    cards: set[int] = set()
    for members in listings(page, places):
        first = members[0]
        if (places.own[first] | places.own[page.parents[first]]) & _GRID:
            cards.update(members)
    return page.inside(cards)


def listings(page: Page, places: Places, shortest: int = 0) -> Iterator[list[int]]:
    """Yield siblings alike that are short and of which most hold a text that is a link as a whole."""
    linked = _with_linked_text(page, shortest)
    for members in places.members:
        size = sum([places.size[element] for element in members])
        if size <= LONGEST_CARD * len(members) and len(
            linked.intersection(members)
        ) >= LEAST_LINKED * len(members):
            yield members


def _with_linked_text(page: Page, shortest: int) -> set[int]:
    """Return the elements that hold a text that is a link as a whole."""
    found: set[int] = set()
    for n, home in enumerate(page.homes):
        if page.is_link(n) and len(page.texts[n]) >= shortest:
            element = home
            while element >= 0 and element not in found:
                found.add(element)
                element = page.parents[element]
    return found
