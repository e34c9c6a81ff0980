"""The alphabets of the model: one symbol per character, however they are looked up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.language.model import group_names, load_group
from tests.corpus_files import rows

ALL = "\n".join(row["text"] for row in rows("sentences.jsonl"))


@pytest.mark.parametrize("group", group_names())
def test_long_text_gets_the_symbols_of_its_characters(group: str) -> None:
    alphabet = load_group(group).alphabet
    for start in range(0, len(ALL), 3000):
        text = ALL[start : start + 3000]
        assert alphabet.encode(text, set(text)) == alphabet.encode(text)


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=300))
def test_any_characters_get_the_same_symbols(text: str) -> None:
    alphabet = load_group("latin").alphabet
    long = text * (1 + 400 // len(text))
    assert alphabet.encode(long, set(long)) == alphabet.encode(long)


def test_what_stands_for_no_character_is_one_too() -> None:
    alphabet = load_group("latin").alphabet
    text = "abc\ufffe\0" * 200
    assert alphabet.encode(text, set(text)) == alphabet.encode(text)
