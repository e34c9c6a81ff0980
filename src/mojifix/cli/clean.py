"""``mojifix clean``: the whole way from bytes to structured text."""

from __future__ import annotations

import json
from typing import Any, Final, Literal

import click

from mojifix.cli import options as shared
from mojifix.cli.delivery import Delivery, Result, deliver
from mojifix.cli.inputs import FailedInputError, Input, NoTextError
from mojifix.cli.reading import cleaned, encoded
from mojifix.forms import SUFFIXES, Form, written
from mojifix.options import Options

CleanForm = Literal[Form, "jsonl"]
FORMS: Final = {**SUFFIXES, "jsonl": ".jsonl"}


@click.command("clean", short_help="Turn pages and flattened text into clean structured text.")
@shared.input_options
@shared.output_options
@shared.format_option(*FORMS, text="All formats show the same blocks; json has the receipts.")
@shared.content_options
@shared.repair_options
@shared.terminal_options
def command(**params: Any) -> int:
    """Decode, repair, and keep the content of web pages and flattened text.

    The json format says what was repaired and removed, with spans, roles and probabilities.
    """
    terminal = shared.take_terminal(params)
    options = shared.take_options(params)
    form, declared = params.pop("form"), params.pop("declared")
    inputs = shared.take_inputs(params)
    delivery = Delivery(suffix=FORMS[form], many_to_one=form == "jsonl", **params)

    def work(source: Input, data: bytes) -> Result:
        return clean_input(source, data, options, declared, form)

    return deliver(delivery, inputs, work, terminal)


def clean_input(
    source: Input, data: bytes, options: Options, declared: str | None, form: CleanForm
) -> Result:
    """Clean one input and render it.

    Raises:
        NoTextError: the bytes are no text, or hold none.
        FailedInputError: they are more than the limit.
    """
    document = cleaned(source, data, options, declared)
    unread = data and document.source.encoding is None
    if unread or not (document.blocks or document.removed):
        kind = FailedInputError if len(data) > options.limits.max_bytes else NoTextError
        raise kind("; ".join(document.notes) or "the input holds no text")
    if form == "jsonl":
        row = {"path": source.name, **document.to_dict()}
        content = json.dumps(row, ensure_ascii=False) + "\n"
    else:
        content = written(document, form)
        if form == "text" and content:
            content += "\n"
    return Result(content=encoded(content), text="", notes=document.notes)
