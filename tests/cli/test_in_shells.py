"""Completion and the manual page in the programs that they are for."""

import os
import shutil
import subprocess
import sys
import warnings

import pytest

PATIENCE = 20.0  # seconds; a shell with an empty set-up answers in less than one


def needed(program):
    path = shutil.which(program)
    if path is None:
        warnings.warn(f"not tested in {program}: it is not installed", stacklevel=2)
        pytest.skip(f"{program} is not installed")
    return path


@pytest.fixture
def environment(tmp_path):
    """An environment in which ``mojifix`` is a command and no set-up is read."""
    command = tmp_path / "bin" / "mojifix"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mojifix "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    path = os.pathsep.join([str(command.parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "HOME": str(tmp_path), "TERM": "dumb"}


def said_by(*args, environment):
    return subprocess.run(
        args, env=environment, capture_output=True, text=True, check=True, timeout=PATIENCE
    ).stdout.splitlines()


@pytest.mark.parametrize(
    ("line", "completed"),
    [("mojifix cl", "clean"), ("mojifix fix --in", "--in-place"),
     ("mojifix clean --format ma", "markdown")],
)  # fmt: skip
def test_bash_completes(environment, line, completed):
    script = (
        'eval "$(mojifix completion bash)"; '
        f"COMP_WORDS=({line}); COMP_CWORD={line.count(' ')}; _mojifix_completion mojifix; "
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    found = said_by(needed("bash"), "--norc", "-c", script, environment=environment)
    assert found == [completed]


def test_the_manual_page_is_set_without_a_warning(environment):
    page = "\n".join(said_by("mojifix", "man", environment=environment))
    done = subprocess.run(
        [needed("groff"), "-man", "-Tutf8", "-K", "utf8", "-ww", "-rLL=90n"],
        input=page, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert "--in-place" in done.stdout.replace("\x1b[0m", "")
