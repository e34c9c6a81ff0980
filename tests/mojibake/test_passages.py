"""A long text that was damaged here and there is repaired by its odd passages."""

from __future__ import annotations

import pytest
from corpus_files import rows

from corpus.garbling import garble
from mojifix import fix
from mojifix.mojibake import rounds
from mojifix.mojibake.edits import Edit
from mojifix.mojibake.finding import weighed_edits
from mojifix.mojibake.passages import Part, passages_of
from mojifix.mojibake.weighing.scale import Scale

SENTENCES = [(row["language"], row["text"]) for row in rows("sentences.jsonl")]


def text_in(language: str) -> list[str]:
    return ([text for tag, text in SENTENCES if tag == language] * 20)[:20]


@pytest.mark.parametrize("between", ["\n", " "])
@pytest.mark.parametrize("language", ["de", "ru", "fr", "pl"])
def test_few_garbled_words_of_a_long_text_come_back(language: str, between: str) -> None:
    words = between.join(text_in(language)).split(" ")
    garbled = list(words)
    long = [at for at, word in enumerate(words) if len(word) > 4 and not word.isascii()]
    for at in long[::9]:
        garbled[at] = garble(words[at], ["utf-8 as cp1252"])
    assert garbled != words
    assert fix(" ".join(garbled)) == " ".join(words)


def test_only_the_odd_passages_of_a_long_text_are_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed = []

    def recorded(text: str, known: set[str], scale: Scale) -> list[Edit]:
        weighed.append(text)
        return weighed_edits(text, known, scale)

    monkeypatch.setattr(rounds, "weighed_edits", recorded)
    lines = ["Il était déjà là, près de Paris." for _ in range(200)]
    garbled = [garble(lines[0], ["utf-8 as cp1252 @ é"]), *lines[1:-1], "Le préavis du 3 fÃ©vrier."]
    assert fix("\n".join(garbled)) == "\n".join([*lines[:-1], "Le préavis du 3 février."])
    assert 0 < max(map(len, weighed)) < 100


def test_a_word_that_is_not_odd_by_itself_is_garbled_like_the_others() -> None:
    lines = ["Полоса прибоя уходила в туман, и чайки кричали над ней." for _ in range(12)]
    garbled = list(lines)
    garbled[2] = garble(lines[2], ["utf-8 as cp1251 @ Полоса прибоя"])
    garbled[8] = garble(lines[8], ["utf-8 as cp1251 @ и "])
    assert fix("\n".join(garbled)) == "\n".join(lines)


def test_a_long_line_is_cut_between_words_and_nothing_of_it_is_lost() -> None:
    text = "Il était déjà là, près de Paris. " * 100
    passages = passages_of(text)
    assert "".join(text[start:end] for start, end in passages) == text
    assert max(end - start for start, end in passages) <= 300
    assert all(text[end - 1] == " " for _, end in passages)


def test_a_blank_that_was_a_byte_is_cut_from_no_lead_byte() -> None:
    assert len(passages_of("Ã " * 500)) == 1


def test_a_part_has_a_line_for_each_passage() -> None:
    text = "one two\nthree\r\nfour"
    assert Part(text, passages_of(text)).text == "one two\nthree\nfour"
