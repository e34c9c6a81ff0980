"""A parsed page: its text blocks in reading order, and the elements they stand in.

Both are kept as columns, one tuple per property, because a page has a thousand elements and every
one of them is looked at: a record for each would cost more than parsing the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Final

from mojifix.layout.head.metadata import Head
from mojifix.records import Link, Meta, Repaired

# Of the text of a block that is a link as a whole.
WHOLE_LINK: Final = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A parsed page.

    A block is a run of inline text between two block elements, or a row of a table. Columns of the
    blocks, all of one length:

    Attributes:
        texts: the text, repaired; line breaks stand for ``<br>`` and, in ``<pre>``, for themselves,
            tabs part the cells of a row.
        starts: where the text starts in what ``repaired`` was made from; those of ``left_out``
            follow, and one number more, for the end.
        homes: index of the block element that holds the text.
        sizes: how much the text says, as ``text_size`` counts.
        linked: what of that is inside links.
        links: number of links.
        hrefs: target of the first link, None without one.
        inner_names: class, id, role, itemprop and itemtype of the inline elements in it, space
            between.
        anchors: its links, where they were asked for.
        code: where inline code stands in the text, in order, by the number of the block.
        times: what the first ``<time>`` in it gives as its date and time, None without one.
        paragraphs: of the blocks whose lines are parted by empty ones, as ``<br><br>`` makes them,
            which lines follow one; by the number of the block.

    Columns of the elements, parents before children, the body first:

    Attributes:
        tags: the name.
        names: class, id, role, itemprop and itemtype, space between.
        parents: index of the parent; -1 for the body.
        hidden: indexes of the elements that are not shown at first.
        numbers: what items of ordered lists, or the first ones of lists, say their number is.
        reversed: indexes of the lists that count down.

    Of the texts that are in no block:

    Attributes:
        left_out: each, by the index of the block element that holds it, and repaired if any block is:
            what hidden inline elements, drawings and the choices of forms say.

    Of the page:

    Attributes:
        head: what the page says of itself.
        repaired: the repairs of the texts, with those left out; their source spans count in those
            texts, joined by line breaks.
        notes: what a reader should know, such as a limit that was hit.
    """

    texts: tuple[str, ...] = ()
    starts: tuple[int, ...] = (0,)
    homes: tuple[int, ...] = ()
    sizes: tuple[int, ...] = ()
    linked: tuple[int, ...] = ()
    links: tuple[int, ...] = ()
    hrefs: tuple[str | None, ...] = ()
    inner_names: tuple[str, ...] = ()
    times: tuple[str | None, ...] = ()
    paragraphs: Mapping[int, Sequence[int]] = field(default_factory=dict)
    anchors: tuple[tuple[Link, ...], ...] = ()
    code: Mapping[int, Sequence[tuple[int, int]]] = field(default_factory=dict)
    tags: tuple[str, ...] = ("body",)
    names: tuple[str, ...] = ("",)
    parents: tuple[int, ...] = (-1,)
    hidden: frozenset[int] = frozenset()
    numbers: Mapping[int, int] = field(default_factory=dict)
    reversed: Set[int] = frozenset()
    left_out: Mapping[int, str] = field(default_factory=dict)
    head: Head = field(default_factory=Head)
    repaired: Repaired = field(default_factory=lambda: Repaired(text=""))
    notes: tuple[str, ...] = ()

    @property
    def meta(self) -> Meta:
        """What the head says for the ``Document``."""
        return self.head.meta

    def is_link(self, block: int) -> bool:
        """Tell whether a block is a link as a whole, but for its punctuation.

        >>> page = Page(sizes=(11, 15), linked=(10, 5))
        >>> page.is_link(0), page.is_link(1)
        (True, False)
        """
        return self.linked[block] >= WHOLE_LINK * self.sizes[block]

    def around(self, element: int) -> Iterator[int]:
        """Yield an element and those that it stands in, the innermost first.

        >>> list(Page(tags=("body", "ul", "li"), names=("",) * 3, parents=(-1, 0, 1)).around(2))
        [2, 1, 0]
        """
        while element >= 0:
            yield element
            element = self.parents[element]

    def added_up(self, of_blocks: Iterable[int]) -> list[int]:
        """Return what each element holds, given a number of each block.

        >>> Page(homes=(0, 2), tags=("body", "ul", "li"), parents=(-1, 0, 1)).added_up([5, 7])
        [12, 7, 7]
        """
        parents = self.parents
        found = [0] * len(parents)
        for home, own in zip(self.homes, of_blocks, strict=True):
            found[home] += own
        # Parents come before children.
        for index in range(len(parents) - 1, 0, -1):
            if own := found[index]:
                found[parents[index]] += own
        return found

    def inside(self, elements: Set[int]) -> list[bool]:
        """Tell of each block whether it stands in one of some elements.

        >>> page = Page(homes=(0, 2), tags=("body", "ul", "li"), parents=(-1, 0, 1))
        >>> page.inside({1})
        [False, True]
        """
        if not elements:
            return [False] * len(self.homes)
        found: list[bool] = []
        for index, parent in enumerate(self.parents):
            found.append(index in elements or (parent >= 0 and found[parent]))
        return [found[home] for home in self.homes]

    def paths(self) -> list[str]:
        """Return the path of every element, as ``"body/main/p[3]"``.

        >>> Page(tags=("body", "p", "p"), names=("",) * 3, parents=(-1, 0, 0)).paths()
        ['body', 'body/p', 'body/p[2]']
        """
        found = [self.tags[0]]
        counts: dict[tuple[int, str], int] = {}
        for key in zip(self.parents[1:], self.tags[1:], strict=True):
            parent, tag = key
            counts[key] = position = counts.get(key, 0) + 1
            path = f"{found[parent]}/{tag}"
            found.append(path if position == 1 else f"{path}[{position}]")
        return found
