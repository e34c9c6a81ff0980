"""One self-contained HTML page that shows what was done: nothing is loaded, every text is escaped.

Source and result stand side by side, one row per piece in reading order; repairs are marked on both
sides and say their chain and probability, removed pieces are greyed and fold. ``page.css`` and
``page.js`` beside this module are put into the page.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files

from mojifix.records import Block, JsonObject, Meta, Removed, Repair, Source
from mojifix.report.words import in_words
from mojifix.surrogates import encodable


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


def page(entries: Sequence[Entry]) -> str:
    """Return a complete HTML page about some inputs.

    Args:
        entries: one per input, in the order of the page.
    """
    title = "mojifix: " + (entries[0].name if len(entries) == 1 else f"{len(entries)} files")
    return "".join(
        [
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">",
            f"<title>{_text(title)}</title><style>{_asset('page.css')}</style></head><body>",
            f"<h1>{_text(title)}</h1>",
            _controls(entries),
            *(fragment(entry) for entry in entries),
            _data(entries),
            f"<script>{_asset('page.js')}</script></body></html>\n",
        ]
    )


def fragment(entry: Entry) -> str:
    """Return the part of the page about one input, for a notebook; it needs the style sheet."""
    rows = "".join(_row(entry, piece) for piece in _in_order(entry))
    return (
        f'<section class="mojifix"><h2><bdi>{_text(entry.name)}</bdi></h2>'
        f"{_summary(entry)}<table><thead><tr><th>source</th><th>result</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></section>"
    )


def notebook(entry: Entry) -> str:
    """Return a fragment with its style, as ``_repr_html_`` shows it."""
    return f"<style>{_asset('page.css')}</style>{fragment(entry)}"


@cache
def _asset(name: str) -> str:
    return files("mojifix.report").joinpath(name).read_text(encoding="utf-8")


def _text(text: str) -> str:
    return escape(encodable(text))


def _in_order(entry: Entry) -> list[Block | Removed]:
    """Return the pieces in reading order where that is known, else what was kept first."""
    pieces: list[Block | Removed] = [*entry.blocks, *entry.removed]
    if all(piece.source_start is not None for piece in pieces):
        pieces.sort(key=lambda piece: piece.source_start or 0)
    return pieces


def _controls(entries: Sequence[Entry]) -> str:
    roles = sorted({piece.role for entry in entries for piece in entry.removed})
    options = "".join(f"<option>{_text(role)}</option>" for role in roles)
    return (
        '<form id="controls"><label>Removed <select id="role"><option value="*">show all</option>'
        f'<option value="">show none</option>{options}</select></label> '
        '<label>Repairs at least <input id="sure" type="range" min="0" max="1" step="0.05" '
        'value="0"> <output id="sure-shown">0 %</output> sure</label> '
        '<button type="button" id="download">Download JSON</button></form>'
    )


def _summary(entry: Entry) -> str:
    chains = Counter(in_words(repair.steps) for repair in entry.repairs)
    items = [f"{len(entry.blocks)} blocks kept", f"{len(entry.removed)} removed"]
    items += [f"{count} × {words}" for words, count in chains.most_common()]
    if entry.source.encoding:
        items.insert(0, f"decoded from {entry.source.encoding}")
    if entry.quality is not None:
        items.append(f"quality {entry.quality:.2f}")
    items += entry.notes
    return f"<ul>{''.join(f'<li>{_text(item)}</li>' for item in items)}</ul>"


def _row(entry: Entry, piece: Block | Removed) -> str:
    left, right = _sides(entry, piece)
    cells = f'<td dir="auto">{left}</td><td dir="auto">{right}</td>'
    if isinstance(piece, Block):
        return f'<tr class="kept {piece.kind}">{cells}</tr>'
    said = f"{_text(piece.role)}, {piece.probability:.0%}"
    return (
        f'<tr class="removed" data-role="{_text(piece.role)}"><td dir="auto">{left}</td>'
        f'<td><details open><summary>removed: {said}</summary><div dir="auto">{right}</div>'
        "</details></td></tr>"
    )


def _sides(entry: Entry, piece: Block | Removed) -> tuple[str, str]:
    """Return a piece as it came and as it is, its repairs marked."""
    start, end, source = piece.source_start, piece.source_end, entry.source_text
    if start is None or end is None:
        inside = list(_found(piece.text, entry.repairs))
    else:
        inside = _within(piece.text, entry.repairs, start, end)
    right = _marked(piece.text, [(at, len(r.after), r.after, r) for at, r in inside])
    if source is None or start is None or end is None:
        return _marked(piece.text, [(at, len(r.after), r.before, r) for at, r in inside]), right
    spans = [
        (r.source_start - start, len(r.before), r.before, r)
        for r in entry.repairs
        if start <= r.source_start and r.source_end <= end
    ]
    return _marked(source[start:end], spans), right


def _within(text: str, repairs: Sequence[Repair], start: int, end: int) -> list[tuple[int, Repair]]:
    """Return where the repairs of a span of the source stand in the piece made from it."""
    return list(_found(text, [r for r in repairs if start <= r.source_start < end]))


def _found(text: str, repairs: Sequence[Repair]) -> Iterator[tuple[int, Repair]]:
    """Yield where the repairs stand in a text, those that occur there in their order."""
    position = 0
    for repair in repairs:
        at = text.find(repair.after, position) if repair.after else -1
        if at >= 0:
            yield at, repair
            position = at + len(repair.after)


def _marked(text: str, spans: Sequence[tuple[int, int, str, Repair]]) -> str:
    """Return a text with marks: (start, length, what to show, repair), in order."""
    parts: list[str] = []
    last = 0
    for start, length, shown, repair in spans:
        parts += _text(text[last:start]), _mark(shown, repair)
        last = start + length
    return "".join([*parts, _text(text[last:])])


def _mark(shown: str, repair: Repair) -> str:
    guessed = "; a lost character was guessed" if repair.guessed else ""
    label = (
        f"{repair.before} → {repair.after}: {in_words(repair.steps)}, "
        f"{repair.probability:.1%} sure, {repair.bits:.0f} bits{guessed}"
    )
    return (
        f'<mark tabindex="0" data-sure="{repair.probability:.4f}" title="{_text(label)}" '
        f'aria-label="{_text(label)}"><bdi>{_text(shown)}</bdi></mark>'
    )


def _data(entries: Sequence[Entry]) -> str:
    """Return the documents as JSON inside the page; "<" is escaped so that no tag can end it."""
    rows = [{"name": entry.name, **entry.values} for entry in entries]
    content = json.dumps(rows, ensure_ascii=True).replace("<", "\\u003c")
    return f'<script type="application/json" id="data">{content}</script>'
