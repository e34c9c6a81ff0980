"""The whole way: bytes or text in, a ``Document`` out.

Of a message the body is taken; bytes are decoded; a feed is written as the page that shows it. HTML is
parsed and its text nodes repaired, everything else is repaired and cut into lines; the blocks are
judged; what was kept is rendered. Each step is a function of another package, from one value to the
next; this module puts them in a row.

Bad data never raises: the notes of the ``Document`` say what could not be read.
"""

from __future__ import annotations

import html
import re
from dataclasses import fields, replace
from typing import Final, TypeVar

from mojifix import decoding, mojibake, render
from mojifix.document import Document
from mojifix.layout.flat.lines import FlatText, paragraphs, segment
from mojifix.layout.kind import Markup, kind_of
from mojifix.layout.wrapped import Body, body_of, feed_page
from mojifix.options import Kind, Options, chosen
from mojifix.records import Block, Damage, Decoded, Judgement, Meta, Removed, Repaired, Source
from mojifix.spans import SourceMap

# Damage named in the notes; the rest is counted.
DAMAGE_SHOWN: Final = 3
_VISIBLE: Final = re.compile(r"[^\s\ufeff]")

_Piece = TypeVar("_Piece", Block, Removed)


def clean(
    data: bytes | str,
    *,
    kind: Kind = "auto",
    options: Options | None = None,
    declared: str | None = None,
) -> Document:
    """Turn a page, flattened text or bytes into clean structured text, with a receipt.

    Args:
        data: a page or text; bytes are decoded first.
        kind: ``"html"``; ``"flat"``, a web page whose HTML is gone; ``"plain"``, text that is no
            web page and from which nothing is removed; ``"auto"`` decides by content, and reads
            the entries of a feed (RSS, Atom) and the body of a message (MHTML, mail) as well.
            Unless it is ``"auto"``, it takes precedence over ``options.kind``.
        options: how to repair and clean; ``Options()`` when left out.
        declared: the encoding label that came with the bytes, as ``"windows-1251"``; a hint.

    Returns:
        The content in blocks, what was removed and why, and every repair with its spans.

    Raises:
        TypeError: ``data`` is neither bytes nor a str, or ``options`` is not an ``Options``.
        ValueError: ``kind`` is not one of the four.

    >>> page = clean("<h1>Soup</h1><p>The leeksтАФtwo or threeтАФmust be washed.</p>", kind="html")
    >>> page.repairs[0].before, page.repairs[0].after
    ('тАФ', '—')
    """
    options = chosen(options)
    if kind != "auto":
        options = replace(options, kind=kind)
    if isinstance(data, str):
        if options.kind == "auto" and (body := body_of(data)):
            return _clean_body(body, options)
        return _clean_text(Decoded(text=data, source=Source()), options)
    if not isinstance(data, bytes | bytearray | memoryview):
        raise TypeError(
            f"clean() takes bytes or str, not {type(data).__name__}; read the file first"
        )
    data = bytes(data)
    if len(data) > options.limits.max_bytes:
        return Document(
            text="",
            source=Source(byte_length=len(data)),
            notes=(
                f"not read: {len(data):,} bytes are more than the limit of "
                f"{options.limits.max_bytes:,} (Limits.max_bytes)",
            ),
        )
    if options.kind == "auto" and (body := body_of(data)):
        return _clean_body(body, options)
    decoded = decoding.decode(data, declared=declared, languages=options.languages or None)
    return _clean_text(decoded, options)


def _clean_body(body: Body, options: Options) -> Document:
    """Clean the body of a message; its head says what the page does not."""
    decoded = decoding.decode(body.data, declared=body.charset, languages=options.languages or None)
    document = _clean_text(decoded, replace(options, kind=body.kind))
    said = {
        field.name: getattr(document.meta, field.name) or getattr(body.meta, field.name)
        for field in fields(Meta)
    }
    notes = ["the input is a message; its body was read"]
    if body.others:
        notes.append(f"parts of the message that were not read: {', '.join(body.others)}")
    return replace(document, meta=Meta(**said), notes=(*notes, *document.notes))


