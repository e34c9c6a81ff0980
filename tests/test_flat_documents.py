"""The corpus: flat pages become the documents they contain, other texts stay whole."""

from __future__ import annotations

from typing import Any, Final

import pytest
from corpus_files import Case, documents, parameters, plain_texts

from mojifix import Document, clean

# What a page's file says, and where the document says it. A key that a file leaves out is not
# judged.
ASPECTS: Final = {
    "title": ("title",),
    "paragraphs": ("paragraphs",),
    "removed": ("removed",),
    "roles": ("removed",),
    "links": ("previous", "next"),
    "byline": ("authors", "date"),
    "tags": ("tags",),
}
CASES: Final = [
    page | {"id": f"{page['id']} {aspect}", "aspect": aspect}
    for page in documents("flat")
    for aspect, keys in ASPECTS.items()
    if all(key in page for key in keys)
]


def found(page: Document, aspect: str) -> Any:
    links = (page.meta.previous, page.meta.next)
    return {
        "title": page.meta.title,
        "paragraphs": [" ".join(b.text.split()) for b in page.blocks if b.kind != "title"],
        "removed": [" ".join(piece.text.split()) for piece in page.removed],
        "roles": [piece.role for piece in page.removed],
        "links": [link.text if link else None for link in links],
        "byline": [list(page.meta.authors), page.meta.date],
        "tags": list(page.meta.tags),
    }[aspect]


def expected(page: Case, aspect: str) -> Any:
    return {
        "title": page["title"],
        "paragraphs": [" ".join(text.split()) for text in page["paragraphs"]],
        "removed": [" ".join(piece["text"].split()) for piece in page["removed"]],
        "roles": [piece["role"] for piece in page["removed"]],
        "links": [page.get("previous"), page.get("next")],
        "byline": [page.get("authors"), page.get("date")],
        "tags": page.get("tags"),
    }[aspect]


@pytest.mark.parametrize("case", parameters(CASES))
def test_a_flat_page_becomes_the_document_it_contains(case: Case) -> None:
    assert found(clean(case["input"]), case["aspect"]) == expected(case, case["aspect"])


@pytest.mark.parametrize("name", plain_texts())
def test_a_text_that_is_no_page_stays_whole(name: str) -> None:
    text = plain_texts()[name]
    page = clean(text)
    assert page.removed == ()
    assert "".join(page.text.split()) == "".join(text.split())
