"""The cut that keeps the blocks with the best F1 to be expected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.boilerplate.cut import best_cut

BLOCKS = st.lists(st.tuples(st.floats(0, 1), st.integers(1, 500)), max_size=30)


def test_nothing_is_kept_of_nothing():
    assert best_cut([], []) == (1.0, 0.0)


def test_blocks_that_are_surely_content_are_kept_and_the_others_are_not():
    cut, quality = best_cut([1.0, 1.0, 0.0], [30, 40, 50])
    assert cut == 1.0
    assert quality == pytest.approx(1.0)


def test_a_long_list_of_doubtful_reviews_does_not_drown_a_short_description():
    probabilities = [0.9] * 5 + [0.3] * 30  # all of them, were they independent
    cut, _ = best_cut(probabilities, [20] * 35)
    assert cut == 0.9


def test_a_short_list_of_doubtful_reviews_is_kept():
    probabilities = [0.9] * 30 + [0.6] * 5
    cut, _ = best_cut(probabilities, [20] * 35)
    assert cut == 0.6


@given(BLOCKS)
def test_the_cut_is_one_of_the_probabilities_and_the_measure_is_a_share(blocks):
    probabilities, sizes = [p for p, _ in blocks], [size for _, size in blocks]
    cut, quality = best_cut(probabilities, sizes)
    assert cut in {1.0, *probabilities}
    assert 0 <= quality <= 1 + 1e-9


@given(BLOCKS)
def test_more_weight_on_recall_keeps_at_least_as_much(blocks):
    probabilities, sizes = [p for p, _ in blocks], [size for _, size in blocks]
    cuts = [best_cut(probabilities, sizes, recall=recall)[0] for recall in (0.6, 1.0, 1.6)]
    assert cuts == sorted(cuts, reverse=True)


def test_probabilities_and_sizes_must_match():
    with pytest.raises(ValueError, match="zip"):
        best_cut([0.5], [1, 2])
