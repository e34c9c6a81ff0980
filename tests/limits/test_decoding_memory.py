"""Decoding keeps nothing of long texts."""

import tracemalloc

from mojifix.decoding.mixtures import in_utf8


def test_long_runs_of_another_encoding_are_not_remembered():
    few = "é ö ".encode() * 16
    run = "это дом ".encode("cp866")
    in_utf8.decode(few + run * 10 + few, "cp866")  # loads the models
    tracemalloc.start()
    in_utf8.decode(few + run * 20_000 + few, "cp866")
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < len(run * 20_000)
