import json

from growth import assert_linear

from mojifix.mojibake import repair
from mojifix.report import Finding, Lines, annotate, unified_diff, word_diff

SOURCE = "one\r\nThe IndiaтАУU.S. partnership\nthree"


def test_lines_count_from_one_and_know_every_line_break():
    text = "a\r\nb\rc\n"
    lines = Lines(text)
    assert [lines.place(position) for position in (0, 3, 5, 7)] == [(1, 1), (2, 1), (3, 1), (4, 1)]
    spans = [lines.span(number) for number in (1, 2, 3, 4)]
    assert [text[start:end] for start, end in spans] == ["a", "b", "c", ""]


def test_a_word_diff_shows_the_line_once_with_the_change_in_it():
    repaired = repair(SOURCE)
    shown = word_diff("f", SOURCE, repaired, lambda before, after: f"<{before}|{after}>")
    assert list(shown) == ["f:2: The India<тАУ|–>U.S. partnership"]


def test_a_unified_diff_shows_invisible_characters_as_code_points():
    lines = list(unified_diff("f", "a\xa0b\n", "a b\n"))
    assert lines[-2:] == ["-a<U+00A0>b", "+a b"]


def test_a_unified_diff_shows_line_breaks_where_they_change():
    assert list(unified_diff("f", "a\r\nb\r\n", "a\nb\n"))[3:5] == ["-a<U+000D>", "-b<U+000D>"]
    assert list(unified_diff("f", "a\r\nb\r\n", "a\r\nc\r\n"))[3:] == [" a", "-b", "+c"]


def test_a_unified_diff_knows_the_line_breaks_of_files_and_no_others():
    before = "a\nWait\x85\nb\n"  # cp1252 read as latin-1
    assert list(unified_diff("f", before, before.replace("\x85", "…")))[2:] == [
        "@@ -1,3 +1,3 @@", " a", "-Wait<U+0085>", "+Wait…", " b",
    ]  # fmt: skip


def test_a_unified_diff_has_the_lines_around_a_change_and_their_numbers():
    before = "".join(f"{number}\n" for number in range(20))
    after = before.replace("\n4\n", "\nfour\n").replace("\n18\n", "\neighteen\n")
    assert list(unified_diff("f", before, after)) == [
        "--- a/f", "+++ b/f",
        "@@ -2,7 +2,7 @@", " 1", " 2", " 3", "-4", "+four", " 5", " 6", " 7",
        "@@ -16,5 +16,5 @@", " 15", " 16", " 17", "-18", "+eighteen", " 19",
    ]  # fmt: skip
    assert list(unified_diff("f", before, before)) == []


def test_a_unified_diff_of_a_text_that_lost_a_line_break_shows_all_of_it():
    shown = list(unified_diff("f", "a\nb=\nc\n", "a\nbc\n"))
    assert shown[2:] == ["@@ -1,3 +1,2 @@", " a", "-b=", "-c", "+bc"]


def test_github_gets_line_and_column_and_nothing_that_ends_the_command_early():
    report = annotate([Finding("a,b:c%.txt", SOURCE, repair(SOURCE).repairs)], "github", "1")
    place = "file=a%2Cb%3Ac%25.txt,line=2,endLine=2,col=10,endColumn=13"
    assert report.startswith(f"::warning {place},")
    assert report.count("\n") == 1
    assert report.endswith("%25 sure)\n")


def test_json_lists_every_repair_with_its_place():
    rows = json.loads(annotate([Finding("f", SOURCE, repair(SOURCE).repairs)], "json", "1"))
    assert [(row["path"], row["line"], row["after"]) for row in rows] == [("f", 2, "–")]


def test_sarif_has_the_shape_that_its_readers_ask_for():
    log = json.loads(
        annotate([Finding("a folder/ä.txt", SOURCE, repair(SOURCE).repairs)], "sarif", "1")
    )
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    (result,) = run["results"]
    assert result["ruleId"] in rules
    assert result["level"] in {"none", "note", "warning", "error"}
    assert result["message"]["text"]
    assert 0.99 < result["properties"]["probability"] <= 1  # section 3.8: a property bag
    assert result["properties"]["guessed"] is False
    place = result["locations"][0]["physicalLocation"]
    # Section 3.4.3: a URI reference; 3.30: lines and columns from 1, the end not in the region.
    assert place["artifactLocation"]["uri"] == "a%20folder/%C3%A4.txt"
    region = place["region"]
    line = SOURCE.splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "тАУ"
    assert region["endLine"] == region["startLine"] == 2
    replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["deletedRegion"] == region
    assert replacement["insertedContent"]["text"] == "–"


def test_a_file_in_another_encoding_is_told_where_files_are_annotated():
    findings = [Finding("a:b.txt", "café\n", (), "cp1252"), Finding("ok.txt", "café\n", ())]
    told = "the file is in cp1252, not in UTF-8"
    assert annotate(findings, "github", "1") == (
        f"::warning file=a%3Ab.txt,title=encoding::{told}\n"
    )
    (run,) = json.loads(annotate(findings, "sarif", "1"))["runs"]
    (result,) = run["results"]
    assert result["ruleId"] in {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert result["message"]["text"] == told
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert json.loads(annotate(findings, "json", "1")) == []


def test_a_name_that_is_no_text_is_a_uri_all_the_same():
    log = json.loads(
        annotate([Finding("\udcff.txt", SOURCE, repair(SOURCE).repairs)], "sarif", "1")
    )
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%FF.txt"


def test_a_diff_of_many_changes_takes_no_longer_per_line():
    def shown(text):
        return list(unified_diff("f", text, text.replace("Ã©", "é")))

    def numbered(length):
        return "".join(f"{number}\ncafÃ© {number}\n" for number in range(length // 16))

    assert_linear(shown, numbered, length=8_000)
