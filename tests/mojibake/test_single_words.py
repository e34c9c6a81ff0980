"""One garbled word between clean ones comes back; one foreign word between clean ones stays."""

from __future__ import annotations

import pytest

from corpus.garbling import garble
from mojifix import fix, repair

LINE = "The clerk wrote {} on the label before the parcel left the office."


@pytest.mark.parametrize(
    ("garbled", "true"),
    [
        ("uvoðenja", "uvođenja"),
        ("NÕr", "Når"),  # of which a language is known to have the word
        ("pçc", "pēc"),
        ("F”r", "För"),
        ("Џетербург", "Петербург"),
        ("Ќовгород", "Новгород"),
        ("セ〖タ〖", "セーター"),
        ("ﾂｹｶ\ue710ｺ", "鹿儿岛"),
        ("ｿﾞｽ\ue12fﾛ", "図書館"),  # which two pairs of characters tell
        ("到贍", "Урал"),
        ("imaginaci髇", "imaginación"),  # whose other letters tell nothing
        ("configura鋏es", "configurações"),
        ("kadýn", "kadın"),
        ("mantýklý", "mantıklı"),
        ("¶nieg", "śnieg"),
        ("Éçóïýò", "Ιησούς"),
    ],
)
def test_a_garbled_word_comes_back(garbled: str, true: str) -> None:
    assert fix(LINE.format(garbled)) == LINE.format(true)


@pytest.mark.parametrize(
    "text",
    [
        "Esta casa é muito antiga e bonita.",
        "O can negro non é meu.",
        "Cad é an t-am anois?",
        "Aeth y plant i gwrdd â nhw wrth y drws.",
    ],
)
def test_a_garbled_letter_that_is_a_word_comes_back(text: str) -> None:
    assert fix(garble(text, ["utf-8 as cp1252"])) == text


@pytest.mark.parametrize(
    "text",
    [
        "Bogstavet »Ã« bruges ikke på dansk, men på portugisisk.",
        "Písmeno «Ã» není v češtině běžné.",
        "Úsáidtear an litir „Ã“ i bPortaingéilis, tá.",
        "Na capa lia-se ROMÃ\xa0: a fruta e a árvore.",
        "Písmeno MAÇÃ® není v češtině běžné.",
        "De letter „Ï” komt in het Nederlands voor.",
    ],
)
def test_a_letter_beside_signs_or_among_capitals_is_left_alone(text: str) -> None:
    assert fix(text) == text


@pytest.mark.parametrize(
    "word",
    """Mladý Jökulsárlón Breiðablik Þórður Fróði Köýtendag Señor São naïveté
    Łukasz Dvořák Šiauliai Rīga Õismäe Ærø Tromsø Åland Çeşme Iași Győr Ljubljančan
    Đurđevac Dehlī Mahīn Ħamrun Ynyscynhaearn Tŷ Yorùbá Ẹ̀kọ́ Жълтуша Ґалаґан Ўзбекистон Қазақстан
    Њујорк Љубовија Ιωάννης ירושלים كامشاتكا ｱｸｾｽ ﾌｧｲﾙ ﾄﾞﾙ ﾆｭｰｽ
    銀閣寺 璥弼 〖注〗 鰐淵 걷기""".split(),
)
def test_a_foreign_word_stays(word: str) -> None:
    assert fix(LINE.format(word)) == LINE.format(word)


@pytest.mark.parametrize("letters", ["вбйбд", "бжйбйа", "ηεζλδ"])
def test_letters_without_a_meaning_are_no_word_of_a_third_script(letters: str) -> None:
    assert fix(letters) == letters


def test_a_word_that_lost_a_byte_hides_no_other() -> None:
    true = "창문을 열면 새 소리가 들리고 바람이 분다고 한다."
    lossy = true.encode("cp949").decode("cp1252").replace("\xad", "")
    assert fix(lossy) == true.replace("열면", "¿¸é")


def test_no_clean_word_stands_for_signs_beside_a_garbled_one() -> None:
    assert fix("אויף " + garble("ייִדיש", ["cp1255 as cp437"])) == "אויף ייִדיש"


@pytest.mark.parametrize("amount", ["£20.50,", "(£20)", "€1,250.00", "±0.5", "×2.5)"])
def test_an_amount_comes_back_with_what_stands_around_it(amount: str) -> None:
    line = f"It came to {amount} as the two of them had agreed."
    assert fix(line.encode().decode("cp1252")) == line


@pytest.mark.parametrize(
    ("garbled", "true"),
    [("蔼动", "高雄"), ("驮戛", "高雄"), ("缪今殴", "舊書店"), ("辉眷", "市場")],
)
def test_han_that_is_in_daily_use_may_be_garbled(garbled: str, true: str) -> None:
    assert fix(f"We met at the {garbled} again.") == f"We met at the {true} again."


@pytest.mark.parametrize(
    "text",
    [
        "The verb salvâ has two forms.",
        "Our note on sîts and dâts",
    ],
)
def test_a_word_of_a_language_unknown_to_the_model_is_left_alone(text: str) -> None:
    """The Latvian words that another code page makes of them are in no language, either."""
    assert fix(text) == text


def test_no_quotation_mark_is_made_of_a_last_letter_alone() -> None:
    text = "The word faityô means tomorrow."
    assert fix(text) == text


def test_romanian_keeps_its_cedillas() -> None:
    text = "şi trageţi pentru a micşora fereastra"
    assert fix(text) == text


def test_quotes_that_two_code_pages_of_the_mac_share_are_of_the_one_of_the_text() -> None:
    found = repair("we donÕt say ÒnoÓ, do we")
    assert {each.code for each in found.repairs} == {"mac-roman-as-cp1252"}


def test_strings_between_single_quotes_are_weighed_without_them() -> None:
    months = "Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος"
    line = ", ".join(f"'{month}'" for month in months.split())
    assert fix(garble(line, ["cp1253 as cp1252"])) == line


def test_a_question_mark_in_front_of_a_word_is_no_part_of_it() -> None:
    line = "اكتب الرسالة ثم ??حذف الصورة"
    assert fix(garble(line, ["cp1256 as cp1254"])) == line
