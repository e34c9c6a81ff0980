"""A parsed page: its text blocks in reading order, with what surrounds each of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from mojifix.records import Meta, Repaired


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element that holds text, directly or further down.

    Attributes:
        tag: its name.
        names: its class, id and role attributes, lower case, separated by spaces.
        parent: index of its parent in ``Page.elements``; -1 for the body.
        position: which of its parent's children of that name it is, from 1.
    """

    tag: str
    names: str
    parent: int
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """A run of inline text between two block elements.

    Attributes:
        text: the text, repaired; line breaks stand for ``<br>`` and, in ``<pre>``, for themselves.
        element: index of the block element in ``Page.elements``.
        link_length: characters of it that are inside links.
        links: number of links.
        href: target of the first link, None without one.
    """

    text: str
    element: int
    link_length: int = 0
    links: int = 0
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A parsed page.

    Attributes:
        blocks: the text, in reading order.
        elements: the elements around it, parents before children.
        meta: what the head of the page says.
        repaired: the repairs of the blocks' texts; their source spans count in those texts, joined
            by line breaks.
        notes: what a reader should know, such as a limit that was hit.
    """

    blocks: tuple[TextBlock, ...]
    elements: tuple[Element, ...]
    meta: Meta = field(default_factory=Meta)
    repaired: Repaired = field(default_factory=lambda: Repaired(text=""))
    notes: tuple[str, ...] = ()

    def ancestors(self, element: int) -> list[Element]:
        """Return an element and its ancestors, innermost first."""
        found = []
        while element >= 0:
            found.append(self.elements[element])
            element = self.elements[element].parent
        return found

    def path(self, element: int) -> str:
        """Return the element path, as ``"body/main/p[3]"``."""
        steps = [
            f"{item.tag}[{item.position}]" if item.position > 1 else item.tag
            for item in self.ancestors(element)
        ]
        return "/".join(reversed(steps))
