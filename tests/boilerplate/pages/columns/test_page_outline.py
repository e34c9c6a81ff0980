"""Roles of headings, and prices, as columns of the blocks below them."""

import pytest

from mojifix.boilerplate.pages.columns.outline import outline_columns
from mojifix.boilerplate.pages.columns.text import text_columns
from mojifix.layout.html.parsing import parse


def columns_of(html):
    page = parse(html)
    sizes = [len(text) for text in page.texts]
    return page, outline_columns(page, sizes, text_columns(page.texts, sizes, sizes)["role"])


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
    assert list(columns["prices_near"]) == [1, 1]
    assert list(columns["prices_before"]) == [0, 0]


@pytest.mark.parametrize("text", ["12 kettles", "US$ or €", "krona 5 krona", "In 2021 EURO fell"])
def test_other_numbers_are_no_prices(text):
    _, columns = columns_of(f"<p>{text}</p>")
    assert list(columns["prices_near"]) == [0]
