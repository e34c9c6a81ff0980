"""The corpus: garbled text is restored, clean look-alikes are left alone."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

import pytest
from corpus_files import KNOWN_FAILURES, Case, documents, parameters, plain_texts, rows

from corpus.byte_cases import load
from corpus.garbling import garble
from mojifix import fix

GARBLED = rows("garbled.jsonl")
CLEAN = rows("clean.jsonl")
SENTENCES = rows("sentences.jsonl")
FLAT = documents("flat")
PAGES = {page["id"] for page in documents("markdown") + documents("pages")} | {
    f"plain/{name}" for name in plain_texts()
}

# Look-alikes are chosen to be hard; natural text must not change at all.
MOST_CHANGED_LOOK_ALIKES: Final = 0.015


@pytest.mark.parametrize("case", parameters(GARBLED + CLEAN))
def test_text_comes_out_as_expected(case: Case) -> None:
    assert fix(case["input"]) == case["expected"]


@pytest.mark.parametrize("sentence", parameters(SENTENCES))
def test_clean_sentence_is_left_alone(sentence: Case) -> None:
    assert fix(sentence["text"]) == sentence["text"]


def test_every_garbled_input_follows_from_its_chain() -> None:
    for case in GARBLED:
        assert garble(case["expected"], case["chain"]) == case["input"], case["id"]


def test_clean_cases_expect_no_change() -> None:
    assert all(case["input"] == case["expected"] for case in CLEAN)


def test_ids_are_unique() -> None:
    counts = Counter(case["id"] for case in GARBLED + CLEAN + SENTENCES)
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("page", parameters(FLAT))
def test_flat_page_is_repaired_before_anything_else(page: Case) -> None:
    lines = {line.strip(" \t\r\xa0") for line in fix(page["input"]).split("\n")}
    expected = [page["title"], *(part["text"] for part in page["removed"])]
    assert [text for text in expected if text not in lines] == []


@pytest.mark.parametrize("page", FLAT, ids=lambda page: page["id"])
def test_flat_page_holds_every_line_its_document_names(page: Case) -> None:
    # Paragraphs may be wrapped, or broken before a comma or stop; any other space, such as NEL, can be
    # a piece of garbled text.
    text = re.sub(r"\r?\n", " ", re.sub(r"\n(?=[,.](?:\s|$))", "", page["input"]))
    for part in (page["title"], *page["paragraphs"], *(part["text"] for part in page["removed"])):
        assert re.sub(r"\n", " ", garble(part, page["chain"])) in text


@pytest.mark.parametrize("name", plain_texts())
def test_plain_text_is_left_alone(name: str) -> None:
    assert fix(plain_texts()[name]) == plain_texts()[name]


def test_corpus_is_wide() -> None:
    assert len(FLAT) >= 40
    assert len({page["language"] for page in FLAT}) >= 12
    assert sum(not page["chain"] for page in FLAT) >= 15
    assert sum(bool(page["chain"]) for page in FLAT) >= 15
    assert len(plain_texts()) >= 40
    for cases, least, languages in ((GARBLED, 150, 30), (CLEAN, 150, 30), (SENTENCES, 180, 45)):
        assert len(cases) >= least
        assert len({case["language"] for case in cases}) >= languages


def test_hardly_any_clean_case_is_a_known_failure() -> None:
    changed = KNOWN_FAILURES.keys() & {case["id"] for case in CLEAN}
    assert len(changed) <= MOST_CHANGED_LOOK_ALIKES * len(CLEAN)
    assert not KNOWN_FAILURES.keys() & {case["id"] for case in SENTENCES}


def test_known_failures_are_cases() -> None:
    names = {case["id"] for case in GARBLED + CLEAN}
    names |= {case.name for case in load("robust") + load("tiny")}
    of_pages = {name.split(" ")[0] for name in KNOWN_FAILURES.keys() - names}
    assert of_pages <= {case["id"] for case in FLAT} | PAGES
