"""The form of lines: what marks it, and what only looks like a mark."""

import pytest

from mojifix.layout.flat.shapes import cells_of, shapes_of

SENTENCE = "The leeks were washed twice, because sand hides between their leaves."


def kinds(*texts: str) -> list[str]:
    shapes = shapes_of(texts, prose=[len(text) > 50 and text.endswith(".") for text in texts])
    return [shape.kind for shape in shapes]


@pytest.mark.parametrize("bullet", ["• ", "•", "* ", "▪ ", "- ", "– "])
def test_bullets_make_a_list(bullet):
    assert kinds(bullet + "two leeks", bullet + "salt") == ["list_item", "list_item"]


def test_numbers_that_count_up_make_a_list():
    assert kinds("1. Wash.", "2. Cut.", "3. Fry.") == ["list_item"] * 3


@pytest.mark.parametrize("text", ["1945. That year we moved.", "- said my aunt", "— No, she said"])
def test_one_number_or_dash_is_no_list(text):
    assert kinds(SENTENCE, text, SENTENCE)[1] == "paragraph"


def test_the_mark_of_an_item_is_counted_in_code_points():
    first, second = shapes_of(["•  leeks", "- salt"], prose=[False, False])
    assert first.mark == 3
    assert second.mark == 0


def test_a_short_line_above_sentences_is_a_heading():
    assert kinds("What to buy", SENTENCE, "How to cook it?", SENTENCE) == [
        "heading", "paragraph", "heading", "paragraph",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["We ate.", "and so on", "“Soup”", "Install it so:"])
def test_a_short_line_that_is_a_sentence_or_a_part_of_one_is_no_heading(text):
    assert kinds(SENTENCE, text, SENTENCE)[1] == "paragraph"


@pytest.mark.parametrize("separator", ["\t", " | ", "|"])
def test_lines_with_as_many_cells_are_rows(separator):
    rows = [separator.join(row) for row in (("Tide", "Height"), ("low", "0.8"), ("high", "3.1"))]
    assert kinds(*rows) == ["table_row"] * 3
    assert cells_of(rows[1]) == ["low", "0.8"]


def test_one_line_with_a_bar_is_no_row():
    assert kinds(SENTENCE, "Leeks | Soup", SENTENCE)[1] != "table_row"


@pytest.mark.parametrize(
    "text",
    [
        "$ python -m pip install tidepool",
        "from tidepool import Station",
        'station = Station("Whitby", latitude=54.49)',
        "print(station.height)  # metres",
        "for (const row of rows) {",
        "}",
        ">>> read()",
        "git clone https://example.org/tide",
        "def read(self):",
    ],
)
def test_code_is_told(text):
    assert kinds(SENTENCE, text, SENTENCE)[1] == "code"


@pytest.mark.parametrize(
    "text",
    [
        "import duties were raised",
        "Return the book to the library",
        "from May on we will sail",
        "Rain (and some snow)",
        "class of 1985",
        "a = b",
        SENTENCE,
    ],
)
def test_prose_with_words_of_programs_is_no_code(text):
    assert kinds(SENTENCE, text, SENTENCE)[1] != "code"


@pytest.mark.parametrize("text", ["Figure 3. The tide at noon", "Photo: Ann Lee", "図1：港の朝"])
def test_captions_are_told(text):
    assert kinds(SENTENCE, text, SENTENCE)[1] == "caption"


def test_quotes_of_mail_are_told():
    assert kinds("> Are the leeks washed?", "They are.") == ["quote", "paragraph"]
