"""How long the command line takes to answer, beside bare Python and the peers' commands.

    python benchmarks/startup.py

Processor time (user and system) of the process, the least of several runs, in milliseconds; other
work on the machine hardly moves it. ``--help`` has a budget over bare Python: past it the script
says so and exits with 1.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Sequence
from typing import Final

RUNS: Final = 15
BUDGET: Final = 60.0  # milliseconds of `mojifix --help` over bare Python
GARBLED: Final = "The India\u0442\u0410\u0423U.S. partnership grows.\n".encode()
MODULE: Final = (sys.executable, "-m")
COMMANDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("bare Python", (sys.executable, "-c", "pass")),
    ("mojifix --help", (*MODULE, "mojifix", "--help")),
    ("mojifix --version", (*MODULE, "mojifix", "--version")),
    ("mojifix fix --help", (*MODULE, "mojifix", "fix", "--help")),
    ("mojifix fix, one garbled line", (*MODULE, "mojifix", "fix", "-")),
    ("mojifix clean, one garbled line", (*MODULE, "mojifix", "clean", "-")),
    ("ftfy --help", (*MODULE, "ftfy.cli", "--help")),
    ("ftfy, one garbled line", (sys.executable, "-c", "from ftfy.cli import main; main()")),
    ("normalizer --help", (*MODULE, "charset_normalizer", "--help")),
)


def milliseconds(command: Sequence[str]) -> float:
    """Return the least processor time that a command took."""
    return 1000 * min(_once(command) for _ in range(RUNS))


def _once(command: Sequence[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, input=GARBLED, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> int:
    """Print the table; return the exit code."""
    times = {name: milliseconds(command) for name, command in COMMANDS}
    bare = times["bare Python"]
    print(f"{'':32} {'ms':>6} {'over bare':>10}")
    for name, taken in times.items():
        print(f"{name:32} {taken:6.0f} {taken - bare:10.0f}")
    over = times["mojifix --help"] - bare
    print(f"\n--help: {over:.0f} ms over bare Python, budget {BUDGET:.0f} ms")
    return int(over > BUDGET)


if __name__ == "__main__":
    sys.exit(main())
