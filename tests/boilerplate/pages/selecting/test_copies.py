"""What a page shows twice is kept once; what items of a list share stays, and so do short texts."""

import pytest

from mojifix.boilerplate.pages.selecting.copies import LEAST, copies
from mojifix.layout.html.parsing import parse

FACTS = ("Thrown by hand and fired twice.", "It holds 350 ml.", "Wash it with the plates. " * 5)


def copied(html: str) -> list[str]:
    page = parse(html)
    return [page.texts[n] for n in copies(page, range(len(page.texts)))]


def element(*texts: str, named: str = "") -> str:
    return f"<div class='{named}'>" + "".join(f"<p>{text}</p>" for text in texts) + "</div>"


def test_paragraphs_for_phones_that_repeat_those_for_desks_are_copies():
    assert sum(map(len, FACTS)) > LEAST > max(map(len, FACTS))
    of_phones = element("Sold out", *FACTS, named="phone")
    assert copied(element(*FACTS, named="desk") + of_phones) == [text.strip() for text in FACTS]


def test_a_post_that_is_quoted_in_the_next_is_a_copy():
    said = FACTS[-1] * 2
    quoting = f"<div><blockquote><p>{said}</p></blockquote><p>So does mine.</p></div>"
    assert copied(element(said) + quoting) == [said.strip()]


def test_the_same_texts_apart_from_each_other_are_no_copies():
    apart = (text for fact in FACTS for text in (fact, f"Number {len(fact)}"))
    assert copied(element(*FACTS, named="desk") + element(*apart, named="phone")) == []


def test_a_refrain_is_no_copy():
    assert copied(element(*FACTS, "The second verse", *FACTS)) == []
    assert copied(element(*FACTS) + element("The second verse") + element(*FACTS)) == []


@pytest.mark.parametrize(
    "item", ["<div class='item-{}'>", "<section id='method-{}'>", "<li>", "<details>"]
)
def test_what_items_share_is_no_copy(item):
    shown = [f"{item.format(n)}<h3>Item {n}</h3>{element(*FACTS)}" for n in (1, 12)]
    assert copied(f"</{item.split()[0].strip('<>')}>".join(shown)) == []


def test_sections_are_items_whatever_they_are_called():
    shown = [
        f"<section id={name}><h3>{name}</h3>{element(*FACTS)}</section>" for name in ("get", "put")
    ]
    assert copied("".join(shown)) == []


def test_rows_of_tables_with_other_captions_are_no_copies():
    rows = "".join(f"<tr><td>{len(fact)}</td><td>{fact}</td></tr>" for fact in FACTS)
    table = "<h3>Kettle {}</h3><table><tr><th>Size</th><th>Said of it</th></tr>" + rows + "</table>"
    assert copied(table.format(1) + table.format(2)) == []


def test_marks_in_the_cells_of_a_grid_are_no_copies():
    assert copied(element("Yes") * LEAST + element("Yes", named="last")) == []


def test_three_copies_leave_one():
    shown = [element(*FACTS, named=name) for name in ("desk", "phone", "print")]
    assert len(copied("".join(shown))) == 2 * len(FACTS)
