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
    ("garbled", "text"),
    [
        ("Tu rentres Ã  Dijon demain.", "Tu rentres à Dijon demain."),
        ("Tu rentres Ã Dijon demain.", "Tu rentres à Dijon demain."),
        ("Il pense Ã tout et Ã tous.", "Il pense à tout et à tous."),
        ("Son train part Ã 8h, pas avant.", "Son train part à 8h, pas avant."),
        ("AprÃ¨s le dÃ®ner, il va Ã Dijon.", "Après le dîner, il va à Dijon."),
        ("Eles foram Ã  praia ontem.", "Eles foram à praia ontem."),
    ],
)
def test_one_comes_back_that_only_the_word_can_be(garbled: str, text: str) -> None:
    assert fix(garbled) == text


@pytest.mark.parametrize(
    "text",
    [
        "Il prend la lettre Ã pour un signe ; la lettre Ã se lit ainsi, et la lettre Ã existe.",
        "A letra Ã leva til, a letra Ã soa assim, e a letra Ã existe também.",
        "La lettre Ã est rare en français.",
        "Soit Ã une matrice de rang r.",
        "On met Ã au lieu de à.",
        "Der Buchstabe Ã ist selten.",
        "The key Ã  is here.",
    ],
)
def test_a_letter_that_is_meant_stays(text: str) -> None:
    assert fix(text) == text
