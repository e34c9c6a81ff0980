"""Typographic signs of which Latin-1 left an ``â`` are put back; names that hold the letter stay."""

from __future__ import annotations

import re
import time

import pytest

from mojifix import Options, fix, repair

TEXT = "It’s late, and that’s it: the baker said “not before nine” and that seems to be so."


def garbled(text: str, shown: str) -> str:
    return re.sub(r"[\x80-\x9f]", shown, text.encode().decode("latin-1"))


@pytest.mark.parametrize("shown", ["", "?", "\ufffd"])
def test_signs_come_back_whatever_stands_for_their_lost_bytes(shown: str) -> None:
    assert fix(garbled(TEXT, shown)) == TEXT


def test_each_sign_has_a_receipt_that_says_it_was_guessed() -> None:
    result = repair(garbled(TEXT, ""))
    assert [(found.before, found.after) for found in result.repairs] == [
        ("â", "’"), ("â", "’"), ("â", "“"), ("â", "”"),
    ]  # fmt: skip
    assert all(found.guessed and found.code == "utf8-as-latin-1" for found in result.repairs)


@pytest.mark.parametrize(
    "text",
    [
        "My neighbors Trân, Lâm and Brâncuș came over for dinner.",
        "Le gâteau du château est une pâte plate.",  # a line with no other accent
        "The letter â stands for two sounds in that book.",
        "cjatâ i files di gjenerâ e di zontâ",  # of a language that the model does not know
        "Really, what did you say about Hanâ??",
        "I am done. â_â",
        "They turn it into a ``donât`` that nobody of the house can read any more.",
        "â??",
    ],
)
def test_a_letter_that_is_meant_stays(text: str) -> None:
    assert fix(text) == text


def test_a_hint_at_a_language_that_writes_the_letter_keeps_it() -> None:
    line = garbled("It’s late, and that’s it: that is, it is over.", "")
    assert fix(line, Options(languages=("cy",))) != fix(line)


def test_a_word_that_is_repeated_tells_no_more_than_once() -> None:
    line = "We met Tuât and Tuât and Tuât and Tuât and Tuât at the harbor."
    assert fix(line) == line


def test_a_list_of_names_stays_however_long_and_whatever_words_are_in_it() -> None:
    names = (
        "Neuchâtel Fryslân Hakkâri Andjouân Aakkâr Kelâa Laâyoune Drâa Dakhlâ Nouâdhibou Vâlcea Jâf "
        "Zerhâne Ngkâlmpw Kaxuiâna"
    ).split()
    lines = [f'the name of a town in the list="{name}"' for name in names]
    lines += [f"and {part} is a word" for name in names for part in name.lower().split("â")]
    assert fix("\n".join(lines)) == "\n".join(lines)


def test_many_signs_take_time_in_proportion_to_their_number() -> None:
    def seconds(count: int) -> float:
        text = garbled("It’s late, and that’s it: that is, it is over. " * count, "")
        start = time.process_time()
        fix(text)
        return time.process_time() - start

    seconds(10)
    assert seconds(400) < 10 * seconds(80)


@pytest.mark.parametrize("word", ["It’s", "We don’t care, we meet", "Whoever you’re with"])
def test_a_lone_apostrophe_comes_back_in_a_word_that_has_one(word: str) -> None:
    line = f"{word} only at the market on the far side of the old river, said the baker."
    assert fix(garbled(line, "")) == line


@pytest.mark.parametrize("name", ["Citâs", "Nitâs", "Hanât"])
def test_a_lone_letter_in_any_other_word_stays(name: str) -> None:
    line = f"{name} only at the market on the far side of the old river, said the baker."
    assert fix(line) == line


@pytest.mark.parametrize(
    ("garbled", "true"),
    [
        ("Donâ??t worry", "Don’t worry"),
        ("The shop â?? closed today â?? opens", "The shop — closed today — opens"),
        ("â?¬ 12,40", "€ 12,40"),
        ("Das kostet 5,90 â?¬ pro StÃ¼ck.", "Das kostet 5,90 € pro Stück."),
        ("5 â¬", "5 €"),
        ("and so onâ?¦", "and so on…"),
        ("â?¢ first item", "• first item"),
        ("Lake Houseâ?¢ soap", "Lake House™ soap"),
    ],
)
def test_marks_of_a_loss_tell_in_a_few_words(garbled: str, true: str) -> None:
    assert fix(garbled) == true
