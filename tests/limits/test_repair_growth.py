"""Repair takes time in proportion to its input, whatever that is."""

from __future__ import annotations

import pytest
from growth import assert_linear, seconds
from repair_inputs import INPUTS, MANIFOLD, NOISE

from mojifix import Options, fix, needs_fix, repair
from mojifix.mojibake.lossy.leftovers import blind_punctuation
from mojifix.mojibake.weighing.effort import Effort

LENGTH = 800
LENGTHS = {"code points in angle brackets": 3_200}  # shorter ones are remembered once unescaped
# Code points of a text that is passed, or repaired as a whole, in no time.
LONG = 30_000
QUICK = [
    "ordinary",
    "garbled cp1252",
    "garbled cp1251",
    "question marks",
    "words with question marks",
    "emoji",
    "emoji with joiners",
    "no-break spaces",
    "continuation bytes only",
    "ampersands",
    "nested entities",
    "endless nested entity",
    "entities without an end",
    "nested backslashes",
    "half escapes",
    "nested percent escapes",
    "line feeds",
    "one garbled line in many",
    "NUL after each letter",
    "five layers of words",
]
UNSURE = Options(min_probability=1.0)
TIDY = Options(profile="tidy")
UNESCAPED = Options(unescape=True)

# How much longer than a garbled sentence in which runs are weighed one by one may text take that
# shows signs of every code page at once. The worst measured: 112 times.
MOST_MANIFOLD = 300
MANIFOLD_LENGTH = 500
# … and noise. The worst measured: 97 times; when such a sentence took twice as long, 45 times, and 192
# with each of its lone lead bytes searched.
MOST_NOISE = 180
# … what is searched until that is enough. The worst measured: 519 and 185 times; without a limit to
# what all rounds search together, 1,831 and 261 times.
MOST_SEARCHED = {
    "many scripts as cp1252": 900,
    "many scripts as cp1252, bytes lost": 900,
    "losses in Thai": 350,
    "losses in Han": 250,
}
NOISE_LENGTH = 3_000
WEIGHED = INPUTS["one garbled letter after Russian"]


@pytest.mark.parametrize("name", sorted(INPUTS.keys() - {*QUICK}))
def test_time_grows_with_the_length(name: str) -> None:
    assert_linear(repair, INPUTS[name], length=LENGTHS.get(name, LENGTH))


@pytest.mark.parametrize("name", QUICK)
@pytest.mark.parametrize("function", [fix, needs_fix], ids=["fix", "needs_fix"])
def test_time_grows_with_the_length_of_long_text(name: str, function) -> None:
    assert_linear(function, INPUTS[name], length=LONG)


@pytest.mark.parametrize("options", [TIDY, UNESCAPED, UNSURE], ids=["tidy", "unescape", "unsure"])
@pytest.mark.parametrize(
    "name", [*QUICK[:-1], "combining marks", "half-width kana", "percent escapes"]
)
def test_time_grows_with_the_length_whatever_the_options(name: str, options: Options) -> None:
    assert_linear(lambda text: repair(text, options), INPUTS[name], length=LENGTH)


@pytest.mark.parametrize("name", MANIFOLD)
def test_signs_of_every_code_page_take_bounded_time(name: str) -> None:
    text, ordinary = MANIFOLD[name](MANIFOLD_LENGTH), WEIGHED(MANIFOLD_LENGTH)
    fix(ordinary)
    assert seconds(fix, text) < MOST_MANIFOLD * seconds(fix, ordinary, 5)


@pytest.mark.parametrize("name", NOISE)
def test_noise_takes_bounded_time(name: str) -> None:
    text, ordinary = NOISE[name](NOISE_LENGTH), WEIGHED(NOISE_LENGTH)
    fix(ordinary)
    fix(NOISE[name](MANIFOLD_LENGTH))
    most = MOST_SEARCHED.get(name, MOST_NOISE)
    assert seconds(fix, text) < most * seconds(fix, ordinary, 5)


@pytest.mark.parametrize("name", MOST_SEARCHED)
def test_noise_is_searched_until_its_effort_is_used_up(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    efforts: list[Effort] = []

    def effort(size: int) -> Effort:
        efforts.append(Effort(size))
        return efforts[-1]

    monkeypatch.setattr("mojifix.mojibake.repairing.Effort", effort)
    fix(NOISE[name](NOISE_LENGTH))
    assert all(each.spent < 2 * Effort(NOISE_LENGTH).most for each in efforts)


def test_signs_that_tell_of_each_other_are_named_in_few_rounds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    named, rounds = blind_punctuation.named, []
    monkeypatch.setattr(
        blind_punctuation, "named", lambda *args: rounds.append(args) or named(*args)
    )
    fix("The man said ���yes��� and ���no��� " * 600)
    assert sum(len(spans) for _, spans in rounds) < 9 * 2_400
