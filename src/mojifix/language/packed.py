"""Model files: a line of JSON that says what the rest is, and the rest."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from functools import cache
from typing import Any

from mojifix import resources


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A model file of this package, of which only what is asked for is read.

    Attributes:
        name: of the file.
        header: what it says of the rest.
        start: where the rest starts, in bytes.
    """

    name: str
    header: dict[str, Any]
    start: int

    def section(self, offset: int = 0, length: int = -1) -> bytes:
        """Return a zlib stream of the rest, unpacked; all of it where no length is given."""
        with resources.open_binary(__package__, self.name) as file:
            file.seek(self.start + offset)
            return zlib.decompress(file.read(length))


@cache
def open_packed(name: str, form: str) -> PackedFile:
    """Return a model file of this package.

    Args:
        name: of the file.
        form: what its header must name as its format.

    Raises:
        RuntimeError: the file has another format.

    >>> model = open_packed("model.bin", "mojifix-language/1")
    >>> greek = next(group for group in model.header["groups"] if group["name"] == "greek")
    >>> len(model.section(greek["offset"], greek["length"])) > 10_000
    True
    """
    with resources.open_binary(__package__, name) as file:
        head = file.readline()
    header = json.loads(head)
    if header["format"] != form:
        raise RuntimeError(f"{name} has the format {header['format']}, this needs {form}")
    return PackedFile(name, header, len(head))


def read_zipped(name: str, form: str) -> Any:
    """Return the rest of a model file that is JSON, compressed; as ``open_packed`` otherwise.

    >>> sorted(read_zipped("spacing.bin", "mojifix-spacing/1"))
    ['hangul', 'vietnamese']
    """
    return json.loads(open_packed(name, form).section())
