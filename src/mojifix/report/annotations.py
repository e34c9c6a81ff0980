"""Repairs as annotations for continuous integration: GitHub, SARIF 2.1.0, JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final, Literal, NamedTuple
from urllib.parse import quote

from mojifix.explaining import in_words
from mojifix.records import Repair
from mojifix.report.lines import Lines
from mojifix.serialization import Json, JsonObject

AnnotationFormat = Literal["github", "sarif", "json"]

SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
RULE: Final = "mojibake"
ENCODING_RULE: Final = "encoding"
# What would end a GitHub workflow command or one of its properties.
_IN_TEXT: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = _IN_TEXT | str.maketrans({":": "%3A", ",": "%2C"})


class Finding(NamedTuple):
    """What was found in a file: its name, its text as it came, repairs, an encoding not UTF-8."""

    name: str
    text: str
    repairs: tuple[Repair, ...]
    encoding: str | None = None

    @property
    def message(self) -> str:
        """What is said of a file in another encoding."""
        return f"the file is in {self.encoding}, not in UTF-8"


class _Place(NamedTuple):
    """A repair, the name of its file and where it stands; lines and columns count from 1."""

    name: str
    repair: Repair
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def message(self) -> str:
        repair = self.repair
        sure = f"{in_words(repair.steps)}, {repair.probability:.1%} sure"
        return f"{repair.before!r} is {repair.after!r} ({sure})"


def annotate(findings: Sequence[Finding], form: AnnotationFormat, version: str) -> str:
    """Return what was found in several files as one report, ending in a line break.

    Args:
        findings: one per file; its encoding is told to GitHub and in SARIF.
        form: ``"github"`` workflow commands, ``"sarif"``, or a ``"json"`` array.
        version: of this program, for SARIF.
    """
    places = [
        _Place(
            file.name, repair, *lines.place(repair.source_start), *lines.place(repair.source_end)
        )
        for file in findings
        for lines in [Lines(file.text)]
        for repair in file.repairs
    ]
    legacy = [file for file in findings if file.encoding]
    if form == "github":
        return "".join([*map(_github_file, legacy), *map(_github, places)])
    results: list[Json] = [*map(_file_result, legacy), *map(_result, places)]
    report: Json = list(map(_json, places)) if form == "json" else _sarif(results, version)
    # With an indent json writes in Python, which takes as long as all the rest of a large report.
    return json.dumps(report, ensure_ascii=False) + "\n"


def _github_file(file: Finding) -> str:
    name = file.name.translate(_IN_PROPERTY)
    return f"::warning file={name},title={ENCODING_RULE}::{file.message}\n"


def _github(place: _Place) -> str:
    return (
        f"::warning file={place.name.translate(_IN_PROPERTY)},line={place.line},"
        f"endLine={place.end_line},col={place.column},endColumn={place.end_column},"
        f"title={RULE}::{place.message.translate(_IN_TEXT)}\n"
    )


def _json(place: _Place) -> JsonObject:
    return {
        "path": place.name,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        **place.repair.to_dict(),
    }


def _sarif(results: list[Json], version: str) -> JsonObject:
    rules: list[Json] = [
        {"id": rule, "shortDescription": {"text": text}}
        for rule, text in (
            (RULE, "Text that was decoded with the wrong encoding"),
            (ENCODING_RULE, "A file in another encoding than UTF-8"),
        )
    ]
    run: JsonObject = {
        "tool": {"driver": {"name": "mojifix", "version": version, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _artifact(name: str) -> JsonObject:
    return {"uri": quote(os.fsencode(PurePath(name).as_posix()))}


def _file_result(file: Finding) -> JsonObject:
    # GitHub shows no result without a line.
    place: JsonObject = {"artifactLocation": _artifact(file.name), "region": {"startLine": 1}}
    return {
        "ruleId": ENCODING_RULE,
        "level": "warning",
        "message": {"text": file.message},
        "locations": [{"physicalLocation": place}],
    }


def _result(place: _Place) -> JsonObject:
    file = _artifact(place.name)
    region: JsonObject = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    replacement: JsonObject = {
        "deletedRegion": region,
        "insertedContent": {"text": place.repair.after},
    }
    change: JsonObject = {"artifactLocation": file, "replacements": [replacement]}
    return {
        "ruleId": RULE,
        "level": "warning",
        "message": {"text": place.message},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
        "fixes": [{"artifactChanges": [change]}],
        "properties": {"probability": place.repair.probability, "guessed": place.repair.guessed},
    }
