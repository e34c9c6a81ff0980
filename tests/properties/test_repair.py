"""What holds for the repair of any text at all."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from corpus_files import rows
from hypothesis import given, settings
from hypothesis import strategies as st

from mojifix import fix, needs_fix, repair

# Words and signs of the garbled corpus, what is lost in them, and every kind of line break.
PIECES = sorted({word for row in rows("garbled.jsonl") for word in row["input"].split(" ")})
ODD = [*"\x80\x85\x9d\xa0\xad\ufffd? \n\r\u2028", "\r\n", "&Atilde;&copy;"]

garbled = st.lists(st.sampled_from(PIECES) | st.sampled_from(ODD), max_size=8).map("".join)
spaced = st.lists(st.sampled_from(PIECES) | st.sampled_from(ODD), max_size=8).map(" ".join)
anything = st.text(max_size=40)


@settings(max_examples=150)
@given(garbled | spaced | anything)
def test_repairs_lead_to_the_result_and_back_and_leave_nothing_to_repair(text: str) -> None:
    result = repair(text)
    there = _replaced(text, [(r.source_start, r.source_end, r.after) for r in result.repairs])
    back = _replaced(result.text, [(r.start, r.end, r.before) for r in result.repairs])
    assert (there, back) == (result.text, text)
    assert fix(result.text) == result.text
    assert not needs_fix(result.text)


@pytest.mark.parametrize("row", rows("garbled.jsonl"), ids=lambda row: row["id"])
def test_a_repaired_case_of_the_corpus_stays_as_it_is(row: dict[str, str]) -> None:
    once = fix(row["input"])
    assert fix(once) == once


def _replaced(text: str, pieces: Sequence[tuple[int, int, str]]) -> str:
    result, last = "", 0
    for start, end, after in pieces:
        assert last <= start <= end
        result += text[last:start] + after
        last = end
    return result + text[last:]
