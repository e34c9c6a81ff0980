"""What holds for every document, shown on the texts of the corpus."""

import re

import pytest
from corpus_files import documents, plain_texts
from page_cases import cleaned

from mojifix import clean, fix, repair

SOURCES = {page["id"]: page["input"] for page in documents("flat")}
flat_pages = pytest.mark.parametrize("name", SOURCES)
_WORD = re.compile(r"\w+|[^\w\s]")  # an edit link may be glued to its heading by its bracket


@flat_pages
def test_what_was_cleaned_needs_no_cleaning(name):
    text = cleaned(name).text
    assert clean(text).text == text


@flat_pages
def test_kept_and_removed_together_are_the_page(name):
    page = cleaned(name)
    words = [word for piece in (*page.blocks, *page.removed) for word in _WORD.findall(piece.text)]
    # The kind of a block says what its bullet said.
    marks = {"•", "-", "–", ">", "|"}
    expected = [word for word in _WORD.findall(fix(SOURCES[name])) if word not in marks]
    assert sorted(word for word in words if word not in marks) == sorted(expected)


@flat_pages
def test_the_repairs_are_those_of_the_source(name):
    assert cleaned(name).repairs == repair(SOURCES[name]).repairs


@flat_pages
@pytest.mark.parametrize("breaks", ["\r\n", "\r"])
def test_another_system_s_line_breaks_change_no_decision(name, breaks):
    here = cleaned(name)
    there = clean(re.sub("\r\n?|\n", breaks, SOURCES[name]))
    assert [block.text.split() for block in there.blocks] == [
        block.text.split() for block in here.blocks
    ]
    assert [piece.role for piece in there.removed] == [piece.role for piece in here.removed]


@pytest.mark.parametrize("name", plain_texts())
def test_plain_text_keeps_every_character_but_blank_lines(name):
    source = plain_texts()[name]
    page = clean(source, kind="plain")
    assert page.removed == ()
    assert page.text.split() == fix(source).split()
