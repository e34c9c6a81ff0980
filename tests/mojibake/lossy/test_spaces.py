"""No-break spaces of which ``Â`` and a space are left."""

from __future__ import annotations

import pytest
from growth import assert_linear, repeated

from mojifix import fix, repair
from mojifix.mojibake.lossy.leftovers import spaces


@pytest.mark.parametrize(
    ("garbled", "clean"),
    [
        ("We open at nine.Â  See you there.", "We open at nine.\xa0 See you there."),
        ("I likeÂ it.", "I like\xa0it."),
        ("Â 2019 Bakery Ltd", "\xa02019 Bakery Ltd"),
        ("Â We met in May.", "\xa0We met in May."),
        ("Item 1Â Â Â Item 2", "Item 1\xa0\xa0\xa0Item 2"),
        ("Bread, Â fresh, Â daily", "Bread, \xa0fresh, \xa0daily"),
        ("the end.Â\nNext", "the end.\xa0\nNext"),
        ("the endÂ\xa0of it", "the end\xa0of it"),
        ("Wir Ã¶ffnen um neun.Â  Bis bald.", "Wir öffnen um neun.\xa0 Bis bald."),
    ],
)
def test_they_come_back(garbled: str, clean: str) -> None:
    assert fix(garbled) == clean


@pytest.mark.parametrize(
    "text",
    [
        "The letter Â is used in French.",
        "Â, Ê, Î",
        "Letters: Â Ê Î Ô Û",
        "Â – as in âme",
        "Â ni yn y tŷ",
        "Ă Â Ê Ô Ơ Ư Đ",
        "Use Alt+0194 for Â and Alt+0226 for â.",
    ],
)
def test_the_letter_stays(text: str) -> None:
    assert fix(text) == text


def test_what_lost_its_byte_is_a_guess() -> None:
    assert [found.guessed for found in repair("I likeÂ it, andÂ\xa0you.").repairs] == [True, False]


def test_time_is_linear() -> None:
    assert_linear(spaces.find_edits, repeated("wordÂ  Â "), length=20_000)
