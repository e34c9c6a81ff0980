"""One self-contained HTML page that shows what was done: nothing is loaded, every text is escaped.

Source and result stand side by side, one row per piece, in reading order;
repairs are marked on both sides and say their chain and probability, removed pieces are greyed and
fold. ``page.css`` and ``page.js`` beside this module are put into the page.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from functools import cache

from mojifix import resources
from mojifix.explaining import explain, in_words
from mojifix.highlighting import escaped, style
from mojifix.records import Repair
from mojifix.report.rows import Entry, fragment


def page(entries: Sequence[Entry]) -> str:
    """Return a complete HTML page about some inputs."""
    title = entries[0].name if len(entries) == 1 else f"{len(entries):,} files"
    sections = (fragment(entry, f"file-{number}") for number, entry in enumerate(entries, 1))
    return "".join(
        [
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            "img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">",
            '<link rel="icon" href="data:,">',
            f"<title>mojifix: {escaped(title)}</title>",
            f'<style>{style()}{_asset("page.css")}</style></head><body><main class="mojifix">',
            f"<h1><b>mojifix</b> <bdi>{escaped(title)}</bdi></h1>",
            _totals(entries),
            _chains([repair for entry in entries for repair in entry.document.repairs]),
            _contents(entries),
            _controls(entries),
            *sections,
            '<div id="tip" role="tooltip" hidden></div></main>',
            _data("data", [{"name": entry.name, **entry.document.to_dict()} for entry in entries]),
            _data("why", _explanations(entries)),
            f"<script>{_asset('page.js')}</script></body></html>\n",
        ]
    )


def notebook(entry: Entry) -> str:
    """Return a fragment with its style, as ``_repr_html_`` shows it."""
    return f"<style>{style()}</style>{fragment(entry)}"


@cache
def _asset(name: str) -> str:
    return resources.read_text(__package__, name)


def _totals(entries: Sequence[Entry]) -> str:
    numbers = {
        "file" if len(entries) == 1 else "files": len(entries),
        "repairs": sum(len(entry.document.repairs) for entry in entries),
        "blocks kept": sum(len(entry.document.blocks) for entry in entries),
        "removed": sum(len(entry.document.removed) for entry in entries),
    }
    tiles = (f"<div><b>{number:,}</b><span>{name}</span></div>" for name, number in numbers.items())
    return f'<div class="totals">{"".join(tiles)}</div>'


def _chains(repairs: Sequence[Repair]) -> str:
    chains = Counter(in_words(repair.steps) for repair in repairs).most_common()
    rows = (
        f"<li><span>{escaped(words)}</span><output>{count:,}</output>"
        f'<meter max="{chains[0][1]}" value="{count}"></meter></li>'
        for words, count in chains
    )
    return f'<ul class="chains" aria-label="repairs per chain">{"".join(rows)}</ul>'


def _contents(entries: Sequence[Entry]) -> str:
    if len(entries) == 1:
        return ""
    links = (
        f'<a href="#file-{number}"><bdi>{escaped(entry.name)}</bdi></a>'
        for number, entry in enumerate(entries, 1)
    )
    return f'<nav class="files" aria-label="files">{"".join(links)}</nav>'


def _controls(entries: Sequence[Entry]) -> str:
    roles = Counter(piece.role for entry in entries for piece in entry.document.removed)
    options = "".join(
        f'<option value="{escaped(role)}">{escaped(role.replace("_", " "))} ({count:,})</option>'
        for role, count in sorted(roles.items())
    )
    return (
        '<form id="controls"><label>Removed <select id="role"><option value="*">show all</option>'
        f'<option value="">hide all</option>{options}</select></label>'
        '<label>Repairs at least <input id="sure" type="range" min="0" max="1" step="0.05" '
        'value="0"> <output id="sure-shown" for="sure">0 %</output> sure</label>'
        '<span class="end"><span class="keys"><kbd>n</kbd> next repair <kbd>p</kbd> previous'
        '</span><button type="button" id="fold" aria-pressed="false">Fold removed</button>'
        '<button type="button" id="download">Download JSON</button></span></form>'
    )


def _explanations(entries: Sequence[Entry]) -> dict[str, str]:
    """Return a sentence per chain; what one run lost besides is said at its mark."""
    chains = {repair.steps for entry in entries for repair in entry.document.repairs}
    return {in_words(steps): explain("", "", steps) for steps in sorted(chains)}


def _data(place: str, content: object) -> str:
    """Return JSON inside the page; "<" is escaped so that no tag can end it."""
    text = json.dumps(content, ensure_ascii=True).replace("<", "\\u003c")
    return f'<script type="application/json" id="{place}">{text}</script>'
