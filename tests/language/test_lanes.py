"""Costs side by side: adding them up at once is adding them up one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mojifix.language.lanes import Lanes, pack
from mojifix.language.model import group_names, load_group
from mojifix.language.score import groups_of, score_group, score_script

pairs = st.lists(st.integers(0, 65_535), max_size=1000)


@given(pairs, st.sampled_from(group_names()))
def test_the_total_is_that_of_each_table(codes: list[int], name: str) -> None:
    group = load_group(name)
    expected = [sum(table[code] for code in codes) for table in group.tables]
    assert list(group.lanes.total(codes)) == expected


def test_the_dearest_pairs_do_not_run_over() -> None:
    lanes = Lanes([(bytes(range(256)), (b"\xff" * 65_536, bytes(65_536)))])
    assert list(lanes.total([0x0101] * 5_000)) == [255 * 5_000, 0]
    assert list(lanes.total([0x0101] * 240, pack([4_000, 7]))) == [255 * 240 + 4_000, 7]


def test_what_is_remembered_is_bounded() -> None:
    lanes = Lanes([(bytes(range(256)), (bytes(65_536),))])
    lanes.total(range(65_536))
    assert len(lanes) <= 16_384


@given(st.text("aбéŁ中あ한 .\u200b😀", max_size=600), st.sampled_from(["latin", "cyrillic", "han"]))
def test_pairs_of_characters_cost_what_their_symbols_do(text: str, script: str) -> None:
    expected = [cost for group in groups_of(script) for cost in score_group(group, text)]
    assert list(score_script(script, text)) == expected
