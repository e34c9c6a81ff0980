"""What the report shows of one input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mojifix.records import Block, Meta, Removed, Repair, Source
from mojifix.serialization import JsonObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the page shows of one input.

    Attributes:
        name: of the input.
        blocks, removed, repairs, meta, source, quality, notes: as in a ``Document``.
        values: the document as JSON types, for the download.
        source_text: the text as it came; None when it is not at hand.
    """

    name: str
    blocks: Sequence[Block]
    removed: Sequence[Removed]
    repairs: Sequence[Repair]
    meta: Meta
    source: Source
    quality: float | None
    notes: Sequence[str]
    values: JsonObject
    source_text: str | None = None
