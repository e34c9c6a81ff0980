"""Rows of tables come out of blocks with their cells in their columns."""

from mojifix.records import Block
from mojifix.render.rows import rows


def rows_of(*pieces: tuple[str, str | None]) -> list[list[str]]:
    return rows([Block(kind="table_row", text=text, path=path) for text, path in pieces])


def test_paragraphs_of_one_cell_stay_in_it():
    assert rows_of(
        ("w", "table/tr/td"), ("write", "table/tr/td[2]/p"), ("or create", "table/tr/td[2]/p[2]")
    ) == [["w", "write or create"]]


def test_a_table_in_a_cell_has_rows_of_its_own():
    inner = "table/tr/td[2]/table"
    assert rows_of(
        ("Posts", "table/tr/td"), ("Name\tPhone", f"{inner}/tr"), ("Uwe\t5566", f"{inner}/tr[2]")
    ) == [["Posts"], ["Name", "Phone"], ["Uwe", "5566"]]


def test_a_block_without_a_path_is_a_row():
    assert rows_of(("a\tb", None), ("c", None)) == [["a", "b"], ["c"]]
