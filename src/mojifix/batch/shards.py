"""The inputs of a batch: found, and grouped by the output they end in.

One shard per JSON Lines file, under its own name; all other files together are one more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mojifix.batch.rows import Row, is_jsonl, is_packed, read_files, read_jsonl
from mojifix.folders import files_below, is_same

DOCUMENTS: Final = "documents.jsonl"
# What is taken for text or HTML below a folder; a file named outright is taken whatever it is.
TEXT_SUFFIXES: Final = frozenset(
    {".txt", ".text", ".htm", ".html", ".xhtml", ".shtml", ".md", ".markdown"}
)


@dataclass(frozen=True, slots=True)
class Shard:
    """Inputs that end in one output.

    Attributes:
        name: of the output below the output folder.
        files: each file and the name it goes by.
        rows: True for a JSON Lines file, False for one row per file.
    """

    name: str
    files: tuple[tuple[Path, str], ...]
    rows: bool

    @property
    def byte_length(self) -> int:
        """Bytes to be read, for the progress bar."""
        return sum(path.stat().st_size for path, _ in self.files if path.exists())

    def read(self, field: str) -> Iterator[Row]:
        """Yield its rows.

        Args:
            field: the key of the text in a JSON Lines file.
        """
        if self.rows:
            return read_jsonl(*self.files[0], field)
        return read_files(self.files)


def plan(
    paths: Sequence[Path], earlier: Sequence[Path] = (), *, one_file: bool = False
) -> tuple[list[Shard], Counter[str]]:
    """Find the files of a batch and group them by output; count those left out, by their suffix.

    Args:
        paths: JSON Lines files, other files, folders (searched, sorted, links not followed).
        earlier: files and folders below the paths that are left out, as ``Job.earlier`` is.
        one_file: all rows go to one file, so inputs may share a name.

    Raises:
        FileNotFoundError: a path does not exist.
        ValueError: two inputs would be written to one output; the message names them.
    """

    def is_earlier(path: Path) -> bool:
        return any(is_same(path, other) for other in earlier)

    shards: list[Shard] = []
    loose: list[tuple[Path, str]] = []
    passed_over: Counter[str] = Counter()
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(f"{path}: no such file or folder")
        files = files_below(path, is_earlier) if path.is_dir() else [path]
        for file in files:
            name = file.name if file == path else file.relative_to(path).as_posix()
            if is_jsonl(file):
                shards.append(Shard(name, ((file, name),), True))
            elif file == path or _suffix(file) in TEXT_SUFFIXES:
                loose.append((file, name))
            else:
                passed_over[_suffix(file)] += 1
    if loose:
        shards.append(Shard(DOCUMENTS, tuple(loose), False))
    names = Counter([shard.name for shard in shards] + [name for _, name in loose])
    twice = [name for name, count in names.items() if count > 1]
    if twice and not one_file:
        raise ValueError(f"two inputs are called {twice[0]!r}; run them as two batches")
    return shards, passed_over


def _suffix(file: Path) -> str:
    """Return what a file's name says of what it holds, whether compressed or not."""
    suffix = Path(file.stem).suffix if is_packed(file) else ""
    return (suffix or file.suffix).lower()
