r"""What stands in front of a page in Markdown about it, as converters and crawlers write it.

Settings in YAML between two rules, or a line for each:

>>> from mojifix.layout.flat.lines import segment
>>> text = "Title: Leek soup\nURL Source: https://a.example/\n\nMarkdown Content:\n# Leek soup"
>>> header = read_header(segment(text).lines)
>>> header.size, header.meta.title, header.meta.url
(3, 'Leek soup', 'https://a.example/')
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from mojifix.layout.flat.lines import Line, removed_lines
from mojifix.layout.head.metadata import year_first_date
from mojifix.layout.head.person_names import listed_names
from mojifix.records import Meta, Removed

# Lines in which the end of a header is looked for.
MOST_LINES: Final = 100
_RULE: Final = "---"
# The last line of a header without rules.
_LAST: Final = "Markdown Content:"
# What the names of settings are in ``Meta``.
_FIELDS: Final = {
    "title": "title",
    "url": "url", "url source": "url", "source": "url", "source url": "url", "link": "url",
    "canonical": "url", "canonical url": "url",
    "author": "authors", "authors": "authors", "byline": "authors",
    "date": "date", "published": "date", "published time": "date", "date published": "date",
    "publish date": "date",
    "site": "site", "site name": "site", "sitename": "site",
    "description": "description", "excerpt": "description", "summary": "description",
    "tags": "tags", "keywords": "tags",
    "language": "language", "lang": "language",
}  # fmt: skip
# Linear: one class before a literal.
_SETTING: Final = re.compile(r"([A-Za-z][\w -]{0,40}):(?:[ \t]+(.*))?$")
_LISTS: Final = frozenset({"authors", "tags"})
_QUOTES: Final = " \t\"'"
# What YAML writes where the value stands in the lines below.
_BELOW: Final = frozenset({">", ">-", ">+", "|", "|-", "|+"})


class Header(NamedTuple):
    """What was found.

    Attributes:
        size: number of lines that it takes.
        meta: what it says.
        titles: its lines that hold the title, without what says that they do; one or none.
        removed: its other lines.
    """

    size: int
    meta: Meta
    titles: list[Line]
    removed: tuple[Removed, ...]


def read_header(lines: Sequence[Line]) -> Header:
    """Return what the first lines say about a page."""
    size = _between_rules(lines) or _in_lines(lines)
    said: defaultdict[str | None, list[str]] = defaultdict(list)
    titles: list[Line] = []
    others: list[Line] = []
    field = None
    for line in lines[:size]:
        if match := _SETTING.match(line.text):
            field = _field(line)
            if said[field]:
                field = None  # the first one counts
            said[field] += _values(field, match[2] or "")
        elif line.text.startswith("- "):
            said[field] += _values(field, line.text[2:])
        elif line.indent:
            said[field][-1:] = [" ".join([*said[field][-1:], line.text]).strip(_QUOTES)]
        else:
            field = None
        if field == "title" and len(said[field]) == 1:
            start = titles[0].start if titles else line.start
            titles = [line._replace(text=said[field][0], start=start)]
        else:
            others.append(line)
    return Header(size, _meta(said), titles, removed_lines(others, "header"))


def _between_rules(lines: Sequence[Line]) -> int:
    if not lines or lines[0].text != _RULE:
        return 0
    beside = [line.text for line in lines[1:MOST_LINES] if line.group == lines[0].group]
    first = next((text for text in beside if not text.startswith("#")), "")
    return 2 + beside.index(_RULE) if _RULE in beside and _SETTING.match(first) else 0


def _in_lines(lines: Sequence[Line]) -> int:
    """Return how many lines are settings, which must name the title and the address."""
    texts = [line.text for line in lines[:MOST_LINES]]
    fields = [_field(line) for line in lines[:MOST_LINES]]
    if fields[:1] == ["title"] and _LAST in texts:
        last = texts.index(_LAST)
        return 1 + last if all(map(_SETTING.match, texts[:last])) else 0
    size = fields.index(None) if None in fields else len(fields)
    return size if {"title", "url"}.issubset(fields[:size]) else 0


def _field(line: Line) -> str | None:
    match = _SETTING.match(line.text)
    return _FIELDS.get(re.sub(r"[_-]", " ", match[1].casefold())) if match else None


def _values(field: str | None, text: str) -> list[str]:
    """Return the values of a setting, of which YAML may list several in brackets.

    >>> _values("tags", "[leeks, 'soup']"), _values("title", "[Leeks, and soup]")
    (['leeks', 'soup'], ['[Leeks, and soup]'])
    """
    if text in _BELOW:
        return []
    listed = field in _LISTS and text.startswith("[") and text.endswith("]")
    values = text[1:-1].split(",") if listed else [text]
    return [bare for value in values if (bare := value.strip(_QUOTES))]


def _meta(said: defaultdict[str | None, list[str]]) -> Meta:
    first = {field: values[0] for field, values in said.items() if values}
    url = first.get("url", "")
    tags = said["tags"][0].split(",") if len(said["tags"]) == 1 else said["tags"]
    return Meta(
        title=first.get("title"),
        authors=tuple(name for names in said["authors"] for name in listed_names(names)),
        date=year_first_date(first.get("date", "")),
        site=first.get("site"),
        url=url if url.startswith(("http://", "https://")) else None,
        language=first.get("language"),
        description=first.get("description"),
        tags=tuple(tag.strip() for tag in tags if tag.strip()),
    )
