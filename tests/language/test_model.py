"""The alphabets of the model: one symbol per character, however they are looked up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.language.model import Alphabet, group_names, load_group
from tests.corpus_files import rows

ALL = "\n".join(row["text"] for row in rows("sentences.jsonl"))
TEXTS = [ALL[start : start + 300] for start in range(0, len(ALL), 300)]


def one_by_one(alphabet: Alphabet, text: str) -> bytes:
    return bytes([alphabet.symbol_of[char] for char in text])


@pytest.mark.parametrize("group", group_names())
def test_text_gets_the_symbols_of_its_characters(group: str) -> None:
    alphabet = load_group(group).alphabet
    for text in TEXTS:
        assert alphabet.encode(text) == one_by_one(alphabet, text)
        assert alphabet.distinct(text) == set(text)


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_any_characters_get_their_symbols(text: str) -> None:
    alphabet = load_group("latin").alphabet
    assert alphabet.encode(text) == one_by_one(alphabet, text)
    assert alphabet.distinct(text) == set(text)


def test_what_stands_for_no_character_is_one_too() -> None:
    alphabet = load_group("latin").alphabet
    text = "abc\ufffe\0" * 200
    assert alphabet.encode(text) == one_by_one(alphabet, text)
