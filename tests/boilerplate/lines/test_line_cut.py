"""The best cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.boilerplate.lines.cut import best_cut

PIECES = st.lists(
    st.tuples(st.sampled_from([0.0, 0.1, 0.3, 0.5, 0.8, 1.0]), st.integers(0, 9)), max_size=8
)


def measure(pieces, cut, recall):
    kept = [(p, size) for p, size in pieces if p >= cut]
    expected = sum(p * size for p, size in pieces)
    total = sum(size for _, size in kept) + recall**2 * expected
    return (1 + recall**2) * sum(p * size for p, size in kept) / total if total else 0.0


@given(PIECES, st.sampled_from([0.5, 1.0, 2.0]))
def test_no_other_cut_is_better(pieces, recall):
    cut, best = best_cut([p for p, _ in pieces], [size for _, size in pieces], recall=recall)
    others = [measure(pieces, p, recall) for p, _ in pieces]
    assert best == pytest.approx(max(others, default=0.0))
    assert best == pytest.approx(measure(pieces, cut, recall))


def test_more_weight_on_recall_keeps_at_least_as_much():
    probabilities, sizes = [0.9, 0.6, 0.4, 0.2], [10.0, 10.0, 10.0, 10.0]
    cuts = [best_cut(probabilities, sizes, recall=recall)[0] for recall in (0.5, 1.0, 2.0)]
    assert cuts == sorted(cuts, reverse=True)
    assert cuts[0] > cuts[2]
