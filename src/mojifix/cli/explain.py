"""``mojifix explain``: what was garbled, how, how surely, and how to stop it."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

import click

from mojifix.cli import exits
from mojifix.cli import options as shared
from mojifix.cli.inputs import STDIN, Input, collect, worked
from mojifix.cli.reading import decoded
from mojifix.cli.terminal import Terminal

if TYPE_CHECKING:
    from mojifix.records import Repair, Repaired
    from mojifix.report import Lines

# Characters of the line shown on each side of a garbled run.
AROUND: Final = 30


@click.command("explain", short_help="Say what was garbled, how, and how to stop it.")
@click.argument("things", nargs=-1, type=click.Path(readable=False), metavar="[PATH|-|TEXT]...")
@shared.declared_option
@shared.format_option("text", "jsonl")
@shared.repair_options
@shared.terminal_options
def command(**params: Any) -> int:
    """Explain every repair in files, standard input, or a text given as the argument.

    Example: mojifix explain 'тАУ'
    """
    from mojifix.containers import repair_named

    terminal = shared.take_terminal(params)
    options = shared.take_options(params)
    counts: Counter[str] = Counter()

    def read(source: Input) -> str:
        return decoded(source.read(), params["declared"], options.languages).text

    for name, text in _texts(params["things"], read, terminal, counts):
        repaired, notes = repair_named(text, name, options)
        for note in notes:
            terminal.note(f"{name}: {note}")
        if params["form"] == "jsonl":
            for row in repaired.repairs:
                line = json.dumps({"path": name, **row.to_dict()}, ensure_ascii=False)
                terminal.write(line + "\n")
        else:
            terminal.write("\n".join(_explained(name, text, repaired)) + "\n")
    return exits.FAILED if counts["failed"] else 0


def _texts(
    things: tuple[str, ...],
    read: Callable[[Input], str],
    terminal: Terminal,
    counts: Counter[str],
) -> Iterator[tuple[str, str]]:
    """Yield the texts, each with the name of its file; of an argument it is empty."""
    for thing in things or (STDIN,):
        if thing != STDIN and not os.path.exists(thing):
            # Where the locale is ASCII, an argument comes as its bytes.
            yield "", os.fsencode(thing).decode("utf-8", "replace")
            continue
        inputs = collect([thing] if things else [], [], [])
        for source, text in worked(inputs, read, terminal, counts):
            yield source.name, text


def _explained(name: str, text: str, repaired: Repaired) -> Iterator[str]:
    from mojifix.explaining import advice, what_happened
    from mojifix.report import Lines, visible

    name = visible(name)
    if not repaired.repairs and not repaired.damage:
        yield f"{name}: nothing is garbled" if name else f"nothing is garbled in the text {text!r}"
        return
    lines = Lines(text)
    for repair in repaired.repairs:
        line, place = _place(name, lines, repair.source_start)
        guessed = " A character was lost; the likeliest was chosen." if repair.guessed else ""
        yield f"{place}{_in_line(text, lines.span(line), repair)}"
        yield f"  was     {visible(repair.after)}"
        how = what_happened(repair.before, repair.after, repair.steps, guessed=repair.guessed)
        yield f"  how     {how}."
        yield f"  sure    {_sureness(repair.probability)} ({repair.bits:.0f} bits saved).{guessed}"
        yield f"  stop    {_capital(advice(repair.steps, repair.after))}."
        yield ""
    for damage in repaired.damage:
        _, place = _place(name, lines, damage.source_start)
        yield f"{place}{visible(damage.text)} is damaged: {damage.reason}"
        yield ""


def _place(name: str, lines: Lines, position: int) -> tuple[int, str]:
    """Return the line of a position, and what to call it: nothing in a text without a name."""
    line, column = lines.place(position)
    return line, f"{name}:{line}:{column}: " if name else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sureness(probability: float) -> str:
    return "over 99.9 %" if probability > 0.999 else f"{100 * probability:.1f} %"


def _in_line(text: str, span: tuple[int, int], repair: Repair) -> str:
    """Return the run between arrows, with some of its line around it."""
    from mojifix.report import visible

    start = max(span[0], repair.source_start - AROUND)
    end = min(span[1], repair.source_end + AROUND)
    head = ("…" if start > span[0] else "") + text[start : repair.source_start]
    tail = text[repair.source_end : end] + ("…" if end < span[1] else "")
    run = click.style(visible(repair.before), bold=True)
    return f"{visible(head)}»{run}«{visible(tail)}".strip()
