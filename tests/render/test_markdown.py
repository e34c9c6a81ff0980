import pytest

from mojifix.records import Block, Link
from mojifix.render import markdown
from mojifix.render.lists import DEEPEST_LIST


def paragraph(text):
    return markdown([Block(kind="paragraph", text=text)])


@pytest.mark.parametrize(
    "text",
    [
        "Commerce & Technology, 2+2 at 9:00",
        "2 * 3 * 4 and a - b",
        "snake_case_name stays",
        "[sic] and (see above) and [1]",
        "a < b, 5 > 3",
        "C:\\Users\\me",
        "100% #1 fan",
        "AT&T; R&D",
    ],
)
def test_prose_is_not_escaped(text):
    assert paragraph(text) == text + "\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# not a heading", "\\# not a heading"),
        ("1. not a list", "1\\. not a list"),
        ("- not a list", "\\- not a list"),
        ("* not a list", "\\* not a list"),
        ("a\\\nb", "a\\\\  \nb"),
        ("> not a quote", "\\> not a quote"),
        ("a\n===", "a  \n\\==="),
        ("--- -", "\\--- -"),
        ("*stars*", "\\*stars\\*"),
        ("_lines_", "\\_lines\\_"),
        ("`ticks`", "\\`ticks\\`"),
        ("<script>", "\\<script>"),
        ("[text](there)", "[text\\](there)"),
        ("&amp;", "\\&amp;"),
        ("\\*", "\\\\\\*"),
        ("~~struck~~", "\\~\\~struck\\~\\~"),
        ("_ _ _", "\\_ _ _"),
        ("a\\", "a\\\\"),
    ],
)
def test_what_would_be_markup_is_escaped(text, expected):
    assert paragraph(text) == expected + "\n"


def test_list_items_stay_together_and_are_indented_by_level():
    blocks = [
        Block(kind="list_item", text="one", level=1),
        Block(kind="list_item", text="two\nlines", level=2),
        Block(kind="paragraph", text="after"),
    ]
    assert markdown(blocks) == "- one\n  - two  \n    lines\n\nafter\n"


def test_a_numbered_item_has_no_bullet():
    texts = ("1. one\nline", "2) *two*", "3. - 4", "3.5 kg")
    blocks = [Block(kind="list_item", text=text) for text in texts]
    assert markdown(blocks) == "1. one  \n   line\n2) \\*two\\*\n3. \\- 4\n- 3.5 kg\n"


def items(*items):
    return markdown([Block(kind="list_item", level=level, text=text) for level, text in items])


def test_an_item_stands_below_the_text_of_the_one_above_it():
    assert items((1, "10. ten"), (2, "below"), (3, "deeper"), (1, "11. eleven")) == (
        "10. ten\n    - below\n      - deeper\n11. eleven\n"
    )


def test_lists_in_one_another_make_no_line_longer_and_longer():
    deep = items(*((level, "item") for level in range(1, 2_001)))
    assert deep.startswith("- item\n  - item\n    - item\n")
    assert max(map(len, deep.split("\n"))) == 2 * DEEPEST_LIST + len("item")


def test_levels_that_are_left_out_make_no_code():
    assert items((3, "one"), (2, "two"), (5, "below")) == "- one\n- two\n  - below\n"


def test_numbers_that_markdown_would_count_otherwise_are_text():
    assert items((1, "3. three"), (1, "2. two"), (1, "3. three")) == (
        "3. three\n- 2\\. two\n3. three\n"
    )
    assert items((1, "a"), (2, "2. two")) == "- a\n  - 2\\. two\n"


def test_hashes_at_the_end_of_a_heading_stay():
    texts = ("#", "C #", "C#")
    blocks = [Block(kind="heading", text=text) for text in texts]
    assert markdown(blocks) == "## \\#\n\n## C \\#\n\n## C#\n"


def test_an_indented_paragraph_is_no_code():
    assert paragraph("    int main()\n    {") == "int main()  \n    {\n"


def test_rows_become_a_table_and_short_rows_are_filled_up():
    rows = [Block(kind="table_row", text=text) for text in ("a\tb|c", "1")]
    assert markdown(rows) == "| a | b\\|c |\n| --- | --- |\n| 1 |  |\n"


