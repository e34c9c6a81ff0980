"""Boxes, trees and shades of DOS that were read as letters, and letters that are meant."""

from __future__ import annotations

import pytest
from growth import assert_linear, repeated

from mojifix import fix, repair
from mojifix.codepages import singlebyte

BOX = "╔═════════════╗\n║ INSTALL     ║\n╠═════════════╣\n║ 1. Run it   ║\n╚═════════════╝"
TREE = "C:.\n├───SRC\n│   ├───MAIN\n│   └───TEST\n└───DOC"
SHADES = "█████▓▓▒▒░░ README ░░▒▒▓▓█████"
RULE = "────────────────────────\n Chapter 1\n────────────────────────"


@pytest.mark.parametrize("drawing", [BOX, TREE, SHADES, RULE])
@pytest.mark.parametrize("reader", ["latin-1", "cp1252", "cp1250", "cp1251"])
def test_a_drawing_is_undone(drawing: str, reader: str) -> None:
    if drawing == SHADES and reader == "cp1250":
        pytest.skip("its blocks are other letters")
    garbled = singlebyte.decode(drawing.encode("cp437"), reader)
    assert garbled is not None
    assert fix(garbled) == drawing
    assert fix(f"Read this first.\n\n{garbled}\n\nThank you.").count(drawing) == 1


@pytest.mark.parametrize(
    "text",
    [
        "ÄÄÄÄH, was ist das denn? ÄÄÄÄ! Ääää.",
        "„ÄÄÄ“, »ÄÄÄ«, «ÄÄÄ», «ÍÍÍ»",
        "ÁÁÁÁ, qué susto, ÍÍÍÍ! ÉÉÉÉ",
        "НННЕТ! НННО… «ННННО» ДДДДА, ГДДДЕ он?",
        "ДЛИНННЫЙ ЫЫЫ ДДДЕНЬ",
        "ÕÕÕ, külm! ÕÕÕUDNE",
        "ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄH! ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ!",
        "ƒƒƒ piano, ÅÅÅÅ",
    ],
)
def test_letters_that_are_meant_are_left_alone(text: str) -> None:
    assert fix(text) == text


def test_the_receipt_says_what_happened() -> None:
    result = repair("ÚÄÄÄÄ¿\n³ Hi ³\nÀÄÄÄÄÙ")
    assert [each.after for each in result.repairs] == ["┌────┐", "│", "│", "└────┘"]
    assert {each.steps for each in result.repairs} == {("encode cp1252", "decode cp437")}
    assert all(each.probability > 0.9 for each in result.repairs)


@pytest.mark.parametrize("unit", ["ÄÄÄ", "ÉÍÍÍ» ", "ÃÄÄÄx\n", "Û", "³ "])
def test_it_is_linear(unit: str) -> None:
    assert_linear(fix, repeated(unit, "\nÉÍÍÍ»"), length=3_000)
