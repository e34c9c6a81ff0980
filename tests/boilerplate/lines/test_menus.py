"""Pages in Markdown are pages where they hold menus; documents in Markdown stay whole."""

import pytest
from corpus_files import documents

from mojifix import Options, clean
from mojifix.boilerplate.lines.evidence import views_of
from mojifix.boilerplate.lines.menus import has_menu
from mojifix.layout.markdown.blocks import segment_markdown

PAGES = {page["id"]: page["input"] for page in documents("markdown")}
DOCS = PAGES["markdown/docs-ru-portal.md"]


def test_links_are_kept_on_request():
    page = clean(DOCS, options=Options(links=True))
    assert "[«Ошибки»](/errors)" in page.markdown
    assert all(block.links == () for block in clean(DOCS).blocks)


def test_the_neighbors_have_addresses():
    meta = clean(DOCS).meta
    assert (meta.previous.url, meta.next.url) == ("/setup", "/commands")


@pytest.mark.parametrize(
    ("prefix", "expected"), [("/", True), ("#", False), ("", False), ("mailto:", False)]
)
def test_links_within_a_document_are_no_menu(prefix, expected):
    flat = segment_markdown(PAGES["markdown/news-de-kiosk.md"].replace("](/", f"]({prefix}"))
    assert has_menu(views_of(flat), flat.links, flat.shapes) is expected


def test_pages_without_links_are_told_by_much_furniture():
    page = PAGES["markdown/blog-nl-wrapped.md"]
    assert clean(page).removed
    assert clean(page[: page.index("Deel dit")]).removed == ()
