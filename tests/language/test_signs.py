"""Which sign is likeliest, in the quotations of many languages and between all kinds of characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.language.signs import SIGN, SIGNS, by_line, likely

THREE_BYTES = "‘’‚“”„•…–—"


def filled(text: str, language: str) -> str:
    """Return a text with the likeliest sign in place of each ``?``."""
    choices = {at: THREE_BYTES for at, char in enumerate(text) if char == "?"}
    found = likely(text, choices, language)
    return "".join(
        max(found[at], key=found[at].__getitem__) if at in found else c for at, c in enumerate(text)
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The potter said “not yet” and didn’t look up."),
        ("en", "It’s the goat’s bell — we heard it all night — not ours."),
        ("de", "Die Töpferin sagte „noch nicht“ und ging – wie immer – hinaus."),
        ("pl", "Garncarka powiedziała „jeszcze nie” i wyszła."),
        ("sv", "Krukmakaren sade ”inte än” och gick."),
        ("fr", "L’âne n’a pas bougé de l’étable."),
        ("cs", "Hrnčířka řekla „ještě ne“ a odešla."),
    ],
)
def test_all_signs_of_a_line_are_told_at_once(language: str, text: str) -> None:
    assert filled(SIGN.sub("?", text), language) == text


def test_a_quotation_that_opened_is_closed_by_its_own_kind() -> None:
    assert filled("„Ja? sagte er.", "de") == "„Ja“ sagte er."
    assert filled("“Yes? he said.", "en") == "“Yes” he said."


def test_what_opened_in_another_line_is_not_closed() -> None:
    alone = filled("we waited? and waited", "en")
    assert filled("“Yes\nwe waited? and waited", "en") == f"“Yes\n{alone}"


@given(st.text("a B1.,(\n?“”‘’„«»—–…", max_size=60), st.sampled_from(["en", "de", "th", "", "xx"]))
def test_the_shares_of_a_place_are_one_together(text: str, language: str) -> None:
    choices = {at: SIGNS for at, char in enumerate(text) if char == "?"}
    found = likely(text, choices, language)
    assert found.keys() == choices.keys()
    assert all(abs(sum(weights.values()) - 1) < 1e-9 for weights in found.values())


@given(st.text("a\n?", max_size=40))
def test_places_are_told_apart_by_line(text: str) -> None:
    places = [at for at, char in enumerate(text) if char == "?"]
    lines = [*by_line(text, places)]
    assert [at for line in lines for at in line] == places
    assert [len(line) for line in lines] == [
        n for part in text.split("\n") if (n := part.count("?"))
    ]


@pytest.mark.parametrize(("first", "then"), [(" —a", " — "), (" — ", " —a")])
def test_hundreds_of_signs_may_speak_against_all_that_others_speak_for(first, then):
    text = f"Dona said ?yes{first * 300}b{then * 600}"
    assert sum(likely(text, {10: "“«"}, "en")[10].values()) == pytest.approx(1)
