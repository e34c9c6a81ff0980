"""Every way of garbling, in every language: at least as many sentences come back as before."""

from __future__ import annotations

import pytest
from chains import CHAINS, damaged
from corpus_files import Case

from mojifix import fix


@pytest.mark.parametrize("row", CHAINS, ids=lambda row: ", ".join(row["chain"]))
def test_chain_is_undone(row: Case) -> None:
    lost = [garbled for garbled, true in damaged(row) if fix(garbled) != true]
    assert row["cases"] - len(lost) >= row["restored"], lost


@pytest.mark.parametrize("row", CHAINS, ids=lambda row: ", ".join(row["chain"]))
def test_chain_is_measured_on_as_many_sentences_as_noted(row: Case) -> None:
    assert len(list(damaged(row))) == row["cases"] > 0
