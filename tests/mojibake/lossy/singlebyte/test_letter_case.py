"""Garbled text all of whose letters became small, or capital, comes back in that case."""

from __future__ import annotations

import pytest
from corpus_files import rows

from corpus.garbling import garble
from mojifix import fix
from mojifix.mojibake.edits import replaced
from mojifix.mojibake.lossy.singlebyte.letter_case import find_edits
from mojifix.mojibake.weighing.scale import Scale

SENTENCES = {row["id"]: row["text"] for row in rows("sentences.jsonl")}
WORDS = ["platón", "conceição", "répondu", "fußgänger", "jardín", "smörgås"]


def fixed(text: str) -> str:
    return replaced(text, find_edits(text, Scale(text)))


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("codepage", ["cp1252", "cp1251"])
def test_a_word_in_small_letters_comes_back(word: str, codepage: str) -> None:
    garbled = garble(word, [f"utf-8 as {codepage}"]).lower()
    assert garbled != garble(word, [f"utf-8 as {codepage}"])
    assert fixed(garbled) == word


@pytest.mark.parametrize("name", ["pt-1", "fr-1", "es-1"])
def test_most_of_a_sentence_in_small_letters_comes_back(name: str) -> None:
    true = SENTENCES[name].lower()
    result = fixed(garble(SENTENCES[name], ["utf-8 as cp1252", "lower-cased"]))
    words = true.split()
    assert sum(word in result.split() for word in words) >= 0.8 * len(words), result


def test_capitals_come_back_as_capitals() -> None:
    result = fixed(garble(SENTENCES["fr-1"], ["utf-8 as cp1252"]).upper())
    assert "BOULANGÈRE" in result
    assert result == result.upper()


@pytest.mark.parametrize("name", ["pt-1", "fr-1", "ru-1"])
def test_text_in_both_cases_is_for_others(name: str) -> None:
    garbled = garble(SENTENCES[name], ["utf-8 as cp1252"])
    assert find_edits(garbled, Scale(garbled)) == []


@pytest.mark.parametrize("change", [str.title, str.lower, str.upper])
@pytest.mark.parametrize("codepage", ["cp1252", "cp1250"])
@pytest.mark.parametrize("name", ["fr-1", "sv-1"])
def test_a_sentence_comes_back_in_its_case(name: str, codepage: str, change) -> None:
    garbled = change(garble(SENTENCES[name], [f"utf-8 as {codepage}"]))
    assert fix(garbled) == change(SENTENCES[name])


@pytest.mark.parametrize("text", ["plussn├ñrgile", "Humans and plussn├ñrgile alike."])
def test_what_reads_as_it_stands_is_read_so(text: str) -> None:
    assert fix(text) == text.replace("├ñ", "ä")


@pytest.mark.parametrize("name", ["de-1", "fr-1", "pt-1", "es-1", "pl-1", "cs-1", "tr-1", "ru-1"])
@pytest.mark.parametrize("change", [str.lower, str.upper, str.title, str.capitalize])
def test_clean_text_in_one_case_stays(name: str, change) -> None:
    text = change(SENTENCES[name])
    assert find_edits(text, Scale(text)) == []


@pytest.mark.parametrize("text", ["", "12 345", "—", "中文", "\xa0\u3000"])
def test_text_without_case_stays(text: str) -> None:
    assert find_edits(text, Scale(text)) == []


@pytest.mark.parametrize("text", ["привіт, як справи", "ოქროს ფერის ფოთოლი", "všechno je jinak"])
def test_clean_small_letters_stay(text: str) -> None:
    assert fixed(text) == text


@pytest.mark.parametrize("word", ["ตลาด", "โรงเรียน", "बाज़ार", "学校"])
def test_a_word_of_a_script_without_case_comes_back_among_capitals(word: str) -> None:
    garbled = garble(f"We went to the {word} by bus this morning.", ["utf-8 as cp1252"])
    assert fix(garbled.upper()) == f"WE WENT TO THE {word} BY BUS THIS MORNING."


def test_what_is_left_of_an_ideograph_becomes_no_letter() -> None:
    text = "# 输出：ä½ å¥½ä¸ç\ufffd\ufffd（乱码）"
    assert "ĸ" not in fix(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NÃ£O PODE SER", "NÃO PODE SER"),
        ("QUEBEC Ã¤R STÃ¶RST", "QUEBEC ÄR STÖRST"),
        ("Le prénom ANDRÃ© est écrit ainsi dÃ©jÃ\xa0.", "Le prénom ANDRé est écrit ainsi déjà."),
    ],
)
def test_letters_among_capitals_are_capitals(text: str, expected: str) -> None:
    assert fix(text) == expected
