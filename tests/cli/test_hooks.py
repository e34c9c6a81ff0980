"""The hooks that other repositories use, as pre-commit runs them: the entry, then file names."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from mojifix.cli import main

HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
ENTRIES = dict(
    re.findall(r"- id: (\S+)\n(?:  .*\n)*?  entry: mojifix (.+)", HOOKS.read_text(encoding="utf-8"))
)


def run(hook, *paths):
    return CliRunner().invoke(main, [*shlex.split(ENTRIES[hook]), *map(str, paths)])


@pytest.fixture
def files(tmp_path):
    garbled, clean = tmp_path / "a.txt", tmp_path / "b.json"
    garbled.write_text("The IndiaтАУU.S. partnership\n", encoding="utf-8")
    clean.write_text('{"a": "déjà"}\n', encoding="utf-8")
    return garbled, clean


def test_there_are_two_hooks():
    assert set(ENTRIES) == {"mojifix-check", "mojifix-fix"}


def test_the_check_fails_shows_what_and_changes_nothing(files):
    before = [path.read_bytes() for path in files]
    result = run("mojifix-check", *files)
    assert result.exit_code == 1
    assert "[-тАУ-]{+–+}" in result.stdout
    assert [path.read_bytes() for path in files] == before
    assert run("mojifix-check", files[1]).exit_code == 0


def test_the_fix_changes_what_is_garbled_and_passes_the_next_time(files):
    assert run("mojifix-fix", *files).exit_code == 0  # pre-commit fails it for the changed file
    assert files[0].read_text(encoding="utf-8") == "The India–U.S. partnership\n"
    assert run("mojifix-check", *files).exit_code == 0
