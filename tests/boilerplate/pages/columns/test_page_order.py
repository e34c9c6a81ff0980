"""Copies of a text are counted from the first on."""

from mojifix.boilerplate.pages.columns.order import copies_before


def test_texts_that_stand_once_have_no_copies_before():
    assert copies_before(("Leeks", "leeks", "Thyme")) == bytes(3)


def test_more_copies_than_a_byte_holds_are_as_many_as_it_holds():
    assert list(copies_before(("Leeks",) * 300)[253:257]) == [253, 254, 255, 255]
