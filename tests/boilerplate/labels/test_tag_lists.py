"""Tags are parted by what parts them, or by the text that uses them."""

import pytest

from mojifix.boilerplate.labels.tag_lists import tags_in

TEXT = (
    "The fish market of Santa Brígida opens again. In the United States a market is a store; "
    "here it is a roof, a bell and a cat."
)


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("Tags: fish, market", ("fish", "market")),
        ("TAGS cat Santa Brígida united states", ("cat", "Santa Brígida", "united states")),
        ("TAGS fish market roof", ("fish", "market", "roof")),
        ("TAGS market cat", ("market", "cat")),
        ("Etiquetas: mercado", ("mercado",)),
        ("market, bell", ()),
        ("market bell cat", ()),
        ("Categories: market, bell", ()),
    ],
)
def test_tags_are_parted(line, tags):
    assert tags_in(line, TEXT) == tags


def test_words_at_the_end_of_the_line_are_not_lost():
    assert tags_in("TAGS zebra Santa Brígida", TEXT) == ("zebra", "Santa Brígida")
