"""Rows in: the lines of a JSON Lines file, or the files of a folder.

A row that cannot be read is a row all the same, with the reason in ``problem``: what comes out has
as many rows as what went in.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BufferedReader, BytesIO, TextIOWrapper
from pathlib import Path
from typing import Final

from mojifix.decoding import decode
from mojifix.serialization import JsonObject

JSONL_SUFFIXES: Final = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
# A longer line, or file unpacked, is not read into memory; it becomes a failed row. In bytes.
MAX_LINE: Final = 256 * 2**20


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to clean.

    Attributes:
        source: the file it came from.
        number: of the row in that file, from 1.
        content: the text or the bytes to clean; None when there are none.
        values: the JSON object it came in; the path of the file for the files of a folder.
        problem: why it cannot be cleaned; None when it can.
        length: bytes read for it, for the progress bar.
    """

    source: str
    number: int
    content: str | bytes | None
    values: JsonObject = field(default_factory=dict)
    problem: str | None = None
    length: int = 0


def is_jsonl(path: Path) -> bool:
    """Tell a file of rows by its name.

    >>> is_jsonl(Path("dump.jsonl.gz")), is_jsonl(Path("page.html"))
    (True, False)
    """
    return path.name.lower().endswith(JSONL_SUFFIXES)


def is_packed(path: Path) -> bool:
    """Tell by its name whether a file is compressed."""
    return path.suffix.lower() == ".gz"


def read_files(paths: Sequence[tuple[Path, str]]) -> Iterator[Row]:
    """Yield one row per file.

    Args:
        paths: each file and the name it goes by in the output.
    """
    for number, (path, name) in enumerate(paths, 1):
        try:
            data = path.read_bytes()
            content = _unpacked(data) if is_packed(path) else data
        except (OSError, EOFError, zlib.error) as error:
            reason = (isinstance(error, OSError) and error.strerror) or str(error)
            yield Row(name, number, None, {"path": name}, reason)
        else:
            yield Row(name, number, content, {"path": name}, None, len(data))


def _unpacked(data: bytes) -> bytes:
    content = gzip.GzipFile(fileobj=BytesIO(data)).read(MAX_LINE + 1)
    if len(content) > MAX_LINE:
        raise OSError(f"the file unpacks to more than {MAX_LINE:,} bytes")
    return content


def read_jsonl(path: Path, name: str, field_name: str) -> Iterator[Row]:
    """Yield one row per line that is not blank.

    Args:
        path: a JSON Lines file in UTF-8, UTF-16 or UTF-32, compressed when it ends in ``.gz``.
        name: what it goes by in the output.
        field_name: the key of the text; dots lead into nested objects, as ``"page.text"``.

    A file that cannot be read to its end yields one last row that says so.
    """
    number, position = 0, 0
    try:
        with path.open("rb") as raw:
            stream = gzip.GzipFile(fileobj=raw) if is_packed(path) else raw
            for line in _lines(_line_reader(stream)):
                if line is not None and not line.strip():
                    continue
                number, last, position = number + 1, position, raw.tell()
                yield _row(name, number, line, field_name, position - last)
    except (OSError, EOFError, zlib.error) as error:
        problem = f"the file cannot be read from here on: {error}"
        yield Row(name, number + 1, None, {}, problem)


def _line_reader(stream: BufferedReader | gzip.GzipFile) -> Callable[[int], bytes]:
    """Return what reads a line up to a length, in UTF-8 where the file is in UTF-16 or UTF-32."""
    encoding = json.detect_encoding(stream.peek(4)[:4])
    if encoding.startswith("utf-8"):
        return stream.readline
    text = TextIOWrapper(stream, encoding, errors="replace", newline="\n")
    return lambda length: text.readline(length).encode()


def _lines(read: Callable[[int], bytes]) -> Iterator[bytes | None]:
    """Yield the lines; None for one that is longer than ``MAX_LINE``."""
    while line := read(MAX_LINE):
        if len(line) >= MAX_LINE and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = read(MAX_LINE)
            yield None
        else:
            yield line


def _row(name: str, number: int, line: bytes | None, field_name: str, length: int) -> Row:
    if line is None:
        problem = f"the line is longer than {MAX_LINE:,} bytes"
        return Row(name, number, None, {}, problem, length)
    try:
        values = json.loads(_text(line))
    except (ValueError, RecursionError) as error:
        raw: JsonObject = {"raw": _text(line).rstrip("\r\n")}
        return Row(name, number, None, raw, f"not JSON: {error}", length)
    if not isinstance(values, dict):
        return Row(name, number, None, {"raw": values}, "not a JSON object", length)
    holder, key = _holder(values, field_name)
    if key not in holder:
        return Row(name, number, None, values, f"there is no field {field_name!r}", length)
    found = holder[key]
    if found is None or isinstance(found, str):
        return Row(name, number, found, values, None, length)
    problem = f"the field {field_name!r} holds {type(found).__name__}, not a string"
    return Row(name, number, None, values, problem, length)


def _text(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(line).text or line.decode("utf-8", "replace")


def with_field(values: JsonObject, field_name: str, content: str) -> JsonObject:
    """Return the object with one field replaced; nothing else is touched.

    >>> with_field({"id": 1, "page": {"text": "x"}}, "page.text", "y")
    {'id': 1, 'page': {'text': 'y'}}
    """
    if field_name in values or "." not in field_name:
        return {**values, field_name: content}
    head, rest = field_name.split(".", 1)
    inner = values[head]
    assert isinstance(inner, dict)
    return {**values, head: with_field(inner, rest, content)}


def _holder(values: JsonObject, field_name: str) -> tuple[JsonObject, str]:
    """Return the object that holds the last part of a dotted name; a key with dots goes first.

    >>> _holder({"page": {"text": "x"}}, "page.text"), _holder({"a.b": 1}, "a.b")
    (({'text': 'x'}, 'text'), ({'a.b': 1}, 'a.b'))
    """
    if field_name in values or "." not in field_name:
        return values, field_name
    head, rest = field_name.split(".", 1)
    inner = values.get(head)
    return _holder(inner, rest) if isinstance(inner, dict) else ({}, rest)
