"""What people see: messages, colors, progress; only results go to standard output."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
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
        self._tell(click.style("mojifix: ", fg="red"), message)

    def note(self, message: str) -> None:
        """Say what the reader should know."""
        if not self.quiet:
            self._tell(click.style("note: ", fg="yellow"), message)

    def _tell(self, head: str, message: str) -> None:
        from mojifix.report import visible  # names of files may hold what steers a terminal

        _clear_line()
        click.echo(head + encodable(visible(message)), err=True, color=self.colored)

    def say(self, message: str, *, always: bool = False) -> None:
        """Say a summary: when verbose, or always."""
        if not self.quiet and (always or self.verbose):
            click.echo(message, err=True, color=self.colored)

    def write(self, text: str) -> None:
        """Write a result to standard output, in UTF-8."""
        colored = self.colored
        if colored is None:
            colored = sys.stdout is not None and sys.stdout.isatty()
        _clear_line()
        content = encodable(text if colored else click.unstyle(text))
        write_out(content.encode())

    def diff(self, line: str) -> None:
        """Write a line of a unified diff to standard output."""
        if line.startswith(("+++", "---")):
            line = click.style(line, bold=True)
        elif line[:1] in _DIFF_COLORS:
            line = click.style(line, fg=_DIFF_COLORS[line[0]])
        self.write(line + "\n")


def _clear_line() -> None:
    """Take a progress bar out of the way of what is said; it comes back as it moves on."""
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)


def counted(number: int, noun: str) -> str:
    """Say how many of something there are.

    >>> counted(1, "file"), counted(2_000, "row")
    ('1 file', '2,000 rows')
    """
    return f"{number:,} {noun}{'s' * (number != 1)}"


def write_out(content: bytes) -> None:
    """Write all bytes to standard output.

    An unbuffered standard output (``python -u``) takes what fits on the disk and says how much.

    Raises:
        OSError: they do not all go there.
    """
    if sys.stdout is None:  # the shell's ``>&-``
        raise OSError("it is closed")
    rest = memoryview(content)
    while rest:
        rest = rest[sys.stdout.buffer.write(rest) :]


def in_color(before: str, after: str) -> str:
    """Show a change as git's word diff does, what was in red and what is in green."""
    return click.style(f"[-{before}-]", fg="red") + click.style(f"{{+{after}+}}", fg="green")


def progress(items: Sequence[Item], terminal: Terminal) -> Iterator[Item]:
    """Yield the items, with a bar on standard error when it takes long and a person is looking."""
    if len(items) == 1:  # which is all there or not at all
        yield items[0]
        return
    with bar(len(items), terminal) as advance:
        for item in items:
            yield item
            advance(1)


@contextmanager
def bar(length: int, terminal: Terminal) -> Iterator[Callable[[int], None]]:
    """Show how much of a length is done, once it takes long; yield what is told of each part."""
    if terminal.quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda part: None
        return
    started, done = time.monotonic(), 0
    with ExitStack() as stack:
        shown = None

        def advance(part: int) -> None:
            nonlocal done, shown
            done += part
            if shown is not None:
                shown.update(part)
            elif time.monotonic() - started > PROGRESS_AFTER:
                made = click.progressbar(length=length, file=sys.stderr, label="mojifix")
                shown = stack.enter_context(made)
                shown.update(done)

        yield advance
