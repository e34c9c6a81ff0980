"""Text in no language costs less than a word of as many characters, and never next to nothing."""

from __future__ import annotations

import pytest

from mojifix.mojibake.weighing.background import (
    BACKGROUND_BITS,
    background_bits,
    background_word_bits,
    drill_bits,
)
from mojifix.mojibake.weighing.costs import word_bits


@pytest.mark.parametrize("text", ["╨╤├┬Γ░▒▓", "ʃəˈɡɒθ", "чшщъыь", "áàâäãå", "ﾟ･｡ﾟ(≧◡≦)", "ÿþýüûú"])
def test_text_in_no_language_is_no_words(text: str) -> None:
    assert background_bits(text) < word_bits(text)


def test_a_letter_of_a_row_tells_less_than_any_other() -> None:
    assert background_bits("чшщ") < background_bits("чщш")
    assert background_bits("aáàä") < background_bits("aéïö")


def test_the_same_character_again_tells_next_to_nothing() -> None:
    assert background_bits("─" * 20) < 2 * background_bits("─╔╝")


def test_a_word_costs_at_most_what_it_takes_to_enter_a_text() -> None:
    for word in ("ж", "жщ", "┬─┬", "┬─┬" * 9):
        entry = background_word_bits(word) - background_bits(word)
        assert 0 < entry <= BACKGROUND_BITS


def test_a_drill_of_few_letters_tells_less_than_words_of_many() -> None:
    drill, words = ["éüéü", "üéüé", "éüüé"], ["éüñß", "àçøž", "łőđř"]
    assert 2 * drill_bits(drill) < drill_bits(words)


def test_what_was_there_before_tells_next_to_nothing() -> None:
    assert background_bits("пыщ-пыщ") < background_bits("пыщ-шып")


def test_letters_of_one_alphabet_cost_no_more_than_those_of_ascii() -> None:
    assert background_word_bits("фывп") == background_word_bits("asdg")
    assert background_word_bits("фыВп") > background_word_bits("фывп")
