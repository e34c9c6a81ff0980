import json

import pytest

from mojifix.mojibake import repair
from mojifix.report import Lines, advice, annotate, in_words, unified_diff, word_diff

SOURCE = "one\r\nThe IndiaтАУU.S. partnership\nthree"


def test_lines_count_from_one_and_know_every_line_break():
    lines = Lines("a\r\nb\rc\n")
    assert [lines.place(position) for position in (0, 3, 5, 7)] == [(1, 1), (2, 1), (3, 1), (4, 1)]
    assert [lines.text(number) for number in (1, 2, 3, 4)] == ["a", "b", "c", ""]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (("encode cp866", "decode utf-8"), "UTF-8 read as cp866"),
        (("encode cp1252", "decode utf-8") * 2, "UTF-8 read as cp1252, twice over"),
        (("encode cp1252", "decode utf-8") * 3, "UTF-8 read as cp1252, 3 times over"),
        (
            ("encode cp1252", "decode utf-8", "encode cp866", "decode cp1251"),
            "cp1251 read as cp866, then UTF-8 read as cp1252",
        ),
    ],
)
def test_steps_are_said_in_words_the_first_damage_first(steps, words):
    assert in_words(steps) == words


def test_the_advice_names_what_the_bytes_are():
    assert 'encoding="koi8-r"' in advice(("encode cp1251", "decode koi8-r"))


def test_a_word_diff_shows_the_line_once_with_the_change_in_it():
    repaired = repair(SOURCE)
    assert list(word_diff("f", SOURCE, repaired)) == [
        "f:2: The India[-тАУ-]{+–+}U.S. partnership"
    ]


def test_a_unified_diff_shows_invisible_characters_as_code_points():
    lines = list(unified_diff("f", "a\xa0b\n", "a b\n"))
    assert lines[-2:] == ["-a<U+00A0>b", "+a b"]


def test_github_gets_line_and_column_and_nothing_that_ends_the_command_early():
    report = annotate([("a,b:c%.txt", SOURCE, repair(SOURCE).repairs)], "github", "1")
    place = "file=a%2Cb%3Ac%25.txt,line=2,endLine=2,col=10,endColumn=13"
    assert report.startswith(f"::warning {place},")
    assert report.count("\n") == 1


def test_sarif_holds_the_fix():
    report = json.loads(annotate([("f", SOURCE, repair(SOURCE).repairs)], "sarif", "1"))
    result = report["runs"][0]["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 10, "endLine": 2, "endColumn": 13}
    replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"]["text"] == "–"


def test_json_lists_every_repair_with_its_place():
    rows = json.loads(annotate([("f", SOURCE, repair(SOURCE).repairs)], "json", "1"))
    assert [(row["path"], row["line"], row["after"]) for row in rows] == [("f", 2, "–")]
