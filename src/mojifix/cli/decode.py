"""``mojifix decode``: bytes of an unknown encoding to UTF-8."""

from __future__ import annotations

from typing import Any

import click

from mojifix.cli import options as shared
from mojifix.cli.delivery import Result, deliver
from mojifix.cli.inputs import Input
from mojifix.cli.reading import declaration_notes, decoded, decoding_notes, encoded


@click.command("decode", short_help="Turn bytes of an unknown encoding into UTF-8.")
@shared.input_options
@shared.output_options
@shared.change_options
@click.option("--strip-bom", is_flag=True, help="Leave out a byte order mark.")
@shared.language_option
@shared.terminal_options
def command(**params: Any) -> int:
    """Find the encoding of the input and write it as UTF-8; repair nothing."""
    from mojifix.records import Repaired

    terminal = shared.take_terminal(params)
    declared, strip_bom = params.pop("declared"), params.pop("strip_bom")
    languages = tuple(params.pop("languages"))
    inputs = shared.take_inputs(params)

    def work(source: Input, data: bytes) -> Result:
        result = decoded(data, declared, languages)
        said = f"{result.source.encoding}: {'; '.join(result.source.evidence)}"
        return Result(
            content=encoded(result.text, None if strip_bom else result.source, source.name),
            text=data.decode("utf-8", "replace"),
            repaired=Repaired(text=result.text),
            notes=(
                *decoding_notes(result),
                *declaration_notes(result),
                *([said] if terminal.verbose else []),
            ),
            lossy=result.source.replaced > 0,
        )

    return deliver(shared.take_delivery(params, "text"), inputs, work, terminal)
