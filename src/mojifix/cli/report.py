"""``mojifix report``: one HTML page that shows what was done, for people without a terminal."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from mojifix.cli import exits
from mojifix.cli import options as shared
from mojifix.cli.delivery import refuse_inputs, write_to
from mojifix.cli.inputs import Input, worked
from mojifix.cli.reading import cleaned, decoded, encoded

if TYPE_CHECKING:
    from mojifix.options import Options
    from mojifix.report.rows import Entry


@click.command("report", short_help="Write one HTML page that shows what was done.")
@shared.input_options
@shared.output_option
@shared.content_options
@shared.repair_options
@shared.terminal_options
def command(**params: Any) -> int:
    """Show source and result side by side, with every repair and everything that was removed.

    The page stands alone: it loads nothing and can be sent to somebody.
    """
    from mojifix.report.page import page

    terminal = shared.take_terminal(params)
    options = shared.take_options(params)
    inputs, output = shared.take_inputs(params), params["output"]
    if output is not None:
        refuse_inputs([output], inputs)
    counts: Counter[str] = Counter()
    one = partial(_entry, declared=params["declared"], options=options)
    entries = [entry for _, entry in worked(inputs, one, terminal, counts)]
    if entries:
        write_to(output, encoded(page(entries)))
    return exits.FAILED if counts["failed"] else 0


def _entry(source: Input, declared: str | None, options: Options) -> Entry:
    from mojifix.report.rows import Entry

    data = source.read()
    text = decoded(data, declared, options.languages).text
    return Entry(source.name, cleaned(source, data, options, declared), text)
