"""What a page shows twice is kept once; refrains, and short texts of lists and tables, stay."""

from mojifix.boilerplate.pages.selecting.copies import LEAST, copies
from mojifix.layout.html.parsing import parse

FACTS = ("Thrown by hand and fired twice.", "It holds 350 ml.", "Wash it with the plates. " * 5)


def copied(html: str) -> list[str]:
    page = parse(html)
    return [page.texts[n] for n in copies(page, range(len(page.texts)))]


def element(*texts: str) -> str:
    return "<div>" + "".join(f"<p>{text}</p>" for text in texts) + "</div>"


def test_paragraphs_for_phones_that_repeat_those_for_desks_are_copies():
    assert sum(map(len, FACTS)) > LEAST > max(map(len, FACTS))
    assert copied(element(*FACTS) + element("Sold out", *FACTS)) == [text.strip() for text in FACTS]


def test_the_same_texts_apart_from_each_other_are_no_copies():
    apart = (text for fact in FACTS for text in (fact, f"Number {len(fact)}"))
    assert copied(element(*FACTS) + element(*apart)) == []


def test_a_refrain_is_no_copy():
    assert copied(element(*FACTS, "The second verse", *FACTS)) == []


def test_marks_in_the_cells_of_a_grid_are_no_copies():
    assert copied(element("Yes") * LEAST) == []


def test_three_copies_leave_one():
    assert len(copied(element(*FACTS) * 3)) == 2 * len(FACTS)
