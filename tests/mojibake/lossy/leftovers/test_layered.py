"""Several layers that lost bytes of the one above are undone."""

from __future__ import annotations

import pytest

from mojifix import fix


def layered(text: str, times: int) -> str:
    for _ in range(times):
        text = text.encode().decode("cp1252")
    return text


@pytest.mark.parametrize(
    "text",
    [
        "A pedagogia é crítica, disse ela com razão.",
        "La política de la ciudad es difícil, pero está más clara que ayer.",
    ],
)
@pytest.mark.parametrize("times", [2, 3])
def test_the_last_byte_of_a_letter_that_vanished_is_named(text: str, times: int) -> None:
    assert fix(layered(text, times).replace("\xad", "")) == text


@pytest.mark.parametrize("times", [3, 4])
def test_apostrophes_that_were_made_straight_are_bytes(times: int) -> None:
    text = "O núcleo é responsável pela emergência."
    assert fix(layered(text, times).replace("’", "'")) == text


def test_daggers_whose_last_byte_became_a_space_are_bytes() -> None:
    text = "# VISÃO GERAL DA REGIÃO"
    assert fix(layered(text, 4).replace("’", "'", 1).replace("\xa0", " ")) == text


def test_lines_are_drawn_again_whose_bytes_became_spaces() -> None:
    shown = "".join(byte.decode("cp1252") for byte in (b"\xe2", b"\x94", b"\x80"))
    garbled = shown.encode().decode("cp1252", "replace").replace("\ufffd", " ")
    assert fix(f"# {garbled * 3} Start {garbled * 3}") == "# ─── Start ───"


@pytest.mark.parametrize("text", ["ມາດຕາ", "ມາດຕາ 22."])
def test_a_quotation_mark_is_named_below_which_letters_of_another_script_are(text: str) -> None:
    lossy = text.encode().decode("cp1252").encode().decode("cp1252", "ignore")
    assert fix(lossy) == text
