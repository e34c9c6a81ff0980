"""Repair of long text takes little memory beside the text."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

MEASURED = """
from pathlib import Path
from mojifix import fix
fix({text} * 100_000)
# Unlike ru_maxrss, this does not count what the parent held when it forked.
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(status["VmHWM"].split()[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells the memory on Linux only")
@pytest.mark.parametrize(
    "text",
    [
        "'Он сказал, что придёт завтра вечером.\\n'",
        "'Il était déjà là, près de la forêt.\\n'",
        "'Он сказал, что придёт завтра вечером.\\n'.encode().decode('cp1251', 'replace')",
    ],
    ids=["clean Russian", "clean French", "garbled Russian"],
)
def test_long_text_takes_a_few_times_its_size(text: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MEASURED.format(text=text)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert int(done.stdout) < 90 * 1024
