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
# What would end a GitHub workflow command or one of its properties.
_IN_TEXT: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = _IN_TEXT | str.maketrans({":": "%3A", ",": "%2C"})

# A file's name, its text as it came, the repairs found in it.
Finding = tuple[str, str, tuple[Repair, ...]]


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
        return f"{repair.before!r} is {repair.after!r} ({in_words(repair.steps)})"


def annotate(findings: Sequence[Finding], form: AnnotationFormat, version: str) -> str:
    """Return the repairs of several files as one report, ending in a line break.

    Args:
        findings: per file its name, its text as it came, and its repairs.
        form: ``"github"`` workflow commands, ``"sarif"``, or a ``"json"`` array.
        version: of this program, for SARIF.
    """
    places = [
        _Place(name, repair, *lines.place(repair.source_start), *lines.place(repair.source_end))
        for name, text, repairs in findings
        for lines in [Lines(text)]
        for repair in repairs
    ]
    if form == "github":
        return "".join(map(_github, places))
    report: Json = list(map(_json, places)) if form == "json" else _sarif(places, version)
    # With an indent json writes in Python, which takes as long as all the rest of a large report.
    return json.dumps(report, ensure_ascii=False) + "\n"


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


def _sarif(places: Sequence[_Place], version: str) -> JsonObject:
    rule: JsonObject = {
        "id": RULE,
        "shortDescription": {"text": "Text that was decoded with the wrong encoding"},
    }
    run: JsonObject = {
        "tool": {"driver": {"name": "mojifix", "version": version, "rules": [rule]}},
        "columnKind": "unicodeCodePoints",
        "results": list(map(_result, places)),
    }
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(place: _Place) -> JsonObject:
    file: JsonObject = {"uri": quote(os.fsencode(PurePath(place.name).as_posix()))}
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
    }
