"""The names around a block weigh what the training data says; unknown ones weigh nothing."""

from mojifix.boilerplate.pages.columns.features import features_of
from mojifix.boilerplate.pages.columns.name_weights import NEUTRAL, name_columns, weighed
from mojifix.layout.html.parsing import parse

WEIGHTS = {"cart": 60, "recipe": 190, "step": 150}


def columns_of(html: str) -> dict[str, list[int]]:
    page = parse(html)
    found = name_columns(page, features_of(page).places, WEIGHTS)
    return {name: list(column) for name, column in found.items()}


def test_names_that_are_not_known_are_neutral():
    columns = columns_of("<div class=allotment><p>Leeks")
    assert {name: values for name, values in columns.items() if values != [NEUTRAL]} == {}


def test_names_of_parents_are_told_from_those_of_the_element():
    columns = columns_of("<div class=cart><p class=step>Leeks")
    assert (columns["name0_highest"], columns["name1_lowest"]) == ([150], [60])


def test_extremes_of_all_elements_around_a_block_are_kept():
    columns = columns_of("<div class=cart><div class=recipe><div><p>Leeks")
    assert (columns["name_around_lowest"], columns["name_around_highest"]) == ([60], [190])


def test_names_of_an_element_do_not_reach_its_siblings():
    columns = columns_of("<div class=cart>Basket</div><div>Leeks</div>")
    assert columns["name_around_lowest"] == [60, NEUTRAL]


def test_name_nearest_to_a_block_is_the_innermost_that_is_known():
    columns = columns_of("<div class=cart><div class=recipe><div class=x><p>Leeks")
    assert columns["name_nearest"] == [190]


def test_names_further_out_count_for_less_in_the_sum():
    near = columns_of("<div><div class=recipe><p>Leeks")["name_sum"]
    far = columns_of("<div class=recipe><div><p>Leeks")["name_sum"]
    assert NEUTRAL < far[0] < near[0]


def test_names_of_inline_elements_have_columns_of_their_own():
    columns = columns_of("<p>Leeks <b class=cart>now")
    assert (columns["name_inner_lowest"], columns["name0_lowest"]) == ([60], [NEUTRAL])


def test_weight_farthest_from_neutral_may_be_on_either_side():
    assert weighed(["cart", "step"], WEIGHTS).farthest == 60
    assert weighed(["recipe", "step"], WEIGHTS).farthest == 190


def test_weights_deep_down_do_not_leave_the_byte():
    columns = columns_of("<div class=recipe>" * 50 + "<p>Leeks")
    assert columns["name_sum"] == [255]
