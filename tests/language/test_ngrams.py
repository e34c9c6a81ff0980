"""N-grams of characters: what was seen is cheaper, and everything has a cost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.language.model import group_languages
from mojifix.language.ngrams import FORMAT, LANGUAGES, load_ngrams
from mojifix.language.packed import PackedFile, open_packed

CHARACTERS = st.text(st.characters(exclude_categories=()), max_size=3)


def test_each_language_is_the_one_of_its_group() -> None:
    assert {name: (tag,) for name, tag in LANGUAGES.items()} == {
        name: group_languages(name) for name in LANGUAGES
    }


def test_other_groups_have_none() -> None:
    assert load_ngrams("latin") is None


def test_what_stands_in_front_tells_what_follows() -> None:
    ngrams = load_ngrams("hangul")
    assert ngrams is not None
    (alone,) = ngrams.costs("", ("다",))
    (behind,) = ngrams.costs("습니", ("다",))
    assert behind < alone - 5.0


@given(CHARACTERS, st.characters(exclude_categories=()), st.sampled_from(sorted(LANGUAGES)))
def test_any_character_has_a_cost_behind_any_others(context: str, char: str, group: str) -> None:
    ngrams = load_ngrams(group)
    assert ngrams is not None
    (bits,) = ngrams.costs(context, (char,))
    assert 0.0 <= bits < 60.0


def test_what_is_remembered_is_bounded_by_the_file() -> None:
    ngrams = load_ngrams("hans")
    assert ngrams is not None
    assert ngrams.costs("qx", ("图",)) == ngrams.costs("qy", ("图",)), (
        "nothing is stored behind these"
    )
    assert not {"qx", "qy"} & ngrams._rows.keys()


def test_a_group_is_loaded_without_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    places = open_packed("ngrams.bin", FORMAT).header["groups"]
    read: list[tuple[int, int]] = []
    section = PackedFile.section

    def recorded(file: PackedFile, offset: int = 0, length: int = -1) -> bytes:
        read.append((offset, length))
        return section(file, offset, length)

    monkeypatch.setattr(PackedFile, "section", recorded)
    assert load_ngrams.__wrapped__("lao") is not None
    assert read == [tuple(places["lao"])]
