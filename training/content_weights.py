"""Weigh words, and parts of names, by how much more often they come with content than without.

>>> pages = [("a", [({"cart"}, False), ({"post"}, True)]), ("b", [({"cart"}, False)])]
>>> content_weights(pages, domains=2)
{'cart': 118}
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from math import log
from typing import Final

from mojifix.boilerplate.pages.columns.name_weights import NEUTRAL
from mojifix.boilerplate.trees.columns import HIGHEST

# Word F1 of pages in five folds, two seeds each, with 110 trees in the second ensemble: 0.8789 and
# 0.8776 with names; headings and copies of texts make it 0.8800 and 0.8802.
# A word is weighed when it stands on pages of this many domains, and tells this much, in steps of
# which a natural unit of log odds has so many. A page counts it so often at most.
DOMAINS: Final = 6
TELLING: Final = 8
STEPS_OF_UNIT: Final = 24
MOST_OF_PAGE: Final = 3

Labeled = Iterable[tuple[Collection[str], bool]]


def content_weights(
    pages: Iterable[tuple[str, Labeled]], *, domains: int = DOMAINS, lowest: int = 0
) -> dict[str, int]:
    """Weigh words by how much more often they come with content than without.

    Args:
        pages: the domain of each, and of each of its blocks the words, and whether it is content.
        domains: that a word must stand on.
        lowest: the least weight that a word may have; the most is 255.

    Returns:
        The weights of the words that tell; ``NEUTRAL`` is what a word that tells nothing would have.
    """
    seen: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    standing_on: defaultdict[str, set[str]] = defaultdict(set)
    for domain, blocks in pages:
        of_page: tuple[Counter[str], Counter[str]] = Counter(), Counter()
        for words, is_content in blocks:
            of_page[int(is_content)].update(words)
        for total, found in zip(seen, of_page, strict=True):
            for word, count in found.items():
                total[word] += min(count, MOST_OF_PAGE)
                standing_on[word].add(domain)
    outside, within = seen
    level = log(within.total() / outside.total())
    weights = {
        word: round(STEPS_OF_UNIT * (log((within[word] + 1) / (outside[word] + 1)) - level))
        for word, found_on in sorted(standing_on.items())
        if len(found_on) >= domains
    }
    return {
        word: max(lowest, min(HIGHEST, NEUTRAL + weight))
        for word, weight in weights.items()
        if abs(weight) >= TELLING
    }
