"""Rows of data become one block each, with their cells in the columns they have on the screen."""

import pytest

from mojifix.layout.html.parsing import parse


def texts_of(*rows: str) -> list[str]:
    return list(parse(f"<table>{''.join(f'<tr>{row}' for row in rows)}</table>").texts)


def test_a_cell_of_several_columns_takes_their_places():
    assert texts_of("<th colspan=2>Ship<th>Year", "<td>Ewer<td>Kiel<td>1851") == [
        "Ship\t\tYear",
        "Ewer\tKiel\t1851",
    ]


def test_a_cell_of_several_rows_takes_a_place_in_each():
    assert texts_of("<td rowspan=2>Kiel<td>Ewer<td>12", "<td>Kuff<td>7", "<td>Husum<td>Tjalk") == [
        "Kiel\tEwer\t12",
        "\tKuff\t7",
        "Husum\tTjalk",
    ]


def test_a_cell_of_several_rows_and_columns_takes_a_rectangle():
    assert texts_of("<td>1<td rowspan=2 colspan=2>a<td>2", "<td>3<td>4") == [
        "1\ta\t\t2",
        "3\t\t\t4",
    ]


def test_a_cell_of_all_rows_below_ends_with_its_table():
    assert texts_of("<td rowspan=0>Kiel<td>1", "<td>2", "<td>3") == ["Kiel\t1", "\t2", "\t3"]
    two = "<table><tr><td rowspan=0>a<td>b</table><table><tr><td>c<td>d</table>"
    assert parse(two).texts == ("a\tb", "c\td")


def test_a_cell_may_hold_several_paragraphs_beside_another():
    notes = "<td><p>Rare.<p>Seen <code>once</code>."
    assert texts_of(f"<td>Ewer{notes}", "<td>Kuff<td>") == ["Ewer\tRare. Seen once.", "Kuff"]
    assert texts_of(f"<td>{notes}", "<td>") == ["Rare.", "Seen once."]
    assert texts_of(f"<td><ul><li>Home<li>News</ul>{notes}") == [
        "Home",
        "News",
        "Rare.",
        "Seen once.",
    ]
    assert texts_of(f"<td>Ewer{notes}<p>{'x' * 400}", "<td>")[0] == "Ewer"
    assert texts_of(f"<td>Ewer{notes}") == ["Ewer", "Rare.", "Seen once."]


@pytest.mark.parametrize("size", ["", "x", "-1", "999999", "1000"])
def test_sizes_that_cannot_be_move_nothing(size: str):
    assert texts_of(f"<td colspan='{size}'>a<td>b") == ["a\tb"]


def test_a_listing_keeps_its_lines_and_loses_their_numbers():
    code = "<td><pre>pot.add()\n  stir()</pre>"
    page = parse(f"<table><tr><td><pre>9\n10</pre>{code}</table>")
    assert page.texts == ("pot.add()\n  stir()",)
    assert list(page.left_out.values()) == ["9 10"]
    assert texts_of("<td><pre>1</pre><td><pre>stir()</pre>") == ["stir()"]
    assert texts_of(f"<td>Default{code}") == ["Default", "pot.add()\n  stir()"]
    assert texts_of("<td>Default<td><pre>off</pre>") == ["Default\toff"]
