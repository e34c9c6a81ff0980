"""Trees that judge all blocks at once give what trees that judge one give."""

import random

import pytest

from mojifix.boilerplate.trees.column_trees import BATCH, ColumnTrees
from mojifix.boilerplate.trees.columns import bits, shifted


def tree(chance, depth):
    if depth == 0 or chance.random() < 0.2:
        return chance.randint(-90, 90)
    below, above = tree(chance, depth - 1), tree(chance, depth - 1)
    return [chance.randrange(4), chance.randrange(256), below, above]


def one_by_one(node, row):
    while not isinstance(node, int):
        node = node[2] if row[node[0]] <= node[1] else node[3]
    return node


@pytest.mark.parametrize("count", [1, 2, 300, BATCH + 5])
def test_all_at_once_is_one_by_one(count):
    chance = random.Random(count)
    trees = [tree(chance, 5) for _ in range(30)]
    columns = {name: chance.randbytes(count) for name in "abcd"}
    model = ColumnTrees.from_dict({"step": 1.0, "start": -7, "columns": "abcd", "trees": trees})
    rows = zip(*columns.values(), strict=True)
    assert model.logits(columns) == [sum(one_by_one(t, row) for t in trees) - 7 for row in rows]


def test_many_trees_with_the_same_leaves_add_up():
    trees = [[0, 5, 0, -7]] * 1_000
    model = ColumnTrees.from_dict({"step": 1.0, "start": 3, "columns": "a", "trees": trees})
    assert model.logits({"a": bytes([5, 6, 9])}) == [3.0, -6_997.0, -6_997.0]


def test_trees_without_a_split_add_their_leaf():
    model = ColumnTrees.from_dict(
        {"step": 1.0, "start": 3, "columns": "a", "trees": [4, [0, 5, 1, 2]]}
    )
    assert model.logits({"a": bytes([5, 6])}) == [8.0, 9.0]


def test_leaves_that_do_not_fit_into_a_lane_are_refused():
    with pytest.raises(ValueError, match="coarser step"):
        ColumnTrees.from_dict(
            {"step": 1.0, "start": 0, "columns": ["a"], "trees": [[0, 1, -40_000, 40_000]]}
        )


def test_bits_of_many_different_masks_are_those_of_few():
    masks = list(range(600))
    assert [list(column) for column in bits(masks, 10)] == [
        [mask >> bit & 1 for mask in masks] for bit in range(10)
    ]


def test_shifting_beyond_the_ends_fills():
    assert shifted(b"\1\2", 5, 9) == b"\x09\x09"
    assert shifted(b"\1\2", -5, 9) == b"\x09\x09"
