"""One language explains every stretch of clean text, and none a garbled stretch of it."""

from __future__ import annotations

import pytest
from corpus_files import rows

from corpus.garbling import garble
from mojifix.mojibake.gate import stretches
from mojifix.mojibake.gate.stretches import is_mostly_beyond_ascii, unexplained
from mojifix.mojibake.gate.traits import summary
from mojifix.mojibake.gate.verdict import is_ordinary

TEXTS: dict[str, str] = {}
for _row in rows("sentences.jsonl"):
    TEXTS[_row["language"]] = f"{TEXTS.get(_row['language'], '')}{_row['text']} "
LANGUAGES = ["ru", "uk", "el", "he", "ar", "hi", "th", "ka", "hy", "ko", "ja"]


def explained(text: str) -> bool:
    return not unexplained(text, summary(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_clean_text_is_explained(language: str) -> None:
    assert explained(TEXTS[language])


@pytest.mark.parametrize(
    ("true", "wrong"), [("koi8-r", "cp1251"), ("cp1251", "koi8-r"), ("iso8859-5", "koi8-r")]
)
def test_a_garbled_word_among_clean_ones_is_not(true: str, wrong: str) -> None:
    clean = "Завтра утром мы поедем на дачу, если погода будет хорошая. "
    garbled = garble("приготовление", [f"{true} as {wrong} with ?"])
    assert explained(clean * 3)
    assert not explained(f"{clean}{garbled} {clean}")


def test_garbled_han_among_kana_is_not() -> None:
    clean = "ユーザーは規則を追加することができるでしょう。"
    assert explained(clean)
    assert not explained(garble(clean, ["euc_jp as gbk"]))


def test_a_garbled_end_is_not_missed() -> None:
    clean = "Завтра утром мы поедем на дачу, если погода будет хорошая. "
    for cut in range(8):
        text = clean[cut:] + garble("Завтра утром мы поедем", ["koi8-r as cp1251"])
        assert not explained(text)


def test_less_than_a_stretch_is_for_others_to_judge() -> None:
    assert not explained("утром")
    assert is_ordinary("утром")
    assert not is_ordinary(garble("УТРОМ", ["koi8-r as cp1251"])[:3] + "ъЪэ")


def test_two_scripts_are_for_others_to_judge() -> None:
    assert is_ordinary("Завтра утром мы поедем. Αύριο το πρωί θα πάμε.")


def test_a_sign_of_another_script_passes() -> None:
    sentence = "আমি আজ বাড়ি যাচ্ছি"  # a danda is of Devanagari's block
    assert summary(f"{sentence}। ").scripts == {"bengali", "devanagari"}
    assert is_ordinary(f"{sentence}। " * 5)


def test_unexplained_stretches_are_around_the_garbled_word() -> None:
    clean = "Завтра утром мы поедем на дачу, если погода будет хорошая. "
    garbled = garble("приготовление", ["koi8-r as cp1251"])
    text = f"{clean}{garbled} {clean}"
    places = unexplained(text, summary(text))
    assert places
    assert all(-16 <= place - len(clean) <= len(garbled) + 8 for place in places)


@pytest.mark.parametrize("size", range(40, 90, 7))
def test_a_long_text_is_summed_up_piece_by_piece(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    garbled = garble("приготовление", ["koi8-r as cp1251"])
    text = f"{(TEXTS['ru'] * 5)[: 200 + size]} {garbled}"  # long enough for stretches
    found = summary(text)
    whole = list(stretches._highest(text, found)[0])
    monkeypatch.setattr(stretches, "_AT_ONCE", 3)
    assert list(stretches._highest(text, found)[0]) == whole
    assert unexplained(text, found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", False),
        ("plain", False),
        ("élève", False),
        ("дом", True),
        ("中文", True),
        ("a – b", False),
    ],
)
def test_mostly_beyond_ascii_is_measured_in_bytes(text: str, expected: bool) -> None:
    assert is_mostly_beyond_ascii(text) is expected


def test_lone_surrogates_are_measured() -> None:
    assert is_mostly_beyond_ascii("\ud83d\ude00")
