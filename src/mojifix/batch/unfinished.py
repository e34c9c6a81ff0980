"""What is done of a batch, so that a run that was interrupted can go on where it stopped.

While a batch runs, a hidden folder stands with its output: ``job.json`` says which inputs
and options it is for, ``0.rows`` holds the rows of the first output so far and ``0.log`` one line
per row on what became of it. A row is written before its line, so there is never a line too many;
lines that a killed process left incomplete are cut off. The folder goes when the batch is done.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final, Self, cast

from mojifix import atomic
from mojifix.serialization import JsonObject
from mojifix.surrogates import encodable

FOLDER: Final = ".mojifix-unfinished"
JOB: Final = "job.json"
# Rows after which both files are flushed: what a killed process loses at most.
FLUSH_ROWS: Final = 64
_COMPLETE: Final = b'{"complete": true}\n'


def as_line(values: JsonObject) -> bytes:
    """Return an object as a line of JSON."""
    return encodable(json.dumps(values, ensure_ascii=False)).encode() + b"\n"


def begin(folder: Path, identity: JsonObject, *, resume: bool) -> None:
    """Make the folder ready: as it was left, or empty.

    Args:
        folder: where it stands.
        identity: what the run is: its inputs and options.
        resume: go on with what is there.

    Raises:
        ValueError: what is there belongs to other inputs or options.
        OSError: the folder cannot be written to.
    """
    job = folder / JOB
    if resume and job.exists():
        if json.loads(job.read_bytes()) != json.loads(as_line(identity)):
            raise ValueError(
                f"{folder} belongs to other inputs or options; leave out --resume to start over"
            )
        return
    if job.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    atomic.write(job, as_line(identity))


class Progress:
    """What is done of one output; a context manager while rows are added.

    Attributes:
        done: rows that are done.
        complete: whether these are all.

    Args:
        folder: made ready by ``begin``.
        number: of the output.
    """

    def __init__(self, folder: Path, number: int) -> None:
        self._rows_path = folder / f"{number}.rows"
        self._log_path = folder / f"{number}.log"
        self.done = _lines(self._log_path)
        self.complete = _ends_with(self._log_path, _COMPLETE)
        if self.complete:
            self.done -= 1
        elif self._rows_path.exists():
            self.done = min(self.done, _lines(self._rows_path))

    def __enter__(self) -> Self:
        self._rows = _cut_open(self._rows_path, self.done)
        self._log = _cut_open(self._log_path, self.done)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            self._flush()
            if kind is None:
                os.fsync(self._rows.fileno())
                self._log.write(_COMPLETE)
                self._log.flush()
                os.fsync(self._log.fileno())
                self.complete = True
        finally:
            self._rows.close()
            self._log.close()

    def add(self, entry: JsonObject, row: bytes = b"") -> None:
        """Add what became of a row, and the row itself where the output is one file."""
        self._rows.write(row or b"\n")
        self._log.write(as_line(entry))
        self.done += 1
        if self.done % FLUSH_ROWS == 0:
            self._flush()

    def _flush(self) -> None:
        self._rows.flush()
        self._log.flush()

    def publish(self, target: Path) -> None:
        """Move the rows to their place, packed when it ends in ``.gz``; once is enough."""
        if not self._rows_path.exists():
            return
        if target.name.lower().endswith(".gz"):
            # No name and no time in the head: the same rows make the same bytes.
            with (
                self._rows_path.open("rb") as rows,
                atomic.writing(target) as raw,
                gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0) as packed,
            ):
                shutil.copyfileobj(rows, cast("BinaryIO", packed))
            self._rows_path.unlink()
        else:
            atomic.move(self._rows_path, target)

    def entries(self) -> Iterator[JsonObject]:
        """Yield what became of each row."""
        with self._log_path.open("rb") as log:
            for line in islice(log, self.done):
                yield json.loads(line)


def _lines(path: Path) -> int:
    """Return the number of complete lines of a file, 0 when there is no file."""
    if not path.exists():
        return 0
    with path.open("rb") as stream:
        return sum(line.endswith(b"\n") for line in stream)


def _ends_with(path: Path, line: bytes) -> bool:
    if not path.exists() or path.stat().st_size < len(line):
        return False
    with path.open("rb") as stream:
        stream.seek(-len(line), os.SEEK_END)
        return stream.read() == line


def _cut_open(path: Path, lines: int) -> BinaryIO:
    """Open a file to add to it, after cutting it to so many lines."""
    stream = path.open("r+b" if path.exists() else "w+b")
    length = sum(len(line) for line in islice(stream, lines))
    stream.truncate(length)
    stream.seek(length)
    return stream
