"""What a full disk, a killed process and a closed pipe do to files and to the exit code."""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

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


@pytest.mark.parametrize("more", [["fix", "-i"], ["explain"], ["batch", "-j1", "-o", "{}/out"]])
def test_a_file_that_may_not_be_read_does_not_keep_the_others_from_it(garbled, monkeypatch, more):
    (garbled.parent / "secret.txt").write_bytes(b"secret")
    reading, access = Path.read_bytes, os.access

    def forbidding(path):
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return reading(path)

    monkeypatch.setattr(Path, "read_bytes", forbidding)
    monkeypatch.setattr(
        os, "access", lambda path, mode: "secret" not in path and access(path, mode)
    )
    args = [word.format(garbled.parent) for word in more]
    result = CliRunner().invoke(main, [*args, str(garbled.parent / "secret.txt"), str(garbled)])
    assert result.exit_code == 2
    assert "Usage:" not in result.stderr
    out = garbled.parent / "out" / "documents.jsonl"
    assert "–" in result.stdout + (out if out.exists() else garbled).read_text(encoding="utf-8")


def without_rights(words, folder):
    """Run a command that may not enter a folder, whoever runs the tests."""
    folder.mkdir()
    folder.chmod(0)
    allowed = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]
    try:
        return done([*(allowed if os.geteuid() == 0 else []), *words])
    finally:
        folder.chmod(0o700)


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="no setpriv")
@pytest.mark.parametrize("more", [["{}/a.txt"], ["-o", "{}/out.txt"], ["-O", "{}/out"]])
def test_a_folder_that_may_not_be_entered_is_named(garbled, tmp_path, more):
    folder = tmp_path / "secret"
    words = [word.format(folder) for word in more]
    result = without_rights(command("fix", "-O", tmp_path / "o", garbled, *words)
                            if len(more) == 1 else command("fix", garbled, *words), folder)  # fmt: skip
    assert result.returncode == 2
    assert f"{words[-1]}" in result.stderr
    assert "Permission denied" in result.stderr
    assert len(more) > 1 or (tmp_path / "o" / "garbled.txt").exists()


@pytest.mark.parametrize("args", [["-o", "{}/out.txt"], ["--check"]])
def test_a_link_to_itself_is_no_file(tmp_path, args):
    link = tmp_path / "link.txt"
    link.symlink_to(link)
    result = CliRunner().invoke(main, ["fix", str(link), *[word.format(tmp_path) for word in args]])
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{link}: Too many levels" in result.stderr


def test_a_text_that_is_too_long_for_a_name_is_said_to_be_no_file():
    result = CliRunner().invoke(main, ["é" * 300])
    assert result.exit_code == 2
    assert "File name too long" in result.stderr


@pytest.mark.parametrize("suffix", ["", "/x", "a/b", "/."])
def test_a_backup_beside_nothing_is_refused(garbled, suffix):
    result = CliRunner().invoke(main, ["fix", "-i", "--backup", suffix, str(garbled)])
    assert result.exit_code == 2
    assert "is no suffix; give one such as '.bak'" in result.stderr
    assert garbled.read_text(encoding="utf-8") == GARBLED


@pytest.mark.parametrize("command", ["fix", "clean", "report"])
def test_a_dash_for_the_output_is_standard_output(garbled, monkeypatch, command):
    monkeypatch.chdir(garbled.parent)
    result = CliRunner().invoke(main, [command, str(garbled), "-o", "-"])
    assert result.exit_code == 0
    assert "–" in result.stdout
    assert names(garbled.parent) == ["garbled.txt"]


@pytest.mark.parametrize("args", [["--help"], ["man"], ["explain", "--help"], ["--version"]])
def test_help_is_written_wherever_results_are(args):
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    result = done(command(*args), env=environment)
    assert (result.returncode, result.stderr) == (0, "")
    with open("/dev/full", "wb") as full:
        result = done(command(*args), stdout=full)
    assert (result.returncode, result.stderr) == (2, "Error: the output: No space left on device\n")


def test_a_closed_standard_error_hears_nothing(garbled):
    result = done(["/bin/sh", "-c", '"$@" 2>&-', "sh", *command("fix", garbled, garbled, "-i")])
    assert result.returncode == 0
    assert "–" in garbled.read_text(encoding="utf-8")


def test_a_current_folder_that_is_gone_has_no_settings(garbled):
    words = ["/bin/sh", "-c", 'mkdir gone; cd gone; rmdir ../gone; "$@"', "sh"]
    result = done([*words, *command("fix", "--check", garbled)], cwd=garbled.parent)
    assert result.returncode == 1
    assert "1 file would be changed" in result.stderr


def test_an_encoding_that_nobody_knows_is_refused(garbled):
    result = CliRunner().invoke(main, ["decode", str(garbled), "--from", "cp1521"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'cp1521' is no encoding" in result.stderr


@pytest.mark.parametrize("tag", ["klingon", "ua", "xx-RU"])
def test_a_language_that_the_model_does_not_know_is_refused(garbled, tag):
    result = CliRunner().invoke(main, ["fix", str(garbled), "--language", "uk", "--language", tag])
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"'{tag}' is no language of the model, which are ab, af, " in result.stderr


def test_a_text_is_explained_where_the_locale_is_ascii():
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = done(command("explain", "тАУ"), env={**os.environ, **ascii_only})
    assert result.returncode == 0
    assert "was     –" in result.stdout
