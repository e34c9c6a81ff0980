"""An ``à`` of which ``Ã`` is left comes back where it stands between words, and letters stay."""

from __future__ import annotations

import pytest

from mojifix import fix, repair

TEXT = "Il va à la gare, puis rentre à pied ; son frère préfère rester à l’abri de la pluie."


def test_each_one_comes_back_where_there_are_several() -> None:
    result = repair(TEXT.replace("à", "Ã"))
    assert result.text == TEXT
    assert [found.guessed for found in result.repairs] == [True] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Il prend la lettre Ã pour un signe ; la lettre Ã se lit ainsi, et la lettre Ã existe.",
        "A letra Ã leva til, a letra Ã soa assim, e a letra Ã existe também.",
        "Il va Ã la gare.",  # one alone may be anything
    ],
)
def test_a_letter_that_is_meant_stays(text: str) -> None:
    assert fix(text) == text
