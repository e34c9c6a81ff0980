"""Cleaning flat text takes time in proportion to its length, whatever that text is."""

from __future__ import annotations

import pytest
from flat_inputs import INPUTS
from growth import assert_linear

from mojifix import clean
from mojifix.options import Kind

LENGTH = 12_000


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("kind", ["flat", "auto"])
def test_time_grows_with_the_length(name: str, kind: Kind) -> None:
    assert_linear(lambda text: clean(text, kind=kind), INPUTS[name], length=LENGTH)
