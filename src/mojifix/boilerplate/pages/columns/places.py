"""Where the blocks of a page stand: names and sizes of the elements around them, what repeats.

Everything is one pass over the elements, then a look-up for each block.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import compress
from operator import floordiv, mul, sub
from typing import Final

from mojifix.boilerplate.pages.columns.names import CATEGORIES, mask_of, parts_of
from mojifix.boilerplate.trees.columns import (
    Column,
    bits,
    counts,
    logs,
    rows_of,
    shares_of_counts,
    shares_of_one,
    spread,
)
from mojifix.layout.page import Page

_TAGS: Final = (
    "p", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "div", "pre", "button",
    "blockquote", "figcaption", "dd", "dt", "section", "article", "ul", "main", "aside", "header",
    "footer", "nav", "form", "noscript", "details", "summary", "caption", "legend",
)  # fmt: skip
_TAG_NUMBERS: Final = {tag: number for number, tag in enumerate(_TAGS, 1)}
_AROUND: Final = (
    "nav", "header", "footer", "aside", "form", "article", "main", "section", "figure", "dl",
)  # fmt: skip
TAGS: Final = 1 << CATEGORIES.index("tags")
_AROUND_BITS: Final = {tag: 1 << bit for bit, tag in enumerate(_AROUND)}
# Ancestors whose sums are looked at: parent, grandparent and two further up.
LEVELS: Final = (1, 2, 3, 5)
# Siblings of one tag and class make a group, such as the cards of a grid or the posts of a thread,
# from this many on.
_LEAST_GROUP: Final = 3
# The element that holds this share of the page's sentences, and no child of it does, is its heart.
_HEART_SHARE: Final = 0.6
_SUMS: Final = ("size", "linked", "blocks", "share", "sentences")


def _named(prefix: str, names: Sequence[str]) -> list[str]:
    return [f"{prefix}_{name}" for name in names]


class Places:
    """The elements of a page and what they hold; of those that hold nothing, only that is known.

    Attributes:
        parts: of each element's names, and of those in the blocks, as ``parts_of`` tells them.
        words: all of those parts.
        holders: the elements that hold blocks, but for the body.
        own: of the body and the holders, the categories of their names.
    """

    def __init__(self, page: Page, sizes: Sequence[int], sentences: Sequence[int]) -> None:
        self._page = page
        self.size, self.linked = page.added_up(sizes), page.added_up(page.linked)
        self.blocks = page.added_up([1] * len(sizes))
        self.sentences = page.added_up(map(mul, sizes, sentences))
        parents, tags, names = page.parents, page.tags, page.names
        count = len(parents)
        self.holders = list(compress(range(1, count), self.blocks[1:]))
        self.parts = parts_of({*names, *page.inner_names})
        self.words = set().union(*self.parts.values())
        shown = {names[0], *map(names.__getitem__, self.holders)}
        masks = {name: mask_of(self.parts[name]) for name in shown}
        own, around, depth = [0] * count, [0] * count, [0] * count
        own[0] = masks[names[0]]
        for index in self.holders:
            parent = parents[index]
            own[index] = masks[names[index]]
            if tags[index] == "dl" and 2 * self.linked[index] < self.size[index]:
                own[index] &= ~TAGS  # its terms are called tags, too
            around[index] = around[parent] | _AROUND_BITS.get(tags[index], 0)
            depth[index] = depth[parent] + 1
        self.own, self._around, self._depth = own, around, depth
        homes = list(page.homes)
        self.levels = [homes]
        for _ in range(LEVELS[-1]):
            homes = [parents[home] if home else 0 for home in homes]
            self.levels.append(homes)
        self.signatures = self._signatures()
        self.inner, self.outer = self._groups()

    def heart(self, sentences: Sequence[int] | None = None) -> int:
        """Return the innermost element that holds most of the page's sentences.

        Args:
            sentences: what each element holds of some of them; without it, of all.
        """
        sentences = sentences or self.sentences
        wanted = _HEART_SHARE * sentences[0]
        # Parents come before children: the last that still holds enough is the innermost.
        enough = [index for index, said in enumerate(sentences) if said and said >= wanted]
        return enough[-1] if enough else 0

    def joints(self, element: int) -> list[int]:
        """Return where each element's ancestors, or itself, join the ancestors of one."""
        parents = self._page.parents
        joints = [0] * len(parents)
        while element > 0:
            joints[element] = element
            element = parents[element]
        for index in self.holders:
            if not joints[index]:
                joints[index] = joints[parents[index]]
        return joints

    def _signatures(self) -> list[int]:
        """Return a number for the kind of place of each block: three tags and their categories."""
        tags, own = self._page.tags, self.own
        numbers: dict[tuple[str | int, ...], int] = {}
        return [
            numbers.setdefault((tags[a], own[a], tags[b], own[b], tags[c], own[c]), len(numbers))
            for a, b, c in zip(*self.levels[:3], strict=True)
        ]

    def _groups(self) -> tuple[list[int], list[int]]:
        """Return for each element the innermost and the outermost group it is in, -1 for none."""
        page = self._page
        elements = zip(page.parents, page.tags, page.names, strict=True)
        keys = list(compress(elements, self.blocks))[1:]
        groups = [key for key, size in Counter(keys).items() if size >= _LEAST_GROUP]
        numbers = {key: number for number, key in enumerate(groups)}
        self.members: list[list[int]] = [[] for _ in groups]
        inner, outer = [-1] * len(page.parents), [-1] * len(page.parents)
        for index, key in zip(self.holders, keys, strict=True):
            parent, number = key[0], numbers.get(key)
            inner[index], outer[index] = inner[parent], outer[parent]
            if number is not None:
                self.members[number].append(index)
                inner[index] = number
                if outer[parent] < 0:
                    outer[index] = number
        return inner, outer


