"""What each block of a page stands under or near: roles of its headings, prices.

A heading's section goes on to the next heading of its level, so that the cards below "Related
products" stand under it although each has a heading of its own.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from mojifix.boilerplate.pages.columns.headings import HEADING_LEVELS
from mojifix.boilerplate.trees.columns import Column, counts, log, sums_around
from mojifix.layout.page import Page

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


def outline_columns(page: Page, sizes: Sequence[int], roles: Column) -> dict[str, Column]:
    """Return the columns of headings and prices."""
    return {"under_role": _roles_above(page, roles)} | _prices(page, sizes)


def _roles_above(page: Page, roles: Column) -> Column:
    """Return the role of the outermost heading with one that each block stands under."""
    above = bytearray()
    open_roles = [0] * 7  # of the open headings, by level: what their words say they are
    role = 0
    for n, home in enumerate(page.homes):
        level = HEADING_LEVELS.get(page.tags[home])
        if level is not None:
            open_roles[level:] = [roles[n]] + [0] * (6 - level)
            role = next(filter(None, open_roles), 0)
        above.append(role)
    return bytes(above)


def _prices(page: Page, sizes: Sequence[int]) -> dict[str, Column]:
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
        "prices_near": bytes(sums_around(sums, _PRICE_REACH, _PRICE_REACH)),
        "prices_before": counts(sums[:-1]),
        "page_prices": bytes([total]) * count,
    }
