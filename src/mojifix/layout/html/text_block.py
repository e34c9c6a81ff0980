"""A block of text as the walk over a page finds it, and those of a row of a table as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from mojifix.layout.html.code_spans import Spans, side_by_side
from mojifix.layout.html.elements import NAMES_LIMIT
from mojifix.layout.html.table_rows import TableRows


class TextBlock(NamedTuple):
    """A block, with what ``Page`` says of it.

    ``anchors`` are the texts and targets of its links, ``code`` counts in its text before the repair.
    """

    text: str
    home: int = 0
    linked: int = 0
    links: int = 0
    href: str | None = None
    inner_names: str = ""
    time: str | None = None
    paragraphs: Sequence[int] = ()
    anchors: Sequence[tuple[str, str]] = ()
    code: Spans = ()


def with_rows(
    blocks: list[TextBlock],
    tags: Sequence[str],
    parents: Sequence[int],
    cells: Mapping[int, tuple[int, int]],
    left_out: Mapping[int, list[str]],
) -> list[TextBlock]:
    """Return the blocks, those of each row of a table that holds data as one.

    Args:
        blocks: all of a page.
        tags: of its elements, in reading order.
        parents: the index of each one's parent.
        cells: those of several columns or rows.
        left_out: texts that are in no block, by the element that holds them; the numbers of the
            lines of listings come to them.
    """
    if "tr" not in tags:
        return blocks
    table = TableRows(tags, parents, cells)
    if "pre" in tags:
        blocks = list(_without_line_numbers(blocks, table, left_out))
    spans = table.spans([block.home for block in blocks], [block.text for block in blocks])
    return [row_of(table, blocks[span]) if is_row else blocks[span.start] for span, is_row in spans]


def _without_line_numbers(
    blocks: list[TextBlock], table: TableRows, left_out: Mapping[int, list[str]]
) -> Iterator[TextBlock]:
    for block, following in pairwise((*blocks, TextBlock(""))):
        if table.numbers_lines(block.home, block.text, following.home):
            left_out[block.home].append(block.text)
        else:
            yield block


def row_of(table: TableRows, cells: Sequence[TextBlock]) -> TextBlock:
    """Return the blocks of a row as one."""
    texts, homes, linked, links, hrefs, names, times, _, anchors, code = zip(*cells, strict=True)
    text = table.text(homes, texts)
    return TextBlock(
        text, table.rows[homes[0]], sum(linked), sum(links),
        next(filter(None, hrefs), None), " ".join(names)[:NAMES_LIMIT],
        next(filter(None, times), None), (), list(chain.from_iterable(anchors)),
        side_by_side(text, texts, code) if any(code) else (),
    )  # fmt: skip
