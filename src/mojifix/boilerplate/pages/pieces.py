"""What a block of a page is cut into when it is kept: its paragraphs, a heading without its links.

The model judges blocks as the elements of a page make them. A reader sees paragraphs where two
``<br>`` part the lines of one, and no part of a heading in a wiki's link for editing it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final

from mojifix.boilerplate.labels.roles import edit_link
from mojifix.layout.html.code_spans import spans_within
from mojifix.layout.page import Page
from mojifix.records import Block, BlockKind, Link, Removed
from mojifix.spans import SourceMap

_PARTED: Final[frozenset[BlockKind]] = frozenset(("paragraph", "quote"))
_TITLES: Final[frozenset[BlockKind]] = frozenset(("title", "heading"))


class Pieces:
    """Cuts the kept blocks of a page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def of(self, number: int, block: Block) -> tuple[list[Block], Removed | None]:
        """Return a block as the paragraphs it shows, and what is cut off at its end."""
        first = self._page.paragraphs.get(number)
        if first is not None and block.kind in _PARTED:
            return list(self._paragraphs(number, block, first)), None
        if block.kind in _TITLES and (end := edit_link(block.text)) is not None:
            return self._without_link(number, block, end)
        return [block], None

    def _paragraphs(self, number: int, block: Block, first: Sequence[int]) -> Iterator[Block]:
        lines = block.text.split("\n")
        start = 0
        links = block.links
        for line, stop in pairwise((0, *first, len(lines))):
            text = "\n".join(lines[line:stop])
            own = _links_in(text, links)
            links = links[len(own) :]
            source_start, source_end = self._span(number, start, start + len(text))
            yield replace(
                block,
                text=text,
                source_start=source_start,
                source_end=source_end,
                links=own,
                code=tuple(spans_within(start, start + len(text), block.code)),
            )
            start += len(text) + 1

    def _without_link(self, number: int, block: Block, end: int) -> tuple[list[Block], Removed]:
        text, link = block.text[:end].rstrip(), block.text[end:]
        source_start, source_end = self._span(number, 0, len(text))
        own = _links_in(text, block.links)
        kept = replace(
            block,
            text=text,
            source_start=source_start,
            source_end=source_end,
            links=own,
            code=tuple(spans_within(0, len(text), block.code)),
        )
        source_start, source_end = self._span(number, end, len(block.text))
        removed = Removed(
            text=link, role="navigation", probability=1.0,
            source_start=source_start, source_end=source_end, path=block.path,
        )  # fmt: skip
        return [kept], removed

    def _span(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Return where a part of a block's text stood in the texts as they came."""
        at = self._starts[number]
        return self._back.span(at + start, at + end)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(text) + 1 for text in self._page.texts), initial=0))

    @cached_property
    def _back(self) -> SourceMap:
        return SourceMap(self._page.repaired.repairs)


def _links_in(text: str, links: Sequence[Link]) -> tuple[Link, ...]:
    """Return the links at the head of a list that stand in a text, one after the other."""
    at, count = 0, 0
    for link in links:
        at = text.find(link.text, at)
        if at < 0:
            break
        at += len(link.text)
        count += 1
    return tuple(links[:count])
