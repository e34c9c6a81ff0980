"""What words cost is remembered, but not for words as long as a text."""

from __future__ import annotations

import tracemalloc

from mojifix.mojibake.weighing.costs import word_bits
from mojifix.mojibake.weighing.scale import CloseScale, Scale

LONG = "слово" * 400
FEW = 20


def test_a_long_word_costs_what_its_parts_do() -> None:
    half = LONG[: len(LONG) // 2]
    assert abs(word_bits(LONG) - 2 * word_bits(half)) < 16


def test_any_language_is_the_scale_of_no_text() -> None:
    for word in ("naïve", "Привет", "約秒", "aяα", LONG):
        assert word_bits(word) == Scale("").bits(word)


def test_long_words_take_no_memory_for_good() -> None:
    for number in range(FEW):  # which loads the model, and what is kept of pairs of characters
        word_bits(f"{number}{LONG}")
        CloseScale("").bits(f"{number}{LONG}")
    tracemalloc.start()
    for number in range(FEW):
        word = f"{number}{LONG}во"
        word_bits(word)
        CloseScale("").bits(word)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < FEW * len(LONG) // 2
