"""One input as a table: a row per piece, as it came beside what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from mojifix.highlighting import escaped, marked
from mojifix.records import Block, Meta, Removed, Repair

if TYPE_CHECKING:
    from mojifix.document import Document

Piece = Block | Removed


class Placed(NamedTuple):
    """A repair, and where its result starts in the text of a piece."""

    at: int
    repair: Repair


class Entry(NamedTuple):
    """What the page shows of one input: its name, what came of it, the text as it came if at hand."""

    name: str
    document: Document
    source_text: str | None = None


def fragment(entry: Entry, place: str = "") -> str:
    """Return the part of the page about one input; it needs the style sheet.

    Args:
        entry: the input.
        place: the anchor that links lead to; "" for none.
    """
    document = entry.document
    pieces = placed((*document.blocks, *document.removed), document.repairs)
    rows = "".join(_row(entry, piece, of_piece) for piece, of_piece in pieces)
    anchor = f' id="{place}"' if place else ""
    return (
        f'<section class="mojifix"{anchor}><h2><bdi>{escaped(entry.name)}</bdi></h2>'
        f"{_facts(document)}{_meta(document.meta)}"
        "<table><thead><tr><th>source</th><th>result</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></section>"
    )


def placed(
    pieces: Sequence[Piece], repairs: Sequence[Repair]
) -> Iterator[tuple[Piece, list[Placed]]]:
    """Yield pieces in the order of their spans, those without one last, with the repairs of each.

    Args:
        pieces: what was kept and what was not; one without a span has no repairs.
        repairs: of the whole page, in reading order.
    """
    waiting = 0
    for piece in sorted(pieces, key=_start):
        first = waiting
        while first < len(repairs) and repairs[first].source_start < _start(piece):
            first += 1
        waiting = first
        while waiting < len(repairs) and repairs[waiting].source_start < (piece.source_end or 0):
            waiting += 1
        yield piece, _run(piece.text, piece.source_start or 0, repairs[first:waiting])


def _start(piece: Piece) -> float:
    return inf if piece.source_start is None else piece.source_start


def _run(text: str, source: int, repairs: Sequence[Repair]) -> list[Placed]:
    """Return the repairs that stand in a text one after the other, from the first one on.

    Args:
        text: of a piece; bullets and the like may have been taken from it.
        source: where it starts in the source.
        repairs: of it.
    """
    placed: list[Placed] = []
    start = 0
    for repair in repairs:
        at = start + repair.source_start - source
        if not text.startswith(repair.after, at):
            at = text.find(repair.after, start) if repair.after else -1
        if at < 0:
            break
        placed.append(Placed(at, repair))
        start, source = at + len(repair.after), repair.source_end
    return placed


def _facts(document: Document) -> str:
    items = [
        f"{len(document.blocks):,} blocks kept",
        f"{len(document.removed):,} removed",
        f"{len(document.repairs):,} repairs",
    ]
    if document.source.encoding:
        items.insert(0, f"decoded from {document.source.encoding}")
    if document.quality is not None:
        items.append(f"quality {document.quality:.2f}")
    items += document.notes
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
    if start is None or end is None or source is None or entry.document.source.kind == "html":
        return marked(piece.text, [(at, len(r.after), r) for at, r in placed], "was")
    spans = [
        (r.source_start - start, len(r.before), r)
        for _, r in placed
        if start <= r.source_start and r.source_end <= end
    ]
    return marked(source[start:end], spans, "was")
