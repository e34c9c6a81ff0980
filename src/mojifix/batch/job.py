"""A batch as the command runs it: inputs planned into shards, each written whole.

One shard per JSON Lines file, under its own name; all other files together are one more. Every row
that goes in comes out, a failed one as it was with its status; ``errors.jsonl`` lists those,
``summary.json`` the counts.
"""

from __future__ import annotations

import gzip
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import tee
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, cast

from mojifix import atomic
from mojifix.batch.parallel import Outcome, map_in_order
from mojifix.batch.rows import Row, is_jsonl, read_files, read_jsonl, with_field
from mojifix.batch.work import Done, Work
from mojifix.records import JsonObject
from mojifix.surrogates import encodable

DOCUMENTS: Final = "documents.jsonl"
ERRORS: Final = "errors.jsonl"
SUMMARY: Final = "summary.json"
# What is taken for text or HTML below a folder; a file named outright is taken whatever it is.
TEXT_SUFFIXES: Final = frozenset({".txt", ".text", ".htm", ".html", ".xhtml", ".shtml", ".md"})
SUFFIXES: Final = {"text": ".txt", "markdown": ".md", "json": ".json", "xml": ".xml"}
# The key under which a row says what was done to it.
STATUS_KEY: Final = "mojifix"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What to do with the rows and where they go.

    Attributes:
        work: what to do with a row.
        output: the output folder, or one ``.jsonl`` or ``.jsonl.gz`` file for all rows.
        field: the key of the text in the rows of a JSON Lines file.
        workers: number of processes, from 1.
    """

    work: Work
    output: Path
    field: str = "text"
    workers: int = 1

    @property
    def one_file(self) -> bool:
        """Whether all rows go to one file."""
        return is_jsonl(self.output)

    def beside(self, name: str) -> Path:
        """Return the path of a file that goes with the output, as ``errors.jsonl``."""
        if self.one_file:
            return self.output.with_name(f"{self.output.name.split('.')[0]}.{name}")
        return self.output / name


def plan(paths: Sequence[Path], *, one_file: bool = False) -> list[Shard]:
    """Find the files of a batch and group them by output.

    Args:
        paths: JSON Lines files, other files, folders (searched, sorted, links not followed).
        one_file: put everything into one shard per kind.

    Raises:
        FileNotFoundError: a path does not exist.
        ValueError: two inputs would be written to one output; the message names them.
    """
    shards: list[Shard] = []
    loose: list[tuple[Path, str]] = []
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(f"{path}: no such file or folder")
        files = _below(path) if path.is_dir() else [(path, path.name)]
        for file, name in files:
            if is_jsonl(file):
                shards.append(Shard(name, ((file, name),), True))
            elif file == path or file.suffix.lower() in TEXT_SUFFIXES:
                loose.append((file, name))
    if loose:
        shards.append(Shard(DOCUMENTS, tuple(loose), False))
    names = Counter([shard.name for shard in shards] + [name for _, name in loose])
    twice = [name for name, count in names.items() if count > 1]
    if twice and not one_file:
        raise ValueError(f"two inputs are called {twice[0]!r}; run them as two batches")
    return shards


def _below(folder: Path) -> Iterator[tuple[Path, str]]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                path = Path(place) / name
                yield path, PurePosixPath(path.relative_to(folder)).as_posix()


def run(
    job: Job, shards: Sequence[Shard], advance: Callable[[int], None] = lambda length: None
) -> Counter[str]:
    """Run a batch; return how many rows ended with each status.

    Args:
        job: what to do.
        shards: what ``plan`` found.
        advance: called with the bytes read since the last call.

    Raises:
        OSError: an input cannot be read or an output cannot be written; what was finished before
            stays, nothing is half written.
    """
    counts: Counter[str] = Counter()
    job.beside(ERRORS).parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        errors = stack.enter_context(atomic.writing(job.beside(ERRORS)))
        everything = stack.enter_context(_rows_file(job.output)) if job.one_file else None
        for shard in shards:
            for row, done in _worked(job, shard, advance, everything):
                counts[done.status] += 1
                if done.error is not None:
                    errors.write(_line(_error(row, done)))
    summary: JsonObject = {"rows": counts.total(), **dict(sorted(counts.items()))}
    atomic.write(job.beside(SUMMARY), _line(summary))
    return counts


def _worked(
    job: Job, shard: Shard, advance: Callable[[int], None], everything: BinaryIO | None
) -> Iterator[tuple[Row, Done]]:
    """Work on a shard, write its rows, and yield each with what became of it."""
    source = (
        read_jsonl(shard.files[0][0], shard.files[0][1], job.field)
        if shard.rows
        else read_files(shard.files)
    )
    # The rows ahead of the outcomes are those of the window, which bounds what tee keeps.
    rows, ahead = tee(source)
    contents = (row.content for row in ahead)
    outcomes = map_in_order(job.work, contents, workers=job.workers, size=_size)
    tree = not shard.rows and everything is None and job.work.form in SUFFIXES
    with ExitStack() as stack:
        stream = everything
        if stream is None and not tree:
            (job.output / shard.name).parent.mkdir(parents=True, exist_ok=True)
            stream = stack.enter_context(_rows_file(job.output / shard.name))
        read = 0
        for row, outcome in zip(rows, outcomes, strict=True):
            done = _done(row, outcome)
            if stream is not None:
                stream.write(_line(_output_row(job, shard, row, done)))
            elif done.content is not None:
                _write_file(job, row, done.content)
            advance(row.position - read)
            read = row.position
            yield row, done


def _size(content: str | bytes | None) -> int:
    return len(content or "")


def _done(row: Row, outcome: Outcome[Done]) -> Done:
    if row.problem is not None:
        return Done("error", error=row.problem)
    return outcome.value or Done("error", error=outcome.error)


def _write_file(job: Job, row: Row, content: str) -> None:
    target = job.output / f"{row.source}{SUFFIXES[job.work.form]}"
    target.parent.mkdir(parents=True, exist_ok=True)
    atomic.write(target, encodable(content if content.endswith("\n") else content + "\n").encode())


@contextmanager
def _rows_file(path: Path) -> Iterator[BinaryIO]:
    with atomic.writing(path) as raw:
        if not path.name.lower().endswith(".gz"):
            yield raw
            return
        # No name and no time in the head: the same rows make the same bytes.
        with gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0) as packed:
            yield cast("BinaryIO", packed)


def _output_row(job: Job, shard: Shard, row: Row, done: Done) -> JsonObject:
    report: JsonObject = {"status": done.status, **done.summary}
    if done.error is not None:
        report["error"] = done.error
    values = row.values
    if done.content is not None:
        values = with_field(values, job.field if shard.rows else "text", done.content)
    return {**values, STATUS_KEY: report}


def _error(row: Row, done: Done) -> JsonObject:
    error: JsonObject = {"source": row.source, "row": row.number, "error": done.error}
    if "id" in row.values:
        error["id"] = row.values["id"]
    return error


def _line(values: JsonObject) -> bytes:
    return encodable(json.dumps(values, ensure_ascii=False)).encode() + b"\n"


def read_total(shards: Iterable[Shard]) -> int:
    """Return the bytes that a batch will read."""
    return sum(shard.byte_length for shard in shards)
