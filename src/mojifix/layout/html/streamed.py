"""Streamed pages: what the server sent late stands at the end, hidden, until a script moves it.

React leaves ``<template id="B:0">`` where a part of the page is to come, and ``id="P:0"`` for a piece
of such a part; it sends ``<div hidden id="S:0">`` when the part is ready. Ids may have a prefix, the
same for both.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_PLACES: Final = ("B", "P")
_SEGMENTS: Final = 'div[hidden][id*="S:"]'
TEMPLATE: Final = "template"  # what holds a place
_END: Final = "<!--/$-->"
_LONGEST_STOPGAP: Final = 100  # nodes side by side; where more come, nothing is passed over


def segments_of(tree: LexborHTMLParser) -> dict[str, LexborNode]:
    """Return the parts of a page that are to be moved, by id.

    They are siblings, as React sends them: in segments of segments, every node would have to be
    passed over once for each that it stands in.
    """
    found: dict[str, LexborNode] = {}
    parent = None
    for node in tree.css(_SEGMENTS):
        above = node.parent
        if above is not None and (parent is None or above.mem_id == parent):
            parent = above.mem_id
            found.setdefault(node.attributes["id"] or "", node)
    return found


def in_reading_order(
    body: LexborNode,
    segments: Mapping[str, LexborNode],
    states: dict[int, int],
    leave_out: Callable[[int], int],
) -> Iterator[LexborNode]:
    """Yield the nodes of a body, each segment's where its place is held, and every node once.

    A segment that comes before its place, or without one, stays where it is. What is shown until it
    comes is left out.

    Args:
        body: where to start.
        segments: as ``segments_of`` finds them.
        states: what the walk knows of each element, by ``mem_id``, negative when it is left out; a
            segment that is moved gets the state of the element that holds its place.
        leave_out: what gives the state of what is left out in an element of a state.
    """
    coming = {node.mem_id for node in segments.values()}
    moved: set[int] = set()
    waiting = [body.traverse(include_text=True)]
    while waiting:
        nodes = waiting[-1]
        for node in nodes:
            coming.discard(node.mem_id)
            if node.mem_id in moved:
                deque(islice(nodes, _size(node) - 1), maxlen=0)
                continue
            if node.tag == TEMPLATE and node.parent is not None:
                segment = segments.get(_awaited(node.attributes.get("id") or ""))
                around = node.parent.mem_id
                state = states[around]
                if segment is not None and segment.mem_id in coming and state >= 0:
                    coming.remove(segment.mem_id)
                    moved.add(segment.mem_id)
                    states[segment.mem_id] = state
                    states[around] = leave_out(state)
                    yield from islice(nodes, sum(map(_size, _stopgap(node))))
                    states[around] = state
                    waiting.append(segment.traverse(include_text=True))
                    next(waiting[-1])
                    break
            yield node
        else:
            waiting.pop()


def _stopgap(place: LexborNode) -> list[LexborNode]:
    """Return what is shown until a segment comes: all up to the comment that ends the place."""
    found: list[LexborNode] = []
    node = place.next
    while node is not None and len(found) < _LONGEST_STOPGAP and node.tag != TEMPLATE:
        if (node.tag or "").startswith(("-", "!")) and node.html == _END:
            return found
        found.append(node)
        node = node.next
    return []


def _size(node: LexborNode) -> int:
    return sum(1 for _ in node.traverse(include_text=True))


def _awaited(place: str) -> str:
    """Return the id of the segment that a place is held for.

    >>> _awaited("B:1f"), _awaited("shop-P:2"), _awaited("menu")
    ('S:1f', 'shop-S:2', '')
    """
    start, _, number = place.rpartition(":")
    return f"{start[:-1]}S:{number}" if start.endswith(_PLACES) else ""
