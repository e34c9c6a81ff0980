"""A word that is written in an odd way is no garbled one, unless what was garbled is as odd."""

from __future__ import annotations

import pytest

from mojifix.mojibake.recoding.pairs import Pair, price
from mojifix.mojibake.weighing.explanations import gained, odd_bits
from mojifix.mojibake.weighing.scale import Scale


@pytest.mark.parametrize(
    ("before", "after"),
    [("дОрОгА", "按照是"), ("kÄyTtÄjÄ", "kāyTtājā"), ("urăăăăăă", "urгггггг"), ("Eか", "EƯ")],
)
def test_odd_writing_gains_less_than_it_saves(before: str, after: str) -> None:
    scale = Scale("")
    assert gained(before, after, scale) < scale.saved(before, after) / 2


def test_what_is_odd_afterwards_too_gains_what_it_saves() -> None:
    scale = Scale("")
    assert gained("PrÃ©NoMs", "PréNoMs", scale) > 20


@pytest.mark.parametrize("word", ["ÉTÉ", "Été", "veszÚlyt", "Edellф", "ффnesti", "book", ""])
def test_one_odd_letter_is_no_way_of_writing(word: str) -> None:
    assert list(odd_bits(word, Scale(""))) == []


def test_the_code_page_of_a_third_script_is_a_rare_reader() -> None:
    at_home, abroad = Pair("cp1253", "iso8859-7"), Pair("cp1253", "cp1251")
    western = Pair("cp1252", "cp1251")
    prices = [price(pair, set(), Scale("")) for pair in (at_home, abroad, western)]
    assert prices[1] > prices[0] > prices[2]
