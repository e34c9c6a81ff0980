r"""The strings of JSON that are values; keys are names that other software looks for.

>>> [field.value for field in json_fields('{"key": ["a\\n", {"b": "\\ud83d\\ude0a"}]}')]
['a\n', '😊']
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Final

from mojifix.containers.fields import ContainerError, Field

# RFC 8259, section 7. A string in one pass: no two alternatives begin with the same character.
_STRING: Final = re.compile(r'"((?:[^"\\]|\\.)*+)"(\s*:)?', re.DOTALL)
_LINE: Final = re.compile(r"(.*)\n?")
_FIRST_LINE: Final = re.compile(r"\s*+(\{.*)")
UNIT: Final = re.compile(
    r"""
    \\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}   # a surrogate pair
    | \\u[0-9a-fA-F]{4}
    | \\.
    """,
    re.VERBOSE | re.DOTALL,
)


def json_fields(text: str) -> Iterator[Field]:
    """Yield the string values of a JSON text.

    Raises:
        ContainerError: the text is not JSON.
    """
    _check(text)
    yield from _fields(text, 0)


def jsonl_fields(text: str) -> Iterator[Field]:
    """Yield the string values of the lines of a JSON Lines text.

    Raises:
        ContainerError: a line is not JSON; the message names it.
    """
    for number, found in enumerate(_LINE.finditer(text), 1):
        line = found.group(1)
        if line.strip():
            _check(line, f"line {number} is ")
            yield from _fields(line, found.start())


def begins_as_jsonl(text: str) -> bool:
    """Tell whether the first line that holds anything is an object of JSON."""
    found = _FIRST_LINE.match(text)
    try:
        _check(found.group(1) if found else "")
    except ContainerError:
        return False
    return True


def _check(text: str, what: str = "") -> None:
    try:
        json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ContainerError(f"{what}not JSON: {error}") from None


def _fields(text: str, base: int) -> Iterator[Field]:
    for found in _STRING.finditer(text):
        if found.group(2) is None:
            yield _field(found.group(1), base + found.start(1))


def _field(raw: str, start: int) -> Field:
    # A writer that escapes what is not ASCII gets it escaped back.
    encode = _escaped if raw.isascii() else _plain
    if "\\" not in raw:
        return Field(raw, start, encode)
    return Field(json.loads(f'"{raw}"'), start, encode, partial(unit_offsets, raw))


def _escaped(text: str) -> str:
    return json.dumps(text)[1:-1]


def _plain(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


@lru_cache(maxsize=1)
def unit_offsets(raw: str) -> list[int]:
    """Return where each character of a string stands, whose escapes are one character each."""
    offsets: list[int] = []
    last = 0
    for unit in UNIT.finditer(raw):
        offsets += [*range(last, unit.start()), unit.start()]
        last = unit.end()
    return [*offsets, *range(last, len(raw) + 1)]
