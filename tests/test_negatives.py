"""Thousands of made-up lines of code, tables, formulas and drawings are left alone."""

from __future__ import annotations

import pytest
from negatives import KINDS, negatives

from mojifix import fix

LINES = 400


@pytest.mark.parametrize("kind", KINDS)
def test_no_line_is_changed(kind: str) -> None:
    changed = {line: fix(line) for line in negatives(kind, LINES) if fix(line) != line}
    assert not changed, f"{len(changed)} of {LINES}"


@pytest.mark.parametrize("kind", KINDS)
def test_no_document_of_such_lines_is_changed(kind: str) -> None:
    lines = negatives(kind, LINES)
    for start in range(0, LINES, 20):
        text = "\n".join(lines[start : start + 20])
        assert fix(text) == text


def test_most_lines_hold_characters_beyond_ascii() -> None:
    for kind in KINDS:
        assert sum(not line.isascii() for line in negatives(kind, LINES)) > LINES / 2
