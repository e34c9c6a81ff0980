"""``mojifix fix``: repair mojibake, touch nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

import click

from mojifix.cli import options as shared
from mojifix.cli.delivery import Result, deliver
from mojifix.cli.inputs import FailedInputError, Input
from mojifix.cli.reading import UTF8, declaration_notes, decoded, decoding_notes, encoded
from mojifix.cli.terminal import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mojifix.containers import Container
    from mojifix.options import Options
    from mojifix.records import Decoded, Repaired


@click.command("fix", short_help="Repair mojibake in text; leave everything else alone.")
@shared.input_options
@shared.output_options
@shared.change_options
@shared.receipt_options
@shared.format_option(
    "text", "json", "jsonl", text="json and jsonl carry every repair with its spans."
)
@click.option(
    "--as", "container", default="auto", show_default=True,
    type=click.Choice(
        ["auto", "text", "csv", "html", "json", "jsonl", "properties", "subtitles"]
    ),
    help="Repair values only and keep the structure; auto goes by the file's name, and knows JSON "
    "Lines on standard input.",
)  # fmt: skip
@shared.repair_options
@shared.terminal_options
def command(**params: Any) -> int:
    """Repair text that was decoded with the wrong encoding.

    Only garbled runs change; the result is UTF-8, with line breaks and a byte order mark as they
    came. JSON that was UTF-16 gets no mark, which it may not have in UTF-8.
    """
    terminal = shared.take_terminal(params)
    options = shared.take_options(params)
    form, declared, container = (params.pop(name) for name in ("form", "declared", "container"))
    inputs, delivery = shared.take_inputs(params), shared.take_delivery(params, form)

    def work(source: Input, data: bytes) -> Result:
        before = decoded(data, declared, options.languages)
        repaired, notes = repair_input(source, before.text, container, options)
        return Result(
            content=_content(source, before, repaired, form),
            text=before.text,
            repaired=repaired,
            notes=(*decoding_notes(before), *_reencoded(before), *notes, *_misfits(repaired)),
            legacy=_legacy(before),
            lossy=before.source.replaced > 0,
        )

    return deliver(delivery, inputs, work, terminal)


def repair_input(
    source: Input, text: str, container: str, options: Options
) -> tuple[Repaired, tuple[str, ...]]:
    """Repair a text, or the values in it; also return what should be said about that.

    Args:
        source: where it came from; its name tells the container. What has none is JSON Lines
            where it begins with an object.
        text: the whole text.
        container: ``"auto"``, ``"text"``, or the format it is in.
        options: how to repair.

    Raises:
        FailedInputError: the text is not in the format that was asked for.
    """
    from mojifix.containers import (
        ContainerError,
        begins_as_jsonl,
        repair_container,
        repair_named,
    )
    from mojifix.mojibake import repair

    if container == "auto":
        nameless_rows = source.path is None and begins_as_jsonl(text)
        return repair_named(text, "stdin.jsonl" if nameless_rows else source.name, options)
    if container == "text":
        return repair(text, options), ()
    try:
        return repair_container(text, cast("Container", container), options), ()
    except ContainerError as error:
        raise FailedInputError(str(error)) from None


def _content(source: Input, before: Decoded, repaired: Repaired, form: str) -> bytes:
    if form == "text":
        return encoded(repaired.text, before.source, source.name)
    row = {"path": source.name, **repaired.to_dict(), "source": before.source.to_dict()}
    indent = 1 if form == "json" else None
    return encoded(json.dumps(row, ensure_ascii=False, indent=indent) + "\n")


def _legacy(before: Decoded) -> str | None:
    """Name the encodings of what is not all UTF-8."""
    others = (run.steps[0].removeprefix("decode ") for run in before.repairs)
    legacy = " and ".join(dict.fromkeys([before.source.encoding or "utf-8", *others]))
    return None if legacy in UTF8 else legacy


def _reencoded(before: Decoded) -> tuple[str, ...]:
    legacy = _legacy(before)
    if legacy is None:
        return ()
    return (f"was {legacy}, becomes UTF-8", *declaration_notes(before))


def _misfits(repaired: Repaired) -> Iterator[str]:
    """Say what is still damaged, and what the repairs have made untrue."""
    if repaired.damage:
        first, runs = repaired.damage[0], counted(len(repaired.damage), "damaged run")
        yield f"{runs} left, as {first.text[:40]!r} ({first.reason})"
    if repaired.repairs and repaired.text.startswith("WARC/"):
        yield "the Content-Length and digests of this WARC file are those before repair"
