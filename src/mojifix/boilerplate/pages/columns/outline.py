"""What each block of a page stands under: topics of its headings, prices.

A heading's section goes on to the next heading of its level, so that the cards below "Related
products" stand under it although each has a heading of its own.
"""

from __future__ import annotations

import json
import re
from bisect import bisect
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import Final

from mojifix import resources
from mojifix.boilerplate.pages.columns.headings import HEADING_LEVELS, HEADING_WORD, LONGEST_HEADING
from mojifix.boilerplate.pages.columns.names import WordBits, bits_of, by_start
from mojifix.boilerplate.trees.columns import Column, bits, counts, log, sums_around
from mojifix.layout.page import Page

TOPICS: Final = ("reviews", "delivery", "related", "details", "questions", "choice")
# Scripts that do not part words by spaces: Thai, kana, Han.
_UNSPACED: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")

LONGEST_PRICE: Final = 200  # code points of a text that is looked at for a price
# It starts with one class of characters, which the engine skips to quickly.
_CURRENCY: Final = re.compile(
    r"""
    [\d$€£¥₹₽₩₺₴₫฿]
    (?:
        (?<! \d ) \s?\d
        | (?<= \d ) \s?(?:[€£¥₹₽₩₺₴₫฿円元]|(?:EUR|USD|GBP|CHF|PLN|SEK|zł|Kč|kr|руб|грн)\b)
    )
    """,
    re.VERBOSE,
)
_PRICE_REACH: Final = 8  # blocks to both sides whose prices are counted
_COARSE: Final = 32


@cache
def _words() -> tuple[WordBits, list[tuple[str, int]]]:
    """Return the words with the bit of their topic: by first letters, and those of other scripts."""
    listed = json.loads(resources.read_bytes(__package__, "topics.json"))
    words = [(word, 1 << n) for n, topic in enumerate(TOPICS) for word in listed[topic]]
    unspaced = [pair for pair in words if " " in pair[0] or _UNSPACED.match(pair[0])]
    return by_start(pair for pair in words if pair not in unspaced), unspaced


@lru_cache(maxsize=2_048)
def topic_mask(heading: str) -> int:
    """Return what a heading announces, bit ``n`` for ``TOPICS[n]``.

    >>> [TOPICS[n] for n in range(6) if topic_mask("Kundenbewertungen und Versand") >> n & 1]
    ['reviews', 'delivery']
    >>> TOPICS[topic_mask("商品の詳細").bit_length() - 1]
    'details'
    """
    if len(heading) > LONGEST_HEADING:
        return 0
    folded = heading.casefold()
    spaced, unspaced = _words()
    mask = 0
    for word in HEADING_WORD.findall(folded):
        mask |= bits_of(word, spaced)
    if not folded.isascii():
        for part, bit in unspaced:
            if part in folded:
                mask |= bit
    return mask


def outline_columns(page: Page, sizes: Sequence[int], roles: Column) -> dict[str, Column]:
    """Return the columns of headings and prices.

    Args:
        page: the page.
        sizes: of the texts, in code points.
        roles: the column of what the texts say they are.
    """
    return _outline(page, roles) | _prices(page, sizes)


def _outline(page: Page, roles: Column) -> dict[str, Column]:
    """Return topics and roles of the headings that each block stands under."""
    masks, around = [], []
    # Of the open headings, by level: topics, and what their words say they are.
    open_masks, open_roles = [0] * 7, [0] * 7
    mask = role = 0
    tags = page.tags
    for n, home in enumerate(page.homes):
        found = HEADING_LEVELS.get(tags[home])
        if found is not None:
            open_masks[found:] = [topic_mask(page.texts[n])] + [0] * (6 - found)
            open_roles[found:] = [roles[n]] + [0] * (6 - found)
            mask = 0
            for part in open_masks:
                mask |= part
            role = next(filter(None, open_roles), 0)
        masks.append(mask)
        around.append(role)
    columns = dict(
        zip((f"under_{topic}" for topic in TOPICS), bits(masks, len(TOPICS)), strict=True)
    )
    columns["under_role"] = bytes(around)
    return columns


def _prices(page: Page, sizes: Sequence[int]) -> dict[str, Column]:
    """Return where prices stand."""
    count = len(sizes)
    own = [0] * count
    # All at once, which is quicker; no price goes on past a NUL.
    short = [n for n, size in enumerate(sizes) if size <= LONGEST_PRICE]
    starts = [0, *accumulate([sizes[n] + 1 for n in short])]
    for match in _CURRENCY.finditer("\0".join([page.texts[n] for n in short])):
        own[short[bisect(starts, match.start()) - 1]] = 1
    sums = [0, *accumulate(own)]
    total = log(sums[-1]) // _COARSE * _COARSE
    return {
        "price": bytes(own),
        "prices_near": bytes(sums_around(sums, _PRICE_REACH, _PRICE_REACH)),
        "prices_before": counts(sums[:-1]),
        "page_prices": bytes([total]) * count,
    }
