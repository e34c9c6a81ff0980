"""Model files: packed numbers under a line of JSON (``mojifix.language.packed``), or JSON alone."""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from texts import sources


def write_packed(
    folders: Mapping[str, Path], path: Path, form: str, payload: bytes, **more: Any
) -> None:
    """Write a model of languages under a header that says where it comes from, and say how large.

    Args:
        folders: that it was trained from, by what the command calls them.
        path: of the file.
        form: its format.
        payload: what is under the header.
        more: of the header.
    """
    script = Path(sys.argv[0]).name
    header = {
        "format": form,
        "command": " ".join(
            ["python", f"training/{script}", *folders, f"src/mojifix/language/{path.name}"]
        ),
        "sources": [source for folder in folders.values() for source in sources(folder)],
        **more,
        "digest": hashlib.sha256(payload).hexdigest(),
    }
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    path.write_bytes(head + b"\n" + payload)
    print(f"{path.stat().st_size} bytes")


def zipped(value: Any) -> bytes:
    """Return a value as a payload that ``read_zipped`` reads."""
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), 9)


def as_json(header: dict[str, Any], model: dict[str, Any]) -> str:
    """Return a model of boilerplate as the text of its file.

    Args:
        header: its format, the command and the sources that it was made by, and more; the digest of
            the model is added.
        model: weights and trees.
    """
    digest = hashlib.sha256(json.dumps(model).encode()).hexdigest()
    whole = {**header, "digest": digest, **model}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"
