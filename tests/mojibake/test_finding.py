"""What one look at a text finds, remembered for texts that come again."""

from __future__ import annotations

from mojifix.mojibake.finding import remembered_edits
from mojifix.mojibake.weighing.scale import NO_HINTS, Hints, Scale

LINE = "Der BÃ¤cker hat schon wieder zu."


def test_a_line_that_comes_again_is_repaired_and_tells_its_code_page_again() -> None:
    known: list[set[str]] = [set(), set()]
    first, second = (remembered_edits(LINE, codes, Scale(LINE, NO_HINTS)) for codes in known)
    assert [edit.after for edit in first] == [edit.after for edit in second] == ["ä"]
    assert known[0] == known[1] != set()


def test_what_a_caller_does_to_the_edits_is_not_remembered() -> None:
    remembered_edits(LINE, set(), Scale(LINE, NO_HINTS)).clear()
    assert remembered_edits(LINE, set(), Scale(LINE, NO_HINTS)) != []


def test_what_is_known_of_a_line_is_asked_again() -> None:
    word = "Krèmar"
    assert remembered_edits(word, set(), Scale(word, NO_HINTS)) == []
    hints = Hints(codepages=frozenset({"cp1250", "cp1252"}))
    assert [edit.after for edit in remembered_edits(word, set(), Scale(word, hints))] == ["Krčmar"]
