"""Files that are written whole or not at all.

A file is written beside its place, flushed to the disk and then moved over it in one step; a full
disk or a killed process leaves the old file as it was. Everything mojifix writes goes through here.
"""

from __future__ import annotations

import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its place when the block ends, and vanishes when it raises.

    A symbolic link stays a link and its target is replaced; the mode of an existing file is kept,
    and its owner and group as far as the system lets us.
    What is not a regular file (``/dev/stdout``, a pipe) is written to directly.

    Args:
        path: where to write it; its folder exists.

    Raises:
        OSError: the folder cannot be written to, or the disk is full.
    """
    try:
        old = path.stat()
    except FileNotFoundError:
        old = None
    if old is not None and not stat.S_ISREG(old.st_mode):
        with path.open("wb") as stream:
            yield stream
        return
    target = Path(os.path.realpath(path))  # of a pipe it would be no path at all
    temporary = _beside(target)
    # "xb" never follows a link that somebody put in the way, and obeys the umask.
    try:
        with temporary.open("xb") as stream:
            if old is not None:
                _take_over(temporary, old)
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, target)
    except BaseException:
        with suppress(FileNotFoundError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def write(path: Path, content: bytes, *, backup: str | None = None) -> None:
    """Write a whole file, keeping the old one under another name when asked.

    Args:
        path: where to write it; its folder exists.
        content: all of it.
        backup: a suffix for the old file, as ``".bak"``; an older backup is replaced.

    Raises:
        OSError: the folder cannot be written to, or the disk is full.
    """
    with writing(path) as stream:
        stream.write(content)
        if backup and path.exists():
            _keep(path, backup)


def move(source: Path, path: Path) -> None:
    """Put a finished file in the place of another, whose link and mode are kept as in ``writing``.

    Args:
        source: the finished file; gone afterwards.
        path: where to put it; its folder exists.

    Raises:
        OSError: the folder cannot be written to, or the disk is full.
    """
    target = Path(os.path.realpath(path))
    if target.exists():
        if not target.is_file() or target.stat().st_dev != source.stat().st_dev:
            with source.open("rb") as finished, writing(path) as stream:
                shutil.copyfileobj(finished, stream)
            source.unlink()
            return
        _take_over(source, target.stat())
    with source.open("rb") as finished:
        os.fsync(finished.fileno())
    os.replace(source, target)
    _sync_folder(target.parent)


def _take_over(path: Path, old: os.stat_result) -> None:
    """Give a file the owner, group and mode of another."""
    for owner, group in ((-1, old.st_gid), (old.st_uid, -1)):
        with suppress(OSError, AttributeError):  # only root gives files away; Windows has no chown
            os.chown(path, owner, group)
    os.chmod(path, stat.S_IMODE(old.st_mode))


def _keep(path: Path, suffix: str) -> None:
    """Copy a file beside itself; the copy is whole before it takes its name."""
    target = Path(os.path.realpath(path))
    temporary = _beside(target)
    try:
        shutil.copy2(target, temporary)
        os.replace(temporary, path.with_name(path.name + suffix))
    except BaseException:
        with suppress(FileNotFoundError):
            temporary.unlink()
        raise


def _beside(target: Path) -> Path:
    """Return an unused hidden name in the same folder, which is on the same file system."""
    return target.with_name(f".{target.name[:80]}.{secrets.token_hex(8)}.tmp")


def _sync_folder(folder: Path) -> None:
    """Make the move itself durable, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
