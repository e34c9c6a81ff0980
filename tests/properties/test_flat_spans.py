"""Spans lead back to the source: nothing that can be seen is lost, nothing is there twice."""

from itertools import pairwise

import pytest
from corpus_files import documents, plain_texts
from hypothesis import example, given
from hypothesis import strategies as st

from mojifix import clean

TEXTS = {
    page["id"]: page["input"] for page in documents("flat") + documents("markdown")
} | plain_texts()
NO_WIDTH = "\u200b\u2060\ufeff"
PIECES = st.sampled_from(
    [
        *("\n", "\r\n", "\n\n", "\t", " | ", "- ", "• ", "> ", "LEAVE A REPLY", "Next articleRain"),
        *("# ", "[", "](/a)", "**", "`", "![](b)", "&#10;", "---\n"),
        *("тАУ", "рд░рдг", "Ã©", "Soup", "1. ", "2. ", "$ make all", "    ", "\u2028", "\x85"),
        "The harbor council voted on Tuesday to move the fish market into the old rope hall.",
    ]
)


def assert_covered(text: str) -> None:
    page = clean(text, kind="flat")
    for pieces in (page.blocks, page.removed):
        starts = [piece.source_start for piece in pieces]
        assert starts == sorted(starts), "they are in reading order"
    spans = sorted((p.source_start, p.source_end) for p in (*page.blocks, *page.removed))
    assert all(above[1] <= below[0] for above, below in pairwise(spans))
    outside = list(text)
    for start, end in spans:
        outside[start:end] = " " * (end - start)
    assert not "".join(outside).strip().strip(NO_WIDTH).strip()


@pytest.mark.parametrize("name", TEXTS)
def test_spans_cover_a_page_of_the_corpus_exactly_once(name):
    assert_covered(TEXTS[name])


@given(st.lists(PIECES, max_size=20).map("".join))
@example("Ã©\x85\x85Ã©- ")
def test_spans_cover_any_text_exactly_once(text):
    assert_covered(text)
