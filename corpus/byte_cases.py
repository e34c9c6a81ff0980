"""The cases of ``bytes.jsonl``: bytes, described part by part, with the text they must become.

A case lists its parts, each a text with the codec that encodes it or bytes in hex, both perhaps
repeated. What must come out is ``text``, else the text of all parts; ``contains`` and
``encoding`` where bytes without meaning leave the exact text open; nothing when ``binary``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from mojifix import Decoded

_CASES: Final = Path(__file__).with_name("bytes.jsonl")


@dataclass(frozen=True)
class Case:
    """One case."""

    name: str
    group: str
    parts: list[dict[str, Any]]
    text: str | None = None
    encoding: str | None = None
    contains: list[str] = field(default_factory=list)
    binary: bool = False
    bom: bool = False
    replaced: int | None = None
    repairs: int | None = None
    declared: str | None = None
    declared_by: Any = None

    @property
    def data(self) -> bytes:
        """Return the bytes."""
        return b"".join(
            (bytes.fromhex(part["hex"]) if "hex" in part else part["encode"].encode(part["as"]))
            * part.get("times", 1)
            for part in self.parts
        )

    @property
    def expected(self) -> str | None:
        """Return the text that must come out; None where only parts of it are known."""
        if self.text is not None:
            return self.text
        if self.contains:
            return None
        return "".join(part["encode"] * part.get("times", 1) for part in self.parts)

    def failures(self, decoded: Decoded) -> list[str]:
        """Return what is wrong with a result, in words."""
        if self.binary:
            wrong = decoded.source.encoding is not None or decoded.text != ""
            return [f"taken for {decoded.source.encoding}"] if wrong else []
        found = []
        if self.expected is not None and decoded.text != self.expected:
            found.append(f"text {decoded.text[-80:]!r} ({decoded.source.encoding})")
        found += [f"{part[:40]!r} lost" for part in self.contains if part not in decoded.text]
        if self.encoding and decoded.source.encoding != self.encoding:
            found.append(f"encoding {decoded.source.encoding}")
        if decoded.source.had_bom != self.bom:
            found.append(f"had_bom {decoded.source.had_bom}")
        if self.replaced is not None and decoded.source.replaced != self.replaced:
            found.append(f"replaced {decoded.source.replaced}")
        if self.repairs is not None and len(decoded.repairs) != self.repairs:
            found.append(f"{len(decoded.repairs)} repairs")
        return found


def load(group: str) -> list[Case]:
    """Return the cases of a group."""
    rows = map(json.loads, _CASES.read_text("utf-8").splitlines())
    return [Case(**row) for row in rows if row["group"] == group]
