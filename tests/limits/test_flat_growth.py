"""Cleaning flat text takes time in proportion to its length, whatever that text is."""

from __future__ import annotations

import pytest
from flat_inputs import INPUTS
from growth import assert_linear

from mojifix import clean
from mojifix.layout.kind import kind_of

LENGTH = 12_000


@pytest.mark.parametrize("name", INPUTS)
def test_time_grows_with_the_length(name: str) -> None:
    assert_linear(clean, INPUTS[name], length=LENGTH)


@pytest.mark.parametrize("name", INPUTS)
def test_it_is_taken_for_flat_text_without_being_told(name: str) -> None:
    assert kind_of(INPUTS[name](LENGTH)) == "text"
