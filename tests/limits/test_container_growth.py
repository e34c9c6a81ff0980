"""Reading a container takes time in proportion to its length, whatever is in it."""

import time
from contextlib import suppress

import pytest

from mojifix.containers import ContainerError
from mojifix.containers.repairing import READERS

# Twice the length may take so much longer; a quadratic reader takes four times as long.
ALLOWED = 3.0
ATTACKS = {
    "json": ['"\\\\', '{"a":', "[", '"a" :', '\\"'],
    "csv": ['"', ',"', '"",', ',"a""', ',"""', ',"a', "\t;|,"],
    "html": ["<", "<!--", "<a ", '<a "', "<a '\"", "<script>", '<a title="', "&", "<a b=c "],
    "subtitles": ["-->", "1\n", "\r\n", "\r"],
}


def spent(read, text):
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        with suppress(ContainerError):
            read(text)
        best = min(best, time.process_time() - started)
    return best


@pytest.mark.parametrize(
    ("container", "piece"), [(name, piece) for name, pieces in ATTACKS.items() for piece in pieces]
)
def test_reading_is_linear(container, piece):
    read, length = READERS[container], 100_000
    once = piece * (length // len(piece))
    assert spent(read, once * 2) < ALLOWED * spent(read, once) + 0.02
