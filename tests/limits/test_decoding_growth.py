"""Decoding takes time in proportion to its input, whatever that is."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from mojifix.decoding import IncrementalDecoder, decode, detect

SIZE = 40_000
FACTOR = 8
# Linear work grows by FACTOR; quadratic work would by its square. The rest is noise.
MOST = FACTOR * 4
FLOOR = 0.002  # seconds that are too short to be compared

_RANDOM = random.Random(5)
INPUTS: dict[str, Callable[[int], bytes]] = {
    "ascii": lambda n: b"plain words " * (n // 12),
    "one high byte at the end": lambda n: b"a" * n + b"\xe9",
    "all high": lambda n: b"\xe9" * n,
    "lone continuation bytes": lambda n: b"\x80 " * (n // 2),
    "lead bytes only": lambda n: b"\xc3" * n,
    "utf-8 with a bad byte in each word": lambda n: b"\xd0\xbf\xff " * (n // 4),
    "utf-8 without spaces and a bad byte here and there": lambda n: (
        (b"\xd0\xbf" * 20 + b"\xff") * (n // 41)
    ),
    "short runs of utf-8 in latin-1": lambda n: b"\xe9t\xe9 \xc3\xa9 " * (n // 8),
    "unclosed comments": lambda n: b"<!--" * (n // 4),
    "unclosed tags": lambda n: b"<meta " * (n // 6) + b"\xe9",
    "entities without an end": lambda n: b"&amp" * (n // 4) + b"\xe9",
    "coding without a label": lambda n: b"#coding" * (n // 7),
    "escapes": lambda n: b"\x1b$B" * (n // 3),
    "open HZ runs": lambda n: b"~{" * (n // 2),
    "NULs": lambda n: b"a\0" * (n // 2),
    "random": lambda n: _RANDOM.randbytes(n),
    "random high": lambda n: bytes(_RANDOM.choices(range(128, 256), k=n)),
    "gb18030 without a break": lambda n: "天".encode("gb18030") * (n // 2),
}


def seconds(action: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("function", [decode, detect], ids=["decode", "detect"])
def test_time_grows_with_the_length(name: str, function: Callable[[bytes], object]) -> None:
    small, large = INPUTS[name](SIZE), INPUTS[name](SIZE * FACTOR)
    function(small)
    assert seconds(lambda: function(large)) < max(FLOOR, seconds(lambda: function(small))) * MOST


@pytest.mark.parametrize("name", INPUTS)
def test_a_stream_in_small_chunks_takes_time_in_proportion(name: str) -> None:
    def read(data: bytes) -> None:
        decoder = IncrementalDecoder()
        for start in range(0, len(data), 1000):
            decoder.decode(data[start : start + 1000])
        decoder.decode(b"", final=True)

    small, large = INPUTS[name](SIZE), INPUTS[name](SIZE * FACTOR)
    read(small)
    assert seconds(lambda: read(large)) < max(FLOOR, seconds(lambda: read(small))) * MOST


def test_one_megabyte_of_anything_is_read_in_seconds() -> None:
    for make in INPUTS.values():
        assert seconds(lambda make=make: decode(make(1 << 20))) < 10
