"""Elements are blocks where a browser shows them as such, and else part of the text around them."""

from mojifix.layout.html.parsing import parse


def test_custom_elements_are_blocks_but_in_a_paragraph():
    named = "<my-word>fog</my-word>"
    assert parse(f"<p>The {named} lifts.").texts == ("The fog lifts.",)
    assert parse(f"<div>The {named} lifts.</div>").texts == ("The", "fog", "lifts.")
