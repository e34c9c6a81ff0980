"""What is stated of a repair is how often such repairs are right."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from corpus_files import rows

from corpus.garbling import garble
from mojifix import Options, fix, repair
from mojifix.mojibake.certainty import _models, probability
from mojifix.mojibake.edits import Edit

SENTENCES = [row["text"] for row in rows("sentences.jsonl")]
UTF8 = ("encode cp1252", "decode utf-8")


def stated(after: str, before: str, bits: float, *, guesses: float = 1.0) -> float:
    guessed = guesses < 1.0
    edit = Edit(0, len(before), after, UTF8, bits, guessed, "utf8-as-cp1252", guesses)
    return probability(edit, before, after)


def test_a_sentence_garbled_as_a_whole_is_all_but_certain() -> None:
    result = repair(garble("Съешь ещё этих мягких французских булок", ["utf-8 as cp1252"]))
    assert all(each.probability > 0.95 for each in result.repairs)


def test_bits_per_character_speak_for_a_repair() -> None:
    shares = [stated("été", "Ã©tÃ©", bits) for bits in (1.0, 10.0, 40.0, 90.0)]
    assert shares == sorted(shares)
    assert shares[0] < shares[-1]


def test_a_guess_is_less_sure_than_what_is_read_off() -> None:
    assert stated("été", "Ã©t?", 40.0, guesses=0.999) < stated("été", "Ã©tÃ©", 40.0)
    assert stated("été", "Ã©t?", 40.0, guesses=0.3) < stated("été", "Ã©t?", 40.0, guesses=0.9)


@pytest.mark.parametrize("guessed", [False, True])
def test_odds_come_to_rising_probabilities(guessed: bool) -> None:
    _, levels = _models()[guessed]
    assert all(low[0] < high[0] and low[1] <= high[1] for low, high in pairwise(levels))
    assert levels[0][1] > 0.0
    assert levels[-1][1] < 1.0


@pytest.mark.parametrize("chain", ["utf-8 as cp1252", "utf-8 as cp866", "utf-8 as gbk with ?"])
def test_of_repairs_stated_to_be_sure_hardly_one_is_wrong(chain: str) -> None:
    wrong = sure = 0
    for text in SENTENCES:
        try:
            result = repair(garble(text, [chain]))
        except UnicodeError:
            continue
        for each in result.repairs:
            if each.probability > 0.99:
                sure += 1
                wrong += each.after not in text
    assert sure > 100
    assert wrong <= 0.02 * sure


def test_repairs_less_sure_than_wanted_are_left_and_reported() -> None:
    chance = random.Random(7)
    for text in chance.sample(SENTENCES, 20):
        garbled = garble(text, ["utf-8 as gbk with ?"])
        everything = repair(garbled)
        some = repair(garbled, Options(min_probability=0.97))
        assert all(each.probability >= 0.97 for each in some.repairs)
        if len(some.repairs) < len(everything.repairs):
            assert some.damage


def test_what_is_made_does_not_depend_on_what_is_stated() -> None:
    for text in SENTENCES[::7]:
        garbled = garble(text, ["utf-8 as gbk with ?"])
        assert fix(garbled) == repair(garbled).text


def test_a_guess_that_makes_a_word_of_no_language_is_not_made() -> None:
    line = "# AVANÃƒÆ'Ã†â€™Ãƒâ€ Ã¢â‚¬â„¢ÃƒÆ'Ã‚Â¢Ãƒâ€šÃ‚Â¡ADO"
    assert fix(line) == line


def test_no_guess_makes_letters_of_several_scripts() -> None:
    line = "// " + garble("猫が屋根の上で寝ている", ["cp932 as cp1252 with nothing"])
    assert fix(line) == line


def test_a_guess_that_makes_a_known_word_is_surer_than_one_that_makes_none() -> None:
    assert stated("später", "spÃ?ter", 20.0, guesses=0.9) > 0.1 + stated(
        "spîter", "spÃ?ter", 20.0, guesses=0.9
    )


def test_a_quote_that_lost_its_last_byte_is_surer_than_not() -> None:
    line = garble("He said “yes” and “no”, didn’t he?", ["utf-8 as cp1252 with nothing"])
    guesses = [each for each in repair(line).repairs if each.guessed]
    assert len(guesses) == 2
    assert all(each.probability > 0.7 for each in guesses)


def test_a_word_that_may_have_lost_letters_to_its_decoder_is_less_sure() -> None:
    word = "пололо"  # euc_kr drops letters such as "р", gbk none
    assert read_as("cp949", word) + 0.2 < read_as("gbk", word)


def read_as(wrong: str, word: str) -> float:
    before = garble(word, [f"utf-8 as {wrong}"])
    steps = (f"encode {wrong}", "decode utf-8")
    edit = Edit(0, len(before), word, steps, 60.0, code=f"utf8-as-{wrong}")
    return probability(edit, before, word)


def test_what_is_refused_of_a_repair_is_refused_again() -> None:
    once = fix("\xc3\xe2\u20ac?an`\xc5?\xc3?\x81")
    assert fix(once) == once