def test_the_cells_of_one_row_stand_in_one_line():
    paths = ("table/tr/th", "table/tr/th[2]", "table/tr[2]/td", "table/tr[2]/td[2]")
    cells = [
        Block(kind="table_row", text=text, path=path)
        for text, path in zip("abcd", paths, strict=True)
    ]
    assert markdown(cells) == "| a | b |\n| --- | --- |\n| c | d |\n"


def test_code_is_fenced_by_more_backticks_than_it_holds():
    assert markdown([Block(kind="code", text="```\nx")]) == "````\n```\nx\n````\n"


def test_headings_have_their_level_and_one_line():
    blocks = [Block(kind="title", text="A\nB"), Block(kind="heading", level=3, text="C")]
    assert markdown(blocks) == "# A B\n\n### C\n"


def test_nothing_becomes_nothing():
    assert markdown([]) == ""


def test_quotes_stand_one_within_another():
    blocks = [
        Block(kind="quote", text=text, path=path)
        for text, path in (
            ("one\nline", "body/blockquote/p"),
            ("two", "body/blockquote/blockquote/p"),
            ("three", "body/blockquote/p[2]"),
        )
    ]
    assert markdown(blocks) == "> one  \n> line\n>\n> > two\n>\n> three\n"


def test_code_in_a_link_and_a_link_in_code():
    links = (Link(text="x", url="/x"),)
    blocks = [
        Block(kind="paragraph", text="use x now", code=span, links=links)
        for span in (((4, 5),), ((0, 5),), ((4, 9),))
    ]
    assert markdown(blocks).split("\n\n") == [
        "use [`x`](/x) now",
        "use [x](/x) now",
        "use [x](/x) now\n",
    ]


def test_a_number_in_the_middle_of_a_list_begins_it_anew():
    blocks = [
        Block(kind="list_item", text=text, number=number, level=level)
        for text, number, level in (("a", 1, 1), ("c", 3, 1), ("d", 4, 1), ("e", 5, 2))
    ]
    assert markdown(blocks) == "1. a\n3) c\n4) d\n\n   5. e\n"


def test_stars_at_the_ends_of_a_caption_are_text():
    captions = [Block(kind="caption", text=text) for text in ("*", "* leek *", "2 * 3")]
    assert markdown(captions) == "*\\**\n\n*\\* leek \\**\n\n*2 * 3*\n"


def nested(*parts):
    return markdown([Block(kind=kind, text=text, path=path) for kind, text, path in parts])


def test_an_item_holds_its_code_and_what_follows():
    first = "body/ol/li"
    blocks = [
        Block(kind="list_item", text="Run:", level=1, number=1, path=f"{first}/p"),
        Block(kind="code", text="a\n\nb", path=f"{first}/pre"),
        Block(kind="list_item", text="Wait.", level=1, path=f"{first}/p[2]"),
        Block(kind="quote", text="Soon!", path=f"{first}/blockquote/p"),
        Block(kind="list_item", text="Stir.", level=1, number=2, path="body/ol/li[2]"),
    ]
    assert markdown(blocks) == (
        "1. Run:\n\n   ```\n   a\n\n   b\n   ```\n\n   Wait.\n\n   > Soon!\n2. Stir.\n"
    )


def test_a_heading_in_an_item_is_one_of_the_page():
    blocks = [("list_item", "3 May", "ul/li/p"), ("heading", "Soup", "ul/li/h3")]
    assert nested(*blocks) == "- 3 May\n\n## Soup\n"


def test_definitions_stand_below_their_terms():
    assert nested(
        ("definition", "leek", "dl/dt"),
        ("definition", "A plant.", "dl/dd"),
        ("list_item", "green", "dl/dd/ul/li"),
        ("code", "x", "dl/dd/pre"),
        ("definition", "salt", "dl/dt[2]"),
        ("definition", "sea", "dl/dd[2]/dl/dt"),
    ) == ("- leek\n\n  A plant.\n  - green\n\n  ```\n  x\n  ```\n- salt\n  - sea\n")


def test_whatever_stands_in_a_quote_is_quoted():
    assert nested(
        ("paragraph", "deep", "blockquote/div/div/div/p"),
        ("list_item", "one", "blockquote/ul/li"),
        ("code", "a\n\nb", "blockquote/pre"),
        ("paragraph", "after", "p"),
    ) == ("> deep\n>\n> - one\n>\n> ```\n> a\n>\n> b\n> ```\n\nafter\n")
