"""Garbled text whose signs a tokenizer parted."""

from __future__ import annotations

import pytest

from mojifix import fix, repair


@pytest.mark.parametrize(
    ("parted", "joined"),
    [
        ("it â € ™ s late", "it ’ s late"),
        ("itâ € ™ s late", "it’ s late"),
        ("Donâ€ ™ t", "Don’ t"),
        ("â € œ Hello â € , she said", "“ Hello ” , she said"),
        ("5 â € “ 10 , wait â € ¦", "5 – 10 , wait …"),
        ("for Â £ 20 or â ‚ ¬ 25", "for £ 20 or € 25"),
    ],
)
def test_signs_are_joined(parted: str, joined: str) -> None:
    assert fix(parted) == joined


@pytest.mark.parametrize("text", ["à € 20", "â 20 £", "CAFÉ – 20 €", "Î, Â « Ă » ș"])
def test_clean_signs_stay(text: str) -> None:
    assert fix(text) == text


def test_the_receipt_says_so() -> None:
    (joined,) = repair("it â € ™ s").repairs
    assert joined.steps == ("join tokens", "encode cp1252", "decode utf-8")
    assert "then it was tokenized" in joined.explain()
