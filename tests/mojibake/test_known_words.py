"""A word that a language has costs less on the scale for single words, and only there."""

from __future__ import annotations

import pytest

from mojifix.mojibake.weighing.costs import close_costs, costs_of
from mojifix.mojibake.weighing.known_words import knowledge_of
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
    saved = knowledge_of(script, word).savings
    assert saved
    assert all(0 < less < costs[number] for number, less in saved)


@pytest.mark.parametrize("word", ["kadýn", "house", "é", "für", "", "kaDın", "ÉTé", "überüber"])
def test_what_is_no_known_word_saves_nothing(word: str) -> None:
    assert knowledge_of("latin", word).savings == ()


def test_capitals_cost_what_they_do_in_any_word() -> None:
    saved = knowledge_of("latin", "über").savings
    assert knowledge_of("latin", "Über").savings == knowledge_of("latin", "ÜBER").savings == saved


def test_part_of_a_word_is_no_known_word() -> None:
    scale = CloseScale("")
    assert scale.bits("über") < min(close_costs("latin", "über", " ", " ")) / 8
    assert scale.bits("вüber") - scale.bits("в") > scale.bits("über") + 10


def test_words_are_known_on_the_scale_for_single_words_only() -> None:
    assert Scale("").bits("über") == min(costs_of("latin", "über", " ", " ")) / 8


def test_an_unknown_word_costs_more_the_shorter_it_is() -> None:
    assert knowledge_of("latin", "naæi").more > knowledge_of("latin", "naæinaæi").more > 0


@pytest.mark.parametrize("word", ["über", "Über", "ÜBER", "für", "é", "house", "č-12", ""])
def test_a_known_word_and_what_is_none_cost_what_their_letters_do(word: str) -> None:
    assert knowledge_of("latin", word).more == 0


def test_words_are_unknown_only_where_little_else_is_there() -> None:
    alone, beside = CloseScale("юёхф"), CloseScale("юёхф, напечатано на этикетке")
    assert alone.bits("юёхф") == beside.bits("юёхф") + knowledge_of("cyrillic", "юёхф").more / 8
