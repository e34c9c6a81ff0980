"""``mojifix detect``: which encoding, which language, how sure, and why."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from mojifix.cli import exits
from mojifix.cli import options as shared
from mojifix.cli.inputs import worked

if TYPE_CHECKING:
    from mojifix.records import Candidate


@click.command("detect", short_help="Name the encoding and the language of files.")
@shared.file_options
@click.option("--all", "show_all", is_flag=True, help="Name every candidate, not only the best.")
@click.option("--minimal", is_flag=True, help="Print nothing but the encoding.")
@shared.format_option("text", "jsonl", text="jsonl has the evidence too.")
@shared.terminal_options
def command(**params: Any) -> int:
    """Print one line per file: its encoding, its language, and how sure that is."""
    from mojifix.decoding import detect

    terminal = shared.take_terminal(params)
    counts: Counter[str] = Counter()
    inputs = shared.take_inputs(params)
    for source, candidates in worked(inputs, lambda it: detect(it.read()), terminal, counts):
        shown = candidates if params["show_all"] else candidates[:1]
        for line in _lines(source.name, shown, params["form"], params["minimal"]):
            terminal.write(line + "\n")
    return exits.FAILED if counts["failed"] else 0


def _lines(name: str, candidates: tuple[Candidate, ...], form: str, minimal: bool) -> Iterator[str]:
    from mojifix.report import visible

    for candidate in candidates:
        encoding = candidate.encoding or "binary"
        if form == "jsonl":
            yield json.dumps({"path": name, **candidate.to_dict()}, ensure_ascii=False)
        elif minimal:
            yield encoding
        else:
            language = f", {candidate.language}" if candidate.language else ""
            yield f"{visible(name)}: {encoding}{language}, {candidate.probability:.0%}"
