"""What kind of page the blocks stand on, as columns: an article, a product, the thread of a forum.

On a product's page the content is short and reviews are none; in a forum, posts that look like
comments are all there is. The page's traits tell: the names of its elements, what it says it is, how
often some tags occur. Their weights come from a logistic regression (``training/kind_weights.py``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from typing import Any, Final

from mojifix.boilerplate.pages.columns.features import Features
from mojifix.boilerplate.trees.columns import Column
from mojifix.layout.page import Page

KINDS: Final = (
    "article", "documentation", "service", "forum", "collection", "listing", "product",
)  # fmt: skip
# How often a tag occurs is a trait for each of these numbers that it reaches.
_COUNTED: Final = (
    "p", "li", "h2", "h3", "article", "pre", "tr", "button", "form", "section", "table", "aside",
    "details", "dl", "figure", "noscript", "main", "blockquote",
)  # fmt: skip
_TIMES: Final = (1, 3, 10, 30, 100)
# Columns that are the same for all blocks of the page, in steps that they are coarse by.
_OF_PAGE: Final = ("page_linked", "page_prices", "page_size", "page_blocks")
_COARSE: Final = 32
_TENTHS: Final = 8  # of the page's text, that may be in sentences
# A weight is so many steps for one unit of log odds on a page of sixteen traits; on one of more each
# counts for less, by the root of their number.
STEPS: Final = 50
SCALE: Final = 4
# Log odds in whole units, from the lowest to the highest; finer, trees come to know single pages.
_LOWEST: Final = -4
_HIGHEST: Final = 3
# Kinds of pages that somebody wrote on a day, and the log odds from which a page may be one of them:
# with 0, three of 247 pages of news that no weight comes from lose their date, with -1 none does.
_WRITTEN: Final = ("article", "documentation", "forum")
_LEAST_WRITTEN: Final = -1


@dataclass(frozen=True, slots=True)
class KindWeights:
    """The weights of traits for each of ``KINDS``, in steps.

    Attributes:
        start: of pages without traits.
        traits: by trait.
    """

    start: Sequence[int]
    traits: Mapping[str, Sequence[int]]

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> KindWeights:
        """Read weights from their JSON form."""
        return cls(values["start"], values["traits"])

    def columns(self, traits: set[str], blocks: int) -> dict[str, Column]:
        """Return the columns of a page's kinds: log odds in whole units, the lowest as 0.

        >>> weights = KindWeights([0] * 7, {"cart": [0, 0, 0, 0, 0, 0, 100]})
        >>> list(weights.columns({"cart", "nav"}, 2)["kind_product"])
        [7, 7]
        """
        known = self.traits
        rows = [known[trait] for trait in traits if trait in known]
        scale = SCALE / (STEPS * sqrt(len(rows) or 1))
        sums = map(sum, zip(*rows, strict=True)) if rows else (0,) * len(KINDS)
        odds = [scale * own + base / STEPS for own, base in zip(sums, self.start, strict=True)]
        top = max(odds)
        chances = [exp(own - top) for own in odds]
        total = sum(chances)
        columns = {}
        for kind, own in zip(KINDS, chances, strict=True):
            units = round(log((own + 1e-9) / (total - own + 1e-9)))
            units = max(_LOWEST, min(_HIGHEST, units)) - _LOWEST
            columns[f"kind_{kind}"] = bytes([units]) * blocks
        return columns

    def may_be_written(self, traits: set[str]) -> bool:
        """Tell whether a page of some traits may be one that somebody wrote on a day.

        >>> weights = KindWeights([100, 0, 0, 0, 0, 0, 0], {"cart": [0, 0, 0, 0, 0, 0, 100]})
        >>> weights.may_be_written({"cart"}), weights.may_be_written({"nav"})
        (False, True)
        """
        columns = self.columns(traits, 1)
        return any(columns[f"kind_{kind}"][0] >= _LEAST_WRITTEN - _LOWEST for kind in _WRITTEN)


def page_traits(page: Page, features: Features) -> set[str]:
    """Return the traits of a page that holds text.

    >>> from mojifix.boilerplate.pages.columns.features import features_of
    >>> from mojifix.layout.html.parsing import parse
    >>> page = parse("<ul class=addToCart><li>Leeks<li>Thyme<li>Cream</ul>")
    >>> sorted(page_traits(page, features_of(page)))
    ['add', 'cart', 'li:1', 'li:3', 'page_blocks:32', 'page_size:32', 'page_size:64', 'to']
    """
    return features.places.words.union(_measured(page, features))


def _measured(page: Page, features: Features) -> Iterator[str]:
    for name in page.head.types:
        yield f"type:{name}"
    tags = Counter(page.tags)
    for tag in _COUNTED:
        for times in _TIMES:
            if tags[tag] >= times:
                yield f"{tag}:{times}"
    for name in _OF_PAGE:
        for value in range(_COARSE, features.columns[name][0] + 1, _COARSE):
            yield f"{name}:{value}"
    places = features.places
    tenths = 10 * places.sentences[0] // (places.size[0] or 1)
    for tenth in range(1, min(tenths, _TENTHS) + 1):
        yield f"sentences:{tenth}"
