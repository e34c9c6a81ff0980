"""What undoing a pair of code pages may save, at most: never less than it does."""

from __future__ import annotations

import pytest
from corpus_files import rows

from corpus.garbling import garble
from mojifix import fix
from mojifix.mojibake.gate.savings import LEAST_BITS, may_save
from mojifix.mojibake.gate.traits import summary
from mojifix.mojibake.gate.verdict import is_ordinary, passes
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.weighing.suspects import is_foreign_and_unknown

LATIN = [
    text
    for row in rows("sentences.jsonl")
    if not (text := row["text"]).isascii() and summary(text).scripts <= {"latin"}
]
CHAINS = [
    "cp1250 as cp1252", "cp1257 as cp1252", "cp1254 as cp1252", "cp850 as cp1252", "cp1252 as cp1250",
    "iso8859-2 as latin-1", "mac-roman as cp1252", "cp1252 as cp850",
]  # fmt: skip


@pytest.mark.parametrize("chain", CHAINS)
def test_no_line_passes_that_a_pair_would_mend(chain: str) -> None:
    garbled = []
    for text in LATIN:
        try:
            garbled.append(garble(text, [chain]))
        except UnicodeError:  # the sentence cannot have been garbled that way
            continue
    assert [
        text for text in garbled if passes(text) and fix(f"{text}\n{text}") != f"{text}\n{text}"
    ] == []


def test_a_strange_name_passes_and_is_not_ordinary() -> None:
    text = "He met Mihai-Vcdă there."
    assert passes(text)
    assert not is_ordinary(text)


@pytest.mark.parametrize("name", ["Tervañol", "Bexerò", "Halvöd"])
def test_a_foreign_name_passes_that_no_pair_makes_much_cheaper(name: str) -> None:
    text = f"The committee visited {name} in the spring."
    assert is_foreign_and_unknown(name, Scale(text))
    assert passes(text)


def test_a_word_among_many_saves_less_what_it_takes_to_say_which_it_is() -> None:
    text = "Die Schüler fuhren über die Brücke nach Köln, wo Äpfqo ein paar Tage wohnte und übte."
    scale = Scale(text)
    assert passes(text)
    assert may_save(["Äpfqo"], scale, LEAST_BITS)
    assert not may_save(["Äpfqo"], scale, LEAST_BITS, scale.places)


def test_a_word_is_asked_closer_where_nothing_tells_which_language_it_is_foreign_to() -> None:
    assert not passes("unapreðuje")


def test_nothing_is_told_of_what_an_east_asian_codec_may_have_made() -> None:
    text = "Our report on pa﨎 will follow next week."
    assert may_save(["pa﨎"], Scale(text), LEAST_BITS)
    assert not passes(text)


@pytest.mark.parametrize("word", ["øeditelnì", "megfelelõvé", "Hûňvê", "pléisiśr"])
def test_a_letter_in_place_of_another_may_be_worth_mending(word: str) -> None:
    assert may_save([word], Scale("He met there."), LEAST_BITS)


def test_two_characters_side_by_side_may_save_little() -> None:
    text = "Na lúke pri Kĺčovciach pásli sa ťažné voly."
    assert passes(text)
    assert not is_ordinary(text)


@pytest.mark.parametrize("word", ["zoölögy naïïve", "öö", "B·Òez", "Vaééék"])
def test_nothing_is_told_of_more_side_by_side_or_of_what_is_no_part_of_the_word(word: str) -> None:
    assert may_save(word.split(), Scale("He met there."), LEAST_BITS)


@pytest.mark.parametrize("words", [[], ["Mihai-Vcdă"], ["…", "“word”"]])
def test_what_stays_as_rare_as_it_is_cannot_be_mended(words: list[str]) -> None:
    assert not may_save(words, Scale("He met there."), LEAST_BITS)
