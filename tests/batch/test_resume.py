import json
import os
import resource
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from mojifix import Options
from mojifix.batch import job as batch_job
from mojifix.batch.shards import plan
from mojifix.batch.unfinished import FLUSH_ROWS, FOLDER
from mojifix.cli import main

GARBLED = "The IndiaтАУU.S. partnership grows by the year, as both of its sides say, row {}."
ROWS = 5 * FLUSH_ROWS
PATIENCE = 30.0  # seconds until orphans are gone; they need milliseconds


@pytest.fixture
def jsonl(tmp_path):
    path = tmp_path / "rows.jsonl"
    lines = [json.dumps({"id": at, "text": GARBLED.format(at)}) for at in range(ROWS)]
    path.write_text("\n".join([*lines[:100], "not json", *lines[100:], ""]), encoding="utf-8")
    return path


def run(*args):
    return CliRunner().invoke(main, ["batch", "--task", "fix", "-j", "1", *map(str, args)])


def files(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def stopping(monkeypatch):
    """Break a run after some rows, as Ctrl-C does, and count the rows that are worked on."""
    worked = []
    original = batch_job.Work.__call__

    def arm(limit):
        worked.clear()

        def call(self, content, name):
            if len(worked) == limit:
                raise KeyboardInterrupt
            worked.append(content)
            return original(self, content, name)

        monkeypatch.setattr(batch_job.Work, "__call__", call)
        return worked

    return arm


def test_a_resumed_run_counts_the_bytes_of_rows_that_were_done(jsonl, tmp_path, stopping):
    (shards, _) = plan([jsonl])
    work = batch_job.Work(task="fix", form="text", options=Options())
    arguments = {"work": work, "output": tmp_path / "out", "field": "text"}
    stopping(200)
    with pytest.raises(KeyboardInterrupt):
        batch_job.run(batch_job.Job(**arguments), shards)
    stopping(ROWS)
    lengths = []
    batch_job.run(batch_job.Job(**arguments, resume=True), shards, lengths.append)
    assert sum(lengths) == jsonl.stat().st_size


@pytest.mark.parametrize(
    ("name", "done"),
    [("out", 200), ("all.jsonl", 200), ("all.jsonl.gz", 200), ("all.jsonl", ROWS + 1)],
)
def test_a_resumed_run_ends_in_the_same_bytes_and_does_no_row_twice(
    jsonl, tmp_path, stopping, name, done
):
    second = tmp_path / "second.jsonl"
    second.write_text(json.dumps({"text": "A last row."}) + "\n", encoding="utf-8")
    for folder in ("whole", "resumed"):
        (tmp_path / folder).mkdir()
    run(jsonl, second, "-o", tmp_path / "whole" / name)

    args = (jsonl, second, "-o", tmp_path / "resumed" / name)
    stopping(done)
    stopped = run(*args)
    assert stopped.exit_code == 130
    assert "--resume goes on" in stopped.stderr
    assert not [found for found in files(tmp_path / "resumed") if found.endswith((".jsonl", ".gz"))]
    worked = stopping(None)
    assert run(*args, "--resume").exit_code == 2  # one row is no JSON
    assert len(worked) == ROWS + 2 - done
    assert files(tmp_path / "resumed") == files(tmp_path / "whole")


def test_a_finished_output_is_not_touched_again(jsonl, tmp_path, stopping):
    second = tmp_path / "second.jsonl"
    second.write_text(json.dumps({"text": "A last row."}) + "\n", encoding="utf-8")
    args = (jsonl, second, "-o", tmp_path / "out")
    stopping(ROWS + 1)
    assert run(*args).exit_code == 130
    before = (tmp_path / "out" / jsonl.name).stat()
    worked = stopping(None)
    assert "322 rows: 320 changed, 1 unchanged, 0 empty, 1 failed" in run(*args, "--resume").stderr
    assert len(worked) == 1
    assert (tmp_path / "out" / jsonl.name).stat().st_ino == before.st_ino


def test_finished_files_of_a_tree_are_not_done_again(tmp_path, stopping):
    source = tmp_path / "in"
    source.mkdir()
    for at in range(10):
        (source / f"{at}.txt").write_text(GARBLED.format(at), encoding="utf-8")
    args = (source, "-o", tmp_path / "out", "--format", "text")
    stopping(6)
    run(*args)
    assert len(files(tmp_path / "out")) - len(files(tmp_path / "out" / FOLDER)) == 6
    worked = stopping(None)
    result = run(*args, "--resume")
    assert len(worked) == 4
    assert "10 rows: 10 changed" in result.stderr
    assert len(files(tmp_path / "out")) == 12
    assert not (tmp_path / "out" / FOLDER).exists()


def test_without_resume_a_run_starts_over(jsonl, tmp_path, stopping):
    stopping(200)
    run(jsonl, "-o", tmp_path / "out")
    worked = stopping(None)
    run(jsonl, "-o", tmp_path / "out")
    assert len(worked) == ROWS + 1


def test_resume_with_nothing_to_resume_is_a_plain_run(jsonl, tmp_path):
    assert "321 rows: 320 changed" in run(jsonl, "-o", tmp_path / "out", "--resume").stderr


@pytest.mark.parametrize("change", ["input", "option", "version"])
def test_another_batch_is_not_taken_for_the_one_to_resume(
    jsonl, tmp_path, stopping, monkeypatch, change
):
    stopping(200)
    run(jsonl, "-o", tmp_path / "out")
    more = ["--unescape"] if change == "option" else []
    if change == "input":
        jsonl.write_text(json.dumps({"text": "another"}) + "\n", encoding="utf-8")
    if change == "version":
        monkeypatch.setattr(batch_job, "__version__", "0")
    stopping(None)
    result = run(jsonl, "-o", tmp_path / "out", "--resume", *more)
    assert result.exit_code == 2
    assert "leave out --resume" in result.stderr


def command(*args):
    return [sys.executable, "-m", "mojifix", "batch", "--task", "fix", *map(str, args)]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_run_leaves_no_half_file_and_can_be_resumed(jsonl, tmp_path, workers):
    args = (jsonl, "-o", tmp_path / "out", "-j", workers)
    run(jsonl, "-o", tmp_path / "whole")
    process = subprocess.Popen(command(*args), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    log = tmp_path / "out" / FOLDER / "0.log"
    while process.poll() is None and not (log.exists() and log.stat().st_size):
        time.sleep(0.002)
    os.kill(process.pid, signal.SIGKILL)
    # Standard output ends when the last of the workers has ended.
    process.communicate(timeout=PATIENCE)
    assert set(files(tmp_path / "out")) <= {"job.json", "0.rows", "0.log"}
    # The last lines may have been cut anywhere.
    with (tmp_path / "out" / FOLDER / "0.rows").open("ab") as rows:
        rows.write(b'{"id": 9')
    assert run(*args, "--resume").exit_code == 2
    assert files(tmp_path / "out") == files(tmp_path / "whole")


@pytest.mark.parametrize(("workers", "delay"), [(1, 0), (2, 0), (2, 0.04), (2, 0.08)])
def test_an_interrupted_run_exits_with_130_and_says_how_to_go_on(jsonl, tmp_path, workers, delay):
    args = (jsonl, "-o", tmp_path / "out", "-j", workers)
    process = subprocess.Popen(
        command(*args), stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    log = tmp_path / "out" / FOLDER / "0.log"
    while process.poll() is None and not log.exists():
        time.sleep(0.002)
    time.sleep(delay)  # as the workers are being started
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does, to the workers as well
    said = process.communicate()[1]
    assert process.returncode == 130
    assert "--resume goes on" in said
    assert "Traceback" not in said


def test_a_full_disk_is_said_and_leaves_the_old_output(jsonl, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "rows.jsonl").write_bytes(b"old\n")
    limit = 20_000  # bytes a file may have; the rows have more
    result = subprocess.run(
        command(jsonl, "-o", out, "-j", "1"), capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip
    assert result.returncode == 2
    assert "File too large; --resume goes on" in result.stderr
    assert "Traceback" not in result.stderr
    assert (out / "rows.jsonl").read_bytes() == b"old\n"
    assert run(jsonl, "-o", out, "--resume").exit_code == 2
    assert len((out / "rows.jsonl").read_bytes().splitlines()) == ROWS + 1
