"""A feed (RSS, Atom, RDF) as the page that a reader of feeds shows: each entry under its title.

What such a page does not show, as categories and a summary beside the whole text, stands in hidden
elements, so that it is told with what was removed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape, unescape
from html.entities import html5
from typing import Final
from xml.parsers import expat

from mojifix.layout.html.tag_stripping import open_comment, strip_tags

_ROOTS: Final = frozenset(("rss", "channel", "feed", "rdf:RDF"))
_ENTRIES: Final = frozenset(("item", "entry"))
# Names of elements, the fullest first; of those that are there one is shown.
_TITLE: Final = ("title", "media:title")
_TEXT: Final = (
    "content:encoded", "content", "description", "summary", "itunes:summary",
    "media:group/media:description", "media:description",
)  # fmt: skip
_ABOUT: Final = ("description", "subtitle", "tagline", "itunes:summary")
_HTML: Final = frozenset((*_TITLE, *_TEXT, *_ABOUT))
_DATE: Final = ("pubDate", "published", "issued", "dc:date", "updated", "date")
_AUTHOR: Final = ("dc:creator", "author/name", "author", "itunes:author")
_LINK: Final = ("link", "guid", "id")
_LANGUAGE: Final = ("language", "dc:language")
# XML has no such characters, but feeds do.
_CONTROLS: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BARE: Final = re.compile(r"&(?!#?\w{1,40};)")  # as in addresses of feeds that people write
# RSS does not say whether a text is HTML; what holds no tag has lines of its own.
_TAG: Final = re.compile("<[a-zA-Z/!]")
# Elements that take with them what follows where they are left open, as in a cut summary.
_TAKING: Final = re.compile(r"<(script|style|textarea|iframe|select|template)\b", re.I)

_Fields = defaultdict[str, list[str]]


def feed_page(feed: str) -> str | None:
    """Return a feed as HTML, None where it is not well-formed.

    >>> feed_page("<feed><title>a</title><entry><content type='html'>&lt;p>b</content></entry></feed>")
    '<title>a</title><h1>a</h1><article><p>b</article>'
    """
    feed = feed.lstrip("\ufeff \t\r\n")
    for text in (feed, _BARE.sub("&amp;", feed)):
        try:
            reader = _read(_CONTROLS.sub(" ", text))
        except expat.ExpatError:
            continue
        return "".join((*_head(reader.channel), *map(_entry, reader.entries)))
    return None


def _read(feed: str) -> _Reader:
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.UseForeignDTD(True)  # entities of HTML are no error then
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.SkippedEntityHandler = reader.entity
    parser.Parse(feed, True)
    return reader


class _Reader:
    """The fields of a feed and of its entries, as HTML, by the path of their elements."""

    def __init__(self) -> None:
        self.channel: _Fields = defaultdict(list)
        self.entries: list[_Fields] = []
        self._fields = self.channel
        self._path: list[str] = []
        self._in_markup = 0  # elements of XHTML that are open
        self._is_text = self._is_atom = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        # HTML that was not escaped is markup in the text that it is in, too.
        if not self._in_markup and self._path and self._path[-1] in _HTML:
            self._in_markup = 1
        if self._in_markup:
            said = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
            self._put(f"<{_local(name)}{said}>")
            self._in_markup += 1
        elif name in _ROOTS and not self._path:
            self._is_atom |= name == "feed"
            if "xml:lang" in attributes:
                self.channel["language"].append(attributes["xml:lang"])
        elif name in _ENTRIES and not self._path:
            self._fields = defaultdict(list)
            self.entries.append(self._fields)
        else:
            self._path.append(name)
            self._put(" ")  # between those of one name
            kind = attributes.get("type", "text" if self._is_atom else "html")
            self._is_text = kind in ("text", "text/plain")
            self._in_markup = int(kind == "xhtml")
            if name == "link" and attributes.get("rel", "alternate") == "alternate":
                self._put(attributes.get("href", ""))

    def end(self, name: str) -> None:
        if self._in_markup > 1 and _local(name) != "br":
            self._put(f"</{_local(name)}>")
        elif self._path and self._in_markup < 2:
            self._path.pop()
        elif name in _ENTRIES:
            self._fields = self.channel
        self._in_markup = max(0, self._in_markup - 1)

    def text(self, text: str) -> None:
        self._put(escape(text, quote=False) if self._is_text or self._in_markup else text)

    def entity(self, name: str, _: bool) -> None:
        self.text(html5.get(f"{name};", f"&{name};"))

    def _put(self, markup: str) -> None:
        if self._path:
            self._fields["/".join(self._path[:3])].append(markup)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _head(fields: _Fields) -> Iterator[str]:
    language = _taken(fields, _LANGUAGE)
    if language:
        yield f'<html lang="{escape(language)}">'
    if title := _taken(fields, _TITLE):
        yield f"<title>{title}</title><h1>{title}</h1>"
    if author := _taken(fields, _AUTHOR):
        yield f'<meta name="author" content="{escape(author)}">'
    if about := _taken(fields, _ABOUT):
        yield f"<p>{about}"
    yield from _rest(fields)


def _entry(fields: _Fields) -> str:
    """Return an entry of a feed as HTML."""
    link = "".join(_taken(fields, _LINK).split()[:1])
    title = _taken(fields, _TITLE)
    if title and link:
        title = f'<a href="{escape(link)}">{title}</a>'
    byline = ", ".join(filter(None, (_taken(fields, _DATE), _taken(fields, _AUTHOR))))
    text = _taken(fields, _TEXT)
    if not _TAG.search(text):
        text = text.replace("\n", "<br>")
    parts = (f"<h2>{title}</h2>" * bool(title), f"<p>{byline}</p>" * bool(byline), text)
    return f"<article>{''.join(parts)}{''.join(_rest(fields))}</article>"


def _closed(text: str) -> str:
    """Return HTML that ends all that it was cut off in and that would take what follows with it."""
    if (comment := open_comment(text)) is not None:
        text = text[:comment] + text[comment:].replace("<!--", "")
    tag = text.rfind("<")
    if tag >= 0 and text.find(">", tag) < 0:
        text = f"{text[:tag]}&lt;{text[tag + 1 :]}"
    return text + "".join(f"</{name}>" for name in sorted({*_TAKING.findall(text)}))


def _taken(fields: _Fields, names: Sequence[str]) -> str:
    """Return the first field that says anything, and take it and those that say the same out."""
    said = next(filter(None, ("".join(fields.get(name, ())).strip() for name in names)), "")
    for name in names:
        if "".join(fields.get(name, ())).strip() in ("", said):
            fields.pop(name, None)
    return _closed(said)


def _rest(fields: _Fields) -> Iterator[str]:
    """Yield the fields that are not shown."""
    for parts in fields.values():
        if text := " ".join(strip_tags(unescape("".join(parts)))):
            yield f"<span hidden>{escape(text)} </span>"
