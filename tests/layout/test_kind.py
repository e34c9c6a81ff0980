"""What a text is written in."""

import pytest
from growth import assert_linear, repeated

from mojifix import clean
from mojifix.layout.kind import kind_of

FRAGMENT = "<div><p>One.</p><p>Two &amp; three.</p></div>"
PAGE = f"<!doctype html><html><body>{FRAGMENT}</body></html>"


def escaped(markup: str) -> str:
    return markup.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (PAGE, "html"),
        (FRAGMENT, "html"),
        ("Words first. " + FRAGMENT, "html"),
        ("\ufeff  <!doctype HTML>", "html"),
        ('<?xml version="1.0"?>\n<html xmlns="x">', "html"),
        ('<?xml version="1.0"?><article>' + "<para>Leeks.</para>" * 3, "html"),
        ('<?xml version="1.0"?><o:text>' + "<text:p>Leeks.</text:p>" * 3, "html"),
        ('<?xml version="1.0"?><list>' + "<title>Leeks</title>" * 3, "text"),
        (escaped(PAGE), "escaped_html"),
        (escaped(FRAGMENT), "escaped_html"),
        ("# Head\n\nSee [it](it.html).\n", "markdown"),
        ("> Said.\n\n## Head", "markdown"),
        ("It > said. ## Head | --- |", "text"),
        ("Soup\n====\n\n![A leek](leek.png)\n", "markdown"),
        ("Run `it`:\n\n```\nit --all\n```\n", "markdown"),
        ("| a | b |\n| --- | --- |\n| **one** | two |\n", "markdown"),
        ("[Soup][1]\n\n> Leeks\n\n[1]: https://a.example/soup", "markdown"),
        ("<div>\n\n# Soup\n\n</div>\n\n<div>\n\n- [leek](/leek)\n\n</div>\n</div>", "markdown"),
        ("<h1>C</h1><pre># one\n**two**\n</pre><p>So.</p><p>End.</p>", "html"),
        ("Use </p> to close <p>.", "text"),
        ("Write &lt;/p&gt; to close &lt;p&gt;.", "text"),
        ("if a < b and b > c", "text"),
        ("\n# Soup\n\nWash it.\n\n## Leeks\n\n### Green\n", "outline"),
        ("# Soup\n\n## Leeks\n\n# slice them\ncut(2)\n", "text"),
        ("# Soup\n\nx = 1\n\n# Leeks\n\nx = 2\n", "text"),
        ("# 1 in the charts\n\n- rain\n- snow\n", "text"),
        ("*waves* hello, and 2 ** 3 ** 2 is 512 [sic] (he said)", "text"),
        ("", "text"),
    ],
)
def test_a_text_is_known_by_its_marks(text, kind):
    assert kind_of(text) == kind


def test_a_program_that_writes_html_is_no_page():
    lines = ["def cell(text):", '    return "<td>" + text + "</td>"', "", "print(cell('a'))"]
    assert kind_of("\n".join(lines * 30)) == "text"


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "</p",
        "[a](",
        "**a",
        "`",
        "| --- ",
        "&lt;/p",
        "# a\n\n",
        "> ",
        "####",
        "![a](",
        "|---|\n",
    ],
)
def test_hostile_repetitions_take_time_in_proportion(unit):
    assert_linear(kind_of, repeated(unit), length=200_000)


def test_blanks_behind_a_heading_take_time_in_proportion():
    assert_linear(kind_of, lambda n: f"# a{' ' * n}\nb", length=12_000)


def test_what_xhtml_closes_with_a_slash_takes_nothing_with_it():
    page = '<html><body><p>Fog</p><textarea title="a > b"/><p>Rain</p></body></html>'
    assert clean(f'<?xml version="1.0"?>{page}').text == "Fog\n\nRain"
