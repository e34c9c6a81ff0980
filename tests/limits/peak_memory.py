"""How much memory a statement takes at most, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

MEASURED = """
from pathlib import Path
from mojifix import clean, fix
{statement}
# Unlike ru_maxrss, this does not count what the parent held when it forked.
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(status["VmHWM"].split()[0])
"""

on_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="/proc tells the memory on Linux only"
)


def peak_of(statement: str) -> int:
    """Return the most memory that a statement of ``clean`` or ``fix`` takes, in kB."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED.format(statement=statement)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    return int(done.stdout)
