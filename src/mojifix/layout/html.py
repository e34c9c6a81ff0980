"""From HTML to text blocks: one walk over the tree, in reading order.

The tree comes from lexbor (selectolax), whose ``traverse`` yields nodes at the speed of C. A block
is the inline text between two block elements; scripts, styles, templates and hidden elements are
left out, ``<noscript>`` is read, because forums keep their posts there.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mojifix.layout.html_guard import excess, open_comment, strip_tags
from mojifix.layout.metadata import read_meta
from mojifix.layout.page import Element, Page, TextBlock
from mojifix.mojibake import repair
from mojifix.options import Options
from mojifix.records import Meta

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCK: Final = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav "
    "noscript ol optgroup option p pre section select summary table tbody td tfoot th thead tr ul".split()
)
_SKIPPED: Final = frozenset(
    "script style template svg iframe object embed head textarea canvas audio video map datalist "
    "math select".split()
)
_HIDDEN: Final = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.I)
_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
_NAMES_LIMIT: Final = 400  # characters of an element's class, id and role that are looked at


def parse(page: str, options: Options | None = None) -> Page:
    """Parse a page into text blocks and repair their text.

    Args:
        page: the HTML.
        options: how to repair, and the limits on the page.

    Returns:
        The blocks in reading order; a page over a limit is stripped of its tags instead, which the
        notes say.

    >>> [block.text for block in parse("<h1>Soup</h1><p>Wash <b>two</b> leeks.").blocks]
    ['Soup', 'Wash two leeks.']
    """
    options = options or Options()
    over = excess(page, options.limits)
    if over is not None:
        body = (Element(tag="body", names="", parent=-1, position=1),)
        lines = [TextBlock(text=line, element=0) for line in strip_tags(page)]
        note = f"the page was not parsed, its tags were stripped: {over}"
        return _repaired(lines, body, Meta(), options, (note,))
    from selectolax.lexbor import LexborHTMLParser

    notes: tuple[str, ...] = ()
    comment = open_comment(page)
    if comment is not None:
        page = page[:comment] + page[comment:].replace("<!--", "")
        notes = ("a comment is never closed; what follows was read",)
    tree = LexborHTMLParser(page)
    walk = _Walk()
    if tree.body is not None:
        walk.read(tree.body)
    return _repaired(walk.blocks, tuple(walk.elements), read_meta(tree), options, notes)


@dataclass(slots=True)
class _Open:
    """An open element of the walk: its node's id, the block its text belongs to, where it stands."""

    node: int
    block: int
    in_link: bool = False
    in_pre: bool = False
    is_block: bool = False


class _Walk:
    """One pass over the nodes below the body."""

    def __init__(self) -> None:
        self.blocks: list[TextBlock] = []
        self.elements: list[Element] = []
        self._children: list[Counter[str]] = []
        self._parts: list[str] = []
        self._link_length = 0
        self._links = 0
        self._href: str | None = None

    def read(self, body: LexborNode) -> None:
        """Walk the tree and collect its blocks."""
        self._add_element("body", "", -1)
        stack = [_Open(body.mem_id, 0, is_block=True)]
        skipped = 0  # id of the element whose descendants are passed over
        for node in body.traverse(include_text=True):
            parent = node.parent
            above = parent.mem_id if parent is not None else 0
            if node.mem_id == body.mem_id:
                continue
            while len(stack) > 1 and stack[-1].node != above:
                self._close(closed := stack.pop())
                if closed.node == skipped:
                    skipped = 0
            if skipped:
                if node.tag != "-text":
                    stack.append(_Open(node.mem_id, stack[-1].block))
                continue
            inner = stack[-1]
            tag = node.tag or ""
            if tag == "-text":
                self._add_text(node.text_content or "", inner)
            elif tag == "br":
                self._parts.append("\n")
            elif not tag.startswith(("-", "!")):
                if tag in _SKIPPED or self._is_hidden(node):
                    skipped = node.mem_id
                    stack.append(_Open(node.mem_id, inner.block))
                else:
                    stack.append(self._open(node, tag, inner))
        for closed in reversed(stack):
            self._close(closed)

    def _open(self, node: LexborNode, tag: str, inner: _Open) -> _Open:
        if tag in _BLOCK:
            self._flush(inner.block)
            block = self._add_element(tag, _names(node), inner.block)
            in_pre = inner.in_pre or tag == "pre"
            return _Open(node.mem_id, block, inner.in_link, in_pre, is_block=True)
        if tag == "a":
            self._links += 1
            self._href = self._href or node.attributes.get("href")
        return _Open(node.mem_id, inner.block, inner.in_link or tag == "a", inner.in_pre)

    def _close(self, closed: _Open) -> None:
        if closed.is_block:
            self._flush(closed.block)

    @staticmethod
    def _is_hidden(node: LexborNode) -> bool:
        attributes = node.attributes
        if not attributes:
            return False
        style = attributes.get("style")
        return "hidden" in attributes or bool(style and _HIDDEN.search(style))

    def _add_element(self, tag: str, names: str, parent: int) -> int:
        position = 1
        if parent >= 0:
            self._children[parent][tag] += 1
            position = self._children[parent][tag]
        self.elements.append(Element(tag=tag, names=names, parent=parent, position=position))
        self._children.append(Counter())
        return len(self.elements) - 1

    def _add_text(self, text: str, inner: _Open) -> None:
        if not inner.in_pre:
            text = _SPACE.sub(" ", text)
        self._parts.append(text)
        if inner.in_link:
            self._link_length += len(text.strip())

    def _flush(self, element: int) -> None:
        raw = "".join(self._parts)
        in_pre = self._in_pre(element)
        text = raw.strip("\n\r").rstrip() if in_pre else _tidy(raw)
        if text.strip():
            self.blocks.append(
                TextBlock(
                    text=text,
                    element=element,
                    link_length=min(self._link_length, len(text)),
                    links=self._links,
                    href=self._href,
                )
            )
        self._parts.clear()
        self._link_length = self._links = 0
        self._href = None

    def _in_pre(self, element: int) -> bool:
        return element >= 0 and self.elements[element].tag == "pre"


def _tidy(text: str) -> str:
    """Collapse space, and keep the line breaks that ``<br>`` made."""
    lines = (_SPACE.sub(" ", line).strip(" ") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _names(node: LexborNode) -> str:
    attributes = node.attributes
    if not attributes:
        return ""
    parts = (attributes.get(key) or "" for key in ("class", "id", "role"))
    return " ".join(part for part in parts if part)[:_NAMES_LIMIT].lower()


def _repaired(
    blocks: list[TextBlock],
    elements: tuple[Element, ...],
    meta: Meta,
    options: Options,
    notes: tuple[str, ...],
) -> Page:
    """Repair all blocks at once, so that they vouch for one another, and cut them apart again."""
    texts = [re.sub(r"\r\n?", "\n", block.text) for block in blocks]
    repaired = repair("\n".join(texts), options)
    lines = repaired.text.split("\n")
    result, at = [], 0
    for block, text in zip(blocks, texts, strict=True):
        count = text.count("\n") + 1
        result.append(
            TextBlock(
                text="\n".join(lines[at : at + count]),
                element=block.element,
                link_length=block.link_length,
                links=block.links,
                href=block.href,
            )
        )
        at += count
    return Page(
        blocks=tuple(result), elements=elements, meta=meta, repaired=repaired, notes=notes
    )
