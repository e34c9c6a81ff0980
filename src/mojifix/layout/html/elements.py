"""What the elements of a page are to the walk over it, by their tags and attributes.

>>> action_at("p") == Action.OPEN_BLOCK, action_at("b") == Action.INLINE
(True, True)
"""

from __future__ import annotations

import re
from typing import Final

_BLOCK: Final = frozenset(
    (
        "address article aside blockquote body caption center dd details dialog dir div dl dt "
        "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav "
        "noscript ol optgroup option p pre section summary table tbody td tfoot th thead tr ul"
    ).split(),
)
_SKIPPED: Final = frozenset("script style template head".split())
_LEFT_OUT: Final = frozenset(
    "svg iframe object embed textarea canvas audio video map datalist select rt rp rtc".split()
)
_HIDDEN: Final = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.I)
_BLOCK_STYLE: Final = re.compile(r"display\s{0,9}:\s{0,9}(?:block|flex|grid|table|list-item)", re.I)
_NAMING: Final = frozenset(("id", "role", "itemprop", "itemtype"))  # beside the class
NAMES_LIMIT: Final = 400  # characters of an element's names that are looked at
_SPAN: Final = re.compile(r"\s{0,9}(\d{1,5})")
LISTINGS: Final = {"xmp": "pre", "listing": "pre", "plaintext": "pre"}  # by what replaced them
_NUMBER: Final = re.compile(r"\s{0,9}([+-]?[0-9]{1,9})(?![0-9])")


class Action:
    """What is done about a node, by its tag.

    The walk does not look at the attributes where the number is ``LEAVE_OUT`` or less; from ``INLINE``
    on, the element is inline, or may be.
    """

    READ: Final = 0  # text
    IGNORE: Final = 1
    SKIP: Final = 2  # it holds nothing that anybody reads
    LEAVE_OUT: Final = 3
    OPEN_BLOCK: Final = 4
    INLINE: Final = 5
    OPEN_LINK: Final = 6
    BREAK_LINE: Final = 7
    TELL_TIME: Final = 8
    MARK_CODE: Final = 9
    RAISE: Final = 10
    READ_FORMULA: Final = 11
    OPEN_CUSTOM: Final = 12  # a block, but in a paragraph
    NAME_SOURCE: Final = 13  # a block in a quote
    PRESS: Final = 14  # a block, but behind text in a paragraph


_ACTIONS: Final = {
    "-text": Action.READ, "a": Action.OPEN_LINK, "br": Action.BREAK_LINE, "time": Action.TELL_TIME,
    "sup": Action.RAISE, "cite": Action.NAME_SOURCE, "math": Action.READ_FORMULA,
    "button": Action.PRESS, **dict.fromkeys(("code", "kbd", "samp", "tt"), Action.MARK_CODE),
}  # fmt: skip


def span_of(value: str | None) -> int:
    """Return how many columns or rows a cell spans, by its ``colspan`` or ``rowspan``."""
    found = _SPAN.match(value or "1")
    return int(found[1]) if found else 1


def number_of(value: str | None) -> int | None:
    """Return the number of an item, or of the first one of a list, by its ``value`` or ``start``."""
    found = _NUMBER.match(value) if value else None
    return int(found[1]) if found else None


def is_hidden(attributes: dict[str, str | None]) -> bool:
    """Tell whether an element is not shown at first."""
    style = attributes.get("style")
    return "hidden" in attributes or bool(style and _HIDDEN.search(style))


def is_block(attributes: dict[str, str | None]) -> bool:
    """Tell whether the style of an inline element makes it a block."""
    style = attributes.get("style")
    return bool(style and _BLOCK_STYLE.search(style))


def action_at(tag: str) -> int:
    """Return what is done about a node, by its tag."""
    if tag in _SKIPPED:
        return Action.SKIP
    if tag in _LEFT_OUT:
        return Action.LEAVE_OUT
    if tag in _BLOCK:
        return Action.OPEN_BLOCK
    if "-" in tag[1:]:
        return Action.OPEN_CUSTOM
    return _ACTIONS.get(tag, Action.IGNORE if tag[0] in "-!" else Action.INLINE)


def names_of(attributes: dict[str, str | None]) -> str:
    """Return what an element is called: its class, then its id, role, itemprop and itemtype.

    >>> names_of({"id": "top", "class": "nav", "aria-hidden": "true", "href": "/"})
    'nav top hidden'
    """
    names = attributes.get("class") or ""
    for key, value in attributes.items():
        if key == "aria-hidden" and value == "true":
            names += " hidden"
        elif value and key in _NAMING:
            names = f"{names} {value}" if names else value
    return names[:NAMES_LIMIT]
