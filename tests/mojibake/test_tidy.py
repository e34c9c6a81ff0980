"""The looks that the tidy profile changes: the result is in NFC, and tidy."""

import unicodedata

import pytest
from growth import assert_linear, repeated
from hypothesis import assume, given
from hypothesis import strategies as st

from mojifix import Options, fix, repair

TIDY = Options(profile="tidy")
MARKED = st.text(
    st.sampled_from("aeＥﬁ \n“か\u0301\u0316\u0323\u1112\u1161\u11ab\uf900\u093c\u0915\u3099"),
    max_size=20,
)


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("cafe\u0301", "café"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
        ("Tie\u0302\u0301ng", "Tiếng"),
        ("12 k\u2126", "12 kΩ"),
        ("\uff45\u0301", "é"),
        ("ﬁne “quotes”\r\n", 'fine "quotes"\n'),
        ("\u304b\u3099", "が"),
    ],
)
def test_looks_are_tidied(text, tidy):
    assert fix(text, TIDY) == tidy
    assert fix(text) == text


@given(MARKED)
def test_the_result_is_composed_and_stays(text):
    tidy = fix(text, TIDY)
    assert unicodedata.is_normalized("NFC", tidy)
    assume(fix(tidy) == tidy)  # what looks garbled only without its looks is repaired the next time
    assert fix(tidy, TIDY) == tidy


@given(MARKED)
def test_receipts_lead_from_the_source_to_the_result(text):
    result = repair(text, TIDY)
    rebuilt = text
    for change in reversed(result.repairs):
        rebuilt = rebuilt[: change.source_start] + change.after + rebuilt[change.source_end :]
    assert rebuilt == result.text


def test_marks_without_end_take_time_in_proportion():
    assert_linear(lambda text: fix(text, TIDY), repeated("\u0301\u0316"), length=20_000)
