"""What the Documents beside the corpus's pages say, compared with what cleaning finds.

A page is several cases, one for each thing its Document says, so that known-failures.jsonl can
name exactly what is not solved yet, as ``"flat/blog-de-twenty.txt title"``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from corpus_files import Case, documents, plain_texts

from mojifix import Document, clean

PAGES: Final = {
    page["id"]: page for page in documents("flat") + documents("markdown") + documents("pages")
}

_MARK: Final = re.compile(r"^(?:[•◦▪‣●○■·*+–-]|>)\s*(?=\S)")


@cache
def cleaned(name: str) -> Document:
    return clean(PAGES[name]["input"])


def lines(text: str) -> list[str]:
    """Split into lines whose words are one space apart, cells and wrapped lines alike.

    What only marks a list item or a quote is left out.
    """
    bare = (_MARK.sub("", line) for line in text.split("\n"))
    return [" ".join(re.split(r"[ \t|]+", line)).strip() for line in bare]


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
    words = " ".join(line for part in document.removed for line in lines(part.text))
    texts = [" ".join(lines(part["text"])) for part in page["removed"]]
    return [text for text in texts if f" {text} " in f" {words} "], texts


def links(document: Document, page: Case) -> tuple[Any, Any]:
    found = (document.meta.previous, document.meta.next)
    return tuple(link and link.text for link in found), (page["previous"], page["next"])


def byline(document: Document, page: Case) -> tuple[Any, Any]:
    """Compare authors and date, where the page has one right answer."""
    found = {"authors": list(document.meta.authors), "date": document.meta.date}
    judged = found.keys() & page.keys()
    return {key: found[key] for key in judged}, {key: page[key] for key in judged}


def tags(document: Document, page: Case) -> tuple[Any, Any]:
    """Compare the tags; categories may stand beside them."""
    expected = page.get("tags", [])
    return [tag for tag in document.meta.tags if tag in expected], expected


def kinds(document: Document, page: Case) -> tuple[Any, Any]:
    """Compare the kinds of the blocks, where the page says them."""
    found = [block.kind for block in document.blocks]
    return found, page.get("kinds", found)


ASPECTS: Final[dict[str, Callable[[Document, Case], tuple[Any, Any]]]] = {
    "title": title,
    "paragraphs": paragraphs,
    "removed": removed,
    "links": links,
    "byline": byline,
    "tags": tags,
    "kinds": kinds,
}

CASES: Final = [
    {"id": f"{page} {aspect}", "page": page, "aspect": aspect}
    for page in PAGES
    for aspect in ASPECTS
]

PLAIN: Final = [{"id": f"plain/{name}", "input": text} for name, text in plain_texts().items()]


def found_and_expected(case: Case) -> tuple[Any, Any]:
    """Return what cleaning found and what is written, for one aspect of one page."""
    return ASPECTS[case["aspect"]](cleaned(case["page"]), PAGES[case["page"]])


def whole(text: str) -> bool:
    """Tell whether cleaning left every word of a text, and said so."""
    document = clean(text)
    return document.removed == () and document.text.split() == text.split()


def roles(folder: str) -> list[bool]:
    """Tell of each removed line of the pages in a folder whether its role is the one written."""
    verdicts = []
    for name, page in PAGES.items():
        if name.startswith(folder):
            found = {line: part.role for part in cleaned(name).removed for line in lines(part.text)}
            verdicts += [
                found.get(lines(part["text"])[0]) == part["role"] for part in page["removed"]
            ]
    return verdicts
