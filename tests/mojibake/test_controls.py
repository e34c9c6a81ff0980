"""C1 controls: cp1252 that was read as Latin-1, and what became of it in UTF-8."""

from __future__ import annotations

import pytest
from growth import assert_linear, repeated

from mojifix import fix, repair
from mojifix.mojibake import controls

TEXTS = (
    "Don’t wait",
    "“Hello,” she said",
    "5–10 years",
    "Brand™ is",
    "Windows™ XP, Java™, Inc.",
    "20 €",
    "€5",
    "1.50€/h",
    "[€ 20]",
    "See below…",
    "• item",
    "Next ›",
    "35 ‰",
    "12” screen",
)


def read_as_latin1(text: str) -> str:
    return text.encode("cp1252").decode("latin-1")


@pytest.mark.parametrize("text", TEXTS)
def test_the_signs_of_cp1252_come_back(text: str) -> None:
    assert fix(read_as_latin1(text)) == text


@pytest.mark.parametrize("text", TEXTS)
def test_they_come_back_from_utf8_that_was_read_as_cp1252(text: str) -> None:
    garbled = read_as_latin1(text).encode().decode("cp1252")
    result = repair(garbled)
    assert result.text == text
    assert all("decode utf-8" in repaired.steps for repaired in result.repairs)


@pytest.mark.parametrize(
    "text",
    [
        "na\x95xq",  # inside of a word it is a letter of another code page
        "Zxq\x9a \x99 bar",  # as on the whole line of one
        "zq\xe9\x80\x99\xe2 vw",  # beside other bytes
    ],
)
def test_what_may_be_letters_stays(text: str) -> None:
    assert "™" not in fix(text)
    assert "•" not in fix(text)


def test_lines_are_judged_one_by_one() -> None:
    assert fix("x\x95xq\nBrand\x99 is\n") == "x\x95xq\nBrand™ is\n"


def test_a_long_line_takes_linear_time() -> None:
    assert_linear(controls.find_change, repeated("word "), length=20_000)
