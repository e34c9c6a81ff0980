"""The corpus's pages, flat pages and plain texts come out as the Documents written beside them.

A page is several cases, one for each thing its Document says, so that known-failures.jsonl can
name exactly what is not solved yet, as ``"flat/blog-de-twenty.txt title"``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final

import pytest
from corpus_files import Case, documents, parameters, plain_texts

from mojifix import Document, clean

PAGES: Final = {page["id"]: page for page in documents("flat") + documents("pages")}

# Share of removed lines whose role is the one written beside them, when last measured.
LEAST_RIGHT_ROLES: Final = 0.0


@cache
def cleaned(name: str) -> Document:
    return clean(PAGES[name]["input"])


def lines(text: str) -> list[str]:
    """Split into lines whose words are one space apart, cells and wrapped lines alike."""
    return [" ".join(re.split(r"[ \t|]+", line)).strip() for line in text.split("\n")]


def title(document: Document, page: Case) -> tuple[Any, Any]:
    return document.meta.title, page["title"]


def paragraphs(document: Document, page: Case) -> tuple[Any, Any]:
    kept = [block for block in document.blocks if block.kind != "title"]
    return (
        [line for block in kept for line in lines(block.text)],
        [line for text in page["paragraphs"] for line in lines(text)],
    )


def removed(document: Document, page: Case) -> tuple[Any, Any]:
    """Compare what was removed; a role and its neighbors may share a block."""
    everything = " ".join(line for part in document.removed for line in lines(part.text))
    texts = [" ".join(lines(part["text"])) for part in page["removed"]]
    return [text for text in texts if text in everything], texts


def links(document: Document, page: Case) -> tuple[Any, Any]:
    found = (document.meta.previous, document.meta.next)
    return tuple(link and link.text for link in found), (page["previous"], page["next"])


def byline(document: Document, page: Case) -> tuple[Any, Any]:
    return (list(document.meta.authors), document.meta.date), (page["authors"], page["date"])


def tags(document: Document, page: Case) -> tuple[Any, Any]:
    """Compare the tags; categories may stand beside them."""
    expected = page.get("tags", [])
    return [tag for tag in document.meta.tags if tag in expected], expected


ASPECTS: Final[dict[str, Callable[[Document, Case], tuple[Any, Any]]]] = {
    "title": title,
    "paragraphs": paragraphs,
    "removed": removed,
    "links": links,
    "byline": byline,
    "tags": tags,
}

CASES: Final = [
    {"id": f"{page} {aspect}", "page": page, "aspect": aspect}
    for page in PAGES
    for aspect in ASPECTS
]


@pytest.mark.parametrize("case", parameters(CASES))
def test_document_is_as_written(case: Case) -> None:
    found, expected = ASPECTS[case["aspect"]](cleaned(case["page"]), PAGES[case["page"]])
    assert found == expected


def test_roles_are_as_often_right_as_before() -> None:
    verdicts = []
    for name, page in PAGES.items():
        roles = {
            line: part.role for part in cleaned(name).removed for line in lines(part.text) if line
        }
        verdicts += [roles.get(part["text"]) == part["role"] for part in page["removed"]]
    assert sum(verdicts) / len(verdicts) >= LEAST_RIGHT_ROLES


@pytest.mark.parametrize("case", parameters({"id": f"plain/{name}"} for name in plain_texts()))
def test_plain_text_stays_whole(case: Case) -> None:
    text = plain_texts()[case["id"].removeprefix("plain/")]
    document = clean(text)
    assert document.removed == ()
    assert "".join(document.text.split()) == "".join(text.split())
