"""Names of persons: lists of them, and where they end."""

import pytest

from mojifix.layout.head.person_names import listed_names, opening_names, without_site


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee and Jo Ray in Soups", "Ann Lee and Jo Ray"),
        ("José Ortega y Gasset", "José Ortega y Gasset"),
        ("Luca Rossi e altri", "Luca Rossi"),
        ("Ursula von der Aue on leeks", "Ursula von der Aue"),
        ("Noëlle d’Arcy d’accord", "Noëlle d’Arcy"),
        ("O’Brien - Kitchen", "O’Brien"),
        ("山田太郎 著", "山田太郎 著"),
        ("’", ""),
        ("by the sea", ""),
    ],
)
def test_a_name_ends_where_a_word_is_no_part_of_it(text, names):
    assert " ".join(opening_names(text.split())) == names


@pytest.mark.parametrize("text", ["", " ", ",", ";", "and", "Salt and Pepper", "Ann Lee, Berlin"])
def test_what_is_no_list_of_full_names_is_left_whole(text):
    assert listed_names(text) == [text.strip()]


def test_a_name_that_is_the_site_is_left():
    assert without_site("Leeks", "Leeks") == "Leeks"
    assert without_site("| Leeks", "Leeks") == "| Leeks"
    assert without_site("Ann Lee", "") == without_site("Ann Lee", None) == "Ann Lee"
