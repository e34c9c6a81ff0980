"""The words of each language: what fits a pattern, and what comes out of the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.language.lexicon import CAPITALIZED, Entry, Lexicon, load_lexicon, small_letter

WORDS = sorted({"a", "ab", "abc", "abd", "b", "bad", "bd", "cab", "é", "éa"})
LEXICON = Lexicon(WORDS, bytes(range(1, len(WORDS) + 1)), 1_000)
LETTERS = st.sets(st.sampled_from("abcdé"), max_size=5)


@given(st.lists(LETTERS, max_size=4))
def test_words_that_match_are_those_with_such_letters(letters: list[set[str]]) -> None:
    wanted = [
        word
        for word in WORDS
        if len(word) == len(letters)
        and all(letter in choices for letter, choices in zip(word, letters, strict=True))
    ]
    assert sorted(entry.word for entry in LEXICON.matching(letters)) == wanted


def test_a_word_costs_less_the_more_often_it_was_seen() -> None:
    lexicon = Lexicon(["é", "ñ"], bytes([3, 5 | CAPITALIZED]), 100)
    assert lexicon.matching(["éñ"]) == [Entry("é", 4, False), Entry("ñ", 2, True)]


def test_what_is_no_word_costs_nothing_that_is_known() -> None:
    assert [LEXICON.bits(word) for word in ("ab", "aba", "", "z")] == [8, None, None, None]
    assert "AB" in LEXICON
    assert "aba" not in LEXICON


def test_what_may_be_nearly_every_word_is_not_looked_for() -> None:
    lexicon = load_lexicon("ru")
    assert lexicon is not None
    alphabet = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    assert lexicon.matching(["ф", "а", "й", alphabet]) != []
    assert lexicon.matching([alphabet] * 8) == []


@pytest.mark.parametrize(("language", "word"), [("de", "für"), ("cs", "který"), ("el", "και")])
def test_common_words_are_known(language: str, word: str) -> None:
    lexicon = load_lexicon(language)
    assert lexicon is not None
    assert [entry.word for entry in lexicon.matching(word)] == [word]


def test_letters_are_small_one_for_one() -> None:
    assert "".join(map(small_letter, "ÉTÉ İş d’ẞ")) == "été İş d'ß"


def test_languages_without_spaces_have_no_words() -> None:
    assert load_lexicon("ja") is None
    assert load_lexicon("th") is None
