"""Words with guessed letters come out as the words of the language that fit them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.mojibake.lossy.models import model_of_language
from mojifix.mojibake.lossy.places import Choice, Place
from mojifix.mojibake.lossy.respelling import alone, respelled

POLISH = model_of_language("pl")


def places(pattern: str, choices: str, read: str = "\ufffd") -> list[Place]:
    """Return a text each ``_`` of which is a place that may be any of some letters."""
    every = tuple(map(Choice, choices))
    return [Place(read, every, 0.0) if char == "_" else Place(char) for char in pattern]


def spelled(found: list[Place]) -> str:
    return "".join(place.char for place in found)


def test_the_letter_that_makes_a_word_is_taken() -> None:
    found = list(respelled(places("zale_y", "łż", read="ł"), POLISH))
    assert spelled(found) == "zależy"
    assert found[4].probability > 0.9


def test_a_word_that_is_not_known_stays_as_it_is_read() -> None:
    found = list(respelled(places("qxv_y", "łż", read="ł"), POLISH))
    assert spelled(found) == "qxvły"


def test_a_capital_stands_inside_no_word_in_small_letters() -> None:
    assert spelled(list(respelled(places("zale_y Za_y", "Żż"), POLISH))) == "zależy Zaży"
    assert spelled(list(respelled(places("_ALE_Y", "Żż"), POLISH))) == "ŻALEŻY"


def test_the_letters_of_a_word_that_is_not_known_are_told_by_trigrams() -> None:
    found = list(respelled(places("zabramkowa_em", "łżść"), POLISH))
    assert spelled(found) == "zabramkowałem"
    assert found[10].probability > 0.7


def test_the_price_of_a_letter_counts() -> None:
    cheap = (Choice("ą", 0.0), Choice("ę", 60.0))
    found = list(respelled([Place("s"), Place("i"), Place("ą", cheap)], POLISH))
    assert spelled(found) == "sią"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("SI_ STA_O", "SIĘ STAŁO"), ("si_ sta_o", "się stało")],
)
def test_letters_take_the_case_of_the_word(pattern: str, expected: str) -> None:
    found = list(respelled(places(pattern, "ęłĘŁ"), POLISH))
    assert spelled(found) == expected


def test_a_name_begins_with_a_capital() -> None:
    found = list(respelled(places("morze _ródziemne", "śŚ"), POLISH))
    assert spelled(found) == "morze Śródziemne"


@given(st.text(alphabet="_ aeilosz", max_size=40))
def test_certain_letters_stay_and_guesses_are_choices(pattern: str) -> None:
    before = places(pattern, "ąęłżĄĘŁŻ", read="ł")
    after = list(respelled(before, POLISH))
    assert len(after) == len(before)
    for one, other in zip(before, after, strict=True):
        assert 0.0 <= other.probability <= 1.0
        if one.choices:
            assert other.char in "ąęłżĄĘŁŻ"
        else:
            assert other == one


def test_a_word_in_quotation_marks_is_the_word() -> None:
    assert spelled(list(respelled(places("'zale_y'", "łż", read="ł"), POLISH))) == "'zależy'"


def test_a_word_of_another_likely_language_is_taken() -> None:
    word = places("_то", "сэя", read="с")
    bulgarian = model_of_language("bg")
    assert spelled(list(respelled(word, bulgarian, [("bg", 0.0), ("ru", 2.0)]))) == "это"
    assert spelled(list(respelled(word, bulgarian, [("bg", 0.0), ("ru", 20.0)]))) == "сто"


def test_of_words_of_one_letter_some_leave_no_choice() -> None:
    [place] = places("_", "ясэ")
    assert alone(place, model_of_language("uk")) > 0.9
    assert alone(place, model_of_language("ru")) < 0.6
