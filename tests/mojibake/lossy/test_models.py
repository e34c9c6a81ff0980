"""What tells in which of the languages of a script a damaged text is."""

from mojifix.language.model import load_group
from mojifix.mojibake.lossy.models import likely_languages

CYRILLIC = load_group("cyrillic")


def test_the_likeliest_language_is_the_first() -> None:
    [(first, more), *_] = likely_languages(CYRILLIC, "Сегодня вечером мы идём в гости к бабушке.")
    assert (first, more) == ("ru", 0.0)


def test_what_is_not_in_the_script_tells_nothing() -> None:
    code = "label = 'Добавить Ñтроку'  # shown on the button"
    assert [*likely_languages(CYRILLIC, code)] == [*likely_languages(CYRILLIC, "Добавить")]


def test_of_languages_that_are_as_likely_the_given_one_is_first() -> None:
    likely = likely_languages(CYRILLIC, "Ñ Ñ Ñ", "uk")
    assert likely[0] == ("uk", 0.0)
    assert {tag for tag, _ in likely} == set(CYRILLIC.languages)
