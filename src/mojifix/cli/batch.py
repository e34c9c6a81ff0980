"""``mojifix batch``: folders and JSON Lines files, in parallel, one row out per row in."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from mojifix.cli import exits
from mojifix.cli import options as shared
from mojifix.cli.inputs import reason_of
from mojifix.cli.terminal import bar, counted
from mojifix.forms import SUFFIXES

if TYPE_CHECKING:
    from mojifix.batch.job import Job
    from mojifix.batch.shards import Shard

# Kinds of files passed over that are named.
KINDS_SHOWN: Final = 5


@click.command("batch", short_help="Clean folders and JSON Lines files, many rows at a time.")
@click.argument("paths", nargs=-1, required=True, type=shared.PATH, metavar="PATH...")
@click.option(
    "-o", "--output", required=True, type=shared.PATH, metavar="OUT",
    help="A folder; or a .jsonl or .jsonl.gz file for all rows.",
)  # fmt: skip
@click.option(
    "--field", default="text", show_default=True, metavar="NAME",
    help="The key of the text in JSON Lines; dots lead into nested objects.",
)  # fmt: skip
@click.option(
    "--task", type=click.Choice(["clean", "fix"]), default="clean", show_default=True,
    help="fix repairs the text and removes nothing.",
)  # fmt: skip
@shared.format_option(
    "jsonl", *SUFFIXES, text="jsonl writes one row per file; the others one file per file."
)
@shared.content_options
@click.option("--receipts", is_flag=True, help="Put every repair and removal into the rows.")
@click.option(
    "-j", "--workers", type=click.IntRange(0), default=0, metavar="N",
    help="Processes; 0 takes one per processor.  [default: 0]",
)  # fmt: skip
@click.option(
    "--resume", is_flag=True,
    help="Go on where an interrupted run stopped, with the same inputs and options.",
)  # fmt: skip
@shared.repair_options
@shared.terminal_options
def command(**params: Any) -> int:
    """Work on text and HTML files below folders, and on the rows of JSON Lines files (also .gz).

    Below a folder the names tell: .txt, .md, .html and the like (also .gz); a file named outright is
    taken whatever it is.

    Every row comes out, in order. A row that fails is kept as it was and listed in errors.jsonl.
    """
    from mojifix.batch.job import Job, run, targets
    from mojifix.batch.shards import plan
    from mojifix.batch.work import Work

    terminal = shared.take_terminal(params)
    options = shared.take_options(params)
    work = Work(
        task=params["task"], form=params["form"], options=options, receipts=params["receipts"]
    )
    job = Job(
        work=work,
        output=params["output"],
        field=params["field"],
        workers=params["workers"] or _processors(),
        resume=params["resume"],
    )
    _check_output(job)
    try:
        shards, passed_over = plan(params["paths"], job.earlier, one_file=job.one_file)
        _check_targets(shards, Counter(os.path.realpath(path) for path in targets(job, shards)))
        with bar(sum(shard.byte_length for shard in shards), terminal) as advance:
            counts = run(job, shards, advance)
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        going_on = "; --resume goes on from what is done" if os.path.exists(job.unfinished) else ""
        raise click.ClickException(f"{place}{reason_of(error)}{going_on}") from None
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    except KeyboardInterrupt:
        terminal.note("what is done is kept; --resume goes on from there")
        raise
    terminal.say(_summary(counts, passed_over, job), always=True)
    return exits.FAILED if counts["error"] else 0


def _check_output(job: Job) -> None:
    """Refuse an output that is neither a folder nor a file of rows, though it looks like a file."""
    output = job.output
    if job.one_file or os.path.isdir(output):
        return
    if os.path.exists(output) or output.name == "-" or output.suffix.lower() in SUFFIXES.values():
        raise click.UsageError(
            f"{output} is no folder; give a folder, or a file that ends in .jsonl or .jsonl.gz"
        )


def _check_targets(shards: Sequence[Shard], targets: Counter[str]) -> None:
    """Refuse a batch without inputs, and one in which a file would replace another."""
    if not shards:
        raise click.UsageError("there is no text, HTML or JSON Lines file below these paths")
    for target, count in targets.items():
        if count > 1:
            name = os.path.basename(target)
            raise click.UsageError(f"two results would be called {name}; rename an input")
    if any(os.path.realpath(path) in targets for shard in shards for path, _ in shard.files):
        raise click.UsageError("the output would replace an input; choose another --output")


def _processors() -> int:
    """Return how many processors this process may use, which a container or ``taskset`` bounds."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _summary(counts: Counter[str], passed_over: Counter[str], job: Job) -> str:
    from mojifix.batch.job import ERRORS

    parts = [f"{counts[name]:,} {name}" for name in ("changed", "unchanged", "empty")]
    failed = f"{counts['error']:,} failed"
    if counts["error"]:
        failed += f" ({job.beside(ERRORS).name} says why)"
    rows = counted(counts.total(), "row")
    summary = f"{rows}: {', '.join([*parts, failed])}; written to {job.output}"
    if not passed_over:
        return summary
    most = ", ".join(suffix or "no suffix" for suffix, _ in passed_over.most_common(KINDS_SHOWN))
    return f"{summary}; {counted(passed_over.total(), 'file')} of other kinds ({most}) passed over"
