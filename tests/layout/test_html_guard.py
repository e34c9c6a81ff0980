"""The scan for hurtful pages reads tags as a parser does, and jumps over none that tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.layout.html.guard import MOST_OPTIONS, SAFE_TAGS, excess
from mojifix.options import Limits

TWO = Limits(max_formatting=2)
SOUP = st.lists(
    st.sampled_from(
        """
        <b> </b> <i> <a> </a> <A> </A> <a/href='>'> <a/x=">"> <div> <div/class="<b>"> <div/x='>
        </div> <p/x=" <p/="> text < <3 > " ' = / <!-- --> <!--> <!doctype> <script> </script> </SCRIPT
        <title> </title> <svg> </svg> <path/> <table> <td> </td> </table> <li> </> <?x <divx>
        <use <div<b>
        """.split()
    ),
    max_size=40,
).map("".join)


@given(SOUP)
def test_what_is_jumped_over_counts_for_one_open_link_at_most(soup):
    reads_every_tag = {"max_attributes": 1}
    jumping = excess(soup, TWO)
    if jumping is None:
        assert excess(soup, Limits(max_formatting=3, **reads_every_tag)) is None
    else:
        assert excess(soup, Limits(max_formatting=2, **reads_every_tag)) == jumping


@pytest.mark.parametrize(
    "page",
    [
        "<a href=x>one</a>" * 5,
        "<div title='<b><b><b>'>",
        "<!-- <b><b><b> -->",
        "<script>'<b><b><b>'</SCRIPT>",
        "<b>one</b><i>two</i>" * 5,
        '<p class="a" =">"><b>',
    ],
)
def test_pages_that_hold_no_three_open_formatting_elements_pass(page):
    assert excess(page, TWO) is None


@pytest.mark.parametrize(
    "page",
    [
        "<a><b><i>",
        "<a href=x>one<a href=x>two<a href=x>three",
        "<b><!-- </b> --><b><!-- </b> --><b>",
        "<b><p title='</b>'><b><p title='</b>'><b>",
        '<div x="a" ="><b><b><b>',
        "<div<p><b><b><b>",
    ],
)
def test_pages_that_hold_three_do_not(page):
    assert excess(page, TWO) is not None


def test_the_attributes_of_a_plain_tag_are_counted_when_they_are_many():
    assert excess(f"<div {'a=b ' * 300}>", Limits()) == "more than 256 attributes on one tag"
    assert excess(f"<div {'a=b ' * 200}>", Limits()) is None


def test_signs_in_a_script_are_no_tags_that_make_depth_cost_much():
    nested = "<div>" * (Limits().max_depth + 1)
    script = f"<script>{'i<0;' * 2 * SAFE_TAGS}</script>"
    assert excess(script + nested, Limits()) is None
    assert excess("<p>x</p>" * SAFE_TAGS + nested, Limits()) is not None


def test_a_list_of_options_that_takes_long_to_parse_does_not_pass():
    assert excess("<select>" + "<option>x" * MOST_OPTIONS, Limits()) is None
    assert excess("<select>" + "<Option>x" * (MOST_OPTIONS + 1), Limits()) is not None


@pytest.mark.parametrize(
    "unit",
    [
        "<li><dt>",
        "<li><p>x<dd>",
        "<dd><address>x</address><li>",
        "<li><ul></li>",
        "<rp><details>x</rp>",
        "<b><div>x</b>",
        "<form><div>x</form>",
        "<noscript><listing>x</noscript>",
        "<svg><link><a></link><link></a>",
        "<rt></body><body>",
        "<math><mi></input><input>",
        "<svg><div></svg>",
        "<svg><div/>",
        "<svg><foreignObject><div/>",
        "<svg></p><x></svg>",
        "<math><annotation-xml><div></math>",
        "<caption><div></caption>",
    ],
)
def test_end_tags_that_close_nothing_leave_a_page_deep(unit):
    assert excess(unit * SAFE_TAGS, Limits()) == "elements nested deeper than 512"


@pytest.mark.parametrize(
    "unit",
    [
        "<li>x<p>y<li>z",
        "<dl><dt>x<dd>y<p>z</dl>",
        "<b><div>x</b></div>",
        "<form><div>x</form></div>",
        "<div><span><ul><li><b>x</b></ul></div>",
        "<table><tr><td><ul><li>x</table>",
        "<svg><g><path/></g></svg><br><input>",
        "<svg><foreignObject><div>x</div></foreignObject></svg>",
        "<table><caption><div>x</table>",
    ],
)
def test_what_is_closed_with_its_parent_or_beside_it_is_not_deep(unit):
    assert excess(unit * SAFE_TAGS, Limits()) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<? <!-- >", "-->"),
        ("</ <x a='>", "'>"),
        ("<!DOCTYPE x '<!--'>", "-->"),
        ("<![CDATA[<!-->", "-->"),
        ("<!--x--!>", "-->"),
        ("<!--!><x a='-->", "'>"),
        ("<title></titlex><!--</title>", "-->"),
        ("<style></\u017ftyle><!--</style>", "-->"),
        ("<x a=\xa0'>", "'>"),
        ("<svg><p><title><!--</title>", "-->"),
        ("<svg><p><title/><!--</title>", "-->"),
        ("<svg><![CDATA[<!--]]>", "-->"),
        ("<svg><style><![CDATA[</style><!--]]></style>", "-->"),
    ],
)
def test_nothing_hides_tags_from_the_scan_that_the_parser_reads(before, after):
    assert excess(f"{before}<b><i><u>{after}", TWO) is not None


@pytest.mark.parametrize("end", ["</b\xa0>", "</b\v>", "</b\u2003>"])
def test_an_end_tag_ends_in_white_space_of_html(end):
    assert excess(f"<b>{end}" * 3, TWO) is not None
    assert excess("<b></b\n>" * 3, TWO) is None


def test_the_kelvin_sign_is_no_letter_of_a_tag():
    assert excess("<strike></stri\u212ae>" * 3, TWO) is not None


@pytest.mark.parametrize(
    "inner",
    ["<title>x</title>", "<style><![CDATA[a>b{}]]></style>", "<style>\n</STYLE >", "<![CDATA[x]]>"],
)
def test_plain_text_in_drawings_passes(inner):
    assert excess(f"<svg>{inner}</svg><p>x", Limits()) is None


def test_what_bounds_end_tags_in_html_nests_in_formulas():
    assert excess("<math>" + "<caption></body>" * (SAFE_TAGS + 1), Limits()) is not None
