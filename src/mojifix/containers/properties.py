r"""The values of Java's properties; keys and comments are left alone.

>>> [field.value for field in properties_fields("# Menu\nfile\\ name = a\\:b\\u00e9\\\n  c\n")]
['a:bé', 'c']
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from mojifix.containers.fields import Field
from mojifix.containers.json_text import UNIT, unit_offsets

# java.util.Properties.load: a line, with those that a backslash joins to it. Everything in it may
# be empty and nothing is gone back to: one pass.
_LINE: Final = re.compile(
    r"""
    [ \t\f]*+
    (?:
        [#!][^\r\n]*+
        | (?:[^\\=:\ \t\f\r\n]|\\(?:\r\n|.))*+ [ \t\f]*+ [=:]?+ [ \t\f]*+
          (?P<value>(?:[^\\\r\n]|\\(?:\r\n|.))*+)
    )
    """,
    re.VERBOSE | re.DOTALL,
)
_PIECE: Final = re.compile(r"(?:[^\\\r\n]|\\[^\r\n])++")
_SPECIAL: Final = re.compile(r"[\\\t\n\r\f]|\A ")
_NAMES: Final = {"\t": "t", "\n": "n", "\r": "r", "\f": "f"}
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")


def properties_fields(text: str) -> Iterator[Field]:
    """Yield what stands on each line of the values."""
    for line in _LINE.finditer(text):
        for found in _PIECE.finditer(text, *line.span("value")):
            raw = found.group().lstrip(" \t\f")
            # A file of ASCII is read as Latin-1 up to Java 8, and gets its escapes back.
            encode = _escaped if raw.isascii() else _plain
            start = found.end() - len(raw)
            if "\\" not in raw:
                yield Field(raw, start, encode)
            else:
                yield Field(UNIT.sub(_unescaped, raw), start, encode, partial(unit_offsets, raw))


def _unescaped(unit: re.Match[str]) -> str:
    escape = unit.group()
    known = len(escape) > 2 or escape[1] in _NAMES.values()
    return str(json.loads(f'"{escape}"')) if known else escape[1]


def _plain(text: str) -> str:
    return _SPECIAL.sub(lambda found: "\\" + _NAMES.get(found.group(), found.group()), text)


def _escaped(text: str) -> str:
    return _BEYOND_ASCII.sub(lambda found: json.dumps(found.group())[1:-1], _plain(text))
