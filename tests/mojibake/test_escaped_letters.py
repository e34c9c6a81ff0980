"""Escapes that stand for one letter hide the damage of code pages, which show one as another."""

from __future__ import annotations

import pytest

from mojifix import fix


@pytest.mark.parametrize("escape", ["&Uacute;", "&#218;", "\\u00da"])
def test_single_letters_of_a_wrong_code_page_are_found_in_escapes(escape: str) -> None:
    text = "Le café était fermé hier, le gérant se reposait."
    assert fix(text.replace("é", escape)) == text  # read as cp850


@pytest.mark.parametrize("escape", ["&eacute;", "&#233;", "\\u00e9"])
def test_single_letters_stay_escaped_where_they_are_clean(escape: str) -> None:
    text = "Le café était fermé hier, le gérant se reposait.".replace("é", escape)
    assert fix(text) == text
