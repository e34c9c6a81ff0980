"""Letters come back that Latin-1 garbled three times or more and dropped the controls of."""

from __future__ import annotations

import re

import pytest

from mojifix import fix, repair

TEXT = "Le garçon naïf a mangé une crème à Noël."


def garbled(text: str, layers: int) -> str:
    for _ in range(layers):
        text = text.encode().decode("latin-1")
    return re.sub("[\x80-\x9f]", "", text)


@pytest.mark.parametrize("layers", [3, 4, 5])
def test_words_come_back_from_any_depth(layers: int) -> None:
    text = TEXT.replace(" à", "")  # whose second byte is a no-break space
    assert fix(garbled(text, layers)) == text


def test_a_receipt_names_each_layer() -> None:
    (found,) = repair(garbled("The Pokémon games are fun.", 3)).repairs
    assert (found.after, found.guessed) == ("é", True)
    assert found.steps == ("encode latin-1", "decode utf-8") * 3


def test_a_letter_before_it_that_left_nothing_is_not_swallowed() -> None:
    assert "ódź" not in fix(garbled("Łódź śpi, a żółw nie.", 3)).split()


def test_a_lone_word_that_is_no_word_stays() -> None:
    assert "é" not in fix("ÃÂÃÂ©")
