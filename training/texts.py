"""The running text that models of languages are trained from.

A folder holds one file per language, ``TAG.txt`` or ``TAG.txt.xz`` (TAG a BCP 47 tag), UTF-8, one
sentence or paragraph per line, and may hold ``SOURCES.tsv`` (columns language, source, licence),
which goes into the header of the model. The lines 0, 20, 40, … of each file are left out: they
are for scoring.
"""

from __future__ import annotations

import argparse
import csv
import lzma
from pathlib import Path
from typing import Final

HELD_OUT_EVERY: Final = 20


def paths(docstring: str, *names: str) -> list[Path]:
    """Return the folders and files that the command line names.

    Args:
        docstring: of the script; its first line is the description.
        names: what they are, in order.
    """
    parser = argparse.ArgumentParser(description=docstring.split("\n", 1)[0])
    for name in names:
        parser.add_argument(name, type=Path)
    arguments = parser.parse_args()
    return [getattr(arguments, name) for name in names]


def read_texts(folder: Path) -> dict[str, list[str]]:
    """Read the lines of every language, by its tag, without the held-out ones."""
    texts = {}
    for path in sorted(folder.glob("*.txt*")):
        if path.name.startswith("SOURCES"):
            continue
        data = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
        lines = data.decode("utf-8").split("\n")
        kept = [line for n, line in enumerate(lines) if n % HELD_OUT_EVERY and line]
        texts[path.name.split(".txt")[0]] = kept
    return texts


def sources(folder: Path) -> list[str]:
    """Return the sources and licences that SOURCES.tsv names."""
    path = folder / "SOURCES.tsv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return sorted({f"{row['source']} ({row['licence']})" for row in rows})
