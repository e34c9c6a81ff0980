"""Words of the headings above a block weigh what the training data says."""

from mojifix.boilerplate.pages.columns.headings import (
    LONGEST_HEADING,
    heading_columns,
    heading_words,
)
from mojifix.boilerplate.pages.columns.name_weights import NEUTRAL
from mojifix.layout.html.parsing import parse

WEIGHTS = {"reviews": 70, "specifications": 160}


def means(html: str) -> list[int]:
    return list(heading_columns(parse(html), WEIGHTS)["heading_mean"])


def headings_above(html: str) -> list[list[str]]:
    return [sorted(words) for words in heading_words(parse(html))]


def test_words_that_are_not_known_are_neutral():
    columns = heading_columns(parse("<h2>Zubereitung</h2><p>Zwei Stangen Lauch"), WEIGHTS)
    assert {bytes([NEUTRAL] * 2)} == set(columns.values())


def test_text_before_all_headings_is_neutral():
    assert means("<p>Leeks<h2>Reviews</h2>") == [NEUTRAL, 70]


def test_case_and_punctuation_of_words_do_not_matter():
    assert means("<h2>Customer REVIEWS (12):</h2>") == [70]


def test_words_of_long_headings_are_not_looked_up():
    assert means(f"<h2>Reviews {'x' * LONGEST_HEADING}</h2>") == [NEUTRAL]


def test_section_goes_on_over_headings_of_lower_levels():
    html = "<h2>Reviews</h2><h3>Lovely</h3><p>Ate it all.</p><h2>Specifications</h2><p>Green.</p>"
    above = [["reviews"], *[["lovely", "reviews"]] * 2, *[["specifications"]] * 2]
    assert headings_above(html) == above


def test_title_of_the_page_is_no_heading_of_a_section():
    assert headings_above("<h1>Reviews of leeks</h1><p>Ate it all.") == [[], []]


def test_title_further_down_ends_the_sections_above():
    assert means("<h2>Reviews</h2><h1>Soup</h1><p>Leeks") == [70, NEUTRAL, NEUTRAL]
