"""From the name of a file to its values, their repair, and the proof that nothing broke."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import Final, Literal

from mojifix.containers.delimited import delimited_fields
from mojifix.containers.fields import ContainerError, Field, repair_fields
from mojifix.containers.json_text import json_fields, jsonl_fields
from mojifix.containers.markup import html_fields
from mojifix.containers.properties import properties_fields
from mojifix.containers.subtitles import subtitle_fields
from mojifix.mojibake import repair
from mojifix.options import Options, chosen
from mojifix.records import Repaired

Container = Literal["csv", "html", "json", "jsonl", "properties", "subtitles"]

READERS: Final[dict[Container, Callable[[str], Iterator[Field]]]] = {
    "csv": delimited_fields,
    "html": html_fields,
    "json": json_fields,
    "jsonl": jsonl_fields,
    "properties": properties_fields,
    "subtitles": subtitle_fields,
}
SUFFIXES: Final[dict[str, Container]] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".json": "json",
    ".geojson": "json",
    ".ipynb": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".properties": "properties",
    ".srt": "subtitles",
    ".vtt": "subtitles",
}
_TAG: Final = re.compile(rb"<[a-zA-Z/!]")


def container_of(name: str) -> Container | None:
    """Return the format that a file's name promises, compressed or not; None for plain text.

    Args:
        name: of the file, with or without folders.
    """
    return SUFFIXES.get(PurePath(name.lower().removesuffix(".gz")).suffix)


def options_for(name: str, content: bytes | str, options: Options) -> Options:
    """Return the options for what a file holds: what is named HTML, and holds a tag, is HTML.

    Pieces of pages show too little of HTML to be told from prose that quotes a tag; the name of
    their file tells.

    >>> [options_for(name, b"<p>Leeks", Options()).kind for name in ("soup.html", "soup.txt")]
    ['html', 'auto']
    """
    if options.kind != "auto" or container_of(name) != "html" or isinstance(content, str):
        return options
    return replace(options, kind="html") if _TAG.search(content) else options


def repair_container(text: str, container: Container, options: Options | None = None) -> Repaired:
    """Repair the values of a container.

    Args:
        text: the container's text.
        container: its format.
        options: how to repair; ``Options()`` when left out.

    Returns:
        The text after repair, with spans of the container's text. It has as many values as before.

    Raises:
        ContainerError: the text is not what ``container`` says.
        ValueError: ``container`` is not known.

    >>> repair_container("name,city\\nZoÃ«,MÃ¼nchen\\n", "csv").text
    'name,city\\nZoë,München\\n'
    """
    if container not in READERS:
        raise ValueError(f"container={container!r}: choose one of {', '.join(READERS)}")
    read = READERS[container]
    repaired, count = repair_fields(text, partial(read, text), chosen(options))
    if repaired.repairs and sum(1 for _ in read(repaired.text)) != count:
        raise ContainerError("a repair would change the structure")
    return repaired


def repair_named(text: str, name: str, options: Options) -> tuple[Repaired, tuple[str, ...]]:
    """Repair the values of what a file's name says it is, or all of it where it is no container.

    Args:
        text: what the file holds.
        name: of the file.
        options: how to repair.

    Returns:
        The text after repair, and what is to be said when the text is not what its name says.
    """
    container = container_of(name)
    if container is None:
        return repair(text, options), ()
    try:
        return repair_container(text, container, options), ()
    except ContainerError as error:
        return repair(text, options), (f"{error}; repaired as plain text",)
