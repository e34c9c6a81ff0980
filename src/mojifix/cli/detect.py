"""``mojifix detect``: which encoding, which language, how sure, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from mojifix.cli.inputs import collect
from mojifix.cli.options import NAME, take_terminal, terminal_options
from mojifix.cli.terminal import progress

if TYPE_CHECKING:
    from mojifix.records import Candidate


@click.command("detect", short_help="Name the encoding and the language of files.")
@click.argument("paths", nargs=-1, type=NAME, metavar="[PATH|-]...")
@click.option(
    "--glob",
    "globs",
    multiple=True,
    metavar="GLOB",
    help="Below a folder take only files that match; may be repeated.",
)
@click.option(
    "--exclude",
    "excludes",
    multiple=True,
    metavar="GLOB",
    help="Leave out files and folders that match; may be repeated.",
)
@click.option("--all", "show_all", is_flag=True, help="Name every candidate, not only the best.")
@click.option("--minimal", is_flag=True, help="Print nothing but the encoding.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="jsonl has the evidence too.",
)
@terminal_options
def command(**params: Any) -> int:
    """Print one line per file: its encoding, its language, and how sure that is."""
    from mojifix.decoding import detect

    terminal = take_terminal(params)
    failed = False
    for source in progress(collect(params["paths"], params["globs"], params["excludes"]), terminal):
        try:
            candidates = detect(source.read())
        except OSError as error:
            terminal.warn(f"{source.name}: {error.strerror or error}")
            failed = True
            continue
        shown = candidates if params["show_all"] else candidates[:1]
        for line in _lines(source.name, shown, params["form"], params["minimal"]):
            terminal.write(line + "\n")
    return 2 if failed else 0


def _lines(name: str, candidates: tuple[Candidate, ...], form: str, minimal: bool) -> Iterator[str]:
    for candidate in candidates:
        encoding = candidate.encoding or "binary"
        if form == "jsonl":
            yield json.dumps({"path": name, **candidate.to_dict()}, ensure_ascii=False)
        elif minimal:
            yield encoding
        else:
            language = f", {candidate.language}" if candidate.language else ""
            yield f"{name}: {encoding}{language}, {candidate.probability:.0%}"
