"""The best cut, and trees in plain Python."""

from itertools import product
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.boilerplate.selection import best_cut
from mojifix.boilerplate.trees import Trees

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


def test_trees_add_up_the_leaves_that_a_row_falls_into():
    trees = Trees.from_dict(
        {
            "features": [[0, 1], [1]],
            "cuts": [[0.5, 0.5], [0.5]],
            "below": [[1, -2], [-1]],
            "above": [[-1, -3], [-2]],
            "leaves": [[1.0, 2.0, 3.0], [10.0, -10.0]],
        }
    )
    sums = {(0, 0): 12.0, (0, 1): -7.0, (1, 0): 11.0, (1, 1): -9.0}
    for row in product((0, 1), repeat=2):
        chance = trees.probability(row)
        assert chance == pytest.approx(1 / (1 + 2.718281828459045 ** -sums[row]))


def walked(values, row):
    """Go down every tree, split by split."""
    total = 0.0
    for features, cuts, below, above, leaves in zip(*values.values(), strict=True):
        node = 0 if features else -1
        while node >= 0:
            node = below[node] if row[features[node]] <= cuts[node] else above[node]
        total += leaves[-1 - node]
    return 1 / (1 + exp(-total))


NAMES = ("features", "cuts", "below", "above", "leaves")


def grow(draw, tree, size):
    """Add a node with so many leaves below it to a tree; return its number."""
    if size == 1:
        tree["leaves"].append(draw(st.integers(-30_000, 30_000)) / 10_000)
        return -len(tree["leaves"])
    here = len(tree["features"])
    split = {"features": draw(st.integers(0, 2)), "cuts": draw(st.integers(-3, 3)) / 2}
    for name, value in (split | {"below": 0, "above": 0}).items():
        tree[name].append(value)
    part = draw(st.integers(1, size - 1))
    tree["below"][here] = grow(draw, tree, part)
    tree["above"][here] = grow(draw, tree, size - part)
    return here


@st.composite
def grown(draw):
    """Draw trees of up to 20 leaves over three features."""
    trees = []
    for size in draw(st.lists(st.integers(1, 20), min_size=1, max_size=5)):
        trees.append({name: [] for name in NAMES})
        grow(draw, trees[-1], size)
    return {name: [tree[name] for tree in trees] for name in NAMES}


@given(grown(), st.lists(st.tuples(*[st.integers(-4, 4).map(lambda n: n / 2)] * 3), max_size=9))
def test_all_rows_at_once_come_to_what_walking_each_tree_comes_to(values, rows):
    found = Trees.from_dict(values).probabilities(rows)
    assert found == pytest.approx([walked(values, row) for row in rows], abs=1e-9)


def test_more_cuts_and_rows_than_one_table_holds_are_no_matter():
    cuts = [[n + 0.5] for n in range(600)]
    values = {
        "features": [[0]] * 600,
        "cuts": cuts,
        "below": [[-1]] * 600,
        "above": [[-2]] * 600,
        "leaves": [[-0.01, 0.01]] * 600,
    }
    rows = [[n % 601] for n in range(10_000)]
    found = Trees.from_dict(values).probabilities(rows)
    assert found[:601] == pytest.approx([walked(values, row) for row in rows[:601]])
    assert found == [found[n % 601] for n in range(10_000)]
