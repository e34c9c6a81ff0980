"""One walk over the tree of a page, in reading order, that collects its blocks as columns.

The tree comes from lexbor (selectolax), whose ``traverse`` yields nodes at the speed of C. Scripts,
styles and templates are left out; ``<noscript>`` is read, because forums keep their posts there.
Hidden block elements are read and marked: tabs and pages that a script puts together hold their
content in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Final

from mojifix.layout.html.block_text import BREAK, paragraph_starts, tidied
from mojifix.layout.html.elements import (
    BREAK_LINE,
    LEAVE_OUT,
    NAMES_LIMIT,
    OPEN_BLOCK,
    OPEN_LINK,
    READ,
    TELL_TIME,
    action_at,
    is_hidden,
    names_of,
    span_of,
)
from mojifix.layout.html.streamed import TEMPLATE, in_reading_order
from mojifix.layout.html.table_rows import TableRows

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# A heading's link to itself, as documentation has them, when it stands at one of its ends.
_PERMALINKS: Final = frozenset(("¶", "#", "§", "🔗", "\u200b"))
_CELLS: Final = frozenset(("td", "th"))
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt"))

# The state of an open element is the index of its block element, shifted, with these flags.
_IN_LINK: Final = 1
_IN_PRE: Final = 2
_FLAGS: Final = _IN_LINK | _IN_PRE
_SHIFT: Final = 2
_LEFT_OUT: Final = -1


class Walk:
    """The columns of ``Page``, filled by ``read``.

    Args:
        max_depth: elements deeper than that are not told apart; ``too_deep`` says whether there were
            any.
        links: whether to fill ``anchors`` with the texts and targets of each block's links.

    Attributes:
        has_templates: whether there are any, which may hold the places of segments.
    """

    def __init__(self, max_depth: int, *, links: bool = False) -> None:
        self._max_depth = max_depth
        self._keep_links = links
        self._depths = [0]
        self.too_deep = False
        self.has_templates = False
        self.texts: list[str] = []
        self.homes: list[int] = []
        self.linked: list[int] = []
        self.links: list[int] = []
        self.hrefs: list[str | None] = []
        self.inner_names: list[str] = []
        self.times: list[str | None] = []
        self.anchors: list[list[tuple[str, str]]] = []
        self.tags = ["body"]
        self.names = [""]
        self.parents = [-1]
        self.hidden: list[int] = []
        self.paragraphs: dict[int, list[int]] = {}
        self._cells: dict[int, tuple[int, int]] = {}  # those of several columns or rows
        self._blocks: list[tuple[str, int, int, int, str | None, str, str | None]] = []
        self._parts: list[str] = []
        self._inner: list[dict[str, str | None]] = []
        self._anchors: list[tuple[str, list[str]]] = []  # of the open block: target, texts
        self._linked: list[str] = []  # texts in links of the open block
        self._links = 0
        self._href: str | None = None
        self._time: str | None = None
        self._home = 0  # the element that the open block belongs to
        self._ends_in_link = False  # whether the last text is in a link
        self._has_pre = False

    def read(self, body: LexborNode, segments: Mapping[str, LexborNode] | None = None) -> None:
        """Collect the blocks below the body, with its ``segments_of`` moved to their places."""
        self.names[0] = names_of(body.attributes)
        states = {body.mem_id: 0}
        nodes = (
            in_reading_order(body, segments, states)
            if segments
            else body.traverse(include_text=True)
        )
        next(nodes)
        self._read(nodes, states)
        self._flush()
        if self._blocks:
            columns = map(list, zip(*self._blocks, strict=True))
            (
                self.texts, self.homes, self.linked, self.links, self.hrefs, self.inner_names,
                self.times,
            ) = columns  # fmt: skip
        self._join_rows()

    def _read(self, nodes: Iterator[LexborNode], states: dict[int, int]) -> None:
        """Read nodes; a third of them, the space between tags, without a call for each."""
        parts = self._parts
        # By the number of the tag, which costs less than its name.
        tags: dict[int, str] = {}
        actions: dict[int, int] = {}
        for node in nodes:
            number = node.tag_id
            try:
                action = actions[number]
            except KeyError:
                tags[number] = node.tag or "-"
                action = actions[number] = action_at(tags[number])
            if action == READ:
                text = node.text_content or ""
                if parts or not text.isspace() or self._has_pre or not text.isascii():
                    state = states[node.parent.mem_id]  # type: ignore[union-attr]
                    if state >= 0:
                        self._add_text(text, state)
            elif action > LEAVE_OUT:
                state = states[node.parent.mem_id]  # type: ignore[union-attr]
                if state < 0:
                    states[node.mem_id] = _LEFT_OUT
                    continue
                attributes = node.attributes
                hides = ("style" in attributes or "hidden" in attributes) and is_hidden(attributes)
                if action == OPEN_BLOCK:
                    state = self._open_block(tags[number], attributes, state, hides)
                else:
                    state = _LEFT_OUT if hides else self._open_inline(action, attributes, state)
                states[node.mem_id] = state
            elif action == LEAVE_OUT:
                states[node.mem_id] = _LEFT_OUT
        self.has_templates = TEMPLATE in tags.values()

    def _add_text(self, text: str, state: int) -> None:
        if state >> _SHIFT != self._home:
            self._flush()
            self._home = state >> _SHIFT
        if not (self._parts or state & _IN_PRE) and text.isspace() and text.isascii():
            return
        self._parts.append(text)
        self._ends_in_link = bool(state & _IN_LINK)
        if self._ends_in_link:
            self._linked.append(text.strip())
            if self._anchors:
                self._anchors[-1][1].append(text)

    def _open_inline(self, action: int, attributes: dict[str, str | None], state: int) -> int:
        if state >> _SHIFT != self._home:
            self._flush()
            self._home = state >> _SHIFT
        if action == BREAK_LINE:
            self._parts.append("\n" if state & _IN_PRE else BREAK)
            return state
        if attributes:
            self._inner.append(attributes)
        if action == OPEN_LINK:
            if self._ends_in_link and self._parts:
                self._parts.append(" ")  # links side by side are apart on the screen
            self._open_link(attributes.get("href"))
            return state | _IN_LINK
        if action == TELL_TIME:
            self._time = self._time or attributes.get("datetime")
        return state

    def _open_block(
        self, tag: str, attributes: dict[str, str | None], state: int, hides: bool
    ) -> int:
        self._flush()
        home = state >> _SHIFT
        depth = self._depths[home] + 1
        if depth > self._max_depth:
            self.too_deep = True
        else:
            self.parents.append(home)
            home = len(self._depths)
            state = home << _SHIFT | state & _FLAGS
            self._depths.append(depth)
            self.names.append(names_of(attributes) if attributes else "")
            self.tags.append(tag)
        self._home = home
        if hides:
            self.hidden.append(home)
        if tag == "pre":
            self._has_pre = True
            return state | _IN_PRE
        if attributes and tag in _CELLS:
            self._size_cell(home, attributes)
        return state

    def _size_cell(self, home: int, attributes: dict[str, str | None]) -> None:
        size = span_of(attributes.get("colspan")) or 1, span_of(attributes.get("rowspan"))
        if size != (1, 1):
            self._cells[home] = size

    def _open_link(self, href: str | None) -> None:
        self._links += 1
        self._href = self._href or href
        if self._keep_links:
            self._anchors.append((href or "", []))

    def _flush(self) -> None:
        """End the open block."""
        parts, home = self._parts, self._home
        if not (parts or self._inner or self._links):
            return
        if self._linked and len(parts) > 1 and self.tags[home] in _HEADINGS:
            self._leave_out_permalink()
        if parts:
            raw = parts[0] if len(parts) == 1 else "".join(parts)
            parts.clear()
            self._ends_in_link = False
            is_pre = self.tags[home] == "pre"
            text = raw.strip("\n\r").rstrip() if is_pre else tidied(raw)
            if BREAK in raw and not is_pre and (starts := paragraph_starts(raw)):
                self.paragraphs[len(self._blocks)] = starts
            if text:
                linked, size = sum(map(len, self._linked)), len(text)
                inner = " ".join(map(names_of, self._inner))[:NAMES_LIMIT] if self._inner else ""
                self._blocks.append(
                    (
                        text, home, linked if linked < size else size, self._links, self._href,
                        inner, self._time,
                    )
                )  # fmt: skip
                if self._keep_links:
                    self.anchors.append([("".join(said), url) for url, said in self._anchors])
        if self._links:
            self._links = 0
            self._href = None
        self._linked.clear()
        if self._anchors:  # the last may go on: blocks can stand in a link
            self._anchors = [(self._anchors[-1][0], [])]
        if self._inner:
            self._inner.clear()
            self._time = None

    def _leave_out_permalink(self) -> None:
        for end in (0, -1):
            sign = self._parts[end].strip()
            if sign in _PERMALINKS and self._linked[end:] and self._linked[end] == sign:
                del self._parts[end], self._linked[end]
                self._anchors = [said for said in self._anchors if "".join(said[1]).strip() != sign]

    def _join_rows(self) -> None:
        """Make one block of the blocks of each row of a table that holds data."""
        if "tr" not in self.tags:
            return
        table = TableRows(self.tags, self.parents, self._cells)
        spans, joined = table.spans(self.homes, self.texts)
        if not any(joined):
            return
        self.texts = [
            table.text(self.homes[span], self.texts[span]) if join else self.texts[span.start]
            for span, join in zip(spans, joined, strict=True)
        ]
        self.homes = [
            table.rows[self.homes[span.start]] if join else self.homes[span.start]
            for span, join in zip(spans, joined, strict=True)
        ]
        if self.paragraphs:
            self.paragraphs = {
                number: self.paragraphs[span.start]
                for number, span in enumerate(spans)
                if not joined[number] and span.start in self.paragraphs
            }
        self.linked = [sum(self.linked[span]) for span in spans]
        self.links = [sum(self.links[span]) for span in spans]
        self.hrefs = [next(filter(None, self.hrefs[span]), None) for span in spans]
        self.times = [next(filter(None, self.times[span]), None) for span in spans]
        self.inner_names = [" ".join(self.inner_names[span])[:NAMES_LIMIT] for span in spans]
        if self._keep_links:
            self.anchors = [list(chain.from_iterable(self.anchors[span])) for span in spans]
