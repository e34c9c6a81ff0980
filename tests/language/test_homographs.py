"""Which of the words that are the same without their characters beyond ASCII stands where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.language.homographs import AROUND, features, form_of, readings


@pytest.mark.parametrize(
    ("language", "before", "word", "after"),
    [
        ("fr", "Nous allons ", "à", " la foire."),
        ("pt", "A cabra ", "é", " muito velha."),
        ("it", "La capra ", "è", " molto vecchia."),
        ("sv", "Geten kom hem ", "för", " att den ville."),
        ("sv", "Om du ", "får", " lov."),
        ("sv", "Det hände i ", "år", "."),
        ("sv", "Geten ", "är", " gammal."),
    ],
)
def test_the_words_around_tell(language: str, before: str, word: str, after: str) -> None:
    shares = readings(form_of(word), form_of(before), form_of(after), language)
    assert max(shares, key=shares.__getitem__) == word


def test_nothing_is_known_of_other_forms_and_languages() -> None:
    assert readings("goat", "", "", "sv") == {} == readings("\ufffd", "", "", "xx")


@given(st.text("a\ufffd \n.7Z", max_size=80), st.text("a\ufffd \n.7Z", max_size=80))
def test_the_shares_are_one_together(before: str, after: str) -> None:
    assert sum(readings("\ufffd", before, after, "fr").values()) == pytest.approx(1.0)


@given(st.text("ab ,", max_size=40), st.text("ab ,", max_size=40))
def test_only_what_is_near_tells(before: str, after: str) -> None:
    far = "x" * 3 * AROUND
    near = list(features(before + " " * AROUND, " " * AROUND + after))
    assert near == list(features(far + " " * AROUND, " " * AROUND + far)) == list(features("", ""))
