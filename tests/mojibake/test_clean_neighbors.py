"""A clean word beside garbled ones stays as it is, and words that are garbled alike come back."""

from __future__ import annotations

import pytest

from corpus.garbling import garble
from mojifix import fix


@pytest.mark.parametrize(
    ("line", "clean", "chain"),
    [
        ("El año pasado la descripción y el código faltaban.", {"año"}, "cp850 as cp1252"),
        ("Det är läraren som frågar här.", {"är"}, "cp437 as cp1252"),
        ("A última reunião sobre a educação foi à tarde.", {"última"}, "cp850 as cp1252"),
    ],
)
def test_a_clean_word_stays_among_garbled_ones(line: str, clean: set[str], chain: str) -> None:
    mixed = [word if word in clean else garble(word, [chain]) for word in line.split()]
    assert fix(" ".join(mixed)) == line


def test_all_words_go_where_all_are_garbled() -> None:
    line = "El año pasado la descripción y el código faltaban."
    assert fix(garble(line, ["cp850 as cp1252"])) == line


@pytest.mark.parametrize(
    ("line", "garbled", "chain"),
    [
        ("Im Bericht war إضغط für alle Gäste völlig neu.", "إضغط", "iso8859-6 as latin-1"),
        ("Rapora göre דומינו çok güzeldi ve kimse şaşırmadı.", "דומינו", "iso8859-8 as cp1252"),
        ("Vogelhäusle: ρυθμίσεις", "ρυθμίσεις", "cp1253 as cp1252"),
    ],
)
def test_a_latin_word_stays_beside_one_of_another_script(
    line: str, garbled: str, chain: str
) -> None:
    assert fix(line.replace(garbled, garble(garbled, [chain]))) == line
