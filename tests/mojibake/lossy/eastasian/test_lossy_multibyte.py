"""UTF-8 that an East Asian codec lost bytes of comes back but for what nothing tells."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from corpus_files import rows
from lossy_cases import SENTENCES, windows

from mojifix import fix, repair
from mojifix.mojibake.lossy.eastasian import writers

READERS = ("gbk", "gb18030", "cp932", "cp950", "cp949")


def likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("language", SENTENCES)
def test_most_of_a_sentence_comes_back(language: str, reader: str) -> None:
    sentence = SENTENCES[language]
    garbled = sentence.encode().decode(reader, "replace")
    fixed = fix(garbled)
    if "\ufffd" not in garbled:
        assert fixed == sentence
        return
    # Big5 defines next to none of the pairs that kana and Hangul are made of.
    least = 0.0 if reader == "cp950" and language in ("ja", "ko") else 0.6
    assert likeness(fixed, sentence) >= least, fixed


@pytest.mark.parametrize(("reader", "marker"), [("cp932", "・"), ("gbk", "?"), ("cp949", "?")])
@pytest.mark.parametrize("language", SENTENCES)
def test_windows_marks_are_read_as_lost_bytes(language: str, reader: str, marker: str) -> None:
    sentence = SENTENCES[language]
    garbled = windows(sentence.encode(), reader, marker)
    # Code page 932 defines next to none of the pairs that Hangul is made of.
    least = 0.4 if reader == "cp932" and language == "ko" else 0.65
    assert likeness(fix(garbled), sentence) >= least, fix(garbled)


@pytest.mark.parametrize("name", ["bn-3", "ne-1"])
def test_runs_of_which_most_is_lost_choose_no_reading(name: str) -> None:
    sentence = next(row["text"] for row in rows("sentences.jsonl") if row["id"] == name)
    fixed = fix(sentence.encode().decode("gbk", "replace"))
    assert likeness(fixed, sentence) > 0.8, fixed


def test_a_character_that_nothing_tells_stays_lost() -> None:
    sentence = SENTENCES["zh"]
    result = repair(sentence.encode().decode("gbk", "replace"))
    wrong = sum(one != other != "\ufffd" for one, other in zip(sentence, result.text, strict=True))
    assert wrong == 0, result.text


def test_the_sign_that_repeats_a_character_comes_back() -> None:
    sentence = "我々は日々少しずつ山道を歩いている。"
    assert fix(sentence.encode().decode("gb18030", "replace")) == sentence


def test_guessed_characters_are_flagged() -> None:
    result = repair(SENTENCES["ko"].encode().decode("cp949", "replace"))
    assert result.repairs
    assert all(found.guessed for found in result.repairs)
    assert all(0.0 < found.probability <= 1.0 for found in result.repairs)
    assert any(found.probability < 0.99 for found in result.repairs)


def test_a_swallowed_quote_names_its_space() -> None:
    garbled = windows("the “harbour” gate of the old town".encode(), "cp932", "・")
    assert fix(garbled) == "the “harbour” gate of the old town"


@pytest.mark.parametrize(("reader", "marker"), [("cp932", "・"), ("gbk", "?")])
def test_a_swallowed_space_is_no_letter(reader: str, marker: str) -> None:
    sentence = "The kiln cools overnight — never open it before noon."
    assert fix(windows(sentence.encode(), reader, marker)) == sentence


def test_no_lost_byte_is_one_that_windows_decodes_by_itself() -> None:
    sentence = (
        "这是我们的技术 | 版本"  # 80 is the euro sign, so that the last byte is not that of 最
    )
    assert "最" not in fix(windows(sentence.encode(), "gbk", "?"))


def test_three_lost_bytes_around_a_phrase_were_quotes() -> None:
    text = "He said “not today” and didn’t come.".encode().decode("ascii", "replace")
    assert fix(text) == "He said “not today” and didn’t come."


def test_lost_bytes_are_no_text_of_east_asia() -> None:
    sentence = "A la sessió veurem com s’obren els fitxers que l’Anna va copiar."
    assert fix(sentence.encode().decode("euc_kr", "replace")) == sentence


@pytest.mark.parametrize(
    "text",
    [
        "東京・大阪・名古屋の三都市で開催されます。",
        "明天几点出发?我们在门口等你?",
        "이것은 무엇입니까? 정말 그렇습니까?",
        "コンサート・チケット・情報",
        "あいう\ufffd\ufffdえおかきくけこ",
        "Έλα ή\ufffd ήδη",  # half of a letter of two bytes
        "Khổ thân con gái c\ufffd\ufffd\ufffda tôi",  # a letter may have had three bytes, too
    ],
)
def test_clean_text_with_such_marks_is_left_alone(text: str) -> None:
    assert fix(text) == text


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("language", SENTENCES)
def test_what_was_repaired_is_left_alone(language: str, reader: str) -> None:
    fixed = fix(SENTENCES[language].encode().decode(reader, "replace"))
    assert fix(fixed) == fixed


def test_a_latin_word_holds_no_letter_of_an_unknown_script() -> None:
    assert (
        fix("Both letters from 舝hus arrived this morning.")
        == "Both letters from Århus arrived this morning."
    )


def test_what_holds_no_east_asian_character_was_not_read_so() -> None:
    text = "Очень кла��с����й вечер, П��о����о б��л. ��Э��о не ��с����. " * 5 + "中"
    assert fix(text) == text


@pytest.mark.parametrize("sign", ["☺\ufe0f", "\ufeff", "ﷺ"], ids=["emoji", "mark", "Arabic"])
def test_signs_that_no_two_bytes_make_tell_nothing(sign: str) -> None:
    text = "Очень кла��с����й вечер, П��о����о б��л. ��Э��о не ��с����. " * 10 + sign
    assert fix(text) == text


@pytest.mark.parametrize(
    ("garbled", "named"),
    [
        ("    // 璜嬫妸闁?墦闁?    int value = get();", "請把�打開"),
        ("    // 蠎ｭ縺ｮ譛ｨ縺ｫ襍､縺・ｳ･縺後＞繧・    int value = get();", "庭の木に赤い鳥がいる"),
    ],
)
def test_of_two_readings_one_that_names_more_characters_is_taken(garbled: str, named: str) -> None:
    assert fix(garbled).startswith(f"    // {named}")


@pytest.mark.parametrize(
    ("garbled", "text"),
    [
        ("The baker���s shop opens at seven.", "The baker’s shop opens at seven."),
        ("The houses���those by the river���are old.", None),  # a dash: which one is open
        ("But you can??셳 see them.", "But you can’t see them."),
    ],
)
def test_a_sign_between_letters_is_an_apostrophe_beside_a_short_piece(
    garbled: str, text: str | None
) -> None:
    if text is None:
        assert "’" not in fix(garbled)
    else:
        assert fix(garbled) == text


def test_no_character_that_nobody_writes_is_read_off_bytes() -> None:
    bytes_of = {char: tuple(char.encode()) for char in ("𣎣", "\U000a53ac")}
    read = [writers.character("utf-8", data) for data in bytes_of.values()]
    assert read == ["𣎣", None]
