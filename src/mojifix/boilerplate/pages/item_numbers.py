"""The numbers that ordered lists show before their items.

>>> from mojifix.layout.html.parsing import parse
>>> page = parse("<ol start=3><li>Wash.<li><p>Slice.<p>Thinly.<li value=9>Stew.</ol>")
>>> numbers = ItemNumbers(page)
>>> [numbers.number(home) for home in page.homes]
[3, 4, None, 9]
"""

from __future__ import annotations

from collections import Counter

from mojifix.layout.page import Page


class ItemNumbers:
    """Gives each item's number to the first of its blocks that asks."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._numbers = _numbers(page) if "ol" in page.tags else {}

    def number(self, home: int) -> int | None:
        """Return the number of the innermost item around an element, once."""
        if not self._numbers:
            return None
        item = next(
            (index for index in self._page.around(home) if self._page.tags[index] == "li"), -1
        )
        return self._numbers.pop(item, None)


def _numbers(page: Page) -> dict[int, int]:
    items = [
        n for n, tag in enumerate(page.tags) if tag == "li" and page.tags[page.parents[n]] == "ol"
    ]
    sizes = Counter(page.parents[item] for item in items)
    coming = {
        ordered: page.numbers.get(ordered, size if ordered in page.reversed else 1)
        for ordered, size in sizes.items()
    }
    found = {}
    for item in items:
        ordered = page.parents[item]
        found[item] = page.numbers.get(item, coming[ordered])
        coming[ordered] = found[item] + (-1 if ordered in page.reversed else 1)
    return found
