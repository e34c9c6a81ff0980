"""Model files as ``mojifix.language.packed`` reads them: a line of JSON and the packed numbers."""

from __future__ import annotations

import hashlib
import json
import zlib
from pathlib import Path
from typing import Any


def write_packed(path: Path, header: dict[str, Any], payload: bytes) -> None:
    """Write a model file, and say how large it is.

    Args:
        path: of the file.
        header: its format, the command and the sources that it was made by, and more; the digest
            of the payload is added.
        payload: the rest.
    """
    header = {**header, "digest": hashlib.sha256(payload).hexdigest()}
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    path.write_bytes(head + b"\n" + payload)
    print(f"{path.stat().st_size} bytes")


def zipped(value: Any) -> bytes:
    """Return a value as a payload that ``read_zipped`` reads."""
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), 9)
