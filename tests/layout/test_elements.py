"""Elements are blocks where a browser shows them as such, and else part of the text around them."""

from mojifix.layout.html.parsing import parse


def test_custom_elements_are_blocks_but_in_a_paragraph():
    named = "<my-word>fog</my-word>"
    assert parse(f"<p>The {named} lifts.").texts == ("The fog lifts.",)
    assert parse(f"<div>The {named} lifts.</div>").texts == ("The", "fog", "lifts.")


def test_an_inline_element_begins_a_line_where_its_style_says_so():
    line = "<span style='display: block'>Rain</span>"
    assert parse(f"<p>Fog{line}{line}").texts == ("Fog\nRain\nRain",)
    assert parse(f"<p>Fog<br>{line}").paragraphs == {}


def test_the_source_of_a_quote_stands_apart():
    source = "<cite>Ada wrote: <span>3 May</span></cite>"
    for quote in (f"<blockquote>{source}Fog.", f"<blockquote><div>{source}Fog."):
        assert parse(quote).texts == ("Ada wrote: 3 May", "Fog.")
    assert parse("<blockquote><p>In <cite>Fog</cite> it rains.").texts == ("In Fog it rains.",)
