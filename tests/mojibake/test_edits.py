"""Several changes of a text come out as edits of its source."""

from __future__ import annotations

from mojifix.mojibake.edits import Edit, Layers


def test_what_one_change_undoes_of_another_is_no_edit() -> None:
    layers = Layers("axb")
    layers.apply([Edit(1, 2, "y", ("one",), 1.0)])
    assert [edit.after for edit in layers.edits] == ["y"]
    layers.apply([Edit(1, 2, "x", ("two",), 1.0)])
    assert layers.edits == []
    assert layers.text == "axb"
