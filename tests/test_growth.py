"""The test of growth tells linear functions from quadratic ones, whatever else is going on."""

from __future__ import annotations

import subprocess
import sys

import pytest
from growth import FACTOR, assert_linear, repeated

SPIN = "while True: pass"


def count_letters(text: str) -> int:
    return sum(char.isalpha() for char in text)


def count_words_left_at_each_word(text: str) -> int:
    words = text.split()
    return sum(len(words[start:]) for start in range(len(words)))


def search_in_vain_from_each_word(text: str) -> list[int]:
    # Two characters: one alone is looked for so fast that the calls outweigh the search.
    return [text.find("do", start) for start in range(0, len(text), len("word "))]


def make_garbage(text: str) -> list[list[object]]:
    """Make reference cycles, which are what sets the garbage collector off."""
    cycles: list[list[object]] = [[char] for char in text]
    for cycle in cycles:
        cycle.append(cycle)
    return cycles


LINEAR = [count_letters, make_garbage, str.upper, str.split, sorted]
QUADRATIC = [count_words_left_at_each_word, search_in_vain_from_each_word]


@pytest.mark.parametrize("function", LINEAR)
def test_a_linear_function_passes(function):
    assert_linear(function, repeated("word "), length=5_000)


@pytest.mark.parametrize("function", QUADRATIC)
def test_a_quadratic_function_fails(function):
    with pytest.raises(AssertionError, match=r"took \d\d\.\d times as long"):
        assert_linear(function, repeated("word "), length=2_500)


def test_what_else_the_machine_does_changes_no_verdict():
    # More going on than there are cores.
    others = [subprocess.Popen([sys.executable, "-c", SPIN]) for _ in range(3)]
    try:
        test_a_linear_function_passes(count_letters)
        test_a_quadratic_function_fails(count_words_left_at_each_word)
    finally:
        for other in others:
            other.kill()
            other.wait()


def test_one_slow_moment_is_forgiven():
    calls = []

    def slow_once(text: str) -> None:
        calls.append(text)
        for _ in range(20 if len(calls) == 4 else 1):
            count_letters(text)

    assert_linear(slow_once, repeated("word "), length=50_000)
    assert len(calls) > 4


def test_inputs_have_the_length_asked_for():
    lengths = []
    assert_linear(lambda text: lengths.append(len(text)), repeated("ab", " end"), length=1_000)
    assert set(lengths) == {1_004, FACTOR * 1_000 + 4}
