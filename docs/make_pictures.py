"""Make the pictures of the README: the command line as SVG, the report as PNG.

    python -m docs.make_pictures

Run from the root of the repository, with mojifix installed (or ``PYTHONPATH=src``). The report
needs a Chromium; fonts are those of the machine.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from html import escape
from pathlib import Path
from typing import Final

from mojifix import clean
from mojifix.report.page import page
from mojifix.report.rows import Entry
from tests.chromium import Chromium

HERE: Final = Path(__file__).parent
STORY: Final = HERE / "harbor.txt"

# What is typed, and what is run for it: the same, with colors asked for.
SESSION: Final = (
    ("mojifix explain 'тАУ'", ["explain", "тАУ"]),
    ("mojifix fix --word-diff harbor.txt", ["fix", "--word-diff", "harbor.txt"]),
    ("mojifix fix --check harbor.txt; echo $?", ["fix", "--check", "harbor.txt"]),
    ("mojifix clean harbor.txt --format markdown", ["clean", "harbor.txt", "--format", "markdown"]),
)
COLUMNS: Final = 98
CELL: Final = (8.4, 19.0)  # width and height of a character, in pixels
MARGIN: Final = 18.0
BAR: Final = 34.0  # height of the window's bar
COLORS: Final = {"1": "bold", "31": "red", "32": "green", "33": "yellow", "36": "cyan"}
STYLE: Final = """
  rect { fill: #15171c; } text { font: 14px ui-monospace, "DejaVu Sans Mono", monospace; fill: #d7dae0;
  white-space: pre; } .prompt { fill: #9ea6ff; } .bold { font-weight: 700; fill: #fff; }
  .red { fill: #ff9385; } .green { fill: #7fe0a3; } .yellow { fill: #f1cf7a; } .cyan { fill: #7fd6e6; }
"""


def output(args: list[str]) -> list[str]:
    """Return what a command prints, standard error last, wrapped to the window."""
    done = subprocess.run(
        [sys.executable, "-m", "mojifix", *args, "--color", "always"],
        cwd=HERE, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": str(HERE.parent / "src")},
    )  # fmt: skip
    lines = (done.stdout + done.stderr).rstrip("\n").split("\n")
    if "--check" in args:
        lines.append(str(done.returncode))
    return [part for line in lines for part in wrapped(line)]


def wrapped(line: str) -> list[str]:
    """Break a line at the width of the window, where a blank stands if there is one."""
    rows: list[str] = []
    row, width, color = "", 0, ""
    for token in re.findall(r"\x1b\[[0-9;]*m|\s+|[^\s\x1b]+", line):
        cells = 0 if token.startswith("\x1b") else columns(token)
        if not cells:
            color = token
        if width + cells > COLUMNS and row.strip():
            rows.append(row)
            row, width = f"    {color}", 4
            if token.isspace():
                continue
        row += token
        width += cells
    return [*rows, row]


def columns(text: str) -> int:
    """Return the columns that a text takes in a terminal."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def line_as_svg(row: str, y: float) -> str:
    """Return a line of the terminal, its escape sequences as classes."""
    spans, kind = [], ""
    for token in re.split(r"(\x1b\[[0-9;]*m)", row):
        if token.startswith("\x1b"):
            kind = " ".join(COLORS[code] for code in token[2:-1].split(";") if code in COLORS)
        elif token:
            spans.append(
                f'<tspan class="{kind}">{escape(token)}</tspan>' if kind else escape(token)
            )
    return f'<text x="{MARGIN}" y="{y:.1f}" xml:space="preserve">{"".join(spans)}</text>'


def terminal() -> str:
    """Return the session as an SVG."""
    rows: list[str] = []
    for typed, args in SESSION:
        rows += [f"\x1b[36m$\x1b[0m \x1b[1m{typed}\x1b[0m", *output(args), ""]
    width = COLUMNS * CELL[0] + 2 * MARGIN
    height = len(rows) * CELL[1] + BAR + MARGIN
    dots = "".join(
        f'<circle cx="{MARGIN + 4 + 20 * at}" cy="{BAR / 2}" r="6" fill="{color}"/>'
        for at, color in enumerate(("#ff6159", "#ffbd2e", "#28c941"))
    )
    lines = "".join(
        line_as_svg(row, BAR + CELL[1] * (at + 0.8)) + "\n" for at, row in enumerate(rows)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" role="img" '
        'aria-label="mojifix explain, fix and clean in a terminal">'
        f'<style>{STYLE}</style><rect width="100%" height="100%" rx="10"/>{dots}\n{lines}</svg>\n'
    )


def report(target: Path) -> None:
    """Write what the report looks like, the tip of a repair open."""
    text = STORY.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.html"
        document = clean(text, kind="flat")
        source.write_text(page([Entry(STORY.name, document, text)]), encoding="utf-8")
        with Chromium(Path(folder) / "profile") as browser:
            browser.look(width=1160, height=840)
            browser.open(source)
            browser.run("document.querySelectorAll('mark.now')[3].focus({preventScroll: true})")
            browser.picture(target)


if __name__ == "__main__":
    (HERE / "terminal.svg").write_text(terminal(), encoding="utf-8")
    report(HERE / "report.png")
