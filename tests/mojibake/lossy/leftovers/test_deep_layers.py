"""Letters come back that were garbled twice or more often and lost controls, spaces or quotes."""

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
    assert find_edits("ÃÂ" * 10, set()) == []


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


def layered(text: str, times: int) -> str:
    for _ in range(times):
        text = text.encode().decode("cp1252")
    return text


@pytest.mark.parametrize(
    "text",
    [
        "A pedagogia é crítica, disse ela com razão.",
        "La política de la ciudad es difícil, pero está más clara que ayer.",
    ],
)
@pytest.mark.parametrize("times", [2, 3])
def test_the_last_byte_of_a_letter_that_vanished_is_named(text: str, times: int) -> None:
    assert fix(layered(text, times).replace("\xad", "")) == text


@pytest.mark.parametrize("times", [3, 4])
def test_apostrophes_that_were_made_straight_are_bytes(times: int) -> None:
    text = "O núcleo é responsável pela emergência."
    assert fix(layered(text, times).replace("’", "'")) == text


def test_daggers_whose_last_byte_became_a_space_are_bytes() -> None:
    text = "# VISÃO GERAL DA REGIÃO"
    assert fix(layered(text, 4).replace("’", "'", 1).replace("\xa0", " ")) == text


def test_lines_are_drawn_again_whose_bytes_became_spaces() -> None:
    shown = "".join(byte.decode("cp1252") for byte in (b"\xe2", b"\x94", b"\x80"))
    garbled = shown.encode().decode("cp1252", "replace").replace("\ufffd", " ")
    assert fix(f"# {garbled * 3} Start {garbled * 3}") == "# ─── Start ───"


@pytest.mark.parametrize("text", ["ມາດຕາ", "ມາດຕາ 22."])
def test_a_quotation_mark_is_named_below_which_letters_of_another_script_are(text: str) -> None:
    lossy = text.encode().decode("cp1252").encode().decode("cp1252", "ignore")
    assert fix(lossy) == text


@pytest.mark.parametrize("above", ["cp1251", "cp1252"])
def test_spaces_that_were_no_break_spaces_are_bytes(above: str) -> None:
    text = "Чайник уже давно вскипел, цапля улетела."
    lossy = garbled(text, "cp1251", above, loss=r"\g<0>").replace("\xa0", " ")
    assert fix(lossy) == text


def test_a_receipt_names_the_code_page_of_each_layer() -> None:
    result = repair("Р СџР С•Р Р†Р ВµРЎР‚Р Р…Р С‘РЎвЂљР Вµ РЎР‚РЎС“РЎвЂЎР С”РЎС“")
    assert {each.steps for each in result.repairs} == {("encode cp1251", "decode utf-8") * 2}


def test_a_space_behind_a_letter_of_latin_words_is_one() -> None:
    assert fix("dÃÂ©jÃÂ  ÃÂ©crit") == "déjà écrit"


def test_a_space_in_front_of_the_next_letter_is_a_byte_of_the_one_before() -> None:
    text = "Къде отивам, попита той."
    assert fix(garbled(text, "cp1252", "cp1252", loss=r"\g<0>").replace("\xa0", " ")) == text


def test_words_that_lost_nothing_are_known_to_have_the_same_layers() -> None:
    text = "Фільм застаецца актуальным і сёння, і заўтра."
    assert fix(garbled(text, "cp1251", "cp1252", loss=r"\g<0>").replace("\xa0", " ")) == text
