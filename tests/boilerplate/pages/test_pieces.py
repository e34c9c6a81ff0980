"""Kept blocks are cut into the paragraphs they show; a heading loses its link for editing."""

from mojifix import Document, Options, clean

FIRST = "Wash the leeks well, slice them thinly and stew them in butter."
SECOND = "Then add a litre of stock and let it simmer for twenty minutes."


def cleaned(page: str, **options: bool) -> Document:
    return clean(page, kind="html", options=Options(**options))


def test_an_empty_line_parts_paragraphs_and_a_line_break_does_not():
    page = cleaned(f"<div>{FIRST}<br>{SECOND}<br> <br>\n{FIRST}<br><br><br>{SECOND}<br><br></div>")
    assert [block.text for block in page.blocks] == [f"{FIRST}\n{SECOND}", FIRST, SECOND]


def test_an_item_of_a_list_stays_one():
    page = cleaned(f"<ul><li>{FIRST}<br><br>{SECOND}</ul>")
    assert [block.text for block in page.blocks] == [f"{FIRST}\n{SECOND}"]


def test_paragraphs_have_the_spans_of_what_they_came_from():
    garbled = "The ferryтАФthe slow oneтАФleaves at six."
    page = cleaned(f"<p>{garbled}<br><br>{SECOND} It took two daysтАФor three.<p>{FIRST}")
    source = f"{garbled}\n{SECOND} It took two daysтАФor three.\n{FIRST}"
    assert [source[block.source_start : block.source_end] for block in page.blocks] == [
        garbled,
        f"{SECOND} It took two daysтАФor three.",
        FIRST,
    ]
    assert page.blocks[0].text == "The ferry—the slow one—leaves at six."


def test_links_stay_with_their_paragraphs():
    link = "<a href=/{0}>leeks {0}</a>"
    page = cleaned(
        f"<p>Wash {link.format(1)} and {link.format(2)} well.<br><br>Stew {link.format(3)}.</p>",
        links=True,
    )
    assert [[said.url for said in block.links] for block in page.blocks] == [["/1", "/2"], ["/3"]]


def test_rows_of_tables_do_not_move_paragraphs():
    table = "<table><tr><td>Leeks<td>two</tr><tr><td>Stock<td>a litre</tr></table>"
    page = cleaned(f"<p>{FIRST}</p>{table}<p>{FIRST}<br><br>{SECOND}</p>")
    assert [block.text for block in page.blocks] == [
        FIRST,
        "Leeks\ttwo",
        "Stock\ta litre",
        FIRST,
        SECOND,
    ]


def test_the_link_for_editing_is_cut_off_a_heading_and_recorded():
    edit = "[<a href=/e>Bearbeiten</a> | <a href=/s>Quelltext bearbeiten</a>]"
    page = cleaned(
        f"<h1>Ewer</h1><p>{FIRST}</p><h2><span>Bau</span><span>{edit}</span></h2><p>{SECOND}</p>",
        links=True,
    )
    heading = page.blocks[2]
    assert (heading.kind, heading.text, heading.links) == ("heading", "Bau", ())
    cut = next(piece for piece in page.removed if piece.text.startswith("["))
    assert (cut.text, cut.role) == ("[Bearbeiten | Quelltext bearbeiten]", "navigation")
    assert heading.source_start is not None
    assert cut.source_start == heading.source_start + len("Bau")
