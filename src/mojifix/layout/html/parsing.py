"""From HTML to text blocks: what can be parsed is, the rest is stripped of its tags.

The text of all blocks is repaired at once, so that they vouch for one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, Final

from mojifix.layout.head.metadata import Head, read_head
from mojifix.layout.html.block_text import tidied
from mojifix.layout.html.code_spans import Spans, shown_spans, spans_within
from mojifix.layout.html.depth import VOID
from mojifix.layout.html.guard import excess
from mojifix.layout.html.streamed import segments_of
from mojifix.layout.html.tag_stripping import open_comment, strip_tags
from mojifix.layout.html.text_block import TextBlock
from mojifix.layout.html.walk import Walk
from mojifix.layout.html.xml_names import as_html, is_vocabulary
from mojifix.layout.padding import is_blank, without_padding, without_soft_hyphens
from mojifix.layout.page import Page
from mojifix.layout.scripts import text_size
from mojifix.mojibake import fix, needs_fix, repair
from mojifix.options import Options, chosen
from mojifix.records import Link, Repair, Repaired
from mojifix.spans import SourceMap

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

# A web address or one within the site: not "javascript:", "data:" and the like.
_ADDRESS: Final = re.compile(
    r"\s*(?:https?:|mailto:|tel:|ftp:|[^\s:/?#]*(?:[/?#]|$))", re.IGNORECASE
)
# XML closes elements with a slash, as chapters of EPUB do their titles: HTML would read all that
# follows such a one as a part of it. Not those that are always empty.
_XML: Final = re.compile(r"\s*<\?xml\s")
_ATTRIBUTES: Final = r"""\s(?:[^<>"'/]|/(?!>)|"[^"<]{0,2000}"|'[^'<]{0,2000}'){0,2000}+"""
_EMPTY: Final = re.compile(
    rf"<(?!(?:{'|'.join(sorted(VOID))})\b)([a-zA-Z][\w:-]{{0,40}}+)((?:{_ATTRIBUTES})?+)/>"
)


def parse(page: str, options: Options | None = None) -> Page:
    """Parse a page into text blocks and repair their text.

    Args:
        page: the HTML.
        options: how to repair, and the limits on the page.

    Returns:
        The blocks in reading order; a page over a limit is stripped of its tags instead, which the
        notes say.

    >>> parse("<h1>Soup</h1><p>Wash <b>two</b> leeks.").texts
    ('Soup', 'Wash two leeks.')
    """
    options = chosen(options)
    over = excess(page, options.limits)
    if over is None and is_vocabulary(page):
        page = as_html(page)
        over = excess(page, options.limits)
    if over is not None:
        lines = [TextBlock(line) for line in strip_tags(page) if not is_blank(line)]
        note = f"the page was not parsed, its tags were stripped: {over}"
        return _page(Walk(options.limits.max_depth), lines, Head(), (note,), options)
    from selectolax.lexbor import LexborHTMLParser

    page, notes = _with_closed_comments(page)
    if _XML.match(page):
        page = _EMPTY.sub(r"<\1\2></\1>", page)
    tree = LexborHTMLParser(page)
    walk, blocks = _walked(tree, options)
    if walk.too_deep:
        deepest = options.limits.max_depth
        notes = (*notes, f"elements nested deeper than {deepest} were not told apart")
    return _page(walk, blocks, read_head(tree), notes, options)


def _repaired_size(linked: int, raw: str, text: str, size: int) -> int:
    """Return what of a repaired text, of some size, is inside links."""
    return linked if text == raw else linked * size // (text_size(raw) or 1)


def _page(
    walk: Walk, blocks: list[TextBlock], head: Head, notes: tuple[str, ...], options: Options
) -> Page:
    shown = _shown_texts(walk, blocks)
    texts, starts, repaired = _repaired(shown, options)
    # Repaired by itself, if the rest was: what is kept does not depend on it.
    said = {home: tidied(" ".join(parts)) for home, parts in walk.left_out.items()}
    said = {home: text for home, text in said.items() if text}
    is_garbled = repaired.repairs or not texts
    others, more, repairs = _repaired(list(said.values()), options if is_garbled else None)
    if others:
        starts, repaired = _joined(starts, repaired, more, repairs)
    raw, homes, linked, links, hrefs, inner_names, times, paragraphs, anchors, _ = (
        zip(*blocks, strict=True) if blocks else repeat((), 10)
    )
    sizes = tuple([len(text) if text.isascii() else text_size(text) for text in texts])
    return Page(
        texts=texts,
        sizes=sizes,
        starts=starts,
        homes=homes,
        linked=tuple(map(_repaired_size, linked, raw, texts, sizes)),
        links=links,
        hrefs=hrefs,
        inner_names=inner_names,
        times=times,
        anchors=_anchors(anchors, options) if options.links else (),
        code=_code(blocks, shown, texts, starts, repaired),
        paragraphs={n: starts for n, starts in enumerate(paragraphs) if starts},
        tags=tuple(walk.tags),
        names=tuple(walk.names),
        parents=tuple(walk.parents),
        hidden=frozenset(walk.hidden),
        numbers=walk.numbers,
        reversed=walk.reversed,
        left_out=dict(zip(said, others, strict=True)),
        head=head,
        repaired=repaired,
        notes=notes,
    )


def _with_closed_comments(page: str) -> tuple[str, tuple[str, ...]]:
    """Return a page without the start of a comment that is never closed, and a note of that."""
    comment = open_comment(page)
    if comment is None:
        return page, ()
    page = page[:comment] + page[comment:].replace("<!--", "")
    return page, ("a comment is never closed; what follows was read",)


def _walked(tree: LexborHTMLParser, options: Options) -> tuple[Walk, list[TextBlock]]:
    """Return the walk over a page; the few that hold places for segments are walked once more."""
    walk = Walk(options.limits.max_depth, links=options.links)
    if tree.body is None:  # a set of frames
        lines = [line for node in tree.css("noframes") for line in strip_tags(node.text())]
        return walk, [TextBlock(line) for line in lines if not is_blank(line)]
    blocks = walk.read(tree.body)
    if walk.has_templates and (segments := segments_of(tree)):
        walk = Walk(options.limits.max_depth, links=options.links)
        blocks = walk.read(tree.body, segments)
    return walk, blocks


def _anchors(
    blocks: Iterable[Sequence[tuple[str, str]]], options: Options
) -> tuple[tuple[Link, ...], ...]:
    """Return the links of each block, their texts repaired, without those that run scripts."""
    return tuple(
        tuple(
            Link(text=fix(_shown(" ".join(text.split())), options), url=url)
            for text, url in block
            if not is_blank(text) and _ADDRESS.match(url)
        )
        for block in blocks
    )


def _code(
    blocks: list[TextBlock],
    shown: Sequence[str],
    texts: Sequence[str],
    starts: Sequence[int],
    repaired: Repaired,
) -> dict[int, Spans]:
    """Return where code stands in the blocks that hold any, after the repair."""
    found: dict[int, Spans] = {}
    there: SourceMap | None = None
    for n, block in enumerate(blocks):
        spans = block.code
        if not spans:
            continue
        if shown[n] != block.text:
            spans = shown_spans(block.text, shown[n], spans)
        if texts[n] != shown[n]:
            there = there or SourceMap(list(map(_turned, repaired.repairs)))
            at = starts[n]
            first, _ = there.span(at, at)
            moved: list[tuple[int, int]] = []
            for start, end in spans:
                start, end = there.span(at + start, at + end)
                if moved and start < moved[-1][1]:  # one garbled run reaches into both
                    start, _ = moved.pop()
                moved.append((start, end))
            spans = spans_within(first, first + len(texts[n]), moved)
        found[n] = spans
    return found


def _turned(repair: Repair) -> Repair:
    """Return a repair that leads from the source to the result."""
    return replace(
        repair,
        start=repair.source_start,
        end=repair.source_end,
        source_start=repair.start,
        source_end=repair.end,
    )


def _shown_texts(walk: Walk, blocks: list[TextBlock]) -> list[str]:
    return [
        text if text.isascii() or walk.tags[home] == "pre" else _shown(text)
        for text, home, *_ in blocks
    ]


def _shown(text: str) -> str:
    """Return a text without what is not seen of it, unless that may be a part of what is garbled."""
    unpadded = without_padding(text)
    shown = without_soft_hyphens(unpadded)
    # Padding beside ASCII is no part of anything, unless "?" stands for what was lost.
    ends = unpadded[:1] + unpadded[-1:]
    is_sure = shown == text or (shown == unpadded and ends.isascii() and "?" not in ends)
    return shown if is_sure or not needs_fix(text) else text


def _joined(
    starts: tuple[int, ...], repaired: Repaired, more: tuple[int, ...], others: Repaired
) -> tuple[tuple[int, ...], Repaired]:
    """Return starts and repairs of texts, and of others that stand behind them."""
    at, start = starts[-1], len(repaired.text) + 1 if starts[1:] else 0
    repairs = [
        replace(
            repair,
            start=repair.start + start,
            end=repair.end + start,
            source_start=repair.source_start + at,
            source_end=repair.source_end + at,
        )
        for repair in others.repairs
    ]
    damage = [
        replace(run, source_start=run.source_start + at, source_end=run.source_end + at)
        for run in others.damage
    ]
    text = f"{repaired.text}\n{others.text}" if at else others.text
    return (*starts[:-1], *(at + start for start in more)), Repaired(
        text=text,
        repairs=(*repaired.repairs, *repairs),
        damage=(*repaired.damage, *damage),
    )


def _repaired(
    texts: list[str], options: Options | None
) -> tuple[tuple[str, ...], tuple[int, ...], Repaired]:
    """Repair all texts at once, joined by line breaks, and cut them apart again.

    Without options none is repaired.

    Returns:
        The texts; where each started before the repair, and where one more would; the repairs.
    """
    joined = "\n".join(texts)
    if "\r" in joined:
        texts = [text.replace("\r\n", "\n").replace("\r", "\n") for text in texts]
        joined = "\n".join(texts)
    starts = tuple(accumulate((len(text) + 1 for text in texts), initial=0))
    repaired = repair(joined, options) if options else Repaired(text=joined)
    if repaired.text == joined:
        return tuple(texts), starts, repaired
    lines = repaired.text.split("\n")
    result, at = [], 0
    for text in texts:
        stop = at + text.count("\n") + 1
        result.append("\n".join(lines[at:stop]))
        at = stop
    return tuple(result), starts, repaired
