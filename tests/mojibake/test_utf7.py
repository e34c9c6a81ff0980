"""UTF-7 that was read as ASCII, and what only looks like it."""

from __future__ import annotations

import pytest

from mojifix import fix, repair
from tests.corpus_files import rows

SENTENCES = [(row["language"], row["text"]) for row in rows("sentences.jsonl")]
LANGUAGES = sorted({language for language, text in SENTENCES if not text.isascii()})


def read_as_ascii(text: str) -> str:
    return text.encode("utf-7").decode("ascii")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_undone_in_every_language(language: str) -> None:
    text = "\n".join(text for tag, text in SENTENCES if tag == language)
    assert fix(read_as_ascii(text)) == text


def test_a_word_in_clean_text_is_undone() -> None:
    assert fix("She moved to W+APw-rzburg last spring.") == "She moved to Würzburg last spring."


def test_ascii_and_lone_letters_are_undone_beside_words_alone() -> None:
    text = "C++ +- 2 è più facile, dice l'autore; è così.\n"
    assert fix(read_as_ascii(text)) == text
    assert fix("+AOg- +- +AD4-") == "+AOg- +- +AD4-"
    other = "The balance is +- 5 in any case.\n"
    assert fix(other + read_as_ascii(text)) == other + text


def test_the_receipt_says_what_happened() -> None:
    (repaired,) = repair("Das Caf+AOk- am Marktplatz hat heute geschlossen.").repairs
    assert repaired.steps == ("encode ascii", "decode utf-7")
    assert (repaired.before, repaired.after) == ("+AOk-", "é")
    assert repaired.explain() == (
        "UTF-7 bytes were read as ASCII, typical of mail programs that do not know UTF-7; "
        'read them with encoding="utf-7".'
    )


@pytest.mark.parametrize(
    "text",
    [
        "for (let n = i+AOk; n < length+AGE-1; n++) sum+=n+Foo+f64;",
        "key=ZKH0OqDGcU+AgLV/3UcC+gC0LB0xrW+BzL+OVk+CJZneCFpXQ==",
        "q=%28a:+i64,+i64,+i64%29+%3D+%281,+2%29",
        "call +4930123456 or +1-202-555-0100, ext. +ABC-",
        "<script> hidden as +ADw-script+AD4- passes the filter",
        "assert decoded(b'+ZeVnLIqe-') == '日本語'",
        "a line +AGE-break+AAo-is not made",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert fix(text) == text
