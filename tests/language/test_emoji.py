"""Of signs that lost a byte the frequent ones are named."""

from __future__ import annotations

import pytest

from mojifix.language.emoji import pictograph_bits


@pytest.mark.parametrize(
    ("frequent", "rare"),
    [
        ("═", "╠"),
        ("═", "╏"),
        ("─", "℀"),
        ("←", "↠"),
        ("🌐", "🌠"),
        ("🏢", "\U0001f8a0"),
        ("🏗", "\U0001fb57"),
    ],
)
def test_a_frequent_sign_costs_less(frequent: str, rare: str) -> None:
    assert pictograph_bits(frequent) < pictograph_bits(rare)


def test_the_better_of_two_ranks_counts() -> None:
    assert pictograph_bits("✅") < pictograph_bits("👋")


def test_a_selector_costs_less_than_a_mark_over_two_letters() -> None:
    assert pictograph_bits("\ufe0f") < 0 < pictograph_bits("\ufe20")


@pytest.mark.parametrize("sign", "”’—…•")
def test_no_rare_hyphen_costs_as_little_as_a_sign_in_use(sign: str) -> None:
    assert pictograph_bits(sign) == 0 < pictograph_bits("\u2010")
