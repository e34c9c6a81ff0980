"""What is known of each block of a page, as a row of numbers for the tree ensembles.

Text, links, names of the elements around it, sums over its containers, how often its kind of place
repeats, its neighbors and the shape of the page. Everything is one pass over the blocks or over the
elements; ``second_rows`` adds what the first ensemble thought of the surroundings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import log1p
from typing import Final

from mojifix.boilerplate.names import CATEGORIES, name_mask
from mojifix.boilerplate.roles import role_of
from mojifix.layout.page import Page, TextBlock

Row = list[float]

_WORD: Final = re.compile(r"\w+")
_STOPS: Final = ".!?。！？…।؟\"'”’»」"
_SEPARATORS: Final = "|·»›>•/"
_ROLES: Final = (
    "comment_form", "cookie_notice", "share", "navigation", "newsletter", "footer", "login",
    "comment_count", "tags", "date_line", "author_box", "related",
)  # fmt: skip
_TAGS: Final = (
    "p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "div", "pre", "button", "blockquote",
    "figcaption", "dd", "dt", "label", "section", "article", "span", "a",
)  # fmt: skip
_AROUND: Final = (
    "nav", "header", "footer", "aside", "form", "article", "main", "section", "ul", "ol", "table",
    "li", "figure", "blockquote", "pre", "button", "noscript", "dialog", "details", "dl", "td",
)  # fmt: skip
_LEVELS: Final = (1, 2, 3, 5)
_LONGEST_WITH_ROLE: Final = 200  # characters of a text whose words are looked up


def word_count(text: str) -> int:
    """Return the number of words of a text; each character of a script without spaces is a third."""
    dense = sum(char >= "\u3000" for char in text)
    return len(_WORD.findall(text)) + dense // 3


class Places:
    """Where the blocks of a page stand, computed once: masks, containers, repeated places."""

    def __init__(self, page: Page) -> None:
        elements, blocks = page.elements, page.blocks
        self.own_names = [name_mask(element.names) for element in elements]
        self.names = list(self.own_names)
        self.tags = [_bit(_AROUND, element.tag) for element in elements]
        self.depth = [0] * len(elements)
        for index, element in enumerate(elements):
            if element.parent >= 0:
                self.names[index] |= self.names[element.parent]
                self.tags[index] |= self.tags[element.parent]
                self.depth[index] = self.depth[element.parent] + 1
        self.lengths = [len(block.text) for block in blocks]
        self.words = [word_count(block.text) for block in blocks]
        self.sentences = [
            float(words > 6 and block.text[-1] in _STOPS)
            for block, words in zip(blocks, self.words, strict=True)
        ]
        self.sums = self._container_sums(page)
        self.signatures = [self._signature(page, block) for block in blocks]

    def _container_sums(self, page: Page) -> list[list[float]]:
        """Return per element: characters, characters in links, blocks, characters of sentences."""
        sums = [[0.0, 0.0, 0.0, 0.0] for _ in page.elements]
        for block, length, sentence in zip(page.blocks, self.lengths, self.sentences, strict=True):
            row = sums[block.element]
            row[0] += length
            row[1] += block.link_length
            row[2] += 1
            row[3] += length * sentence
        for index in range(len(sums) - 1, 0, -1):
            parent = sums[page.elements[index].parent]
            for column, value in enumerate(sums[index]):
                parent[column] += value
        return sums

    def _signature(self, page: Page, block: TextBlock) -> tuple[object, ...]:
        """Return the kind of place a block stands in: three tags with the categories of their names."""
        parts: list[object] = []
        index = block.element
        for _ in range(3):
            parts += page.elements[index].tag, self.own_names[index]
            index = max(0, page.elements[index].parent)
        return tuple(parts)


def _bit(names: Sequence[str], name: str) -> int:
    return 1 << names.index(name) if name in names else 0


def first_rows(page: Page, places: Places) -> list[Row]:
    """Return the features of each block that need no judgement of the others."""
    total = max(1.0, places.sums[0][0]) if places.sums else 1.0
    shape = _shape(page, places, total)
    repeated = _repeated(page, places, total)
    copies = Counter(block.text for block in page.blocks)
    headings = [n for n, b in enumerate(page.blocks) if page.elements[b.element].tag == "h1"]
    mass = [
        length * sentence for length, sentence in zip(places.lengths, places.sentences, strict=True)
    ]
    windows = _Windows(mass, places.lengths, [block.link_length for block in page.blocks])
    title = (page.meta.title or "").casefold()
    base = [
        [
            log1p(places.lengths[n]),
            block.link_length / places.lengths[n],
            places.sentences[n],
            _tag_number(page, block),
        ]
        for n, block in enumerate(page.blocks)
    ]
    count = len(page.blocks)
    before = 0.0
    rows = []
    for n, block in enumerate(page.blocks):
        length = places.lengths[n]
        row = _text_features(block, places.words[n])
        row += base[n][1], float(block.links), base[n][3], float(places.depth[block.element])
        row += n / count, (before + length / 2) / total, log1p(n), log1p(count - n), length / total
        row += (
            float(copies[block.text]),
            float(len(block.text) > 8 and block.text.casefold() in title),
        )
        row.append(float(n - headings[0]) if headings else 0.0)
        row += _place_features(page, places, block, total)
        row += repeated[places.signatures[n]]
        row += windows.at(n)
        for step in (1, 2, -1, -2):
            row += base[n + step] if 0 <= n + step < count else (-1.0, -1.0, -1.0, -1.0)
        row += shape
        rows.append(row)
        before += length
    return rows


def _tag_number(page: Page, block: TextBlock) -> float:
    tag = page.elements[block.element].tag
    return float(_TAGS.index(tag)) if tag in _TAGS else float(len(_TAGS))


def _text_features(block: TextBlock, words: int) -> Row:
    text = block.text
    head = text[:400]
    size = len(head)
    sign = role_of(text) if len(text) <= _LONGEST_WITH_ROLE else None
    role = 0.0
    if sign is not None:
        role = 1.0 + (_ROLES.index(sign.role) if sign.role in _ROLES else len(_ROLES))
    return [
        log1p(len(text)),
        log1p(words),
        sum(map(str.isupper, head)) / size,
        sum(map(str.isdigit, head)) / size,
        float(text[-1] in _STOPS),
        float(text[-1] in ":;,"),
        float(sum(map(text.count, (". ", "? ", "! ", "。", "। ")))),
        float(text.count(",") + text.count("、") + text.count("،")),
        len(text) / words if words else 20.0,
        float(sum(map(head.count, _SEPARATORS))),
        float(text[0].isupper()),
        float(not text[0].isalnum()),
        float(text.count("\n")),
        float(sum(map(head.count, "$€£¥₹"))),
        role,
        float(sign is not None and sign.sure),
    ]


def _place_features(page: Page, places: Places, block: TextBlock, total: float) -> Row:
    element = page.elements[block.element]
    own = places.own_names[block.element]
    if element.parent >= 0:
        own |= places.own_names[element.parent]
    around, tags = places.names[block.element], places.tags[block.element]
    row = [float(own >> n & 1) for n in range(len(CATEGORIES))]
    row += [float(around >> n & 1) for n in range(len(CATEGORIES))]
    row += [float(tags >> n & 1) for n in range(len(_AROUND))]
    index = block.element
    level = 0
    for wanted in _LEVELS:
        while level < wanted and page.elements[index].parent > 0:
            index = page.elements[index].parent
            level += 1
        level = wanted
        length, linked, blocks, sentences = places.sums[index]
        length = max(1.0, length)
        row += log1p(length), linked / length, log1p(blocks), length / total, sentences / length
    return row


def _repeated(page: Page, places: Places, total: float) -> dict[tuple[object, ...], Row]:
    sums: dict[tuple[object, ...], list[float]] = {}
    for n, block in enumerate(page.blocks):
        row = sums.setdefault(places.signatures[n], [0.0, 0.0, 0.0, 0.0])
        row[0] += 1
        row[1] += places.lengths[n]
        row[2] += block.link_length
        row[3] += places.sentences[n]
    return {
        signature: [
            log1p(count), log1p(length), length / count, linked / max(1.0, length),
            sentences / count, length / total,
        ]
        for signature, (count, length, linked, sentences) in sums.items()
    }  # fmt: skip


def _shape(page: Page, places: Places, total: float) -> Row:
    tags = Counter(element.tag for element in page.elements)
    linked = places.sums[0][1] if places.sums else 0.0
    sentences = places.sums[0][3] if places.sums else 0.0
    row = [log1p(total), log1p(len(page.blocks)), linked / total, sentences / total]
    row += [
        log1p(tags[tag])
        for tag in ("p", "li", "h2", "h3", "article", "pre", "td", "button", "form")
    ]
    row += [float(tags["main"] > 0), float(tags["noscript"] > 0)]
    return row


class _Windows:
    """Sums over the neighborhood of a block, by prefix sums."""

    def __init__(self, mass: list[float], lengths: list[int], linked: list[int]) -> None:
        self._mass = [0.0, *accumulate(mass)]
        self._length = [0.0, *accumulate(map(float, lengths))]
        self._linked = [0.0, *accumulate(map(float, linked))]

    def at(self, n: int) -> Row:
        """Return the sentence mass and link share around block ``n``."""
        row = [log1p(self._sum(self._mass, n, size)) for size in (2, 6, 20)]
        for size in (3, 10):
            row.append(
                self._sum(self._linked, n, size) / max(1.0, self._sum(self._length, n, size))
            )
        row.append(self._mass[n + 1] / max(1.0, self._mass[-1]))
        return row

    @staticmethod
    def _sum(sums: list[float], n: int, size: int) -> float:
        return sums[min(len(sums) - 1, n + size + 1)] - sums[max(0, n - size)]


def second_rows(
    page: Page, places: Places, rows: list[Row], probabilities: list[float]
) -> list[Row]:
    """Return the rows with what the first ensemble thought of the surroundings.

    Args:
        page: the page.
        places: where its blocks stand.
        rows: from ``first_rows``.
        probabilities: of the first ensemble, per block.
    """
    weights = [float(max(1, words)) for words in places.words]
    weighted = [p * w for p, w in zip(probabilities, weights, strict=True)]
    kept, size = [0.0, *accumulate(weighted)], [0.0, *accumulate(weights)]
    same = _means(places.signatures, weighted, weights)
    containers = [_container_means(page, weighted, weights, level) for level in (1, 2, 4)]
    count = len(rows)
    share = kept[-1] / max(1.0, size[-1])
    result = []
    for n, row in enumerate(rows):
        extra = [probabilities[n], share, log1p(kept[-1]), kept[n] / max(1e-9, kept[-1])]
        for step in (1, 2, 3, -1, -2, -3):
            extra.append(probabilities[n + step] if 0 <= n + step < count else -0.1)
        for left, right in ((3, 3), (10, 10), (30, 30), (10, -1), (-1, 10), (count, 0), (0, count)):
            low, high = max(0, n - left), min(count, n + right + 1)
            extra.append(
                (kept[high] - kept[low]) / max(1.0, size[high] - size[low]) if high > low else -0.1
            )
        extra.append(same[places.signatures[n]])
        extra += [means[n] for means in containers]
        result.append(row + extra)
    return result


def _means(
    keys: Sequence[object], weighted: Sequence[float], weights: Sequence[float]
) -> dict[object, float]:
    sums: dict[object, list[float]] = {}
    for key, p, w in zip(keys, weighted, weights, strict=True):
        row = sums.setdefault(key, [0.0, 0.0])
        row[0] += p
        row[1] += w
    return {key: p / w for key, (p, w) in sums.items()}


def _container_means(
    page: Page, weighted: list[float], weights: list[float], level: int
) -> list[float]:
    keys = []
    for block in page.blocks:
        index = block.element
        for _ in range(level):
            index = max(0, page.elements[index].parent)
        keys.append(index)
    means = _means(keys, weighted, weights)
    return [means[key] for key in keys]