def _clean_text(decoded: Decoded, options: Options) -> Document:
    notes = _decoding_notes(decoded)
    if _VISIBLE.search(decoded.text) is None:
        return Document(text="", source=decoded.source, notes=(*notes, "the input holds no text"))
    kind, is_feed = options.kind, False
    markup: Markup = "text" if kind in ("html", "plain") else kind_of(decoded.text)
    if kind == "auto":
        if markup == "escaped_html":
            decoded = replace(decoded, text=html.unescape(decoded.text))
            notes = (*notes, "the tags of the page were written as entities")
        if markup == "feed":
            page = feed_page(decoded.text)
            is_feed = page is not None
            decoded = replace(decoded, text=page or decoded.text)
            notes = (*notes, f"the input is a feed{'' if is_feed else ' that is not well-formed'}")
        if markup in ("html", "escaped_html", "feed"):
            kind = "html"
    if kind == "html":
        return _clean_html(decoded, options, notes, is_feed=is_feed)
    if markup == "markdown":
        decoded = replace(decoded, source=replace(decoded.source, kind="markdown"))
    repaired = mojibake.repair(decoded.text, options)
    if kind == "plain":
        judged = Judgement(blocks=paragraphs(repaired.text))
    else:
        judged = _judged_flat(repaired.text, options, markup)
    if repaired.repairs:
        back = SourceMap(repaired.repairs)
        judged = replace(
            judged,
            blocks=tuple(_in_source(block, back) for block in judged.blocks),
            removed=tuple(_in_source(removed, back) for removed in judged.removed),
        )
    return _document(decoded, judged, repaired, notes)


def _judged_flat(text: str, options: Options, markup: Markup) -> Judgement:
    from mojifix.boilerplate.lines.judging import judge_flat

    return judge_flat(segmented(text, markup), options)


def segmented(text: str, markup: Markup) -> FlatText:
    """Cut flat text into lines, by what it is written in."""
    if markup in ("markdown", "outline"):
        from mojifix.layout.markdown.blocks import segment_markdown

        flat = segment_markdown(text)
        return flat if markup == "markdown" else replace(flat, links=None)
    from mojifix.layout.flat.numbered_links import without_numbers

    return without_numbers(segment(text))


def _clean_html(
    decoded: Decoded, options: Options, notes: tuple[str, ...], *, is_feed: bool
) -> Document:
    # Here and above: who cleans only one kind of input does not load the other's machinery.
    from mojifix.boilerplate.pages.judging import judge_page, keep_page
    from mojifix.layout.html.parsing import parse

    page = parse(decoded.text, options)
    judged = keep_page(page) if is_feed else judge_page(page, options)
    source = replace(decoded.source, kind="html")
    return _document(replace(decoded, source=source), judged, page.repaired, notes)


def _document(
    decoded: Decoded, judged: Judgement, repaired: Repaired, notes: tuple[str, ...]
) -> Document:
    return Document(
        text=render.text(judged.blocks),
        blocks=judged.blocks,
        meta=judged.meta,
        source=decoded.source,
        repairs=repaired.repairs,
        removed=judged.removed,
        quality=judged.quality,
        notes=(*notes, *_damage_notes(repaired.damage), *judged.notes),
    )


def _in_source(piece: _Piece, back: SourceMap) -> _Piece:
    """Move a piece's span from the repaired text to the source."""
    if piece.source_start is None or piece.source_end is None:
        return piece
    start, end = back.span(piece.source_start, piece.source_end)
    if (start, end) == (piece.source_start, piece.source_end):
        return piece
    return replace(piece, source_start=start, source_end=end)


def _decoding_notes(decoded: Decoded) -> tuple[str, ...]:
    source = decoded.source
    notes = []
    if source.encoding is None and source.byte_length:
        notes.append(f"binary data: {'; '.join(source.evidence) or 'no encoding fits'}")
    if source.replaced:
        notes.append(f"bytes that could not be decoded and became U+FFFD: {source.replaced}")
    if decoded.repairs:
        codes = ", ".join(dict.fromkeys(repair.code for repair in decoded.repairs))
        notes.append(f"runs of bytes that were read differently: {len(decoded.repairs)} ({codes})")
    return tuple(notes)


def _damage_notes(damage: tuple[Damage, ...]) -> tuple[str, ...]:
    shown = [f"left damaged: {item.text[:40]!r} ({item.reason})" for item in damage[:DAMAGE_SHOWN]]
    if len(damage) > DAMAGE_SHOWN:
        shown.append(f"left damaged: {len(damage) - DAMAGE_SHOWN} more runs")
    return tuple(shown)
