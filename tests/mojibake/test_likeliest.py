"""What the likeliest language of a text explains, its scale explains; most clean texts pass so."""

from __future__ import annotations

import pytest
from corpus_files import rows

from corpus.garbling import garble
from mojifix.mojibake.gate.likeliest import explains
from mojifix.mojibake.gate.traits import summary
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.weighing.suspects import are_suspect, suspects
from mojifix.mojibake.words import beyond_ascii, non_ascii_words

CLEAN = [
    text
    for row in rows("sentences.jsonl")
    if not (text := row["text"]).isascii() and summary(frozenset(text)).scripts <= {"latin"}
]
CHAINS = [
    "utf-8 as cp1252", "cp1250 as cp1252", "cp1257 as cp1252", "cp850 as cp1252", "mac-roman as cp1252",
]  # fmt: skip


def garbled(chain: str) -> list[str]:
    found = []
    for text in CLEAN:
        try:
            found.append(garble(text, [chain]))
        except UnicodeError:  # the sentence cannot have been garbled that way
            continue
    return found


@pytest.mark.parametrize("texts", [CLEAN, *map(garbled, CHAINS)])
def test_no_suspects_are_in_what_the_likeliest_language_explains(texts: list[str]) -> None:
    assert [
        text
        for text in texts
        if explains(text, beyond_ascii(text)) and suspects(text, non_ascii_words(text), Scale(text))
    ] == []


def test_most_clean_texts_are_explained() -> None:
    passed = [text for text in CLEAN if explains(text, beyond_ascii(text))]
    assert len(passed) > 0.7 * len([text for text in CLEAN if len(text) <= 256])


def test_text_without_plain_words_is_not_judged_and_longer_text_is() -> None:
    assert not explains("été " * 9, ["été"] * 9)
    assert explains("il était une fois " * 15, ["était"] * 15)


def test_words_that_any_language_explains_need_no_plain_words_beside_them() -> None:
    assert explains("été", ["été"])


def test_costs_of_the_longest_text_do_not_run_over() -> None:
    text = "xq" * 150  # hardly any pair costs more
    assert not explains(text, ["ñß¥ÿð" * 12])


@pytest.mark.parametrize("excess", [[], [9.9], [5.0, 5.9], [-50.0, 10.0], [20.0, -50.0]])
def test_words_are_suspect_where_there_are_suspects(excess: list[float]) -> None:
    words = [f"{'é' * (3 + number)}" for number in range(len(excess))]

    class Given:
        def bits(self, word: str) -> float:
            return excess[len(word) - 3] + 4.0 + 3.6 * (len(word) + 1)

    text = " ".join(words)
    found = suspects(text, non_ascii_words(text), Given())  # type: ignore[arg-type]
    assert are_suspect(excess) is bool(found)
