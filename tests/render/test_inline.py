"""Links are put into Markdown where their text stands, and nothing in them ends them early."""

import pytest

from mojifix.records import Block, Link
from mojifix.render import markdown
from mojifix.render.inline import inline


def links(*pairs: tuple[str, str]) -> list[Link]:
    return [Link(text=text, url=url) for text, url in pairs]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("leek soup", links(("leek soup", "/a")), "[leek soup](/a)"),
        ("a leek", links(("leek", "/a")), "a [leek](/a)"),
        ("soup, soup", links(("soup", "/a"), ("soup", "/b")), "[soup](/a), [soup](/b)"),
        ("one two", links(("one", "/a"), ("two", "/b")), "[one](/a) [two](/b)"),
        ("onetwo", links(("one", "/a"), ("two", "/b")), "[one](/a)[two](/b)"),
        ("see [1]", links(("[1]", "/a")), "see [\\[1\\]](/a)"),
        ("soup", links(("soup", "/a(b) c>\nd")), "[soup](/a%28b%29%20c%3E%0Ad)"),
        ("Look!soup", links(("soup", "/a")), "Look\\![soup](/a)"),
        ("a *b* c", links(("b", "/a")), "a \\*[b](/a)\\* c"),
        ("a\\b", links(("b", "/b")), r"a\\[b](/b)"),
        ("a\\b", links(("a\\", "/b")), r"[a\\](/b)b"),
        ("a", links(("a", "/?b=1&amp;c")), r"[a](/?b=1\&amp;c)"),
    ],
)
def test_links_are_put_in(text, found, expected):
    assert inline(text, found) == expected


@pytest.mark.parametrize("found", [links(("leek", "/a")), links(("", "/a")), [Link(text="soup")]])
def test_links_that_are_not_in_the_text_or_lead_nowhere_are_left_out(found):
    assert inline("soup", found) == "soup"


def test_links_show_in_headings_and_items_but_not_in_tables_and_code():
    there = (Link(text="leek", url="/a"),)
    blocks = [
        Block(kind="heading", level=2, text="a leek", links=there),
        Block(kind="list_item", level=1, text="a leek", links=there),
        Block(kind="table_row", text="a leek", links=there),
        Block(kind="code", text="a leek", links=there),
    ]
    assert markdown(blocks).count("[leek](/a)") == 2
