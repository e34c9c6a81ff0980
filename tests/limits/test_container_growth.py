"""Reading a container takes time in proportion to its length, whatever is in it."""

from collections import deque
from contextlib import suppress

import pytest
from growth import assert_linear, repeated

from mojifix.containers import ContainerError
from mojifix.containers.repairing import READERS

ATTACKS = {
    "json": ['"\\\\', '{"a":', "[", '"a" :', '\\"'],
    "csv": ['"', ',"', '"",', ',"a""', ',"""', ',"a', "\t;|,"],
    "html": ["<", "<!--", "<a ", '<a "', "<a '\"", "<script>", '<a title="', "&", "<a b=c "],
    "properties": ["\\", "\\\n ", "\\u00e9", " ", "=", "a=b\n", "#\r"],
    "subtitles": ["-->", "1\n", "\r\n", "\r"],
}


@pytest.mark.parametrize(
    ("container", "piece"), [(name, piece) for name, pieces in ATTACKS.items() for piece in pieces]
)
def test_reading_is_linear(container, piece):
    def read(text):
        with suppress(ContainerError):
            deque(READERS[container](text), maxlen=0)

    assert_linear(read, repeated(piece), length=50_000)
