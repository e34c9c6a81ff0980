"""Topics of headings and prices, as columns of the blocks below them."""

import pytest

from mojifix.boilerplate.pages.columns.outline import TOPICS, outline_columns, topic_mask
from mojifix.boilerplate.pages.columns.text import text_columns
from mojifix.layout.html.parsing import parse


def columns_of(html):
    page = parse(html)
    sizes = [len(text) for text in page.texts]
    return page, outline_columns(page, sizes, text_columns(page.texts, sizes, sizes)["role"])


def topics_of(heading):
    mask = topic_mask(heading)
    return {topic for bit, topic in enumerate(TOPICS) if mask >> bit & 1}


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("Customer Reviews", "reviews"),
        ("Bewertungen (12)", "reviews"),
        ("レビュー", "reviews"),
        ("Versand und Rückgabe", "delivery"),
        ("Доставка и оплата", "delivery"),
        ("Produits similaires", "related"),
        ("संबंधित लेख", "related"),
        ("Technical Specifications", "details"),
        ("商品の仕様", "details"),
        ("รายละเอียดสินค้า", "details"),
        ("Preguntas frecuentes", "questions"),
        ("Choose your size", "choice"),
    ],
)
def test_headings_announce_their_topic(heading, topic):
    assert topic in topics_of(heading)


@pytest.mark.parametrize("heading", ["How we mended the roof", "", "12", "Paysages d'hiver"])
def test_other_headings_announce_none(heading):
    assert topics_of(heading) == set()


def test_a_section_goes_on_over_the_headings_of_its_cards():
    page, columns = columns_of(
        "<h1>Kettle</h1><p>It boils water.</p><h2>Related products</h2>"
        "<h3>Teapot</h3><p>Holds one litre.</p><h2>Maker</h2><p>We are a small firm.</p>"
    )
    under = dict(zip(page.texts, columns["under_related"], strict=True))
    assert under["Holds one litre."] == 1
    assert under["It boils water."] == under["We are a small firm."] == 0


def test_the_role_of_a_heading_stays_with_its_section():
    page, columns = columns_of(
        "<h2>Related posts</h2><h3>On kettles</h3><p>They whistle.</p><h2>Rust</h2><p>It creeps.</p>"
    )
    under = dict(zip(page.texts, columns["under_role"], strict=True))
    assert under["They whistle."] == under["Related posts"] != 0
    assert under["It creeps."] == 0


@pytest.mark.parametrize("price", ["$12.50", "12,50 €", "₹ 499", "1.200 kr", "99 zł", "3000円"])
def test_prices_are_seen(price):
    _, columns = columns_of(f"<p>Kettle</p><p>{price}</p>")
    assert list(columns["price"]) == [0, 1]
    assert list(columns["prices_near"]) == [1, 1]
    assert list(columns["prices_before"]) == [0, 0]


@pytest.mark.parametrize("text", ["12 kettles", "US$ or €", "krona 5 krona", "In 2021 EURO fell"])
def test_other_numbers_are_no_prices(text):
    _, columns = columns_of(f"<p>{text}</p>")
    assert list(columns["price"]) == [0]
