"""Characters that lost bytes are named by those around them."""

from __future__ import annotations

import pytest

from mojifix.language.ngrams import Ngrams, load_ngrams
from mojifix.mojibake.lossy.eastasian.naming import name_all

ALONE = ("　", "。")


def ngrams_of(group: str) -> Ngrams:
    ngrams = load_ngrams(group)
    assert ngrams is not None
    return ngrams


@pytest.mark.parametrize(
    ("group", "places", "word"),
    [
        ("japanese", ["電", "雷車車", "に"], "電車に"),
        ("hans", ["天", "汽氣气", "很", "妤好"], "天气很好"),
        ("hangul", ["감", "삼사살", "합", "니나", "다"], "감사합니다"),
    ],
)
def test_places_are_named_together(group: str, places: list[str], word: str) -> None:
    named = name_all(places, ngrams_of(group), *ALONE)
    assert "".join(each.char for each in named) == word


def test_what_stands_behind_tells_as_well_as_what_stands_in_front() -> None:
    before_library = name_all(["圆图国"], ngrams_of("hans"), "　", "书馆")
    assert before_library[0].char == "图"
    assert before_library[0].probability > 0.9


def test_a_place_of_which_nothing_is_known_says_nothing_of_the_next() -> None:
    unknown, known = name_all([(), "書"], ngrams_of("japanese"), *ALONE)
    assert (unknown.char, known.char, known.probability) == ("\ufffd", "書", 1.0)


def test_long_texts_take_time_that_grows_with_them() -> None:
    places = ["".join(map(chr, range(0x4E00, 0x4E40)))] * 2_000
    named = name_all(places, ngrams_of("hans"), *ALONE)
    assert len(named) == 2_000
    assert all(0.0 <= each.probability <= 1.0 + 1e-6 for each in named)
