"""Model files: a line of JSON that says what the rest is, and the rest."""

from __future__ import annotations

import json
import zlib
from functools import cache
from typing import Any

from mojifix import resources


@cache
def read_packed(name: str, form: str) -> tuple[dict[str, Any], bytes]:
    """Return the header and the payload of a model file of this package.

    Args:
        name: of the file.
        form: what its header must name as its format.

    Raises:
        RuntimeError: the file has another format.

    >>> header, payload = read_packed("model.bin", "mojifix-language/1")
    >>> len(header["groups"]) > 20, len(payload) > 500_000
    (True, True)
    """
    head, _, payload = resources.read_bytes(__package__, name).partition(b"\n")
    header = json.loads(head)
    if header["format"] != form:
        raise RuntimeError(f"{name} has the format {header['format']}, this needs {form}")
    return header, payload


def read_zipped(name: str, form: str) -> Any:
    """Return the payload of a model file that is JSON, compressed; as ``read_packed`` otherwise.

    >>> sorted(read_zipped("spacing.bin", "mojifix-spacing/1"))
    ['hangul', 'vietnamese']
    """
    return json.loads(zlib.decompress(read_packed(name, form)[1]))
