"""What a caller knows of a text: fewer signs of damage are enough, clean text stays as it is."""

from __future__ import annotations

import re

import pytest

from mojifix import Options, fix
from tests.corpus_files import rows

PAIRS = [
    ("tr", "cp1254", "cp1252"),
    ("cs", "cp1250", "cp1252"),
    ("lv", "cp1257", "cp1252"),
    ("ru", "koi8-r", "cp1251"),
    ("bg", "mac-cyrillic", "cp1251"),
    ("el", "iso8859-7", "cp1252"),
]
_WORD = re.compile(r"\w{4,}")


def words(language: str) -> list[str]:
    text = " ".join(row["text"] for row in rows("sentences.jsonl") if row["language"] == language)
    return sorted({word for word in _WORD.findall(text) if not word.isascii()})


def garbled(language: str, true: str, wrong: str) -> list[tuple[str, str]]:
    pairs = []
    for word in words(language):
        try:
            before = word.encode(true).decode(wrong)
        except UnicodeError:
            continue
        if before != word:
            pairs.append((before, word))
    assert len(pairs) >= 5
    return pairs


@pytest.mark.parametrize(("language", "true", "wrong"), PAIRS)
def test_a_hint_at_both_codecs_repairs_single_words(language: str, true: str, wrong: str) -> None:
    pairs = garbled(language, true, wrong)
    options = Options(codepages=(wrong, true), languages=(language,))
    hinted = sum(fix(before, options) == after for before, after in pairs)
    alone = sum(fix(before) == after for before, after in pairs)
    assert hinted >= alone
    assert hinted >= 0.7 * len(pairs)


@pytest.mark.parametrize(("language", "true", "wrong"), PAIRS)
def test_clean_sentences_stay_whatever_is_hinted(language: str, true: str, wrong: str) -> None:
    options = Options(codepages=(wrong, true))
    sentences = [row["text"] for row in rows("sentences.jsonl") if row["language"] == language]
    assert [fix(text, options) for text in sentences] == sentences


def test_a_codec_goes_by_any_of_its_names() -> None:
    assert Options(codepages=("windows-1252", "ISO-8859-1")).codepages == ("cp1252", "latin-1")


def test_a_hint_at_a_region_is_one_at_its_language() -> None:
    assert (
        fix("Mihelièa", Options(codepages=("cp1252", "cp1250"), languages=("sl-SI",))) == "Miheliča"
    )
