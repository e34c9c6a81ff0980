"""The corpus's pages, flat pages and plain texts come out as the Documents written beside them."""

from __future__ import annotations

from typing import Final

import pytest
from corpus_files import Case, parameters
from page_cases import CASES, PLAIN, found_and_expected, roles, whole

# Share of removed lines given the role written beside them, when last measured.
LEAST_RIGHT_ROLES: Final = {"flat": 0.95, "markdown": 0.95, "pages": 0.84}


@pytest.mark.parametrize("case", parameters(CASES))
def test_page_comes_out_as_written(case: Case) -> None:
    found, expected = found_and_expected(case)
    assert found == expected


@pytest.mark.parametrize("case", parameters(PLAIN))
def test_plain_text_stays_whole(case: Case) -> None:
    assert whole(case["input"])


@pytest.mark.parametrize("folder", LEAST_RIGHT_ROLES)
def test_roles_are_as_often_right_as_before(folder: str) -> None:
    verdicts = roles(folder)
    assert sum(verdicts) / len(verdicts) >= LEAST_RIGHT_ROLES[folder]
