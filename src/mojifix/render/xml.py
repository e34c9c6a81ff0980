"""XML after the guidelines of the Text Encoding Initiative (TEI P5): header, body.

>>> from mojifix.records import Block, Meta
>>> page = xml([Block(kind="paragraph", text="Salt & pepper")], Meta(title="Soup"))
>>> "<title>Soup</title>" in page, "<p>Salt &amp; pepper</p>" in page
(True, True)
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from mojifix.records import Block, BlockKind, Meta
from mojifix.render.rows import rows

NAMESPACE: Final = "http://www.tei-c.org/ns/1.0"

# XML 1.0, section 2.2: every other character must not occur, not even as a reference.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Neighbors of these kinds share one element, each in one of their own.
_WRAPPED: Final[dict[BlockKind, tuple[str, str]]] = {
    "list_item": ("list", "item"),
    "definition": ('list type="gloss"', "item"),
    "table_row": ("table", "row"),
}
_SINGLE: Final[dict[BlockKind, str]] = {
    "title": 'head type="title"',
    "heading": "head",
    "paragraph": "p",
    "quote": "quote",
    "code": "code",
    "caption": 'p type="caption"',
}


def xml(blocks: Iterable[Block], meta: Meta) -> str:
    """Return the blocks as a TEI document, ending in a line break.

    Args:
        blocks: the kept content, in reading order.
        meta: what goes into the header. Characters that XML cannot hold become U+FFFD.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<TEI xmlns="{NAMESPACE}">',
        *_header(meta),
        "<text><body>",
        *_body(blocks),
        "</body></text>",
        "</TEI>",
    ]
    return "\n".join(lines) + "\n"


def _escaped(text: str, *, quote: bool = False) -> str:
    return html.escape(_FORBIDDEN.sub("\ufffd", text), quote=quote)


def _element(tag: str, text: str) -> str:
    return f"<{tag}>{_escaped(text)}</{tag.split()[0]}>"


def _header(meta: Meta) -> Iterator[str]:
    yield "<teiHeader><fileDesc>"
    yield f"<titleStmt>{_element('title', meta.title or '')}"
    yield from (_element("author", name) for name in meta.authors)
    yield "</titleStmt>"
    yield f"<publicationStmt>{_element('publisher', meta.site or '')}"
    if meta.date:
        yield f"<date when={_quoted(meta.date)}/>"
    if meta.url:
        yield _element('idno type="URL"', meta.url)
    yield "</publicationStmt>"
    yield f"<sourceDesc>{_element('p', meta.description or '')}</sourceDesc>"
    yield "</fileDesc><profileDesc>"
    if meta.language:
        yield f"<langUsage><language ident={_quoted(meta.language)}/></langUsage>"
    if meta.tags:
        terms = "".join(_element("term", tag) for tag in meta.tags)
        yield f"<textClass><keywords>{terms}</keywords></textClass>"
    yield "</profileDesc></teiHeader>"


def _quoted(value: str) -> str:
    return f'"{_escaped(value, quote=True)}"'


def _body(blocks: Iterable[Block]) -> Iterator[str]:
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        if kind in _WRAPPED:
            outer, inner = _WRAPPED[kind]
            yield f"<{outer}>"
            if kind == "table_row":
                yield from map(_row, rows(run))
            else:
                yield from (_element(inner, block.text) for block in run)
            yield f"</{outer.split()[0]}>"
        else:
            for block in run:
                depth = f' n="{block.level}"' if block.level is not None else ""
                yield _element(_SINGLE[kind] + depth, block.text)


def _row(cells: list[str]) -> str:
    return f"<row>{''.join(_element('cell', cell) for cell in cells)}</row>"
