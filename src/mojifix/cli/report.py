"""``mojifix report``: one HTML page that shows what was done, for people without a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mojifix.cli.delivery import EXIT_FAILED, FailedInputError
from mojifix.cli.inputs import Input, collect
from mojifix.cli.options import (
    PATH,
    input_options,
    repair_options,
    take_options,
    take_terminal,
    terminal_options,
)
from mojifix.cli.reading import cleaned, decoded, encoded
from mojifix.cli.terminal import progress, write_out

if TYPE_CHECKING:
    from mojifix.options import Options
    from mojifix.report.entry import Entry


@click.command("report", short_help="Write one HTML page that shows what was done.")
@input_options
@click.option(
    "-o", "--output", type=PATH, metavar="FILE", help="Write here instead of to standard output."
)
@click.option(
    "--kind",
    type=click.Choice(["auto", "html", "flat", "plain"]),
    default="auto",
    show_default=True,
    help="As for clean.",
)
@repair_options
@terminal_options
def command(**params: Any) -> int:
    """Show source and result side by side, with every repair and everything that was removed.

    The page stands alone: it loads nothing and can be sent to somebody.
    """
    from mojifix.report.page import page

    terminal = take_terminal(params)
    options = take_options(params, kind=params["kind"])
    entries, failed = [], False
    for source in progress(collect(params["paths"], params["globs"], params["excludes"]), terminal):
        try:
            entries.append(_entry(source, params["declared"], options))
        except (OSError, FailedInputError) as error:
            reason = error.strerror if isinstance(error, OSError) else None
            terminal.warn(f"{source.name}: {reason or error}")
            failed = True
    if entries:
        _write(encoded(page(entries)), params["output"])
    return EXIT_FAILED if failed else 0


def _entry(source: Input, declared: str | None, options: Options) -> Entry:
    data = source.read()
    text = decoded(data, declared, options.languages).text
    document = cleaned(source, data, options, declared)
    return document.report_entry(source.name, text)


def _write(content: bytes, output: Path | None) -> None:
    from mojifix import atomic

    if output is None:
        write_out(content)
        return
    try:
        atomic.write(output, content)
    except OSError as error:
        raise click.ClickException(f"{output}: {error.strerror or error}") from None
