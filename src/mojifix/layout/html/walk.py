"""One walk over the tree of a page, in reading order, that collects its blocks as columns.

The tree comes from lexbor (selectolax), whose ``traverse`` yields nodes at the speed of C. Scripts,
styles and templates are passed over; ``<noscript>`` is read, because forums keep their posts there.
Hidden block elements are read and marked: tabs and pages that a script puts together hold their
content in them. What hidden inline elements, forms' choices and drawings say is no part of a block
and told apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from mojifix.layout.html.block_text import BREAK, cut_permalinks, paragraph_starts, raised, tidied
from mojifix.layout.html.code_spans import Spans, code_spans
from mojifix.layout.html.elements import (
    LISTINGS,
    NAMES_LIMIT,
    Action,
    action_at,
    is_block,
    is_hidden,
    names_of,
    number_of,
    span_of,
)
from mojifix.layout.html.formulas import draws_formula, formula_text, holds_formula
from mojifix.layout.html.streamed import TEMPLATE, in_reading_order
from mojifix.layout.html.text_block import TextBlock, with_rows
from mojifix.layout.html.word_items import item_level, marked_items
from mojifix.layout.scripts import text_size

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_CELLS: Final = frozenset(("td", "th"))
_NUMBERED: Final = {"ol": "start", "li": "value"}
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt"))

# The state of an open element is the index of its block element, shifted, with these flags.
_IN_LINK: Final = 1
_IN_PRE: Final = 2
_FLAGS: Final = _IN_LINK | _IN_PRE  # those that reach into block elements
_IN_CODE: Final = 4
_RAISED: Final = 8
_SHIFT: Final = 4
# It is negative where texts are in no block; ``_left_out`` tells which block element holds them.
_SKIPPED: Final = -1


class Walk:
    """The elements and blocks of a body in reading order, as ``read`` finds them.

    Args:
        max_depth: elements deeper than that are not told apart; ``too_deep`` says whether there were
            any.
        links: whether to tell the anchors of the blocks.

    Attributes:
        has_templates: whether there are any, which may hold the places of segments.
        tags, names, parents, hidden, numbers, reversed: of the elements, as in ``Page``.
        left_out: texts that are in no block, by the element that holds them.
    """

    def __init__(self, max_depth: int, *, links: bool = False) -> None:
        self._max_depth = max_depth
        self._keep_links = links
        self._depths = [0]
        self.too_deep = False
        self.has_templates = False
        self.tags, self.names, self.parents = ["body"], [""], [-1]
        self.hidden: list[int] = []
        self.numbers: dict[int, int] = {}
        self.reversed: set[int] = set()
        self.left_out: defaultdict[int, list[str]] = defaultdict(list)
        self._word_items: dict[int, Sequence[int]] = {}  # paragraphs; the places of their lists
        self._cells: dict[int, tuple[int, int]] = {}  # those of several columns or rows
        self._blocks: list[TextBlock] = []
        # Of the open block:
        self._home = 0  # the element that it belongs to
        self._parts: list[str] = []
        self._inner: list[dict[str, str | None]] = []  # attributes of inline elements
        self._anchors: list[tuple[str, list[str]]] = []  # target, texts
        self._linked: list[str] = []  # texts in links
        self._code: list[int] = []  # numbers of parts
        self._links = 0
        self._href: str | None = None
        self._time: str | None = None
        self._ends_in_link = False  # whether the last text is in a link
        self._has_pre = False

    def read(
        self, body: LexborNode, segments: Mapping[str, LexborNode] | None = None
    ) -> list[TextBlock]:
        """Return the blocks below the body, with its ``segments_of`` moved to their places."""
        self.names[0] = names_of(body.attributes)
        states = {body.mem_id: 0}
        nodes = (
            in_reading_order(body, segments, states, _left_out)
            if segments
            else body.traverse(include_text=True)
        )
        next(nodes)
        self._read(nodes, states)
        self._flush()
        blocks = self._blocks
        if items := self._word_items:
            blocks = marked_items(blocks, items, self.tags, self.numbers, self.left_out)
        return with_rows(blocks, self.tags, self.parents, self._cells, self.left_out)

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
                tags[number] = LISTINGS.get(node.tag or "-", node.tag or "-")
                action = actions[number] = action_at(tags[number])
            if action == Action.READ:
                text = node.text_content or ""
                if parts or not text.isspace() or self._has_pre or not text.isascii():
                    state = states[node.parent.mem_id]  # type: ignore[union-attr]
                    if state >= 0:
                        self._add_text(text, state)
                    elif state != _SKIPPED:
                        self.left_out[_SKIPPED - 1 - state].append(text)
            elif action >= Action.LEAVE_OUT:
                state = states[node.parent.mem_id]  # type: ignore[union-attr]
                if state >= 0:
                    state = self._open_element(node, tags[number], action, state)
                states[node.mem_id] = state
            elif action == Action.SKIP:
                states[node.mem_id] = _SKIPPED
        self.has_templates = TEMPLATE in tags.values()

    def _open_element(self, node: LexborNode, tag: str, action: int, state: int) -> int:
        """Open an element in one of a state, and return its own."""
        if action == Action.LEAVE_OUT:
            return _left_out(state)
        attributes = node.attributes
        hides = ("style" in attributes or "hidden" in attributes) and is_hidden(attributes)
        home = state >> _SHIFT
        if action == Action.OPEN_BLOCK or (
            action >= Action.OPEN_CUSTOM and self._stands_apart(action, home)
        ):
            return self._open_block(tag, attributes, state, hides)
        if action == Action.READ_FORMULA:
            if attributes.get("display") == "block" and self.tags[home] != "p":
                state = self._open_block("p", {}, state, hides)
            self._add_text(formula_text(node), state)
            return _SKIPPED
        if (hides and not holds_formula(node)) or draws_formula(node, attributes):
            return _left_out(state)
        return self._open_inline(action, attributes, state)

    def _add_text(self, text: str, state: int) -> None:
        if (home := state >> _SHIFT) != self._home:
            self._enter(home)
        if not (self._parts or state & _IN_PRE) and text.isspace() and text.isascii():
            return
        if state & _IN_CODE:
            self._code.append(len(self._parts))
        if state & _RAISED and not (self._parts and self._parts[-1].endswith(("[", "("))):
            text = raised(text)
        self._parts.append(text)
        self._ends_in_link = bool(state & _IN_LINK)
        if self._ends_in_link:
            self._linked.append(text.strip())
            if self._anchors:
                self._anchors[-1][1].append(text)

    def _open_inline(self, action: int, attributes: dict[str, str | None], state: int) -> int:
        if (home := state >> _SHIFT) != self._home:
            self._enter(home)
        if action == Action.BREAK_LINE:
            self._parts.append("\n" if state & _IN_PRE else BREAK)
            return state
        if attributes and action != Action.PRESS:
            self._inner.append(attributes)
            if self._parts and self._parts[-1] != BREAK and is_block(attributes):
                self._parts.append(BREAK)
        if action == Action.OPEN_LINK:
            if self._ends_in_link and self._parts:
                self._parts.append(" ")  # links side by side are apart on the screen
            href = attributes.get("href")
            self._links += 1
            self._href = self._href or href
            if self._keep_links:
                self._anchors.append((href or "", []))
            return state | _IN_LINK
        if action == Action.TELL_TIME:
            self._time = self._time or attributes.get("datetime")
        elif action == Action.MARK_CODE and not state & _IN_PRE:
            return state | _IN_CODE
        elif action == Action.RAISE:
            return state | _RAISED
        return state

    def _open_block(
        self, tag: str, attributes: dict[str, str | None], state: int, hides: bool
    ) -> int:
        home = state >> _SHIFT
        lists = []
        for _ in range(item_level(attributes) if tag == "p" and attributes else 0):
            lists.append(home := self._open("div", home))
        home = self._open(tag, home, names_of(attributes) if attributes else "")
        if lists:
            self._word_items[home] = lists
        state = home << _SHIFT | state & _FLAGS
        self._enter(home)
        if hides:
            self.hidden.append(home)
        if tag == "pre":
            self._has_pre = True
            return state | _IN_PRE
        if attributes:
            if tag in _CELLS:
                size = span_of(attributes.get("colspan")) or 1, span_of(attributes.get("rowspan"))
                if size != (1, 1):
                    self._cells[home] = size
            elif tag in _NUMBERED:
                if (number := number_of(attributes.get(_NUMBERED[tag]))) is not None:
                    self.numbers[home] = number
                if "reversed" in attributes:
                    self.reversed.add(home)
        return state

    def _stands_apart(self, action: int, element: int) -> bool:
        """Tell whether an element that may be a block is one in another."""
        tag = self.tags[element]
        if action == Action.NAME_SOURCE:
            around = self.tags[max(0, self.parents[element])]
            return tag == "blockquote" or (tag, around) == ("div", "blockquote")
        return tag != "p" or (action == Action.PRESS and not self._parts)

    def _open(self, tag: str, parent: int, names: str = "") -> int:
        """Add an element, and return its index; that of its parent where it is too deep."""
        depth = self._depths[parent] + 1
        if depth > self._max_depth:
            self.too_deep = True
            return parent
        self.parents.append(parent)
        self._depths.append(depth)
        self.names.append(names)
        self.tags.append(tag)
        return len(self._depths) - 1

    def _enter(self, home: int) -> None:
        """End the open block; the next one belongs to an element."""
        if self._parts or self._inner or self._links:
            self._flush()
        self._home = home

    def _flush(self) -> None:
        parts, home = self._parts, self._home
        if self._linked and self.tags[home] in _HEADINGS:
            for sign in cut_permalinks(parts, self._linked) if len(parts) > 1 else ():
                self.left_out[home].append(sign)
                self._anchors = [said for said in self._anchors if "".join(said[1]).strip() != sign]
            if self._href and self._href[1:] in self.names[home].split() and self._href[0] == "#":
                self._links, self._href, self._linked = 0, None, []  # a link to itself
        if parts:
            raw = parts[0] if len(parts) == 1 else "".join(parts)
            is_pre = self.tags[home] == "pre"
            text = raw.strip("\n\r").rstrip() if is_pre else tidied(raw)
            code: Spans = code_spans(parts, self._code, text) if self._code else ()
            self._code.clear()
            parts.clear()
            self._ends_in_link = False
            starts = paragraph_starts(raw) if BREAK in raw and not is_pre else ()
            if text:
                size = sum(map(text_size, self._linked))
                linked = size and min(size, text_size(text))
                inner = " ".join(map(names_of, self._inner))[:NAMES_LIMIT] if self._inner else ""
                anchors = [("".join(said), url) for url, said in self._anchors]
                self._blocks.append(
                    TextBlock(
                        text, home, linked, self._links, self._href,
                        inner, self._time, starts, anchors, code,
                    )
                )  # fmt: skip
        self._links, self._href = 0, None
        self._linked.clear()
        if self._anchors:  # the last may go on: blocks can stand in a link
            self._anchors = [(self._anchors[-1][0], [])]
        self._inner.clear()
        self._time = None


def _left_out(state: int) -> int:
    """Return the state of what is left out of an element of a state."""
    return _SKIPPED - 1 - (state >> _SHIFT)
