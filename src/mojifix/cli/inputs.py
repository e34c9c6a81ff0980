"""What a command reads: files, folders searched for files, standard input."""

from __future__ import annotations

import os.path
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import Final, TypeVar

import click

from mojifix.cli.terminal import Terminal, progress
from mojifix.folders import files_below, is_same

Outcome = TypeVar("Outcome")

STDIN: Final = "-"


class FailedInputError(Exception):
    """An input that cannot be worked on; the message says why."""


class NoTextError(FailedInputError):
    """An input that holds no text, as a picture does not."""


def reason_of(error: OSError | FailedInputError) -> str:
    """Return why an input failed, in words and without its name."""
    return (isinstance(error, OSError) and error.strerror) or str(error)


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read.

    Attributes:
        path: the file; None for standard input.
        place: where its result goes under ``--output-dir``, relative to it.
        found: it was found below a folder, not named.
    """

    path: Path | None
    place: Path
    found: bool = False

    @property
    def name(self) -> str:
        """What messages call it."""
        return str(self.path) if self.path else "<stdin>"

    def read(self) -> bytes:
        """Return all bytes.

        Raises:
            OSError: it cannot be read.
        """
        if self.path is None:
            if sys.stdin is None:  # the shell's ``<&-``
                raise OSError("standard input is closed")
            return sys.stdin.buffer.read()
        return self.path.read_bytes()


def worked(
    inputs: Sequence[Input],
    work: Callable[[Input], Outcome],
    terminal: Terminal,
    counts: Counter[str],
) -> Iterator[tuple[Input, Outcome]]:
    """Yield what became of each input, with a bar; say why some failed, and count those.

    Args:
        inputs: what to work on.
        work: raises ``OSError`` or ``FailedInputError`` where an input fails.
        terminal: where failures are named.
        counts: of ``"failed"``, and of ``"passed over"``: files below a folder without text.
    """
    for source in progress(inputs, terminal):
        try:
            outcome = work(source)
        except (OSError, FailedInputError) as error:
            message = f"{source.name}: {reason_of(error)}"
            # Nobody said that all files below a folder hold text.
            if source.found and isinstance(error, NoTextError):
                counts["passed over"] += 1
                if terminal.verbose:
                    terminal.note(message)
            else:
                counts["failed"] += 1
                terminal.warn(message)
            continue
        yield source, outcome


def collect(
    paths: Sequence[str], globs: Sequence[str], excludes: Sequence[str], output: Path | None = None
) -> list[Input]:
    """Return the files that the arguments name; folders are searched, sorted by name.

    Files named outright are taken as they are; below a folder hidden ones are left out.

    Args:
        paths: files, folders, ``-``; standard input when empty.
        globs: patterns that a file below a folder must match, one of them; all when empty.
        excludes: patterns of files and folders to leave out.
        output: a folder that results go to; what an earlier run left there is no input.

    Raises:
        click.UsageError: there is nothing to read, or an argument is a web address.
        click.ClickException: a folder cannot be read.
    """
    if not paths:
        if sys.stdin is None or sys.stdin.isatty():
            raise click.UsageError("name a file or a folder, or pipe text in (-)")
        paths = [STDIN]
    inputs = []
    for name in paths:
        path = Path(name)
        if name == STDIN:
            inputs.append(Input(None, Path("stdin.txt")))
        elif os.path.isdir(path):
            inputs += [
                Input(file, Path(path.resolve().name) / file.relative_to(path), found=True)
                for file in _below(path, globs, excludes, output)
            ]
        elif "://" in name and not os.path.exists(path):
            raise click.UsageError(
                f"{name} is an address, and mojifix downloads nothing; "
                "save the page and name the file, or pipe it in (-)"
            )
        else:
            inputs.append(Input(path, Path(path.name)))
    if not inputs:
        raise click.UsageError(f"there are no files to read below {', '.join(paths)}")
    return inputs


def _below(
    folder: Path, globs: Sequence[str], excludes: Sequence[str], output: Path | None
) -> Iterator[Path]:
    def matches_any(path: Path, patterns: Sequence[str]) -> bool:
        return any(_matches(path, folder, pattern) for pattern in patterns)

    def is_excluded(path: Path) -> bool:
        return matches_any(path, excludes) or is_same(path, output)

    try:
        for path in files_below(folder, is_excluded):
            if not globs or matches_any(path, globs):
                yield path
    except OSError as error:
        reason = f"{error.filename}: {reason_of(error)}"
        raise click.ClickException(f"{reason}; --exclude leaves it out") from None


def _matches(path: Path, folder: Path, glob: str) -> bool:
    """Tell whether a pattern is that of a name, of a path below the folder, or of the whole path."""
    pattern = PurePath(glob).as_posix()  # without the "/" at the end of a folder
    names = (path.name, path.relative_to(folder).as_posix(), path.as_posix())
    return any(fnmatch(name, pattern) for name in names)