def place_columns(page: Page, places: Places) -> dict[str, Column]:
    """Return the columns of the elements around each block."""
    homes = places.levels[0]
    depths = [places._depth[home] for home in homes]
    columns = {
        "tag": bytes([_TAG_NUMBERS.get(page.tags[home], 0) for home in homes]),
        "parent_tag": bytes([_TAG_NUMBERS.get(page.tags[home], 0) for home in places.levels[1]]),
        "hidden": bytes(page.inside(page.hidden)),
        "depth": counts(depths),
    }
    around = bits([places._around[home] for home in homes], len(_AROUND))
    columns |= zip(_named("in", _AROUND), around, strict=True)
    sums = rows_of(_sums_of(places))
    for level in LEVELS:
        found = spread(sums, places.levels[level])
        columns |= zip(_named(f"level{level}", _SUMS), found, strict=True)
    for name, element in (("heart", places.heart()), ("title", title_home(page))):
        of_element = places.joints(element)
        joints = [of_element[home] for home in homes]
        joint_depths = [places._depth[joint] for joint in joints]
        columns[f"{name}_steps"] = counts(map(sub, depths, joint_depths))
        columns[f"{name}_depth"] = counts(joint_depths)
        found = spread(sums, joints)
        columns[f"{name}_share"], columns[f"{name}_linked"] = found[3], found[1]
    groups = rows_of(_sums_of_groups(places))
    for name, of_element in (("inner", places.inner), ("outer", places.outer)):
        found = spread(groups, [of_element[home] for home in homes])
        columns |= zip(_named(name, ("count", *_SUMS)), found, strict=True)
    return columns


def title_home(page: Page) -> int:
    """Return the element of the page's title: of its h1s the one that the head names, or the first.

    Without an h1 it is the body.
    """
    title = (page.meta.title or "").casefold()
    headings = [n for n, home in enumerate(page.homes) if page.tags[home] == "h1"]
    named = [n for n in headings if page.texts[n].casefold() in title]
    return next((page.homes[n] for n in named or headings), 0)


def _sums_of(places: Places) -> tuple[Column, ...]:
    size = places.size
    return (
        logs(size),
        shares_of_counts(places.linked, size),
        logs(places.blocks),
        shares_of_one(size, size[0]),
        shares_of_counts(places.sentences, size),
    )


def _sums_of_groups(places: Places) -> tuple[Column, ...]:
    """Return the number of members of all groups and ``_SUMS``; the last, -1, is that of none."""
    members = [*places.members, ()]
    counts_of = list(map(len, members))
    size, linked, blocks, sentences = (
        [sum([of_element[element] for element in group]) for group in members]
        for of_element in (places.size, places.linked, places.blocks, places.sentences)
    )
    return (
        logs(counts_of),
        logs([held // (count or 1) for held, count in zip(size, counts_of, strict=True)]),
        shares_of_counts(linked, size),
        logs([held // (count or 1) for held, count in zip(blocks, counts_of, strict=True)]),
        shares_of_one(size, places.size[0]),
        shares_of_counts(sentences, size),
    )


def signature_columns(page: Page, places: Places, sizes: Sequence[int]) -> dict[str, Column]:
    """Return the columns of the blocks that stand in the same kind of place."""
    kinds = max(places.signatures) + 1
    count, held, linked = [0] * kinds, [0] * kinds, [0] * kinds
    for signature, size, in_links in zip(places.signatures, sizes, page.linked, strict=True):
        count[signature] += 1
        held[signature] += size
        linked[signature] += in_links
    columns = (
        logs(count),
        logs(held),
        logs(map(floordiv, held, count)),
        shares_of_counts(linked, held),
        shares_of_one(held, places.size[0]),
    )
    names = ("same_count", "same_size", "same_mean", "same_linked", "same_share")
    return dict(zip(names, spread(rows_of(columns), places.signatures), strict=True))
