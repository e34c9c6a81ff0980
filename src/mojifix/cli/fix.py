"""``mojifix fix``: repair mojibake, touch nothing else."""

from __future__ import annotations

import json
from typing import Any, Literal

import click

from mojifix.cli.delivery import Delivery, Result, deliver
from mojifix.cli.inputs import Input, collect
from mojifix.cli.options import (
    change_options,
    input_options,
    output_options,
    repair_options,
    take_options,
    take_terminal,
    terminal_options,
)
from mojifix.cli.reading import decoded, decoding_notes, encoded
from mojifix.options import Options
from mojifix.records import Decoded, Repaired


@click.command("fix", short_help="Repair mojibake in text; leave everything else alone.")
@input_options
@output_options
@change_options
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl"]), default="text",
              show_default=True, help="json and jsonl carry every repair with its spans.")
@repair_options
@terminal_options
def command(**params: Any) -> int:
    """Repair text that was decoded with the wrong encoding.

    Only garbled runs change; the result is UTF-8, with line breaks and a byte order mark as they
    came.
    """
    terminal = take_terminal(params)
    options = take_options(params)
    form, declared = params.pop("form"), params.pop("declared")
    inputs = collect(params.pop("paths"), params.pop("globs"), params.pop("excludes"))
    delivery = take_delivery(params, form)

    def work(source: Input, data: bytes) -> Result:
        return repair_input(source, data, options, declared, form)

    return deliver(delivery, inputs, work, terminal)


def take_delivery(params: dict[str, Any], form: str) -> Delivery:
    """Make the delivery out of what ``output_options`` and ``change_options`` gathered."""
    word_diff = params.pop("word_diff")
    diff: Literal["unified", "word"] | None = (
        "word" if word_diff else "unified" if params.pop("diff") else None
    )
    params.pop("diff", None)
    if form != "text" and params["in_place"]:
        raise click.UsageError("--in-place writes text; leave out --format")
    return Delivery(
        diff=diff,
        annotations=params.pop("report_format"),
        suffix=None if form == "text" else f".{form}",
        many_to_one=form == "jsonl",
        **params,
    )


def repair_input(
    source: Input, data: bytes, options: Options, declared: str | None, form: str
) -> Result:
    """Decode and repair one input.

    Raises:
        FailedInputError: the bytes are no text.
    """
    from mojifix.mojibake import repair

    before = decoded(data, declared, options.languages)
    repaired = repair(before.text, options)
    return Result(
        content=_content(source, before, repaired, form),
        text=before.text,
        repaired=repaired,
        notes=(*decoding_notes(before), *_damage(repaired)),
        lossy=before.source.replaced > 0,
    )


def _content(source: Input, before: Decoded, repaired: Repaired, form: str) -> bytes:
    if form == "text":
        return encoded(repaired.text, before.source.had_bom)
    row = {"path": source.name, **repaired.to_dict(), "source": before.source.to_dict()}
    indent = 1 if form == "json" else None
    return encoded(json.dumps(row, ensure_ascii=False, indent=indent) + "\n", False)


def _damage(repaired: Repaired) -> tuple[str, ...]:
    if not repaired.damage:
        return ()
    first = repaired.damage[0]
    return (f"{len(repaired.damage)} damaged runs left, as {first.text[:40]!r} ({first.reason})",)
