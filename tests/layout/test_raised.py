"""Raised numbers, which are no part of the word or the number before them."""

import pytest

from mojifix.layout.html.parsing import parse


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("10<sup>6</sup> and 10<sup>−3</sup> m<sup>2</sup>", "10⁶ and 10⁻³ m²"),
        ("leeks<sup><a href=#n>3</a>, <a href=#m>4</a></sup>.", "leeks³, ⁴."),
        ("<sup>1</sup>See below", "¹See below"),
        ("the 1<sup>st</sup> leek<sup>[<b>1</b>]</sup> x<sup>n+1</sup>", "the 1st leek[1] xn+1"),
    ],
)
def test_a_raised_number_stays_raised(html, text):
    assert parse(f"<p>{html}</p>").texts == (text,)
