"""What kind of block each element of a page makes: a heading, an item of a list, a row of a table.

>>> from mojifix.layout.html.parsing import parse
>>> page = parse("<h2>Soup</h2><ul><li><p>Leeks</p></ul><pre>stir()</pre>")
>>> kinds = BlockKinds(page)
>>> [kinds.of(home) for home in page.homes]
[('heading', 2), ('list_item', 1), ('code', None)]
"""

from __future__ import annotations

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


class BlockKinds:
    """The kinds of blocks, by their elements."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._known: dict[int, tuple[BlockKind, int | None]] = {}
        self._data = {self._table_of(home) for home in page.homes if page.tags[home] == "tr"}

    def of(self, home: int) -> tuple[BlockKind, int | None]:
        """Return kind and level of the blocks of an element."""
        found = self._known.get(home)
        if found is None:
            found = self._known[home] = self._find(home)
        return found

    def _find(self, home: int) -> tuple[BlockKind, int | None]:
        tags, parents = self._page.tags, self._page.parents
        if tags[home] in HEADING_LEVELS:
            return "heading", HEADING_LEVELS[tags[home]]
        element = home
        for _ in range(_KIND_LEVELS):
            kind = _KINDS.get(tags[element])
            if kind == "list_item":
                return kind, self._list_level(element)
            if kind == "table_row" and self._table_of(element) not in self._data:
                return "paragraph", None  # of a table that only puts things beside one another
            if kind is not None:
                return kind, None
            element = max(0, parents[element])
        return "paragraph", None

    def _table_of(self, element: int) -> int:
        around = self._page.around(element)
        return next((index for index in around if self._page.tags[index] == "table"), -1)

    def _list_level(self, element: int) -> int:
        level = sum(self._page.tags[index] in _LISTS for index in self._page.around(element))
        return max(1, level)
