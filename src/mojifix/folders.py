"""The files below a folder, in an order that is the same everywhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn


def is_same(path: Path, other: Path | None) -> bool:
    """Tell whether two paths lead to one place; those of different names do not."""
    if other is None or path.name != other.name:
        return False
    return os.path.realpath(path) == os.path.realpath(other)


def files_below(
    folder: Path, is_excluded: Callable[[Path], bool] = lambda path: False
) -> Iterator[Path]:
    """Yield the files of a folder, then those of each folder in it, sorted by name.

    Hidden files and folders are left out, and so are pipes, sockets and devices, which could be read
    for ever. Links to folders are not followed, so that no loop of links can hold it.

    Args:
        folder: where to look.
        is_excluded: tells of a file or a folder whether it is left out, too.

    Raises:
        OSError: a folder cannot be read, so that files would be missing.
    """
    for place, folders, files in os.walk(folder, onerror=_refuse):
        here = Path(place)
        kept = {
            name
            for name in (*folders, *files)
            if not name.startswith(".") and not is_excluded(here / name)
        }
        folders[:] = sorted(kept.intersection(folders))
        named = (here / name for name in sorted(kept.intersection(files)))
        yield from (path for path in named if path.is_file() or not path.exists())


def _refuse(error: OSError) -> NoReturn:
    raise error
