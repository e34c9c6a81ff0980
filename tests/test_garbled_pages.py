"""A news page comes out the same whichever code page garbled it."""

import pytest
from corpus_files import documents

from mojifix import clean, fix
from mojifix.codepages import singlebyte

NEWS = {page["id"]: fix(page["input"]) for page in documents("flat") if "newspaper" in page["id"]}


def everything_said(text):
    page = clean(text)
    blocks = [(block.kind, block.text) for block in page.blocks]
    return page.meta, blocks, [(part.role, part.text) for part in page.removed]


EXPECTED = {name: everything_said(text) for name, text in NEWS.items()}


def test_the_pages_are_in_several_scripts():
    languages = {name.split("-")[1] for name in NEWS}
    assert languages >= {"bn", "de", "en", "ru", "th"}


@pytest.mark.parametrize("codepage", singlebyte.CODEPAGES)
@pytest.mark.parametrize("name", NEWS)
def test_page_garbled_by_any_code_page_is_cleaned_all_the_same(name, codepage):
    garbled = singlebyte.decode(NEWS[name].encode(), codepage)
    assert garbled != NEWS[name]
    assert everything_said(garbled) == EXPECTED[name]
