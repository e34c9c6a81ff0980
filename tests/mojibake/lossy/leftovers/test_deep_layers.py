"""Letters come back that were garbled twice or more often and lost all C1 controls."""

from __future__ import annotations

import re

import pytest

from mojifix import fix, repair
from mojifix.codepages import singlebyte
from mojifix.mojibake.lossy.leftovers.deep_layers import find_edits

TEXT = "Le garçon naïf a mangé une crème à Noël."


def garbled(text: str, *codepages: str, loss: str = "") -> str:
    for codepage in codepages:
        text = singlebyte.decode(text.encode(), codepage)
    return re.sub("[\x80-\x9f]", loss, text)


@pytest.mark.parametrize("layers", [2, 3, 4, 5])
def test_words_come_back_from_any_depth(layers: int) -> None:
    text = TEXT.replace(" à", "")  # whose second byte is a no-break space
    assert fix(garbled(text, *("latin-1",) * layers)) == text


@pytest.mark.parametrize("loss", ["", "?", "\ufffd"])
@pytest.mark.parametrize(
    "text",
    [
        "été",
        "préféré",
        "Il était déjà très tard.",
        "Der Bär möchte über die Brücke gehen.",
        "Można było zobaczyć więcej.",
    ],
)
def test_two_layers_are_undone_whatever_the_controls_became(text: str, loss: str) -> None:
    assert fix(garbled(text, "latin-1", "latin-1", loss=loss)) == text


@pytest.mark.parametrize("text", ["it’s", "The dog’s bone “is here”, they said."])
def test_the_code_page_below_may_be_another_than_the_one_above(text: str) -> None:
    assert fix(garbled(text, "cp1252", "latin-1")) == text


def test_a_text_that_is_twice_as_long_has_the_same_words() -> None:
    assert fix("ÃÂ©tÃÂ© " * 500) == "été " * 500


@pytest.mark.parametrize("text", ["ÃÂ¯ÃÂ¿ÃÂ½", "tÃÂ¯ÃÂ¿ÃÂ½te, ÃÂ¯ÃÂ¿ÃÂ½ demain"])
def test_what_was_lost_before_is_reported_as_lost(text: str) -> None:
    result = repair(text)
    assert "ÃÂ" not in result.text
    assert result.text.count("\ufffd") == text.count("ÃÂ¯") == len(result.damage)


def test_no_word_is_made_of_letters_that_kept_no_byte() -> None:
    assert find_edits("ÃÂ" * 10) == []


def test_a_word_with_other_damage_is_left_to_what_finds_that() -> None:
    assert fix("ÃßÃâ¼º´É") != "Ãßł¼º´É"


def test_controls_that_are_there_were_not_lost() -> None:
    assert fix("A star Ã¢Â\xadÂ\x90") == "A star ⭐"


def test_a_receipt_names_each_layer() -> None:
    (found,) = repair(garbled("The Pokémon games are fun.", *("latin-1",) * 3)).repairs
    assert (found.after, found.guessed) == ("é", True)
    assert found.steps == ("encode latin-1", "decode utf-8") * 3


def test_a_letter_before_it_that_left_nothing_is_not_swallowed() -> None:
    assert "ódź" not in fix(garbled("Łódź śpi, a żółw nie.", *("latin-1",) * 3)).split()


def test_a_lone_word_that_is_no_word_stays() -> None:
    assert "é" not in fix("ÃÂÃÂ©")
