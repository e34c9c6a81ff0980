"""A batch as the command runs it: the rows of its shards worked on, each output written whole.

Every row that goes in comes out, a failed one as it was with its status; ``errors.jsonl`` lists
those, ``summary.json`` the counts. What is done is kept while the batch runs
(``mojifix.batch.unfinished``), so that an interrupted one can be resumed.
"""

from __future__ import annotations

import os.path
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice, tee
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from mojifix import __version__, atomic
from mojifix.batch import unfinished
from mojifix.batch.parallel import keep_interrupts_from_workers, map_in_order
from mojifix.batch.rows import Row, is_jsonl, with_field
from mojifix.batch.shards import Shard
from mojifix.batch.unfinished import Progress, as_line
from mojifix.batch.work import Done, Work, failed
from mojifix.forms import SUFFIXES
from mojifix.serialization import JsonObject
from mojifix.surrogates import encodable

ERRORS: Final = "errors.jsonl"
SUMMARY: Final = "summary.json"
# The key under which a row says what was done to it; what it had there is kept in that, as "replaced".
STATUS_KEY: Final = "mojifix"

# The content of a row, and the name of its file; None behind the last row of an output.
_Content: TypeAlias = tuple[str | bytes | None, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What to do with the rows and where they go.

    Attributes:
        work: what to do with a row.
        output: the output folder, or one ``.jsonl`` or ``.jsonl.gz`` file for all rows.
        field: the key of the text in the rows of a JSON Lines file.
        workers: number of processes, from 1.
        resume: go on with what an interrupted run left.
    """

    work: Work
    output: Path
    field: str = "text"
    workers: int = 1
    resume: bool = False

    @property
    def one_file(self) -> bool:
        """Whether all rows go to one file."""
        return is_jsonl(self.output)

    @property
    def unfinished(self) -> Path:
        """The folder of what is done while the batch runs."""
        if self.one_file:
            return self.output.with_name(f".{self.output.name}{unfinished.FOLDER}")
        return self.output / unfinished.FOLDER

    def beside(self, name: str) -> Path:
        """Return the path of a file that goes with the output, as ``errors.jsonl``."""
        if self.one_file:
            return self.output.with_name(f"{self.output.name.split('.')[0]}.{name}")
        return self.output / name

    @property
    def earlier(self) -> tuple[Path, ...]:
        """What an earlier batch left, which is no input; none where its summary is not there."""
        if self.beside(SUMMARY).exists() or self.unfinished.exists():
            return self.output, self.beside(ERRORS)
        return ()


class _Output(NamedTuple):
    """Shards that end in one file, or in a tree of files when there is none."""

    path: Path | None
    shards: tuple[Shard, ...]


def run(
    job: Job, shards: Sequence[Shard], advance: Callable[[int], None] = lambda length: None
) -> Counter[str]:
    """Run a batch; return how many rows ended with each status.

    Args:
        job: what to do.
        shards: what ``plan`` found.
        advance: called with the bytes read since the last call.

    Raises:
        OSError: an input cannot be read or an output cannot be written; what is done stays for
            ``resume``, nothing is half written.
        ValueError: what is to be resumed is another batch.
    """
    folder = job.unfinished
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished.begin(folder, _identity(job, shards), resume=job.resume)
    outputs = _outputs(job, shards)
    parts = [Progress(folder, number) for number in range(len(outputs))]
    todo = [pair for pair in zip(outputs, parts, strict=True) if not pair[1].complete]
    if job.workers > 1:
        keep_interrupts_from_workers()
    # One stream for all, so that the workers are started once and never wait for an output's end.
    worked = _worked(job, _waiting(job, todo, advance), advance)
    for output, progress in zip(outputs, parts, strict=True):
        if not progress.complete:
            with progress:
                for shard, row, done in iter(worked.__next__, None):
                    _keep(job, output, progress, shard, row, done)
        if output.path is not None:
            output.path.parent.mkdir(parents=True, exist_ok=True)
            progress.publish(output.path)
    counts = _finish(job, parts)
    shutil.rmtree(folder)
    return counts


def targets(job: Job, shards: Sequence[Shard]) -> Iterator[Path]:
    """Yield the files that a batch writes."""
    yield job.beside(ERRORS)
    yield job.beside(SUMMARY)
    for output in _outputs(job, shards):
        if output.path is not None:
            yield output.path
        else:
            yield from (_target(job, name) for shard in output.shards for _, name in shard.files)


def _outputs(job: Job, shards: Sequence[Shard]) -> list[_Output]:
    if job.one_file:
        return [_Output(job.output, tuple(shards))]
    return [
        _Output(None if _is_tree(job, shard) else job.output / shard.name, (shard,))
        for shard in shards
    ]


def _is_tree(job: Job, shard: Shard) -> bool:
    return not shard.rows and not job.one_file and job.work.form in SUFFIXES


def _identity(job: Job, shards: Sequence[Shard]) -> JsonObject:
    """Say what decides the output; a run may only be resumed where that is the same."""
    return {
        "version": __version__,
        "work": repr(job.work),
        "field": job.field,
        "output": job.output.name,
        "inputs": [
            [name, os.path.realpath(path), *_state(path)]
            for shard in shards
            for path, name in shard.files
        ],
    }


def _state(path: Path) -> list[int]:
    """Return what changes when a file does; nothing where it cannot be read, as its row will say."""
    try:
        status = path.stat()
    except OSError:
        return []
    return [status.st_size, status.st_mtime_ns]


def _waiting(
    job: Job, todo: Sequence[tuple[_Output, Progress]], advance: Callable[[int], None]
) -> Iterator[tuple[Shard, Row] | None]:
    """Yield the rows that are not done yet, with their shards, and None behind each output."""
    for output, progress in todo:
        rows = ((shard, row) for shard in output.shards for row in shard.read(job.field))
        for _, row in islice(rows, progress.done):
            advance(row.length)
        yield from rows
        yield None


def _worked(
    job: Job, source: Iterator[tuple[Shard, Row] | None], advance: Callable[[int], None]
) -> Iterator[tuple[Shard, Row, Done] | None]:
    """Yield each row with what became of it, and None behind each output."""
    # The rows ahead of the outcomes are those of the window, which bounds what tee keeps.
    rows, ahead = tee(source)
    contents = (it and (it[1].content, it[1].source) for it in ahead)
    work = partial(_work, job.work)
    results = map_in_order(work, contents, failed=failed, workers=job.workers, size=_size)
    for it, done in zip(rows, results, strict=True):
        if it is None:
            yield None
            continue
        shard, row = it
        advance(row.length)
        yield shard, row, done if row.problem is None else failed(row.problem)


def _keep(
    job: Job, output: _Output, progress: Progress, shard: Shard, row: Row, done: Done
) -> None:
    """Write what became of a row, and note that it is done."""
    entry: JsonObject = {"status": done.status}
    if done.error is not None:
        entry["error"] = _error(row, done)
    if output.path is not None:
        progress.add(entry, as_line(_output_row(job, shard, row, done)))
        return
    if done.content is not None:
        _write_file(job, row, done.content)
    progress.add(entry)


def _finish(job: Job, parts: Sequence[Progress]) -> Counter[str]:
    """Write the errors and the counts of all rows."""
    counts: Counter[str] = Counter()
    with atomic.writing(job.beside(ERRORS)) as errors:
        for part in parts:
            for entry in part.entries():
                counts[str(entry["status"])] += 1
                error = entry.get("error")
                if isinstance(error, dict):
                    errors.write(as_line(error))
    summary: JsonObject = {"rows": counts.total(), **dict(sorted(counts.items()))}
    atomic.write(job.beside(SUMMARY), as_line(summary))
    return counts


def _work(work: Work, content: _Content) -> Done:
    return work(*content) if content else Done("empty")


def _size(content: _Content) -> int:
    return len(content[0] or "") if content else 0


def _target(job: Job, name: str) -> Path:
    return job.output / f"{name}{SUFFIXES[job.work.form]}"


def _write_file(job: Job, row: Row, content: str) -> None:
    target = _target(job, row.source)
    target.parent.mkdir(parents=True, exist_ok=True)
    atomic.write(target, encodable(content if content.endswith("\n") else content + "\n").encode())


def _output_row(job: Job, shard: Shard, row: Row, done: Done) -> JsonObject:
    report: JsonObject = {"status": done.status, **done.summary}
    if done.error is not None:
        report["error"] = done.error
    values = row.values
    if STATUS_KEY in values:  # of an earlier batch, or the row's own
        report["replaced"] = values[STATUS_KEY]
    if done.content is not None:
        values = with_field(values, job.field if shard.rows else "text", done.content)
    return {**values, STATUS_KEY: report}


def _error(row: Row, done: Done) -> JsonObject:
    error: JsonObject = {"source": row.source, "row": row.number, "error": done.error}
    if "id" in row.values:
        error["id"] = row.values["id"]
    return error
