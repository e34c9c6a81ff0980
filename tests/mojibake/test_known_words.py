"""A word that a language has costs less on the scale for single words, and only there."""

from __future__ import annotations

import pytest

from mojifix.mojibake.weighing.costs import close_costs, costs_of
from mojifix.mojibake.weighing.known_words import known_word_savings, unknown_word_units
from mojifix.mojibake.weighing.scale import CloseScale, Scale


@pytest.mark.parametrize(
    ("script", "word"),
    [
        ("latin", "kadın"),
        ("latin", "«Kadın»,"),
        ("latin", "über"),
        ("cyrillic", "который"),
        ("greek", "ΕΊΝΑΙ"),
    ],
)
def test_a_known_word_costs_less_than_its_letters(script: str, word: str) -> None:
    costs = close_costs(script, word, " ", " ")
    saved = known_word_savings(script, word)
    assert saved
    assert all(0 < less < costs[number] for number, less in saved)


@pytest.mark.parametrize("word", ["kadýn", "house", "é", "für", "", "kaDın", "ÉTé", "überüber"])
def test_what_is_no_known_word_saves_nothing(word: str) -> None:
    assert known_word_savings("latin", word) == ()


def test_capitals_cost_what_they_do_in_any_word() -> None:
    saved = known_word_savings("latin", "über")
    assert known_word_savings("latin", "Über") == known_word_savings("latin", "ÜBER") == saved


def test_part_of_a_word_is_no_known_word() -> None:
    scale = CloseScale("")
    assert scale.bits("über") < min(close_costs("latin", "über", " ", " ")) / 8
    assert scale.bits("вüber") - scale.bits("в") > scale.bits("über") + 10


def test_words_are_known_on_the_scale_for_single_words_only() -> None:
    assert Scale("").bits("über") == min(costs_of("latin", "über", " ", " ")) / 8


def test_an_unknown_word_costs_more_the_shorter_it_is() -> None:
    assert unknown_word_units("latin", "naæi") > unknown_word_units("latin", "naæinaæi") > 0


@pytest.mark.parametrize("word", ["über", "Über", "ÜBER", "für", "é", "house", "č-12", ""])
def test_a_known_word_and_what_is_none_cost_what_their_letters_do(word: str) -> None:
    assert unknown_word_units("latin", word) == 0


def test_words_are_unknown_only_where_little_else_is_there() -> None:
    alone, beside = CloseScale("юёхф"), CloseScale("юёхф, напечатано на этикетке")
    assert alone.bits("юёхф") == beside.bits("юёхф") + unknown_word_units("cyrillic", "юёхф") / 8
