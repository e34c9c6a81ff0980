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
    help="Repair values only and keep the structure; auto goes by the file's name.",
)  # fmt: skip
@shared.repair_options
@shared.terminal_options
def command(**params: Any) -> int:
    """Repair text that was decoded with the wrong encoding.

    Only garbled runs change; the result is UTF-8, with line breaks and a byte order mark as they
    came.
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
            notes=(*decoding_notes(before), *_reencoded(before), *notes, *_damage(repaired)),
            legacy=_legacy(before),
            lossy=before.source.replaced > 0,
        )

    return deliver(delivery, inputs, work, terminal)


def repair_input(
    source: Input, text: str, container: str, options: Options
) -> tuple[Repaired, tuple[str, ...]]:
    """Repair a text, or the values in it; also return what should be said about that.

    Args:
        source: where it came from; its name tells the container.
        text: the whole text.
        container: ``"auto"``, ``"text"``, or the format it is in.
        options: how to repair.

    Raises:
        FailedInputError: the text is not in the format that was asked for.
    """
    from mojifix.containers import ContainerError, repair_container, repair_named
    from mojifix.mojibake import repair

    if container == "auto":
        return repair_named(text, source.name, options)
    if container == "text":
        return repair(text, options), ()
    try:
        return repair_container(text, cast("Container", container), options), ()
    except ContainerError as error:
        raise FailedInputError(str(error)) from None


def _content(source: Input, before: Decoded, repaired: Repaired, form: str) -> bytes:
    if form == "text":
        return encoded(repaired.text, before.source)
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


def _damage(repaired: Repaired) -> tuple[str, ...]:
    if not repaired.damage:
        return ()
    first, runs = repaired.damage[0], counted(len(repaired.damage), "damaged run")
    return (f"{runs} left, as {first.text[:40]!r} ({first.reason})",)
