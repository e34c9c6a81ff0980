"""Columns of the lines of flat pages, and the model that reads them."""

import json
from importlib.resources import files
from itertools import accumulate

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mojifix.boilerplate.lines.columns import (
    NEUTRAL,
    context_columns,
    line_columns,
    word_columns,
)
from mojifix.boilerplate.lines.evidence import views_of
from mojifix.boilerplate.lines.model import Model, shipped_model
from mojifix.boilerplate.lines.outline import LINES_TO_A_RUN, masked, outline_of
from mojifix.boilerplate.lines.regions import regions_of
from mojifix.boilerplate.trees.columns import sums_around
from mojifix.layout.flat.lines import segment

REACHES = st.integers(-1, 30)
PAGE = (
    "Leek Weekly\n\nSoup of 12 leeks\n\n"
    "Wash two leeks, cut them up into thin rings, and fry them slowly in butter.\n\nReply"
)


@given(st.binary(max_size=100), REACHES, REACHES)
def test_sums_around_are_those_of_the_lines_in_a_window(column, left, right):
    assume(left + right >= -1)
    lines = range(len(column))
    expected = [sum(column[max(0, i - left) : max(0, i + right + 1)]) for i in lines]
    assert sums_around([0, *accumulate(column)], left, right) == expected


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), max_size=40))
def test_every_column_has_a_byte_for_each_line_of_any_text(lines):
    views = views_of(segment("\n".join(lines)))
    if views:
        columns = line_columns(outline_of(views), regions_of(views))
        assert {len(column) for column in columns.values()} == {len(views)}


def test_far_lines_of_a_long_page_are_at_the_ends_of_the_scale():
    views = views_of(segment("A line that is not prose\n" * 400 + PAGE + "\nhere" * 400))
    regions = regions_of(views)
    column = line_columns(outline_of(views), regions)["from_first"]
    assert column[regions.first] == 128
    assert (column[0], column[-1]) == (1, 255)
    assert column[regions.first - 1 : regions.first + 2] == bytes([127, 128, 129])


def test_long_line_below_is_as_many_lines_away_as_it_is():
    long = "Wash two leeks, cut them up into thin rings, and fry them very slowly in some butter.\n"
    views = views_of(segment("leeks\n" * 300 + long + "leeks\n" * 2 + long + "salt\n" * 3))
    column = line_columns(outline_of(views), regions_of(views))["long_below"]
    assert list(column[298:304]) == [2, 1, 0, 2, 1, 0]
    # Where there is none: far, and the less so the nearer to the edge.
    assert (column[0], list(column[304:])) == (255, [63, 62, 61])


def test_numbers_aside_rows_begin_alike():
    assert len(set(masked(["Leeks 2017 €", "Leeks 9835 €"]))) == 1


def test_words_of_a_line_weigh_together():
    weights = {"cart": 60, "soup": 150, "leek": 151}
    columns = word_columns(["cart of leek soup", "", "soup of the day"], weights)
    assert list(columns["weight"]) == [120, NEUTRAL, 150]
    assert list(columns["lowest_weight"]) == [60, NEUTRAL, 150]


def test_words_that_no_page_had_weigh_nothing():
    columns = word_columns(["zuppa di porri"], {"cart": 10})
    assert {value for column in columns.values() for value in column} == {NEUTRAL}


def test_model_of_another_format_is_refused():
    text = files("mojifix.boilerplate.lines").joinpath("model.json").read_text("utf-8")
    with pytest.raises(ValueError, match=r"mojifix-flat/1.*train_flat"):
        Model.from_dict({**json.loads(text), "format": "mojifix-flat/1"})


def test_every_column_is_asked_for():
    views = views_of(segment(PAGE))
    outline = outline_of(views)
    made = {
        *line_columns(outline, regions_of(views)),
        *word_columns(outline.words, {}),
        *context_columns(outline, [0.5] * len(views)),
    }
    model = json.loads(files("mojifix.boilerplate.lines").joinpath("model.json").read_text("utf-8"))
    assert made == {*model["first"]["columns"], *model["second"]["columns"]}


def test_sentences_are_likelier_content_than_a_reply_button():
    views = views_of(segment(PAGE))
    chances = shipped_model().probabilities(views, regions_of(views))
    assert chances[2] > 2 * chances[-1]


def test_page_without_lines_has_no_probabilities():
    assert shipped_model().probabilities([], regions_of([])) == []


@pytest.mark.parametrize(
    "line",
    [
        "ሽንኩርቱን እጠቡና በቀጭኑ ቆርጣችሁ በቅቤ ላይ ቀስ ብላችሁ ጥበሱ።",
        "លាងខ្ទឹមបារាំងពីរដើម កាត់ជាចំណិតស្តើងៗ រួចចៀនក្នុងប៊ឺតិចៗ។",
        "ล้างต้นหอมสองต้น หั่นเป็นแว่นบาง ๆ แล้วผัดในเนยช้า ๆ จนนุ่ม",
        "洗净两根韭葱，切成薄圈，放入黄油中慢慢煎至变软。",
    ],
)
def test_a_sentence_of_any_script_is_prose(line):
    assert views_of(segment(line))[0].prose


def test_a_thai_line_is_as_wide_as_it_has_letters():
    assert views_of(segment("สมัครสมาชิก"))[0].width == 11


@pytest.mark.parametrize("count", [LINES_TO_A_RUN - 1, LINES_TO_A_RUN])
def test_each_line_is_a_run_where_blank_lines_are_lost(count):
    outline = outline_of(views_of(segment("Leeks\n" * count)))
    assert len(outline.group_sizes) == (count if count >= LINES_TO_A_RUN else 1)
