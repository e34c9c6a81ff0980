from mojifix.records import Block
from mojifix.render import text


def test_blocks_are_separated_by_a_blank_line_and_list_items_by_none():
    blocks = [
        Block(kind="paragraph", text="p"),
        Block(kind="list_item", text="a"),
        Block(kind="list_item", text="b"),
        Block(kind="table_row", text="1\t2"),
        Block(kind="table_row", text="3\t4"),
        Block(kind="paragraph", text="q"),
    ]
    assert text(blocks) == "p\n\na\nb\n\n1\t2\n3\t4\n\nq"


def test_no_character_is_added_or_taken_but_line_breaks():
    assert text([Block(kind="quote", text="* <b> \xa0")]) == "* <b> \xa0"
