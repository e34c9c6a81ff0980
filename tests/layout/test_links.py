"""The links of a page's blocks, with their texts and targets."""

import pytest

from mojifix.layout.html.parsing import parse
from mojifix.options import Options


def links_of(html: str) -> list[list[tuple[str, str | None]]]:
    page = parse(html, Options(links=True))
    assert len(page.anchors) == len(page.texts)
    return [[(link.text, link.url) for link in links] for links in page.anchors]


def test_links_are_collected_only_when_asked_for():
    assert parse("<p><a href=/a>Soup</a>").anchors == ()


def test_every_block_has_the_links_in_its_text():
    assert links_of("<p>Take <a href=/a>two <b>leeks</b></a> and <a href=/b>salt</a>.<p>Stir.") == [
        [("two leeks", "/a"), ("salt", "/b")],
        [],
    ]


def test_a_link_around_blocks_is_in_each_of_them():
    assert links_of("<a href=/a><h3>Soup</h3><p>With leeks.</p></a><p>Done.") == [
        [("Soup", "/a")],
        [("With leeks.", "/a")],
        [],
    ]


def test_links_in_the_cells_of_a_row_are_in_the_row():
    row = "<tr><td><a href=/a>Leek</a><td><a href=/b>Salt</a>"
    assert links_of(f"<table>{row}</table>") == [[("Leek", "/a"), ("Salt", "/b")]]


def test_links_that_run_scripts_or_say_nothing_are_left_out():
    html = (
        "<p>a <a href='javascript:x()'>b</a> <a href=' data:text/html,x'>c</a> <a href=/d><img></a>"
    )
    assert links_of(html) == [[]]


def test_addresses_within_the_site_stay_as_they_are():
    html = "".join(
        f"<p><a href='{url}'>x</a>" for url in ("a:b", "#c", "d", "?e:f", "./g:h", "//i")
    )
    assert [url for links in links_of(html) for _, url in links] == [
        "#c",
        "d",
        "?e:f",
        "./g:h",
        "//i",
    ]


def test_the_text_of_a_link_is_repaired_like_the_text_around_it():
    assert links_of("<p>The <a href=/a>IndiaтАУU.S. partnership</a>") == [
        [("India–U.S. partnership", "/a")]
    ]


@pytest.mark.parametrize(
    "heading",
    [
        '<h2>Setup<a class="headerlink" href="#setup">¶</a></h2>',
        '<h2><a href="#setup">§</a>Setup</h2>',
        '<h2>Setup <a href="#setup" class="hash-link">\u200b</a></h2>',
        "<dl><dt>Setup<a href='#setup'>#</a></dt></dl>",
        "<h2>Setup<span><a href='#setup'>#</a></span><a id='begin'></a></h2>",
    ],
)
def test_a_heading_is_kept_without_its_link_to_itself(heading):
    page = heading + "<p>Install it first.</p>"
    assert parse(page).texts == ("Setup", "Install it first.")
    assert links_of(page) == [[], []]


def test_a_sign_that_is_a_word_of_a_heading_stays():
    assert parse('<h2>§ 5 <a href="/law">Setup</a> in C#</h2>').texts == ("§ 5 Setup in C#",)
    assert parse("<p>See <a href='#a'>#</a></p>").texts == ("See #",)


def test_text_behind_a_link_around_blocks_is_in_no_link():
    page = parse("<a href=/a><h3>Soup</h3><p>With leeks.</p></a><p>Done.</p>")
    assert page.linked == (4, 11, 0)


def test_a_sign_that_is_in_no_link_stays_in_a_heading_with_one():
    page = parse('<h2># <a href="/a">Setup</a></h2>')
    assert (page.texts, page.linked) == (("# Setup",), (5,))
