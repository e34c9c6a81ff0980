"""What holds for every document, shown on the texts of the corpus."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from mojifix import Document, clean, fix

CORPUS = Path(__file__).parent.parent.parent / "corpus"
PAGES = sorted((CORPUS / "flat").glob("*.txt"))
PLAIN = sorted((CORPUS / "plain").glob("*.txt"))
flat_pages = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
_WORD = re.compile(r"\w+|[^\w\s]")  # an edit link may be glued to its heading by its bracket
plain_texts = pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.name)


@cache
def cleaned(path: Path) -> Document:
    return clean(path.read_text(encoding="utf-8"))


def test_the_texts_were_found():
    assert len(PAGES) > 20
    assert len(PLAIN) > 20


@flat_pages
def test_what_was_cleaned_needs_no_cleaning(path):
    text = cleaned(path).text
    assert clean(text).text == text


@flat_pages
def test_kept_and_removed_together_are_the_page(path):
    source = path.read_text(encoding="utf-8")
    page = cleaned(path)
    words = [word for piece in (*page.blocks, *page.removed) for word in _WORD.findall(piece.text)]
    # The kind of a block says what its bullet said.
    marks = {"•", "-", "–", ">", "|"}
    expected = [word for word in _WORD.findall(fix(source)) if word not in marks]
    assert sorted(word for word in words if word not in marks) == sorted(expected)


@flat_pages
def test_the_repairs_lead_from_the_source_to_the_result(path):
    source = path.read_text(encoding="utf-8")
    repaired, last = "", 0
    for repair in cleaned(path).repairs:
        assert source[repair.source_start : repair.source_end] == repair.before
        repaired += source[last : repair.source_start]
        assert len(repaired) == repair.start
        repaired += repair.after
        assert len(repaired) == repair.end
        last = repair.source_end
    assert repaired + source[last:] == fix(source)


@flat_pages
def test_pieces_are_in_reading_order_and_lie_apart(path):
    page = cleaned(path)
    for pieces in (page.blocks, page.removed):
        starts = [piece.source_start for piece in pieces]
        assert starts == sorted(starts)
    everything = sorted((*page.blocks, *page.removed), key=lambda piece: piece.source_start)
    for before, after in pairwise(everything):
        assert before.source_end <= after.source_start


@flat_pages
@pytest.mark.parametrize("breaks", ["\r\n", "\r"])
def test_another_system_s_line_breaks_change_no_decision(path, breaks):
    source = path.read_text(encoding="utf-8")
    here, there = cleaned(path), clean(source.replace("\n", breaks))
    assert [block.text.split() for block in there.blocks] == [
        block.text.split() for block in here.blocks
    ]
    assert [piece.role for piece in there.removed] == [piece.role for piece in here.removed]


@plain_texts
def test_plain_text_keeps_every_character_but_blank_lines(path):
    source = path.read_text(encoding="utf-8")
    page = clean(source, kind="plain")
    assert page.removed == ()
    assert page.text.split() == fix(source).split()
