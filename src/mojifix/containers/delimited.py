r"""The fields of comma- and tab-separated values (RFC 4180), whatever separates them.

>>> [field.value for field in delimited_fields('a,"b ""c"" d"\n')]
['a', 'b "c" d']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from typing import Final

from mojifix.containers.fields import Field

# In the order in which a tie is broken.
DELIMITERS: Final = (",", ";", "\t", "|")
# Lines looked at to find the delimiter.
SAMPLED_LINES: Final = 20


def delimited_fields(text: str) -> Iterator[Field]:
    """Yield the fields of all records that hold anything."""
    delimiter = _delimiter(text)
    bare = partial(_bare, frozenset((delimiter, '"', "\r", "\n")))
    for found in _pattern(delimiter).finditer(text):
        if found.group(1) is not None:
            yield _quoted(found.group(1), found.start(1))
        elif found.group(2):
            yield Field(found.group(2), found.start(2), bare)


def _delimiter(text: str) -> str:
    """Return the delimiter that most lines of the head hold the same number of."""
    lines = [line for line in text[:65_536].splitlines()[:SAMPLED_LINES] if line]
    counts = {mark: [line.count(mark) for line in lines] for mark in DELIMITERS}

    def rank(mark: str) -> tuple[int, int]:
        held = counts[mark]
        most = max(set(held), key=held.count, default=0)
        return (held.count(most) if most else 0, sum(held))

    return max(DELIMITERS, key=rank)


@cache
def _pattern(delimiter: str) -> re.Pattern[str]:
    # A quoted field, or a run without delimiter or line break. "*+" never goes back: one pass.
    mark = re.escape(delimiter)
    return re.compile(
        rf'(?:(?<=[{mark}\r\n])|\A)(?:"((?:[^"]|"")*+)"(?=[{mark}\r\n]|\Z)|([^{mark}\r\n]+))'
    )


def _quoted(raw: str, start: int) -> Field:
    if '"' not in raw:
        return Field(raw, start, _double)
    return Field(raw.replace('""', '"'), start, _double, partial(_offsets, raw))


@lru_cache(maxsize=1)
def _offsets(raw: str) -> list[int]:
    """Return where each character of a quoted value stands, whose quotes are doubled."""
    offsets: list[int] = []
    position = 0
    for part in raw.split('""'):
        offsets += range(position, position + len(part) + 1)
        position += len(part) + 2
    return offsets


def _double(text: str) -> str:
    return text.replace('"', '""')


def _bare(forbidden: frozenset[str], text: str) -> str | None:
    """Write what needs no quotes; a repair that would need them is not made."""
    return None if forbidden.intersection(text) else text
