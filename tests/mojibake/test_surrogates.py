"""Bytes that Python could not decode and let pass as surrogates (PEP 383)."""

from __future__ import annotations

import json

import pytest
from growth import assert_linear, repeated

from mojifix import fix, repair
from tests.corpus_files import rows

SENTENCES = [row["text"] for row in rows("sentences.jsonl") if not row["text"].isascii()]


def let_pass(text: str, encoding: str, read_as: str = "utf-8") -> str:
    return text.encode(encoding).decode(read_as, "surrogateescape")


def test_utf8_is_read_in_every_language() -> None:
    for text in SENTENCES:
        assert fix(let_pass(text, "utf-8", "ascii")) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("München liegt in Bayern, weil es so schön ist.", "latin-1"),
        ("été.pdf", "latin-1"),
        ("He said “hello” – and left…", "cp1252"),
        ("Привет, как дела? Бабушка печёт блины.", "cp1251"),
        ("Привет, как дела?", "koi8-r"),
        ("Zażółć gęślą jaźń, proszę państwa", "iso8859-2"),
    ],
)
def test_a_legacy_encoding_is_told_by_the_words(text: str, encoding: str) -> None:
    assert fix(let_pass(text, encoding)) == text


def test_both_may_stand_side_by_side() -> None:
    assert fix("Gr\udcc3\udcbc\udcdfe aus Köln") == "Grüße aus Köln"


@pytest.mark.parametrize("text", ["x \udcff\udcfe y", "a\udc80\udc81\udc82b", "cut caf\udcc3"])
def test_bytes_of_no_text_stay_and_are_damage(text: str) -> None:
    result = repair(text)
    assert result.text == text
    assert [damage.reason.partition(" (")[0] for damage in result.damage] == [
        "bytes were not decoded"
    ]


def test_halves_of_characters_are_no_bytes() -> None:
    assert fix("\ud83d lone \udc00") == "\ud83d lone \udc00"
    assert fix("\ud83d\udca9 and \udce9t\udce9") == "💩 and été"


def test_the_receipt_says_what_happened() -> None:
    result = repair("caf\udcc3\udca9")
    (repaired,) = result.repairs
    assert repaired.steps == ("unescape surrogateescape",)
    assert (repaired.source_start, repaired.source_end, repaired.after) == (3, 5, "é")
    assert repaired.probability > 0.99
    assert repaired.explain().startswith(
        "Characters were written as surrogates, one for each byte that Python could not decode; "
    )
    assert "caf" in json.dumps(result.to_dict())


def test_it_is_linear() -> None:
    assert_linear(fix, repeated("a\udcff\udcc3\udca9"), length=2_000)
