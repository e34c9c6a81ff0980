"""What a full disk, a killed process and a closed pipe do to files and to the exit code."""

import os
import resource
import subprocess
import sys

import pytest
from click.testing import CliRunner

from mojifix.cli import main

# Larger than the files below may be, and than what a pipe holds.
GARBLED = "The IndiaтАУU.S. partnership grows by the year.\n" * 1_600


def command(*args):
    return [sys.executable, "-m", "mojifix", *map(str, args)]


def done(words, stdout=subprocess.PIPE, **more):
    return subprocess.run(
        words, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False, timeout=60, **more
    )


@pytest.fixture
def garbled(tmp_path):
    path = tmp_path / "garbled.txt"
    path.write_text(GARBLED, encoding="utf-8")
    return path


def smaller_files():
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    "more", [["-i"], ["-i", "--backup", ".bak"], ["-o", "{}/out.txt"], ["-O", "{}/d"]]
)
def test_a_full_disk_leaves_every_file_whole(garbled, tmp_path, more):
    (tmp_path / "out.txt").write_text("old", encoding="utf-8")
    words = command("fix", garbled, *[word.format(tmp_path) for word in more])
    result = done(words, preexec_fn=smaller_files)
    assert result.returncode == 2
    assert "File too large" in result.stderr
    assert "Traceback" not in result.stderr
    assert garbled.read_text(encoding="utf-8") == GARBLED
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "old"
    assert set(names(tmp_path)) <= {"garbled.txt", "out.txt", "d"}
    assert not (tmp_path / "d").exists() or names(tmp_path / "d") == []


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("args", [["fix"], ["explain"]])
def test_a_standard_output_that_is_full_fails(garbled, tmp_path, args, unbuffered):
    with (tmp_path / "redirected").open("wb") as stream:
        environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
        words = command(*args, garbled)
        result = done(words, stdout=stream, preexec_fn=smaller_files, env=environment)
    assert result.returncode == 2
    assert "File too large" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("args", [["fix"], ["report"], ["explain"]])
def test_a_reader_that_goes_away_is_not_worth_a_word(garbled, args):
    process = subprocess.Popen(
        command(*args, garbled), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read()
    assert process.wait() == 141
    assert said == b""
    process.stderr.close()


@pytest.mark.parametrize("args", [["fix", "-"], ["clean"]])
def test_a_closed_standard_input_is_said(args):
    result = done(["/bin/sh", "-c", '"$@" <&-', "sh", *command(*args)])
    assert result.returncode == 2, result.stderr
    assert "Traceback" not in result.stderr
    assert "standard input is closed" in result.stderr or "name a file" in result.stderr


@pytest.mark.parametrize("args", [["fix"], ["report"], ["explain"]])
def test_a_closed_standard_output_is_said(garbled, args):
    result = done(["/bin/sh", "-c", '"$@" >&-', "sh", *command(*args, garbled)])
    assert result.returncode == 2, result.stderr
    assert result.stderr == "Error: the output: it is closed\n"


@pytest.mark.parametrize("args", [["fix", "--check"], ["batch", "-j1", "-o", "{}.out"]])
def test_a_pipe_in_a_folder_is_not_waited_for(garbled, args):
    os.mkfifo(garbled.with_name("pipe.txt"))
    words = [word.format(garbled.parent) for word in args]
    result = done(command(*words, garbled.parent))
    assert result.returncode == (1 if "--check" in args else 0)


@pytest.mark.parametrize("args", [["fix", "-i"], ["clean"], ["detect"], ["batch", "-o", "out"]])
def test_an_empty_path_is_not_the_current_folder(garbled, monkeypatch, args):
    monkeypatch.chdir(garbled.parent)
    result = CliRunner().invoke(main, [*args, ""])
    assert result.exit_code == 2
    assert "write . for the current folder" in result.stderr
    assert garbled.read_text(encoding="utf-8") == GARBLED


@pytest.mark.parametrize("args", [["fix", "--check"], ["batch", "-o", "out"]])
def test_a_folder_that_cannot_be_read_is_not_passed_over(garbled, monkeypatch, args):
    (garbled.parent / "secret").mkdir()
    scandir = os.scandir

    def forbidding(path):
        if str(path).endswith("secret"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", forbidding)
    monkeypatch.chdir(garbled.parent)
    result = CliRunner().invoke(main, [*args, "."])
    assert result.exit_code == 2
    assert "secret" in result.stderr
    assert "Permission denied" in result.stderr
    if args[0] == "fix":
        assert CliRunner().invoke(main, [*args, "--exclude", "secret", "."]).exit_code == 1


def test_an_encoding_that_nobody_knows_is_refused(garbled):
    result = CliRunner().invoke(main, ["decode", str(garbled), "--from", "cp1521"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'cp1521' is no encoding" in result.stderr


def test_a_text_is_explained_where_the_locale_is_ascii():
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = done(command("explain", "тАУ"), env={**os.environ, **ascii_only})
    assert result.returncode == 0
    assert "was     –" in result.stdout
