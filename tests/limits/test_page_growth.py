"""Pages made to hurt take time in proportion to their length, and lose no text."""

import pytest
from growth import assert_linear, repeated
from peak_memory import on_linux, peak_of

from mojifix.layout.html import guard
from mojifix.layout.html.guard import excess
from mojifix.layout.html.parsing import parse
from mojifix.layout.html.tag_stripping import open_comment, strip_tags
from mojifix.options import Limits

LENGTH = 100_000
END = " the last words"
ATTACKS = {
    "formatting": "<b>",
    "formatting with attributes": "<font size=1><i x=2>",
    "formatting behind a stray end tag": "<div><b x></i></div>",
    "formatting in open paragraphs": "<p><b>",
    "end tags of nothing": "<p></b></div>",
    "formatting around blocks": "<b><p>x</b>",
    "divs": "<div>",
    "divs with blocked end tags": "<div><object></div>",
    "lists": "<ul><li>x",
    "tables": "<table>x",
    "cells in a picture": "<svg><td>",
    "angle brackets": "<",
    "angle brackets in text": "a < b ",
    "open comments": "<!--x ",
    "open declarations": "<!x ",
    "open instructions": "<?x ",
    "open tags": "<a ",
    "open attributes": '<a href="',
    "names as attributes": '<p <b =">" ',
    "ampersands": "&",
    "entities": "&amp;",
    "long entities": "&amp;amp;amp;amp;",
}
# By the rules of HTML the text after these is part of the declaration.
SWALLOWED = {"open declarations", "open instructions"}


@pytest.mark.parametrize("name", ATTACKS)
def test_parsing_is_linear(name, monkeypatch):
    # A page of few tags is looked at less closely, which would look like a step in the growth.
    monkeypatch.setattr(guard, "SAFE_TAGS", 0)
    assert_linear(parse, repeated(ATTACKS[name], END), length=LENGTH // 2)


def test_keeping_cells_in_their_columns_is_linear():
    rows = repeated("<tr><td rowspan=60000>x<td colspan=9 rowspan=9>y", END)
    assert_linear(lambda page: parse(f"<table>{page}"), rows, length=LENGTH // 2)


@pytest.mark.parametrize("name", sorted(ATTACKS.keys() - SWALLOWED))
def test_text_after_an_attack_is_read(name):
    page = parse(repeated(ATTACKS[name], END)(LENGTH))
    assert page.texts[-1].endswith(END.strip())


STRIPPED = ["<", "<!--", "<a ", '<a href="', "<script>", "<style>x", "<svg/>", "<?"]


@pytest.mark.parametrize("unit", STRIPPED)
def test_stripping_tags_is_linear(unit):
    assert_linear(strip_tags, repeated(unit), length=LENGTH)


@pytest.mark.parametrize("value", ["a{0} ", "a{0}=1 ", "a{0}='<b>' "])
def test_fifty_thousand_attributes_are_not_parsed(value):
    tag = "<p " + "".join(value.format(n) for n in range(50_000)) + ">"
    page = parse(tag + "kept</p>")
    assert [*page.texts] == ["kept"]
    assert "256 attributes on one tag" in page.notes[0]


def test_a_page_over_a_limit_keeps_its_text_and_says_so():
    page = parse("<p>one</p>" + "<div>" * 100_000 + "<p>two</p>")
    assert [*page.texts] == ["one", "two"]
    assert page.notes == (
        "the page was not parsed, its tags were stripped: elements nested deeper than 512",
    )


def test_three_hundred_nested_divs_are_parsed():
    page = parse("<div>" * 300 + "<p>inside</p>" + "</div>" * 300 + "<p>after</p>")
    assert [*page.texts] == ["inside", "after"]
    assert page.notes == ()


def test_text_after_an_open_comment_is_read_in_its_blocks():
    page = parse("<p>one</p><!-- closed --><!-- open <p>two</p><p>three</p>")
    assert [*page.texts] == ["one", "open", "two", "three"]
    assert page.notes == ("a comment is never closed; what follows was read",)
    assert open_comment("<p>one</p><!-- closed -->") is None


def test_tags_in_scripts_and_values_do_not_count():
    script = "<script>var a = '" + "<b><div>" * 2_000 + "'</script>"
    value = '<div data-state="' + "a=1 <b> " * 5_000 + '">text</div>'
    unclosed = "<div><span>x</div>" * 2_000
    icons = "<svg><path d='M0'/></svg>" * 2_000
    for page in (script, value, unclosed, icons):
        assert excess(page, Limits()) is None


@pytest.mark.parametrize(
    "unit",
    [
        "<div><font size={0}><table><td></font>x</table></div>",
        "<p><font size={0}><table></font></table></p>",
        "<td><tr><font size={0}>",
        "<div><font size={0}><svg><desc></font></desc></svg></div>",
    ],
)
def test_end_tags_that_do_not_reach_formatting_do_not_hide_it(unit):
    page = "<table>" * unit.startswith("<td>") + "".join(unit.format(n) for n in range(300))
    assert excess(page, Limits()) is not None


def test_formatting_in_the_cells_of_a_table_is_forgotten_with_them():
    rows = "<tr><td><b>one<td><i>two</tr>" * 500
    assert excess(f"<table>{rows}</table>", Limits()) is None


def test_elements_too_deep_for_a_small_page_are_read_as_one():
    page = parse("<div>" * 600 + "<p>one</p><p>two</p>")
    assert page.texts == ("one", "two")
    assert page.notes == ("elements nested deeper than 512 were not told apart",)
    assert len(page.tags) == 513


@on_linux
@pytest.mark.parametrize(
    ("page", "megabytes"),
    [
        ("'<' * 1_000_000", 64),
        ("'<div>' * 100_000", 500),
        ("''.join(f'<font size={n}><p>x' for n in range(5_000))", 500),
        ("'<p ' + ' '.join(f'a{n}=1' for n in range(50_000)) + '>x'", 500),
        ("'&amp;' * 1_000_000", 500),
        ("'<p>x' * 20_000", 500),
    ],
)
def test_a_page_made_to_hurt_takes_little_memory(page: str, megabytes: int) -> None:
    assert peak_of(f"clean({page}, kind='html')") < megabytes * 1024
