"""Documents in vocabularies of XML, read as pages."""

import pytest
from growth import assert_linear, repeated

from mojifix import clean
from mojifix.layout.html.xml_names import as_html, is_vocabulary

START = '<?xml version="1.0"?>'
SENTENCE = "Leeks stay in the ground all winter, and are pulled when the kitchen asks for them."


@pytest.mark.parametrize(
    ("document", "html"),
    [
        ("<sec><title>Leeks</title><p>Wash.</p></sec>", "<div><h1>Leeks</h1><p>Wash.</p></div>"),
        ("<t:p>The <t:hi>green</t:hi>.</t:p>", "<p>The <span>green</span>.</p>"),
        ("<name><one>Ann</one><two>Lee</two></name>", "<div><div>Ann</div><div>Lee</div></div>"),
        ("<entry><one>Ann</one></entry>", "<div><div>Ann</div></div>"),
        ('<article><h3><a href="/">Top</a></h3></article>',) * 2,
        ("<p>In <title>Emma</title>.</p>", "<p>In <span>Emma</span>.</p>"),
        ("<lg><l>One</l><l>Two</l></lg>", "<p><span>One</span><br><span>Two</span><br></p>"),
        ("<p><![CDATA[a < b]]><!-- no --><?no?></p>", "<p>a &lt; b</p>"),
        ('<p>One<lb/>two<x a="/"/></p>', '<p>One<br>two<span a="/"></span></p>'),
        ("<p>a</p></x><y>b</y>", "<p>a</p><div>b</div>"),
        (
            "<info><title>A</title></info><sec><title>B</title></sec>",
            "<div><h1>A</h1></div><div><h2>B</h2></div>",
        ),
        (
            "<article-title>A</article-title><article-title>B</article-title>",
            "<h1>A</h1><div>B</div>",
        ),
    ],
)
def test_elements_get_the_names_of_html(document, html):
    assert as_html(START + document) == html


@pytest.mark.parametrize(
    ("root", "expected"),
    [("<article>", True), ("<!DOCTYPE TEI [<!ENTITY a 'b'>]><TEI>", True), ("<html>", False),
     ("<!DOCTYPE html><!-- x --><HTML>", False), ("<h:html>", False), ("<div>", False)],
)  # fmt: skip
def test_xhtml_is_left_as_it_is(root, expected):
    assert is_vocabulary(START + root) is expected
    assert not is_vocabulary(root)


def test_an_article_is_read_with_its_headings_lists_and_code():
    items = (
        "<listitem><para>Wash them well</para></listitem><listitem><para>Cut them</para></listitem>"
    )
    document = clean(
        f"{START}<article><info><title>On Leeks</title></info><section><title>Winter</title>"
        f"<para>{SENTENCE}</para><itemizedlist>{items}</itemizedlist><para>{SENTENCE}</para>"
        "<programlisting>if cold:\n    pull()</programlisting></section></article>"
    )
    kinds = {block.text: block.kind for block in document.blocks}
    assert kinds["Winter"] == "heading"
    assert kinds["Cut them"] == "list_item"
    assert kinds["if cold:\n    pull()"] == "code"


def test_the_rows_of_a_table_stay_rows():
    rows = "<row><entry>Day</entry><entry>Miles</entry></row>" * 2
    table = f"<table><title>Walks</title><tgroup><tbody>{rows}</tbody></tgroup></table>"
    page = f"{START}<article><para>{SENTENCE}</para>{table}<para>{SENTENCE}</para></article>"
    texts = [block.text for block in clean(page, kind="html").blocks]
    assert texts.count("Day\tMiles") == 2


def test_the_lines_of_a_verse_stay_apart():
    verse = "<l>The wheel is still, the water low,</l><l>the miller left it long ago.</l>"
    text = clean(
        f"{START}<TEI><p>{SENTENCE}</p><lg>{verse}</lg><p>{SENTENCE}</p></TEI>", kind="html"
    ).text
    assert "low,the" not in text
    assert "the miller left it long ago." in text


@pytest.mark.parametrize(
    "unit",
    ["<", "<a ", "<a>", "</a>", "<![CDATA[", "<!--", "<?", "<!DOCTYPE [", "<a b='", "<a:", "<a/>"],
)
def test_reading_names_takes_time_linear_in_the_length(unit):
    assert_linear(as_html, repeated(unit), length=50_000)
    assert_linear(is_vocabulary, lambda n: START + unit * n, length=20_000)
