"""What kind of block each element of a page makes: a heading, an item of a list, a row of a table.

>>> from mojifix.layout.html.parsing import parse
>>> page = parse("<h2>Soup</h2><ul><li><p>Leeks</p></ul><pre>stir()</pre>")
>>> block_kinds(page, page.homes)
[('heading', 2), ('list_item', 1), ('code', None)]
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from mojifix.boilerplate.pages.columns.headings import HEADING_LEVELS
from mojifix.layout.page import Page
from mojifix.records import BlockKind

_KINDS: Final[dict[str, BlockKind]] = {
    "li": "list_item", "pre": "code", "blockquote": "quote", "figcaption": "caption",
    "caption": "caption", "dt": "definition", "dd": "definition", "td": "table_row", "th": "table_row",
    "tr": "table_row",
}  # fmt: skip
# Elements above a block that are asked for its kind: a paragraph in an item of a list is the item.
_KIND_LEVELS: Final = 3
_LISTS: Final = frozenset(("ul", "ol", "menu"))


def block_kinds(page: Page, homes: Sequence[int]) -> list[tuple[BlockKind, int | None]]:
    """Return kind and level of the blocks of some elements."""
    data = {_table_of(page, home) for home in page.homes if page.tags[home] == "tr"}
    known = {home: _kind(page, home, data) for home in {*homes}}
    return [known[home] for home in homes]


def _kind(page: Page, home: int, data: set[int]) -> tuple[BlockKind, int | None]:
    tags = page.tags
    if tags[home] in HEADING_LEVELS:
        return "heading", HEADING_LEVELS[tags[home]]
    for element in islice(page.around(home), _KIND_LEVELS):
        kind = _KINDS.get(tags[element])
        if kind == "list_item":
            return kind, max(1, sum(tags[index] in _LISTS for index in page.around(element)))
        if kind == "table_row" and _table_of(page, element) not in data:
            return "paragraph", None  # of a table that only puts things beside one another
        if kind is not None:
            return kind, None
    return "paragraph", None


def _table_of(page: Page, element: int) -> int:
    return next((index for index in page.around(element) if page.tags[index] == "table"), -1)
