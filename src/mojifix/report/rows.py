"""One input as a table: a row per piece, as it came beside what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mojifix.highlighting import escaped, marked
from mojifix.records import Block, Meta, Removed, Repair, Source
from mojifix.report.places import Piece, Placed, places, reading_order
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


def fragment(entry: Entry, place: str = "") -> str:
    """Return the part of the page about one input; it needs the style sheet.

    Args:
        entry: the input.
        place: the anchor that links lead to; "" for none.
    """
    pieces: list[Piece] = [*entry.blocks, *entry.removed]
    placed = places(pieces, entry.repairs)
    rows = "".join(
        _row(entry, pieces[index], placed.get(index, [])) for index in reading_order(pieces)
    )
    anchor = f' id="{place}"' if place else ""
    return (
        f'<section class="mojifix"{anchor}><h2><bdi>{escaped(entry.name)}</bdi></h2>'
        f"{_facts(entry)}{_meta(entry.meta)}"
        "<table><thead><tr><th>source</th><th>result</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></section>"
    )


def _facts(entry: Entry) -> str:
    items = [
        f"{len(entry.blocks):,} blocks kept",
        f"{len(entry.removed):,} removed",
        f"{len(entry.repairs):,} repairs",
    ]
    if entry.source.encoding:
        items.insert(0, f"decoded from {entry.source.encoding}")
    if entry.quality is not None:
        items.append(f"quality {entry.quality:.2f}")
    items += entry.notes
    return f'<ul class="facts">{"".join(f"<li>{escaped(item)}</li>" for item in items)}</ul>'


def _meta(meta: Meta) -> str:
    known = {
        "title": meta.title,
        "by": ", ".join(meta.authors),
        "date": meta.date,
        "site": meta.site,
        "language": meta.language,
        "tags": ", ".join(meta.tags),
    }
    rows = (
        f"<dt>{name}</dt><dd><bdi>{escaped(value)}</bdi></dd>"
        for name, value in known.items()
        if value
    )
    inside = "".join(rows)
    return f"<dl>{inside}</dl>" if inside else ""


def _row(entry: Entry, piece: Piece, placed: Sequence[Placed]) -> str:
    right = marked(piece.text, [(at, len(r.after), r) for at, r in placed], "now")
    left = f'<td dir="auto">{_source(entry, piece, placed)}</td>'
    if isinstance(piece, Block):
        return f'<tr class="kept {piece.kind}">{left}<td dir="auto">{right}</td></tr>'
    return (
        f'<tr class="removed" data-role="{escaped(piece.role)}">{left}'
        f"<td><details open><summary>{_said(piece)}</summary>"
        f'<div dir="auto">{right}</div></details></td></tr>'
    )


def _said(piece: Removed) -> str:
    role = escaped(piece.role.replace("_", " "))
    return f'removed <span class="role">{role}</span> {piece.probability:.0%} sure'


def _source(entry: Entry, piece: Piece, placed: Sequence[Placed]) -> str:
    """Return a piece as it came, what was garbled marked."""
    start, end, source = piece.source_start, piece.source_end, entry.source_text
    if start is None or end is None or source is None or entry.source.kind == "html":
        return marked(piece.text, [(at, len(r.after), r) for at, r in placed], "was")
    spans = [
        (r.source_start - start, len(r.before), r)
        for _, r in placed
        if start <= r.source_start and r.source_end <= end
    ]
    return marked(source[start:end], spans, "was")
