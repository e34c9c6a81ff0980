"""Items of ordered lists have the numbers that a browser shows."""

from mojifix import clean
from mojifix.boilerplate.pages.item_numbers import ItemNumbers
from mojifix.layout.html.parsing import parse


def numbers(page: str) -> list[tuple[str, int | None]]:
    return [(block.text, block.number) for block in clean(page, kind="html").blocks]


def test_items_are_numbered_from_the_start_that_the_list_gives():
    page = "<ol start=4><li>Wash.<li>Slice.<li value=9>Stew.<li>Serve.</ol>"
    assert numbers(page) == [("Wash.", 4), ("Slice.", 5), ("Stew.", 9), ("Serve.", 10)]


def test_a_reversed_list_counts_down():
    page = "<ol reversed><li>Wash.<li>Slice.<li>Stew.</ol>"
    assert numbers(page) == [("Wash.", 3), ("Slice.", 2), ("Stew.", 1)]


def test_lists_in_lists_count_for_themselves_and_bullets_have_no_number():
    page = parse("<ol><li>Wash<ol><li>leeks</ol><ul><li>parsley</ul><li>Slice</ol>")
    counted = ItemNumbers(page)
    assert [counted.number(home) for home in page.homes] == [1, 1, None, 2]


def test_only_the_first_paragraph_of_an_item_has_its_number():
    page = "<ol><li><p>Wash.</p><p>Twice.</p><li><p>Slice.</p></ol>"
    assert numbers(page) == [("Wash.", 1), ("Twice.", None), ("Slice.", 2)]
    assert clean(page, kind="html").markdown == "1. Wash.\n\n   Twice.\n2. Slice.\n"


def test_what_is_no_number_counts_for_nothing():
    page = "<ol start=x><li value=''>Wash.<li value=-3>Slice.<li>Stew.</ol>"
    assert numbers(page) == [("Wash.", 1), ("Slice.", -3), ("Stew.", -2)]
    assert clean(page, kind="html").markdown == "1. Wash.\n- Slice.\n- Stew.\n"
    page = "<ol start=10000000000><li value=+7>Wash.<li value=10000000000>Slice.</ol>"
    assert numbers(page) == [("Wash.", 7), ("Slice.", 8)]
