"""Repairs as annotations for continuous integration: GitHub, SARIF 2.1.0, JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final, Literal
from urllib.parse import quote

from mojifix.explaining import in_words
from mojifix.records import Json, JsonObject, Repair
from mojifix.report.lines import Lines

AnnotationFormat = Literal["github", "sarif", "json"]

SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
RULE: Final = "mojibake"

# A file's name, its text as it came, the repairs found in it.
Finding = tuple[str, str, tuple[Repair, ...]]


def annotate(findings: Sequence[Finding], form: AnnotationFormat, version: str) -> str:
    """Return the repairs of several files as one report, ending in a line break.

    Args:
        findings: per file its name, its text as it came, and its repairs.
        form: ``"github"`` workflow commands, ``"sarif"``, or a ``"json"`` array.
        version: of this program, for SARIF.
    """
    rows = [
        (name, repair, *_places(lines, repair))
        for name, text, repairs in findings
        for lines in [Lines(text)]
        for repair in repairs
    ]
    match form:
        case "github":
            return "".join(_github(*row) for row in rows)
        case "sarif":
            return _dumped(_sarif([_result(*row) for row in rows], version))
        case "json":
            return _dumped([_json(*row) for row in rows])


def _places(lines: Lines, repair: Repair) -> tuple[int, int, int, int]:
    return (*lines.place(repair.source_start), *lines.place(repair.source_end))


def _dumped(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _message(repair: Repair) -> str:
    return f"{repair.before!r} is {repair.after!r} ({in_words(repair.steps)})"


def _github(
    name: str, repair: Repair, line: int, column: int, end_line: int, end_column: int
) -> str:
    """Return a workflow command; its properties escape "," and ":" too."""
    properties = (
        f"file={_command_value(name)},line={line},endLine={end_line},"
        f"col={column},endColumn={end_column},title={RULE}"
    )
    return f"::warning {properties}::{_command_text(_message(repair))}\n"


def _command_text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _command_value(text: str) -> str:
    return _command_text(text).replace(":", "%3A").replace(",", "%2C")


def _json(
    name: str, repair: Repair, line: int, column: int, end_line: int, end_column: int
) -> JsonObject:
    return {
        "path": name,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        **repair.to_dict(),
    }


def _result(
    name: str, repair: Repair, line: int, column: int, end_line: int, end_column: int
) -> JsonObject:
    uri = quote(PurePath(name).as_posix())
    region: JsonObject = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
    }
    return {
        "ruleId": RULE,
        "level": "warning",
        "message": {"text": _message(repair)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
        "fixes": [
            {
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": uri},
                        "replacements": [
                            {"deletedRegion": region, "insertedContent": {"text": repair.after}}
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
