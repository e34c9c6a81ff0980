"""What people see: messages, colors, progress; only results go to standard output."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

import click

from mojifix.surrogates import encodable

Item = TypeVar("Item")
ColorChoice = Literal["auto", "always", "never"]

# Work shorter than this shows no progress bar, in seconds.
PROGRESS_AFTER: Final = 0.5

_DIFF_COLORS: Final = {"+": "green", "-": "red", "@": "cyan"}


@dataclass(frozen=True, slots=True)
class Terminal:
    """How much is said, and in which colors.

    Attributes:
        quiet: only failures are named.
        verbose: notes are said too.
        color: when to color; ``"auto"`` colors a terminal unless NO_COLOR is set.
    """

    quiet: bool = False
    verbose: bool = False
    color: ColorChoice = "auto"

    @property
    def colored(self) -> bool | None:
        """What click is told: True, False, or None for "see whether it is a terminal"."""
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        return True if os.environ.get("FORCE_COLOR") else None

    def warn(self, message: str) -> None:
        """Name a failure; it is said even when quiet."""
        head = click.style("mojifix: ", fg="red")
        click.echo(head + encodable(message), err=True, color=self.colored)

    def note(self, message: str) -> None:
        """Say what the reader should know."""
        if not self.quiet:
            click.echo(
                click.style("note: ", fg="yellow") + encodable(message),
                err=True,
                color=self.colored,
            )

    def say(self, message: str, *, always: bool = False) -> None:
        """Say a summary, when asked for much or when there is something to sum up."""
        if not self.quiet and (always or self.verbose):
            click.echo(message, err=True, color=self.colored)

    def write(self, text: str) -> None:
        """Write a result to standard output, in UTF-8."""
        colored = self.colored
        if colored is None:
            colored = sys.stdout.isatty()
        content = encodable(text if colored else click.unstyle(text))
        write_out(content.encode())

    def diff(self, line: str) -> None:
        """Write a line of a diff to standard output."""
        if line.startswith(("+++", "---")):
            line = click.style(line, bold=True)
        elif line[:1] in _DIFF_COLORS:
            line = click.style(line, fg=_DIFF_COLORS[line[0]])
        elif "[-" in line:
            line = line.replace("[-", "\x1b[31m[-").replace("-]{+", "-]\x1b[32m{+")
            line = line.replace("+}", "+}\x1b[0m")
        self.write(line + "\n")


def write_out(content: bytes) -> None:
    """Write all bytes to standard output.

    An unbuffered standard output (``python -u``) takes what fits on the disk and says how much.

    Raises:
        OSError: they do not all go there.
    """
    rest = memoryview(content)
    while rest:
        rest = rest[sys.stdout.buffer.write(rest) :]


def progress(items: Sequence[Item], terminal: Terminal) -> Iterator[Item]:
    """Yield the items, with a bar on standard error when it takes long and a person is looking."""
    if terminal.quiet or len(items) < 2 or not sys.stderr.isatty():
        yield from items
        return
    started = time.monotonic()
    with ExitStack() as stack:
        bar = None
        for done, item in enumerate(items):
            if bar is None and time.monotonic() - started > PROGRESS_AFTER:
                shown = click.progressbar(length=len(items), file=sys.stderr, show_pos=True)
                bar = stack.enter_context(shown)
                bar.update(done)
            yield item
            if bar is not None:
                bar.update(1)
