"""What the README says is true: its examples run, its commands exist, its table holds."""

import doctest
import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

import mojifix
from mojifix.cli import main
from mojifix.explaining import in_words

README = Path(__file__).parent.parent / "README.md"
TEXT = README.read_text(encoding="utf-8")
MOVING = README.parent / "docs" / "moving.md"
REPLACEMENTS = [
    code
    for cell in re.findall(
        r"^\| `.+ \| (`.+`) \|$", MOVING.read_text(encoding="utf-8"), re.MULTILINE
    )
    for code in re.findall(r"`([^`]+)`", cell)
]
ROWS = re.findall(r"^\| `(.+?)` \| `(.+?)` \| (.+?) \|$", TEXT, re.MULTILINE)
COMMANDS = re.findall(r"^mojifix (\w+) ([^#\n]*)", TEXT, re.MULTILINE)


def test_the_python_examples_run():
    assert doctest.testfile(str(README), module_relative=False).failed == 0


@pytest.mark.parametrize(("before", "after", "happened"), ROWS)
def test_the_table_holds(before, after, happened):
    result = mojifix.repair(before)
    assert result.text == after
    said = {in_words(repair.steps) for repair in result.repairs}
    assert said == (set() if "nothing" in happened else {happened})


def test_the_table_and_the_commands_were_found():
    assert len(ROWS) >= 6
    assert len(COMMANDS) >= 7


@pytest.mark.parametrize(("command", "line"), COMMANDS)
def test_the_commands_and_their_options_exist(command, line):
    known = CliRunner().invoke(main, [command, "--help"])
    assert known.exit_code == 0
    for word in shlex.split(line):
        if word.startswith("-") and word != "-":
            assert re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", known.output), word


def test_the_main_job_runs_on_the_file_it_names():
    first = re.search(r"mojifix clean (\S+) --format markdown", TEXT)
    assert first is not None
    page = README.parent / first.group(1)
    result = CliRunner().invoke(main, ["clean", str(page), "--format", "markdown"])
    assert result.exit_code == 0
    assert result.output.startswith("# ")
    assert "\u0930" in result.output  # Devanagari, as it was before the damage
    assert "\u2591" not in result.output  # box drawings, as UTF-8 read as cp866 has them


def test_what_replaces_a_call_of_another_library_runs():
    assert len(REPLACEMENTS) >= 20
    page = "<html lang=mr><body><p>Wash the leeks well.</p></body></html>"
    given = {"text": "“cafÃ©”", "data": b"caf\xe9", "page": page, "path": README, "json": json}
    names = {name: getattr(mojifix, name) for name in mojifix.__all__}
    values = {code: eval(code, names | given) for code in REPLACEMENTS}
    assert values["fix(text)"] == "“café”"
    assert values['fix(text, Options(profile="tidy"))'] == '"café"'
    assert values["decode(data).text"] == "café"
    assert values["detect(data)[0].probability"] > 0.5
    assert values['clean(page, kind="html").markdown'] == "Wash the leeks well.\n"


def test_the_pictures_are_there_and_of_modest_size():
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", TEXT)
    assert {Path(name).suffix for name in pictures} == {".svg", ".png"}
    for name in pictures:
        assert 1_000 < (README.parent / name).stat().st_size < 300_000, name
