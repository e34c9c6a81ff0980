"""Where the corpus is, and its cases as pytest parameters."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

import pytest

CORPUS: Final = Path(__file__).parents[1] / "corpus"

Case = dict[str, Any]


def rows(name: str) -> list[Case]:
    """Read one of the corpus's JSON Lines files."""
    with (CORPUS / name).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


KNOWN_FAILURES: Final = {row["id"]: row["reason"] for row in rows("known-failures.jsonl")}


def parameters(cases: Iterable[Any], name_of: Callable[[Any], str] = itemgetter("id")) -> list[Any]:
    """Name each case by its id, and expect the known failures to fail."""
    named = [(name_of(case), case) for case in cases]
    expected = {name: pytest.mark.xfail(reason=why) for name, why in KNOWN_FAILURES.items()}
    return [pytest.param(case, id=name, marks=expected.get(name, ())) for name, case in named]


def documents(folder: str) -> list[Case]:
    """Read the pages of ``flat``, ``markdown`` or ``pages``: the input and the Document it contains.

    Each is a pair of files, ``NAME.txt``, ``NAME.md`` or ``NAME.html`` and ``NAME.json``.
    """
    found = []
    for expected in sorted((CORPUS / folder).glob("*.json")):
        (page,) = (path for path in CORPUS.glob(f"{folder}/{expected.stem}.*") if path != expected)
        case = json.loads(expected.read_text("utf-8"))
        with page.open(encoding="utf-8", newline="") as file:
            found.append(case | {"id": f"{folder}/{page.name}", "input": file.read()})
    return found


def plain_texts() -> dict[str, str]:
    """Read the texts that are no web page, by name."""
    return {path.name: path.read_text("utf-8") for path in sorted((CORPUS / "plain").glob("*.txt"))}
