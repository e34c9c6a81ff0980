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


def is_beyond_ascii(char: str) -> bool:
    return char > "\x7f"


def beyond_ascii(alphabet: Alphabet, text: str) -> set[str] | None:
    found = alphabet.numbers_beyond_ascii(text)
    if found is None:
        return None
    numbers, others = found
    return {alphabet.numbered[number] for number in numbers} | set(filter(is_beyond_ascii, others))


@pytest.mark.parametrize("group", group_names())
def test_text_gets_the_symbols_of_its_characters(group: str) -> None:
    alphabet = load_group(group).alphabet
    for text in TEXTS:
        assert alphabet.encode(text) == one_by_one(alphabet, text)
        assert beyond_ascii(alphabet, text) in (None, set(filter(is_beyond_ascii, text)))


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_any_characters_get_their_symbols(text: str) -> None:
    alphabet = load_group("latin").alphabet
    assert alphabet.encode(text) == one_by_one(alphabet, text)
    assert beyond_ascii(alphabet, text) in (None, set(filter(is_beyond_ascii, text)))


def test_what_stands_for_no_character_is_one_too() -> None:
    alphabet = load_group("latin").alphabet
    text = "abc\ufffe\0" * 200
    assert alphabet.encode(text) == one_by_one(alphabet, text)


def test_text_with_few_characters_beyond_the_alphabet_has_numbers() -> None:
    alphabet = load_group("cyrillic").alphabet
    assert beyond_ascii(alphabet, "«дом» at 5 o\u2019clock") == set("«дом»\u2019")
    assert beyond_ascii(alphabet, "plain") == set()
    assert beyond_ascii(alphabet, "дом 睡" * 30) == set("дом睡")
    assert beyond_ascii(alphabet, "дом 睡眠不足" * 30) is None
    assert beyond_ascii(alphabet, "дом 睡") is None
