"""What holds for every HTML page, shown on the pages of the corpus."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from mojifix import Document, Options, clean

PAGES = sorted((Path(__file__).parents[2] / "corpus" / "pages").glob("*.html"))
html_pages = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)


@cache
def cleaned(path: Path, **choices: object) -> Document:
    return clean(path.read_bytes(), kind="html", options=Options(**choices))


def kept(document: Document) -> list[tuple[int | None, str, str]]:
    return [(block.source_start, block.kind, block.text) for block in document.blocks]


def in_page_order(document: Document) -> list[tuple[int, int, str]]:
    pieces = (*document.blocks, *document.removed)
    placed = [
        (piece.source_start, piece.source_end, piece.text)
        for piece in pieces
        if piece.source_start is not None and piece.source_end is not None
    ]
    return sorted(placed)


def test_the_pages_were_found():
    assert len(PAGES) >= 20


@html_pages
def test_pieces_lie_side_by_side_and_hold_the_whole_page(path):
    pieces = in_page_order(cleaned(path))
    assert not pieces or pieces[0][0] == 0
    for before, after in pairwise(pieces):
        assert after[0] == before[1] + 1, "a line break parts them"


@html_pages
def test_pieces_in_order_are_the_text_that_repairs_count_in(path):
    document = cleaned(path)
    pieces = in_page_order(document)
    text = "\n".join(piece for _, _, piece in pieces)
    for repair in document.repairs:
        assert text[repair.start : repair.end] == repair.after
        assert sum(s <= repair.source_start and repair.source_end <= e for s, e, _ in pieces) == 1


@html_pages
@pytest.mark.parametrize("option", ["comments", "tables", "grids"])
def test_what_an_option_leaves_out_changes_nothing_else(path, option):
    default, without = cleaned(path), cleaned(path, **{option: False})
    left = set(kept(without))
    assert left <= set(kept(default))
    gone = {start for start, _, _ in set(kept(default)) - left}
    assert gone <= {piece.source_start for piece in without.removed}
    assert [row for row in kept(default) if row in left] == kept(without)
    assert (without.meta, without.quality) == (default.meta, default.quality)


@html_pages
def test_showing_links_changes_nothing_that_is_kept(path):
    document, default = cleaned(path, links=True), cleaned(path)
    assert kept(document) == kept(default)
    assert (document.text, document.removed) == (default.text, default.removed)


@html_pages
def test_precision_keeps_part_of_what_is_kept_and_recall_all_of_it(path):
    narrow, usual, wide = (
        {(block.source_start, block.text) for block in cleaned(path, prefer=way).blocks}
        for way in ("precision", "balanced", "recall")
    )
    assert narrow <= usual <= wide
