"""Bad data never raises, from the library or the command; it is named instead."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner
from growth import assert_linear
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from mojifix import clean, fix
from mojifix.cli import main
from mojifix.document import schema

VALIDATOR = Draft202012Validator(schema())

BYTES = {
    "empty": b"",
    "blank": b" \t\r\n\xc2\xa0",
    "byte order mark": b"\xef\xbb\xbf",
    "binary": bytes(range(256)) * 40,
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(500),
    "zeros": bytes(10_000),
    "zero in text": b"one\x00two\n" * 10,
    "no codec fits": b"text \xff\xfe\xff\xff\x81\x8d\x8f\x90\x9d\xc0\xc1\xf5 text " * 5,
    "cut in a character": "naïve café “quoted”".encode()[:-1],
    "unclosed tags": b"<html><body><div><p>one<b>two<table><tr><td>three",
    "only tags": b"<html></html>",
    "only a script": b"<html><script>var x = 1</script></html>",
    "utf-16 cut short": "text und Worte".encode("utf-16")[:-1],
}
TEXTS = {
    "lone surrogate": "before \ud83d after",
    "reversed pair": "\udc00\ud800 text",
    "zeros": "a\x00b\x00",
    "replacement": "caf\ufffd \ufffd\ufffd",
    "controls": "".join(map(chr, range(160))),
    "noncharacters": "a\ufffe\uffff\U0010ffff",
    "line breaks": "\r\n\r\r\n\x0b\x0c\x85\u2028\u2029",
    "combining": "e" + "\u0301" * 3_000,
    "surrogate in a page": "<html><body><p>before \ud83d after</p></body></html>",
}


@pytest.mark.parametrize("name", BYTES)
def test_bad_bytes_make_a_document(name):
    VALIDATOR.validate(clean(BYTES[name]).to_dict())


@pytest.mark.parametrize("kind", ["html", "flat", "plain"])
@pytest.mark.parametrize("name", TEXTS)
def test_bad_text_makes_a_document(name, kind):
    VALIDATOR.validate(clean(TEXTS[name], kind=kind).to_dict())


@pytest.mark.parametrize("command", ["fix", "clean", "decode", "detect", "explain"])
@pytest.mark.parametrize("name", BYTES)
def test_no_command_shows_a_traceback(name, command, tmp_path):
    path = tmp_path / "input"
    path.write_bytes(BYTES[name])
    result = CliRunner().invoke(main, [command, str(path)])
    assert result.exit_code in (0, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.exit_code == 0 or str(path) in result.stderr
    result.stdout_bytes.decode()  # what comes out is UTF-8 whatever went in


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_make_a_document(data):
    clean(data)


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=200), st.sampled_from(["html", "flat", "plain"]))
def test_any_text_makes_a_document(text, kind):
    clean(text, kind=kind)


def test_a_folder_without_files_is_named(tmp_path):
    empty = CliRunner().invoke(main, ["clean", str(tmp_path)])
    assert empty.exit_code == 2
    assert "no files to read" in empty.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root can read everything")
def test_an_unreadable_file_is_named(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    result = CliRunner().invoke(main, ["fix", str(path)])
    assert result.exit_code == 2
    assert "Permission denied" in result.stderr


LINE = 50 * 2**20
PATIENCE = 600  # seconds after which a command is taken to hang


@pytest.mark.parametrize("command", ["fix", "clean"])
def test_fifty_megabytes_on_one_line_are_read(command):
    line = (b"The leeks must be washed well, because sand hides there. " * (LINE // 57))[:LINE]
    program = [sys.executable, "-m", "mojifix", command, "-"]
    run = subprocess.run(program, input=line, capture_output=True, check=False, timeout=PATIENCE)
    assert run.returncode == 0, run.stderr[-500:]
    assert len(run.stdout.split()) == len(line.split())


def with_one_garbled_place(length):
    line = "The leeks must be washed well. " * (length // 31)
    return line[: length // 2] + "The IndiaтАУU.S. partnership. " + line[length // 2 :]


def test_a_repair_in_one_long_line_takes_time_in_proportion_to_its_length():
    garbled = with_one_garbled_place(LINE // 20)
    assert fix(garbled) == garbled.replace("тАУ", "–")
    assert_linear(fix, with_one_garbled_place, length=LINE // 200)
