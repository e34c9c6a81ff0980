"""Decoding takes time in proportion to its input, whatever that is."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from growth import assert_linear

from mojifix.decoding import IncrementalDecoder, detect
from mojifix.decoding.incremental import BLOCK

LENGTH = 60_000

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
    "drawings of DOS": lambda n: (b"\xcd" * 9 + b"a\xb3 \xdb") * (n // 12),
    "lone letters": lambda n: b"\xe9 (\xe8) \xa3;" * (n // 10),
    "amounts": lambda n: b"5\xa0\x80 1\xa0000 \xa4" * (n // 11),
    "fillers of Korean": lambda n: b"\xa4\xd4" * (n // 2) + b"\xff",
    "commands of LaTeX cut short": lambda n: (
        b"\\usepackage[latin1]{inputen\n" * (n // 28) + b"\xe9"
    ),
    "escapes": lambda n: b"\x1b$B" * (n // 3),
    "open HZ runs": lambda n: b"~{" * (n // 2),
    "NULs": lambda n: b"a\0" * (n // 2),
    "random": lambda n: random.Random(5).randbytes(n),
    "random high": lambda n: bytes(random.Random(5).choices(range(128, 256), k=n)),
    "gb18030 without a break": lambda n: "天".encode("gb18030") * (n // 2),
}


@pytest.mark.parametrize("name", INPUTS)
def test_time_grows_with_the_length(name: str) -> None:
    assert_linear(detect, INPUTS[name], length=LENGTH)  # decodes, and ranks what else it may be


@pytest.mark.parametrize("name", INPUTS)
def test_a_stream_in_small_chunks_takes_time_in_proportion(name: str) -> None:
    def read(data: bytes) -> None:
        decoder = IncrementalDecoder()
        for start in range(0, len(data), 1000):
            decoder.decode(data[start : start + 1000])
        decoder.decode(b"", final=True)

    # The decoder waits for a block; what comes after is read otherwise.
    assert_linear(read, INPUTS[name], length=2 * BLOCK)
