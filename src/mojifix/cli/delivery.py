"""Where results go, and what is said about them: the part that fix, decode and clean share."""

from __future__ import annotations

import os.path
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mojifix import __version__
from mojifix.cli import exits
from mojifix.cli.inputs import FailedInputError, Input, reason_of, worked
from mojifix.cli.terminal import Terminal, counted, in_color, write_out
from mojifix.surrogates import encodable

if TYPE_CHECKING:
    from mojifix.records import Repaired
    from mojifix.report.annotations import AnnotationFormat, Finding


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one input.

    Attributes:
        content: the bytes to deliver.
        text: the input as text, for diffs.
        repaired: its repair, when the command repairs.
        notes: what the reader should know; said on standard error.
        legacy: the encoding of the input where it is not UTF-8, when the command repairs.
        lossy: bytes were lost on the way, so the file must not be overwritten.
    """

    content: bytes
    text: str
    repaired: Repaired | None = None
    notes: tuple[str, ...] = ()
    legacy: str | None = None
    lossy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What the options say about the output."""

    output: Path | None = None
    output_dir: Path | None = None
    suffix: str | None = None  # of the files below output_dir; None keeps the input's
    in_place: bool = False
    backup: str | None = None
    check: bool = False
    diff: bool = False
    word_diff: bool = False
    report_format: AnnotationFormat | None = None
    many_to_one: bool = False  # results may follow one another in one stream

    @property
    def writes(self) -> bool:
        """Whether results are written at all."""
        return not (self.check or self.shows or self.report_format)

    @property
    def shows(self) -> bool:
        """Whether changes are shown."""
        return self.diff or self.word_diff

    @property
    def one_stream(self) -> bool:
        """Whether results go to one file or to standard output."""
        return self.writes and not (self.in_place or self.output_dir)

    @property
    def becomes(self) -> str:
        """What stands before what is said of a file: nothing where it came true."""
        return "" if self.writes else "would be "

    def target(self, source: Input) -> Path | None:
        """Return the file below ``output_dir``, or ``output``, that an input's result goes to."""
        if self.output_dir is None:
            return self.output
        # The suffix is added, so that page.html and page.txt do not meet in one file.
        return self.output_dir / f"{source.place}{self.suffix or ''}"

    def check_usage(self, inputs: Sequence[Input]) -> None:
        """Refuse options that contradict each other or the number of inputs.

        Raises:
            click.UsageError: they do; the message says the way out.
        """
        places = [self.output is not None, self.output_dir is not None, self.in_place]
        if sum(places) > 1:
            raise click.UsageError("choose one of --output, --output-dir and --in-place")
        if self.backup and not self.in_place:
            raise click.UsageError("--backup goes with --in-place")
        if not self.writes and (self.output_dir or (self.output and not self.report_format)):
            named = "--output-dir" if self.output_dir else "--output"
            raise click.UsageError(f"a check or a diff writes no results; leave out {named}")
        if self.shows and self.report_format and not self.output:
            raise click.UsageError("a diff and a report do not fit in one output; give it --output")
        if self.in_place and any(source.path is None for source in inputs):
            raise click.UsageError(
                "standard input cannot be changed in place; name files or folders"
            )
        if self.one_stream and len(inputs) > 1 and not self.many_to_one:
            raise click.UsageError(
                f"{len(inputs)} inputs do not fit in one output; give {_ways_to_take_many()}"
            )
        if self.output or self.output_dir:
            self._check_targets(inputs)

    def _check_targets(self, inputs: Sequence[Input]) -> None:
        targets = Counter(target for source in inputs if (target := self.target(source)))
        refuse_inputs(targets, inputs)
        for target, count in targets.items():
            if count > 1 and self.output_dir is not None:
                raise click.UsageError(
                    f"{count} inputs would all become {target}; work on them apart"
                )


def refuse_inputs(targets: Iterable[Path], inputs: Sequence[Input]) -> None:
    """Refuse to write to a file that is read.

    Raises:
        click.UsageError: a target is an input; the message names it.
    """
    read = {os.path.realpath(source.path) for source in inputs if source.path}
    for target in targets:
        if os.path.isfile(target) and os.path.realpath(target) in read:
            raise click.UsageError(f"{target} would be replaced, which is an input")


