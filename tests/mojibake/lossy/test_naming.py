"""Characters that lost bytes are named by those around them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from mojifix.language.ngrams import Ngrams, load_ngrams
from mojifix.mojibake.lossy.naming import Named, name_all
from mojifix.mojibake.lossy.places import Choice


def ngrams_of(group: str) -> Ngrams:
    ngrams = load_ngrams(group)
    assert ngrams is not None
    return ngrams


def named_in(
    group: str, places: Sequence[str], before: str = "　", after: str = "。"
) -> list[Named]:
    """Return what each place is, given the characters that it may be."""
    choices = [[*map(Choice, chars)] for chars in places]
    return name_all(choices, ngrams_of(group), before, after)


@pytest.mark.parametrize(
    ("group", "places", "word"),
    [
        ("japanese", ["電", "雷車車", "に"], "電車に"),
        ("hans", ["天", "汽氣气", "很", "妤好"], "天气很好"),
        ("hangul", ["감", "삼사살", "합", "니나", "다"], "감사합니다"),
        ("thai", ["ป", "ร", "ะ", "เโแ", "ท", "ศ", "ไ", "ทธน", "ย"], "ประเทศไทย"),
        ("khmer", ["ក", "ម", "្", "ពផភ", "ុ", "ជឆឈ", "ា"], "កម្ពុជា"),
    ],
)
def test_places_are_named_together(group: str, places: list[str], word: str) -> None:
    named = named_in(group, places)
    assert "".join(each.char for each in named) == word


def test_what_stands_behind_tells_as_well_as_what_stands_in_front() -> None:
    before_library = named_in("hans", ["圆图国"], after="书馆")
    assert before_library[0].char == "图"
    assert before_library[0].probability > 0.9


def test_a_place_of_which_nothing_is_known_says_nothing_of_the_next() -> None:
    unknown, known = named_in("japanese", ["\ufffd", "書"])
    assert (unknown.char, known.char, known.probability) == ("\ufffd", "書", 1.0)


def test_long_texts_take_time_that_grows_with_them() -> None:
    places = ["".join(map(chr, range(0x4E00, 0x4E40)))] * 2_000
    named = named_in("hans", places)
    assert len(named) == 2_000
    assert all(0.0 <= each.probability <= 1.0 for each in named)


def test_what_costs_more_has_to_fit_better() -> None:
    choices = [[Choice("圆"), Choice("图", 30.0)]]
    (named,) = name_all(choices, ngrams_of("hans"), "　", "书馆")
    assert named.char == "圆"
