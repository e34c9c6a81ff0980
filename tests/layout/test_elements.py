"""Elements are blocks where a browser shows them as such, and else part of the text around them."""

from mojifix.boilerplate.pages.columns.features import features_of
from mojifix.boilerplate.pages.columns.places import TAGS
from mojifix.layout.html.parsing import parse


def test_custom_elements_are_blocks_but_in_a_paragraph():
    named = "<my-word>fog</my-word>"
    assert parse(f"<p>The {named} lifts.").texts == ("The fog lifts.",)
    assert parse(f"<div>The {named} lifts.</div>").texts == ("The", "fog", "lifts.")


def test_a_button_is_part_of_the_text_before_it_in_a_paragraph():
    button = "<button class=btn-share>fog</button>"
    assert parse(f"<p>The {button} lifts.").texts == ("The fog lifts.",)
    assert parse(f"<p>The {button} lifts.").inner_names == ("",)
    assert parse(f"<p>{button} It lifts.").texts == ("fog", "It lifts.")


def test_listings_are_code_in_the_elements_that_are_obsolete():
    for tag in ("xmp", "listing", "plaintext"):
        page = parse(f"<p>Stir:<{tag}>pot = 1\n  stir()")
        assert page.texts == ("Stir:", "pot = 1\n  stir()")
        assert page.tags[-1] == "pre"


def test_an_inline_element_begins_a_line_where_its_style_says_so():
    line = "<span style='display: block'>Rain</span>"
    assert parse(f"<p>Fog{line}{line}").texts == ("Fog\nRain\nRain",)
    assert parse(f"<p>Fog<br>{line}").paragraphs == {}


def test_the_source_of_a_quote_stands_apart():
    source = "<cite>Ada wrote: <span>3 May</span></cite>"
    for quote in (f"<blockquote>{source}Fog.", f"<blockquote><div>{source}Fog."):
        assert parse(quote).texts == ("Ada wrote: 3 May", "Fog.")
    assert parse("<blockquote><p>In <cite>Fog</cite> it rains.").texts == ("In Fog it rains.",)


def test_a_heading_is_no_link_where_it_leads_to_itself():
    page = parse(
        "<h2 id=fog><a href='#fog'>Fog</a></h2><p>It lifts.<h2 id=sea><a href='#fog'>Sea</a>"
    )
    assert (page.linked, page.links) == ((0, 0, 3), (0, 0, 1))
    assert page.hrefs == (None, None, "#fog")


def test_a_list_of_terms_is_no_list_of_tags_whatever_its_class():
    for term, categories in (("-d", 0), ("<a>one day</a>", TAGS)):
        page = parse(f"<dl class='Bl-tag'><dt>{term}<dd>days</dl>")
        assert features_of(page).places.own[page.tags.index("dl")] == categories
