"""``mojifix man``: the manual page, made from the same source as ``--help``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from mojifix import __version__


@click.command("man", short_help="Print the manual page (roff).")
@click.pass_context
def command(ctx: click.Context) -> int:
    """Print the manual page, to be read with: mojifix man | man -l -."""
    group = ctx.find_root().command
    assert isinstance(group, click.Group)
    click.echo("\n".join(_page(group)))
    return 0


def _page(group: click.Group) -> Iterator[str]:
    context = click.Context(group, info_name="mojifix")
    yield f'.TH MOJIFIX 1 "" "mojifix {__version__}" "User Commands"'
    yield ".SH NAME"
    yield f"mojifix \\- {_roff(_sentence(group))}"
    yield ".SH SYNOPSIS"
    yield ".B mojifix\n.I COMMAND\n[\\fIOPTION\\fR]... [\\fIPATH\\fR]..."
    yield ".SH COMMANDS"
    for name in group.list_commands(context):
        child = group.get_command(context, name)
        assert child is not None
        yield from _section(name, child, click.Context(child, info_name=name, parent=context))
    yield ".SH NOTES"
    yield _roff(group.epilog or "")


def _section(name: str, child: click.Command, context: click.Context) -> Iterator[str]:
    yield f".SS mojifix {name}"
    for paragraph in (child.help or "").split("\n\n"):
        yield _roff(" ".join(paragraph.replace("\b", "").split()))
        yield ".PP"
    for param in child.get_params(context):
        record = param.get_help_record(context)
        if record is not None and isinstance(param, click.Option):
            yield f".TP\n.B {_roff(record[0])}\n{_roff(record[1])}"


def _sentence(group: click.Group) -> str:
    return (group.help or "").split("\n")[0].rstrip(".")


def _roff(text: str) -> str:
    r"""Escape what roff reads as a request or an escape.

    >>> _roff(".so \\x -o")
    '\\&.so \\\\x \\-o'
    """
    text = text.replace("\\", "\\\\").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text
