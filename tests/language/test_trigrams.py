"""What trigrams add to the costs of pairs: in words, in one language, and never in ASCII."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.language.model import group_languages
from mojifix.language.trigrams import GROUPS, load_trigrams

MOST_BYTES = 1_500_000  # of all files of the model together


def costs(group: str, language: str, word: str) -> int:
    trigrams = load_trigrams(group)
    assert trigrams is not None
    return trigrams.costs(f" {word} ")[group_languages(group).index(language)]


@pytest.mark.parametrize(
    ("group", "language", "known", "unknown"),
    [
        ("latin", "cs", "starší", "starçí"),
        ("latin", "tr", "bankacılık", "bankacýlýk"),
        ("cyrillic", "bg", "обединените", "ћбединените"),
        ("greek", "el", "ευχαριστώ", "ευχαρσιτώ"),
        ("arabic", "ar", "مدينة", "هدينة"),
    ],
)
def test_trigrams_of_a_language_cost_less_than_others(
    group: str, language: str, known: str, unknown: str
) -> None:
    assert costs(group, language, known) < costs(group, language, unknown)


@pytest.mark.parametrize("group", GROUPS)
def test_words_of_ascii_cost_nothing_more(group: str) -> None:
    trigrams = load_trigrams(group)
    assert trigrams is not None
    assert not any(trigrams.costs(" an ordinary word "))


def test_signs_say_nothing() -> None:
    assert costs("latin", "de", "°") == costs("latin", "de", "é°è") == 0


def test_groups_without_trigrams_have_none() -> None:
    assert load_trigrams("japanese") is None


@given(st.text(st.characters(exclude_categories=()), max_size=60), st.sampled_from(GROUPS))
def test_any_text_has_a_cost_in_every_language(text: str, group: str) -> None:
    trigrams = load_trigrams(group)
    assert trigrams is not None
    assert len(trigrams.costs(text)) == len(group_languages(group))


def test_the_files_of_the_model_stay_small() -> None:
    folder = files("mojifix.language")
    sizes = [
        len((folder / name).read_bytes())
        for name in ("model.bin", "trigrams.bin", "spacing.bin", "characters.bin")
    ]
    assert sum(sizes) <= MOST_BYTES
