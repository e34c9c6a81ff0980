"""Which pairs of encodings are weighed: those that read a sample about as well as the best."""

from __future__ import annotations

import pytest

from corpus.garbling import garble
from mojifix.codepages import multibyte
from mojifix.mojibake.recoding.pairs import Pair
from mojifix.mojibake.recoding.recode import most_saved
from mojifix.mojibake.recoding.recoded_words import OddBits, weighed_word
from mojifix.mojibake.recoding.shortlist import shortlist
from mojifix.mojibake.weighing.scale import CloseScale, Scale

LINE = "Завтра утром мы поедем на дачу"


def test_pairs_that_make_nonsense_of_a_sample_are_not_listed() -> None:
    sample = garble(LINE, ["cp1251 as cp1252"]).split()
    listed = shortlist(sample, Scale(""))
    assert Pair("cp1252", "cp1251") in listed
    assert {pair.true for pair in listed} <= {"cp1251", "mac-cyrillic"}  # with the same letters


@pytest.mark.parametrize("word", ["Łódź", "Жук", "Ωμέγα", "빨래"])
def test_east_asian_nonsense_is_not_listed_for_a_clean_word(word: str) -> None:
    assert not {pair.true for pair in shortlist([word], Scale(""))} & {*multibyte.CODECS}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kadýn", "Kadın"),
        ("Ïðèâåò", "Привет"),
        ("№5", "ą5"),
        ("kervân", "kervān"),
        ("<Ôàéë1>", "<Файл1>"),
    ],
)
def test_no_word_gains_more_than_it_may_save(before: str, after: str) -> None:
    scale = CloseScale(before)
    gain = weighed_word(0, len(before), before, after, scale, OddBits(32.0, 20.0)).gain
    assert gain <= most_saved([(before, after)], scale)


def test_a_word_that_is_there_again_saves_nothing_more() -> None:
    scale, word = CloseScale(""), ("Ïðèâåò", "Привет")
    assert most_saved([word, word], scale) == most_saved([word], scale) > 0
    assert most_saved([("мир", "мир"), ("мир", None)], scale) == 0


def test_the_same_letter_saves_less_in_each_further_word() -> None:
    scale, words = CloseScale(""), [("Kadýn", "Kadın"), ("Aydýn", "Aydın")]
    alone = [most_saved([word], scale) for word in words]
    assert max(alone) < most_saved(words, scale) == most_saved(words[::-1], scale) < sum(alone)
