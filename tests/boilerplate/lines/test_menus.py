"""Pages in Markdown are pages where they hold menus; documents in Markdown stay whole."""

import pytest
from corpus_files import documents

from mojifix import Options, clean

PAGES = {page["id"]: page["input"] for page in documents("markdown")}
DOCS = PAGES["markdown/docs-ru-portal.md"]


def test_links_are_kept_on_request():
    page = clean(DOCS, options=Options(links=True))
    assert "[«Ошибки»](/errors)" in page.markdown
    assert all(block.links == () for block in clean(DOCS).blocks)


def test_the_neighbors_have_addresses():
    meta = clean(DOCS).meta
    assert (meta.previous.url, meta.next.url) == ("/setup", "/commands")


@pytest.mark.parametrize("prefix", ["#", "", "mailto:"])
def test_links_within_a_document_are_no_menu(prefix):
    text = PAGES["markdown/news-de-kiosk.md"].replace("](/", f"]({prefix}")
    assert clean(text).removed == ()