def _ways_to_take_many() -> str:
    """Return the options of the command that is running which take more than one input."""
    params = click.get_current_context().command.params
    own = {option for param in params for option in param.opts}
    ways = ("--output-dir", "--in-place", "--check", "--diff")
    return " or ".join(way for way in ways if way in own)


def deliver(
    delivery: Delivery,
    inputs: Sequence[Input],
    work: Callable[[Input, bytes], Result],
    terminal: Terminal,
) -> int:
    """Work on every input and deliver the results; return the exit code.

    An input that fails is named on standard error, and the others are still done.
    """
    delivery.check_usage(inputs)
    counts: Counter[str] = Counter()
    stream: list[bytes] = []
    findings: list[Finding] = []

    def delivered(source: Input) -> tuple[Result, bool]:
        data = source.read()
        result = work(source, data)
        changed = result.content != data
        if delivery.writes:
            _write(delivery, source, result, changed)
        return result, changed

    for source, (result, changed) in worked(inputs, delivered, terminal, counts):
        if delivery.one_stream and delivery.output:
            stream.append(result.content)
        elif delivery.one_stream:
            write_out(result.content)
        if delivery.report_format and result.repaired is not None:
            findings.append(_finding(source.name, result.text, result.repaired, result.legacy))
        counts["changed" if changed else "same"] += 1
        _tell(delivery, source, result, changed, terminal)
    if stream:
        write_to(delivery.output, b"".join(stream))
    if delivery.report_format:
        from mojifix.report import annotate

        report = annotate(findings, delivery.report_format, __version__)
        write_to(delivery.output, encodable(report).encode())
    terminal.say(_summary(delivery, counts), always=len(inputs) > 1 or delivery.check)
    if counts["failed"]:
        return exits.FAILED
    return exits.CHANGES if counts["changed"] and not delivery.writes else 0


def _finding(name: str, text: str, repaired: Repaired, legacy: str | None) -> Finding:
    from mojifix.report import Finding

    return Finding(name, text, repaired.repairs, legacy)


def _write(delivery: Delivery, source: Input, result: Result, changed: bool) -> None:
    from mojifix import atomic

    if delivery.in_place and changed and source.path is not None:
        if result.lossy:
            raise FailedInputError("left as it is, because some of its bytes cannot be decoded")
        atomic.write(source.path, result.content, backup=delivery.backup)
    target = delivery.target(source)
    if delivery.output_dir is not None and target is not None:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(target, result.content)
        except OSError as error:
            raise FailedInputError(f"{target} cannot be written: {reason_of(error)}") from None


def write_to(output: Path | None, content: bytes) -> None:
    """Write a result to a file, or to standard output where there is none.

    Raises:
        click.ClickException: the file cannot be written.
    """
    from mojifix import atomic

    if output is None:
        write_out(content)
        return
    try:
        atomic.write(output, content)
    except OSError as error:
        raise click.ClickException(f"{output}: {reason_of(error)}") from None


def _tell(
    delivery: Delivery, source: Input, result: Result, changed: bool, terminal: Terminal
) -> None:
    """Say what the reader should know of an input, and show its changes where that is asked for."""
    for note in result.notes:
        terminal.note(f"{source.name}: {note}")
    if not changed:
        return
    if not delivery.shows and (delivery.check or terminal.verbose):
        terminal.note(f"{source.name}: {delivery.becomes}changed")
    if not delivery.shows or result.repaired is None:
        return
    from mojifix.report import unified_diff, word_diff

    if delivery.word_diff:
        for line in word_diff(source.name, result.text, result.repaired, in_color):
            terminal.write(line + "\n")
    else:
        for line in unified_diff(source.name, result.text, result.repaired.text):
            terminal.diff(line)


def _summary(delivery: Delivery, counts: Counter[str]) -> str:
    would = delivery.becomes
    outcomes = {
        # In another format every file is made anew, whatever of it changed.
        "changed": "written" if delivery.suffix else f"{would}changed",
        "same": f"{would}left as {'it is' if counts['same'] == 1 else 'they are'}",
        "passed over": "without text passed over",
        "failed": "failed",
    }
    parts = [f"{counted(counts[k], 'file')} {said}" for k, said in outcomes.items() if counts[k]]
    return ", ".join(parts) or "nothing to do"
