"""The robustness set, corpus/bytes.jsonl: every kind of bytes that a pipeline meets."""

from __future__ import annotations

from operator import attrgetter

import pytest
from corpus_files import KNOWN_FAILURES, parameters

from corpus.byte_cases import Case, load
from mojifix.decoding import decode

ROBUST = load("robust")
TINY = load("tiny")


@pytest.mark.parametrize("case", parameters(ROBUST + TINY, attrgetter("name")))
def test_the_bytes_become_the_text(case: Case) -> None:
    decoded = decode(case.data, case.declared, case.declared_by)
    assert case.failures(decoded) == []


def test_at_most_a_handful_of_cases_are_known_to_fail() -> None:
    assert len(ROBUST) >= 80
    assert len(TINY) >= 32
    assert len(KNOWN_FAILURES.keys() & {case.name for case in ROBUST}) <= len(ROBUST) * 3 // 80
    assert len(KNOWN_FAILURES.keys() & {case.name for case in TINY}) <= len(TINY) * 4 // 32


@pytest.mark.parametrize("case", [case for case in ROBUST if case.repairs], ids=lambda c: c.name)
def test_a_run_in_another_encoding_has_a_receipt_for_its_bytes(case: Case) -> None:
    decoded = decode(case.data)
    for repair in decoded.repairs:
        assert decoded.text[repair.start : repair.end] == repair.after
        codec = repair.steps[0].removeprefix("decode ")
        run = case.data[repair.source_start : repair.source_end]
        assert run.decode(codec) == repair.after
        assert repair.before != repair.after
