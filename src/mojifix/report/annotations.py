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
    match form:
        case "github":
            return "".join(map(_github, places))
        case "sarif":
            return _dumped(_sarif(list(map(_result, places)), version))
        case "json":
            return _dumped(list(map(_json, places)))


def _dumped(value: Json) -> str:
    # With an indent json writes in Python, which takes as long as all the rest of a large report.
    return json.dumps(value, ensure_ascii=False) + "\n"


def _message(repair: Repair) -> str:
    return f"{repair.before!r} is {repair.after!r} ({in_words(repair.steps)})"


def _github(place: _Place) -> str:
    """Return a workflow command; its properties escape "," and ":" too."""
    properties = (
        f"file={_command_value(place.name)},line={place.line},endLine={place.end_line},"
        f"col={place.column},endColumn={place.end_column},title={RULE}"
    )
    return f"::warning {properties}::{_command_text(_message(place.repair))}\n"


def _command_text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _command_value(text: str) -> str:
    return _command_text(text).replace(":", "%3A").replace(",", "%2C")


def _json(place: _Place) -> JsonObject:
    return {
        "path": place.name,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        **place.repair.to_dict(),
    }


def _result(place: _Place) -> JsonObject:
    uri = quote(os.fsencode(PurePath(place.name).as_posix()))
    region: JsonObject = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {
        "ruleId": RULE,
        "level": "warning",
        "message": {"text": _message(place.repair)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
        "fixes": [
            {
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": uri},
                        "replacements": [
                            {
                                "deletedRegion": region,
                                "insertedContent": {"text": place.repair.after},
                            }
                        ],
                    }
                ]
            }
        ],
    }


def _sarif(results: list[JsonObject], version: str) -> JsonObject:
    rule: JsonObject = {
        "id": RULE,
        "shortDescription": {"text": "Text that was decoded with the wrong encoding"},
    }
    driver: JsonObject = {"name": "mojifix", "version": version, "rules": [rule]}
    return {
        "$schema": SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [*results],
            }
        ],
    }
