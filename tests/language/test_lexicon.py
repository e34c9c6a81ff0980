"""The words of each language: what fits a pattern, and what comes out of the file."""

from __future__ import annotations

from itertools import pairwise, takewhile
from operator import eq

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.language.lexicon import (
    CAPITALIZED,
    SHARED,
    Entry,
    Lexicon,
    load_lexicon,
    small_letter,
)

WORDS = sorted({"a", "ab", "abc", "abd", "b", "bad", "bd", "cab", "é", "éa"})


def lexicon_of(words: list[str], marks: bytes, seen: int) -> Lexicon:
    """Return a lexicon of sorted words."""
    coded = ""
    for before, word in pairwise(["", *words]):
        shared = len(list(takewhile(bool, map(eq, before, word))))
        coded += chr(SHARED + shared) + word[shared:]
    return Lexicon(coded.encode(), marks, seen)


LEXICON = lexicon_of(WORDS, bytes(range(1, len(WORDS) + 1)), 1_000)
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
    lexicon = lexicon_of(["é", "ñ"], bytes([3, 5 | CAPITALIZED]), 100)
    assert lexicon.matching(["éñ"]) == [Entry("é", 4, False), Entry("ñ", 2, True)]


def test_words_with_other_first_letters_are_counted_before_a_word() -> None:
    assert [LEXICON.bits(word) for word in WORDS] == list(range(9, 9 - len(WORDS), -1))


def test_what_is_no_word_costs_nothing_that_is_known() -> None:
    assert [LEXICON.bits(word) for word in ("ab", "aba", "", "z")] == [8, None, None, None]
    assert "AB" in LEXICON
    assert "aba" not in LEXICON


@given(st.text("abcdé\0\1\2", max_size=4))
def test_no_other_word_is_one_of_the_language(word: str) -> None:
    assert (LEXICON.bits(word) is not None) == (word in WORDS)


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


def test_what_is_found_at_once_holds_the_words_no_second_time() -> None:
    assert LEXICON.bits("abc") is not None
    indexed = [words for found in LEXICON._by_letter.values() for words in found.values()]
    assert indexed
    assert all(words.coded is LEXICON._words.coded for words in indexed)
