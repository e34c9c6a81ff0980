"""Lead bytes that lost what followed come back beside sequences that are whole."""

from __future__ import annotations

from itertools import pairwise

import pytest
from corpus_files import rows

from corpus.garbling import garble
from mojifix import fix
from mojifix.mojibake.edits import Edit, replaced
from mojifix.mojibake.lossy.singlebyte import orphans
from mojifix.mojibake.lossy.singlebyte.orphans import with_orphans
from mojifix.mojibake.utf8.runs import find_edits
from mojifix.mojibake.weighing.scale import Scale


def repaired(garbled: str) -> tuple[str, list[Edit]]:
    scale = Scale(garbled)
    edits = with_orphans(garbled, find_edits(garbled, set(), scale), scale)
    return replaced(garbled, edits), edits


@pytest.mark.parametrize(
    ("true", "codepage"),
    [
        ("Раздел первый", "cp1251"),
        ("Разве Роман рано встал", "cp1251"),
        ("Розділ перший, ранок тихий", "cp1251"),
        ("Ο Πέτρος είδε την Πάτρα", "cp1253"),
        ("Поезд Рига-Рим ушёл рано утром", "cp1251"),
        ("오늘 선생님은 선물을 열었다 이 선택은 좋다", "cp1252"),
        ("Perché la città è più grande, la qualità resta così alta", "cp1252"),
    ],
)
def test_no_break_spaces_that_became_spaces_are_found(true: str, codepage: str) -> None:
    garbled = garble(true, [f"utf-8 as {codepage}", "no-break spaces to spaces"])
    assert garbled != garble(true, [f"utf-8 as {codepage}"])
    assert repaired(garbled)[0] == true


@pytest.mark.parametrize(
    "true",
    [
        "Perché la città è più grande, la qualità resta così alta",
        "Il va à pied, déjà fermée à minuit",
    ],
)
def test_no_break_spaces_that_merged_with_the_next_space_are_found(true: str) -> None:
    garbled = garble(true, ["utf-8 as cp1252"])
    assert repaired(garbled.replace("\xa0 ", " "))[0] == true


def test_what_was_found_is_marked_as_guessed_and_the_rest_is_not() -> None:
    garbled = garble("Раздел первый", ["utf-8 as cp1251", "no-break spaces to spaces"])
    _, edits = repaired(garbled)
    assert [(edit.after, edit.guessed) for edit in edits] == [("Раздел", True), ("первый", False)]


@pytest.mark.parametrize("text", ["Раздел РїРµСЂРІС‹Р№", "Р и С РїРµСЂРІС‹Р№ СЃС‚РѕР»Р±РµС†"])
def test_letters_that_are_meant_stay(text: str) -> None:
    scale = Scale(text)
    edits = find_edits(text, set(), scale)
    assert edits
    fixed = replaced(text, with_orphans(text, edits, scale))
    assert fixed == replaced(text, edits)


def test_whole_sequences_are_left_as_they_were() -> None:
    garbled = garble("Дом стоит у реки", ["utf-8 as cp1251"])
    scale = Scale(garbled)
    edits = find_edits(garbled, set(), scale)
    assert edits
    assert with_orphans(garbled, edits, scale) == edits


def test_no_edits_have_no_orphans() -> None:
    assert with_orphans("Р и С", [], Scale("Р и С")) == []


def test_edits_of_multibyte_codecs_pass() -> None:
    edits = [Edit(0, 2, "é", ("encode gbk", "decode utf-8"), 20.0)]
    assert with_orphans("茅t", edits, Scale("茅t")) is edits


def test_leads_that_cannot_have_lost_one_byte_need_not_be_searched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sentences = [row["text"] for row in rows("sentences.jsonl")]
    texts = []
    for text, other in pairwise(sentences):
        for chain in (["utf-8 as cp1252"], ["utf-8 as cp1251", "no-break spaces to spaces"]):
            texts.append(f"{garble(other, chain)} {text}")
    quick = [repaired(text) for text in texts]
    monkeypatch.setattr(orphans, "_may_have_lost", lambda *_: True)
    assert [repaired(text) for text in texts] == quick
    guessed = sum(any(edit.guessed for edit in edits) for _, edits in quick)
    assert guessed > 20


@pytest.mark.parametrize("word", ["DISPONÍVEL", "POSSÍVEL"])
def test_a_known_word_in_capitals_comes_back(word: str) -> None:
    line = f"O novo plano é {word} já, mas a operação não foi concluída até amanhã."
    assert fix(line.encode().decode("cp1252", "ignore")) == line


@pytest.mark.parametrize(
    ("line", "codepage"),
    [
        ("Tumšā naktī suns gāja mājās pa mežu, un kaķis gaidīja.", "cp1257"),
        ("Pārslēgšana notika naktī", "cp1257"),
        ("პაროლების გამონაკლისების მართვა", "cp1254"),
    ],
)
def test_words_choose_among_code_pages_that_read_alike_what_is_whole(
    line: str, codepage: str
) -> None:
    garbled = line.encode().decode(codepage, "replace").replace("\ufffd", "?")
    assert fix(garbled) == line


def test_a_word_in_capitals_that_no_letter_completes_stays() -> None:
    line = "SÃO JOÃO Ã© LÃ, nÃ£o estÃ¡ aqui, a operaÃ§Ã£o foi feita."
    assert fix(line).startswith("SÃO JOÃO é L")
