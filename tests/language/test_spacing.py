import hypothesis.strategies as st
import pytest
from hypothesis import given

from mojifix.language.spacing import WRITTEN, space_bits


@pytest.mark.parametrize("word", ["할 수", "고 있", "à m", "될 때"])
def test_a_space_stands_between_words(word: str) -> None:
    group = "vietnamese" if word == "à m" else "hangul"
    first, second = word.split()
    bits = space_bits(group, "l" if word == "à m" else "", first, second, "ộ")
    assert bits is not None
    assert bits > 0


def test_no_space_stands_in_a_word() -> None:
    for before, first, second, after in (("최", "고", "의", " "), ("선", "제", "적", "으")):
        bits = space_bits("hangul", before, first, second, after)
        assert bits is None or bits < 0


def test_other_languages_tell_nothing() -> None:
    assert space_bits("latin", "t", "à", "l", "a") is None
    assert space_bits("hangul", "가", "할", "x", "y") is None


@given(
    st.sampled_from(sorted(WRITTEN)),
    st.text(st.characters(exclude_categories=()), min_size=4, max_size=4),
)
def test_any_letters_can_be_asked_for(group: str, letters: str) -> None:
    bits = space_bits(group, *letters)
    assert bits is None or abs(bits) < 100
