"""Cards are entries of listings; paragraphs that happen to stand in rows and columns are none."""

from mojifix.boilerplate.pages.columns.features import features_of
from mojifix.boilerplate.pages.selecting.cards import LONGEST_CARD, in_cards
from mojifix.layout.html.parsing import parse

CARD = "<div class=card><a href=/><h3>Leek soup</h3></a><p>Done in half an hour.</p></div>"
PARAGRAPH = "<p>The leeks came from <a href=/market>the market</a> in the morning."


def cards_of(html: str) -> list[str]:
    page = parse(html)
    inside = in_cards(page, features_of(page).places)
    return [text for text, card in zip(page.texts, inside, strict=True) if card]


def test_all_texts_of_three_cards_are_in_cards():
    assert len(cards_of(f"<p>Soups</p><div>{CARD * 3}</div>")) == 6


def test_two_cards_are_no_grid():
    assert cards_of(f"<div>{CARD * 2}</div>") == []


def test_paragraphs_with_links_in_columns_are_no_cards():
    column = f'<div class="col-md-4">{PARAGRAPH}</div>'
    assert cards_of(f'<div class="row">{column * 3}</div>') == []


def test_items_of_a_list_that_link_within_a_sentence_are_no_cards():
    items = "<li class=list-item>Soak them for <a href=/>an hour</a> or two." * 5
    assert cards_of(f"<ul class=list>{items}</ul>") == []


def test_long_posts_under_linked_headings_are_no_cards():
    text = "Wash the leeks. " * (LONGEST_CARD // 16 + 1)
    assert cards_of(f"<div class=item><a href=/>Leek soup</a><p>{text}</div>" * 4) == []


def test_siblings_that_are_not_named_after_a_grid_are_no_cards():
    assert cards_of(f"<div>{CARD * 3}</div>".replace("class=card", "class=chapter")) == []


def test_a_card_that_does_not_link_stands_in_the_grid_all_the_same():
    assert (
        len(cards_of(f"<div>{CARD * 2}<div class=card><p>Soon to come</p></div>{CARD}</div>")) == 7
    )
