"""All that is known of each block of a page before it is judged, as columns for the trees."""

from __future__ import annotations

from dataclasses import dataclass

from mojifix.boilerplate.pages.columns.order import order_columns
from mojifix.boilerplate.pages.columns.outline import outline_columns
from mojifix.boilerplate.pages.columns.places import Places, place_columns, signature_columns
from mojifix.boilerplate.pages.columns.text import text_columns, word_count
from mojifix.boilerplate.trees.columns import Column
from mojifix.layout.page import Page


@dataclass(frozen=True, slots=True)
class Features:
    """The columns of a page's blocks by name, and what they were made from.

    More was tried: the categories of the names around a block, topics of headings, capitals, digits,
    commas and separators of a text, and how it starts. With those 74 columns word F1 by folds is
    0.8843 and 0.8847 by two seeds, without them 0.8834, and log loss 0.283 and 0.281.

    Attributes:
        columns: a byte for each block.
        places: where the blocks stand.
        words: of each block.
    """

    columns: dict[str, Column]
    places: Places
    words: list[int]


def features_of(page: Page) -> Features:
    """Return the features of a page that holds text.

    >>> from mojifix.layout.html.parsing import parse
    >>> found = features_of(parse("<a href=/>Soup</a>"))
    >>> list(found.columns["linked"]), found.words
    ([255], [1])
    """
    sizes = page.sizes
    words = list(map(word_count, page.texts, sizes))
    columns = text_columns(page.texts, sizes, words)
    places = Places(page, sizes, columns["sentence"])
    columns |= place_columns(page, places)
    columns |= signature_columns(page, places, sizes)
    columns |= order_columns(page, sizes, columns)
    columns |= outline_columns(page, sizes, columns["role"])
    return Features(columns, places, words)
