"""``mojifix report``: one HTML page that shows what was done, for people without a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from mojifix.cli import exits
from mojifix.cli.delivery import refuse_inputs, write_to
from mojifix.cli.inputs import FailedInputError, Input, reason_of
from mojifix.cli.options import (
    OUTPUT_FILE,
    content_options,
    input_options,
    repair_options,
    take_inputs,
    take_options,
    take_terminal,
    terminal_options,
)
from mojifix.cli.reading import cleaned, decoded, encoded
from mojifix.cli.terminal import progress

if TYPE_CHECKING:
    from mojifix.options import Options
    from mojifix.report.entry import Entry


@click.command("report", short_help="Write one HTML page that shows what was done.")
@input_options
@click.option(
    "-o",
    "--output",
    type=OUTPUT_FILE,
    metavar="FILE",
    help="Write here instead of to standard output.",
)
@content_options
@repair_options
@terminal_options
def command(**params: Any) -> int:
    """Show source and result side by side, with every repair and everything that was removed.

    The page stands alone: it loads nothing and can be sent to somebody.
    """
    from mojifix.report.page import page

    terminal = take_terminal(params)
    options = take_options(params)
    inputs, output = take_inputs(params), params["output"]
    if output is not None:
        refuse_inputs([output], inputs)
    entries, failed = [], False
    for source in progress(inputs, terminal):
        try:
            entries.append(_entry(source, params["declared"], options))
        except (OSError, FailedInputError) as error:
            if source.is_passed_over(error):
                continue
            terminal.warn(f"{source.name}: {reason_of(error)}")
            failed = True
    if entries:
        write_to(output, encoded(page(entries)))
    return exits.FAILED if failed else 0


def _entry(source: Input, declared: str | None, options: Options) -> Entry:
    data = source.read()
    text = decoded(data, declared, options.languages).text
    document = cleaned(source, data, options, declared)
    return document.report_entry(source.name, text)
