"""Letters of which a question mark is left are named in prose; question marks stay what they are."""

from __future__ import annotations

import pytest
from corpus_files import rows

from mojifix import Options, fix, repair

LATIN = "cs da de es et fi fr ga hr hu is it lt lv nb nl pl pt ro sk sl sv tr".split()
SENTENCES = [row["text"] for row in rows("sentences.jsonl") if row["language"] in LATIN]
LEAST_NAMED = 0.3  # of the letters beyond ASCII
LEAST_RIGHT = 0.95


def test_named_letters_are_nearly_all_right() -> None:
    lost = named = right = 0
    for sentence in SENTENCES:
        damaged = sentence.encode("ascii", "replace").decode()
        lost += sum(char > "\x7f" for char in sentence)
        for found in repair(damaged).repairs:
            named += 1
            right += found.after == sentence[found.source_start]
    assert named > LEAST_NAMED * lost
    assert right > LEAST_RIGHT * named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Han k?pte den f?r fem kronor i ?r.", "Han köpte den för fem kronor i år."),
        ("Wyja?niam, że zosta?em tam ju? dłużej.", "Wyjaśniam, że zostałem tam już dłużej."),
        ("Die Sch?ler h?ren dir zu, oder?", "Die Schüler hören dir zu, oder?"),
    ],
)
def test_words_of_a_language_come_back(text: str, expected: str) -> None:
    found = repair(text)
    assert found.text == expected
    assert all(each.guessed and "question mark" in each.explain() for each in found.repairs)
    assert repair(text, Options(min_probability=1.0)).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Really?Yes, and why not?Because it rains.",
        "See index.php?id=3, view.php?name=caf or /search?query=maison",
        "x = typeof e?e:null, y = n?n:null; return a?b:c",
        "colou?r, favou?rite and analy[sz]e are patterns, be?tter too",
        "Kommst du?Ja.Und er?Nein.",
        "Kar?? kar??ya durduk.",  # each stands for a character
        "g?g? in an editor turns the line round",
    ],
)
def test_question_marks_stay(text: str) -> None:
    assert fix(text) == text
