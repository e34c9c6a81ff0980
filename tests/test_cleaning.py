import pytest

from mojifix import Options, clean
from mojifix.options import Limits

PAGE = """<!DOCTYPE html><html><head><title>Soup</title></head><body>
<nav><a href="/">Home</a> <a href="/about">About</a></nav>
<article><h1>Leek soup</h1>
<p>The leeksтАФtwo or threeтАФmust be washed well, because sand hides between their leaves.</p>
<p>Fry them gently in butter for ten minutes, then add the potatoes and a litre of stock.</p>
</article></body></html>"""

FLAT = """Leek soup

The leeksтАФtwo or threeтАФmust be washed well, because sand hides between their leaves.

Fry them gently in butter for ten minutes, then add the potatoes and a litre of stock.

LEAVE A REPLY

Please enter your comment!
"""


def test_a_page_is_cleaned_and_repaired():
    page = clean(PAGE)
    assert page.source.kind == "html"
    assert "The leeks—two or three—must be washed" in page.text
    assert [repair.after for repair in page.repairs] == ["—", "—"]
    assert any("About" in piece.text for piece in page.removed)


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
def test_spans_of_flat_text_lead_back_to_the_source(breaks):
    source = FLAT.replace("\n", breaks)
    page = clean(source, kind="flat")
    assert page.source.kind == "text"
    assert len(page.repairs) == 2
    for repair in page.repairs:
        assert source[repair.source_start : repair.source_end] == repair.before
    for piece in (*page.blocks, *page.removed):
        part = source[piece.source_start : piece.source_end]
        assert part.replace("тАФ", "—").split() == piece.text.split()


def test_a_document_in_markdown_keeps_its_marks():
    source = "# Soup\n\nWash the [leeks](leeks.md) **well**.\n"
    page = clean(source)
    assert page.source.kind == "markdown"
    assert page.markdown == source
    assert clean(source, kind="plain").markdown.startswith("\\# Soup")


def test_a_page_of_which_only_headings_have_marks_is_judged():
    sentence = "Wash the leeks well, because sand hides between all of their leaves.\n\n"
    page = clean(
        f"# Leek soup\n\n{sentence * 3}## At the table\n\n{sentence.replace('W', 'So w')}"
        "### Leave a reply\n\nPlease enter your comment!\n"
    )
    assert (page.meta.title, page.source.kind) == ("Leek soup", "text")
    assert [block.text for block in page.blocks if block.kind == "heading"] == ["At the table"]
    assert "Leave a reply" in [piece.text for piece in page.removed]


def test_plain_text_loses_nothing():
    page = clean(FLAT, kind="plain")
    assert page.removed == ()
    assert page.text == FLAT.replace("тАФ", "—").strip()
    for block in page.blocks:
        part = FLAT[block.source_start : block.source_end]
        assert part.replace("тАФ", "—") == block.text


def test_the_kind_of_the_call_goes_before_that_of_the_options():
    assert clean(FLAT, kind="plain", options=Options(kind="flat")).removed == ()
    assert clean(FLAT, options=Options(kind="plain")).removed == ()


def test_bytes_are_decoded_and_their_length_is_told():
    page = clean(FLAT.encode(), kind="plain")
    assert page.source.encoding == "utf-8"
    assert page.source.byte_length == len(FLAT.encode())
    assert page.text == clean(FLAT, kind="plain").text


@pytest.mark.parametrize("data", ["", " \n\t", b"", "\ufeff"])
def test_what_holds_no_text_says_so(data):
    page = clean(data)
    assert (page.text, page.blocks) == ("", ())
    assert "the input holds no text" in page.notes


def test_binary_data_is_noted():
    page = clean(bytes(range(256)) * 40)
    assert page.text == ""
    assert any("binary" in note for note in page.notes)


def test_input_over_the_limit_is_noted_not_read():
    page = clean(b"word " * 100, options=Options(limits=Limits(max_bytes=100)))
    assert page.text == ""
    assert "Limits.max_bytes" in page.notes[0]


@pytest.mark.parametrize("data", [None, 5, ["a"], object()])
def test_other_types_are_refused_with_the_way_out(data):
    with pytest.raises(TypeError, match="bytes or str"):
        clean(data)


def test_an_unknown_kind_is_refused_with_the_choices():
    with pytest.raises(ValueError, match="choose one of"):
        clean("x", kind="pdf")


def test_tags_written_as_entities_are_read():
    page = clean(PAGE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
    assert page.source.kind == "html"
    assert page.text == clean(PAGE).text
    assert "the tags of the page were written as entities" in page.notes


def test_markdown_is_left_whole():
    text = "# Soup\n\nSee [leeks](leeks.md), `salt`.\n\n## Leave a reply\n\n- **Home**\n- Tags: a\n"
    assert clean(text).removed == ()
