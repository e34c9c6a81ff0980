"""What must not reach the HTML parser.

Building the tree of HTML is quadratic, and worse, in pages made to hurt: three thousand nested
formatting tags cost an otherwise fast parser ten seconds and three gigabytes. One linear scan of the
tags finds such pages; their text is taken out without a tree.

    >>> from mojifix.options import Limits
    >>> excess("<p>short</p>", Limits()), excess("<b>" * 5000, Limits())
    (None, 'more than 64 formatting elements open at once')
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice
from typing import Final

from mojifix.layout.html.depth import FOREIGN, FORMATTING, Depth
from mojifix.layout.html.tags import ATTRIBUTE, FEW, NEXT, NEXT_TELLING, Ends
from mojifix.options import Limits

_CELLS: Final = frozenset(("td", "th", "caption"))
_TABLE_PARTS: Final = _CELLS | {"tr", "tbody", "thead", "tfoot", "col", "colgroup"}
# Where formatting elements are open, an end tag in one of these does not reach them.
_BARRIERS: Final = frozenset(
    (
        "applet marquee object table template svg math foreignobject desc mi mo mn ms mtext "
        "annotation-xml"
    ).split()
)
# What they hold is text: a tag in it is none.
_RAW: Final = frozenset(
    ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
)
_TOLD: Final = FORMATTING | _TABLE_PARTS | _BARRIERS
_LONG_TAG: Final = 1_024  # characters of one tag, beyond which its attributes are counted
# So many start tags, all nested, cost lexbor a sixth of a second; twice as many, four times that.
SAFE_TAGS: Final = 10_000
# Lexbor looks through all options of a list at each one more: 10,000 in one list cost it 0.6 seconds,
# 20,000 cost 2.8 and 40,000 cost 23. No page of WCXB has more than 1,854 in all its lists.
MOST_OPTIONS: Final = 10_000
_OPTION: Final = re.compile("<option", re.IGNORECASE)
# Scripts hold many a "<" that starts none.
_START_TAG: Final = re.compile("<[a-zA-Z]")
# Whether what is in an element of SVG or MathML is HTML again takes a parser to tell: there, what is
# text in one reading and tags in the other does not pass. Of 1,197 pages of WCXB one has such.
_CDATA: Final = r"<!\[CDATA\[(?=[^<]*?\]\]>)"  # that holds nothing like a tag
_ONE_READING: Final = re.compile(
    rf"[^<]*+(?:{_CDATA}[^<]*+)*+</([a-z]++)(?=[\t\n\f\r />])", re.IGNORECASE | re.ASCII
)
_UNTOLD: Final = "text in SVG or MathML that may be tags"
_OTHER_CDATA: Final = re.compile(rf"(?!{_CDATA})<!\[CDATA\[")


def excess(page: str, limits: Limits) -> str | None:
    """Return which limit a page exceeds, in words; None when it is safe to parse.

    >>> from mojifix.options import Limits
    >>> excess("<script>'<a><a><a>'</script><p data-x='a=b c=d'>x", Limits(max_formatting=2))
    >>> excess("<p a b c d" + " e" * 600 + ">", Limits())
    'more than 256 attributes on one tag'
    """
    tags = page.count("<")
    if tags > limits.max_nodes:
        return f"more than {limits.max_nodes} tags"
    if tags > MOST_OPTIONS < len(_OPTION.findall(page)):
        return f"more than {MOST_OPTIONS} options of forms"
    return _excess_of_tags(page, tags, limits)


def _excess_of_tags(page: str, tags: int, limits: Limits) -> str | None:
    """Return which limit the tags of a page exceed one by one."""
    # The depth of a page of few tags costs the parser little, and the walk bounds it.
    is_large = tags > SAFE_TAGS and len(_START_TAG.findall(page)) > SAFE_TAGS
    depth = Depth() if is_large else None
    jump = depth is None and limits.max_attributes >= FEW
    match_next = (NEXT_TELLING if jump else NEXT).match
    formatting = _Formatting()
    ends = Ends(page)
    at, size = 0, len(page)
    while at < size:
        match = match_next(page, at)
        assert match is not None
        start, at = at, match.end()
        if formatting.foreign and _OTHER_CDATA.search(page, start, at):
            return _UNTOLD
        name, closing, attributes = match.group("name", "slash", "attributes")
        if name is None:
            if at < size:
                at = ends.after_comment(at)
            continue
        name = name.lower() if name.isascii() else name  # the Kelvin sign is no "k"
        if len(attributes) > _LONG_TAG and _count(attributes, limits) > limits.max_attributes:
            return f"more than {limits.max_attributes} attributes on one tag"
        if name in _RAW and not (closing and formatting.foreign):
            if not closing:
                if formatting.foreign and not _is_read_alike(page, at, name):
                    return _UNTOLD
                at = ends.after_end_tag(name, at)
            continue
        closed = attributes.endswith("/")
        if name in _TOLD:
            _note(formatting, name, closing, closed)
            if formatting.count > limits.max_formatting:
                return f"more than {limits.max_formatting} formatting elements open at once"
        if depth is not None:
            _note(depth, name, closing, closed)
            if depth.depth > limits.max_depth:
                return f"elements nested deeper than {limits.max_depth}"
    return None


def _is_read_alike(page: str, at: int, name: str) -> bool:
    """Tell whether an element that starts before ``at`` holds nothing but text in either reading."""
    text = _ONE_READING.match(page, at)
    return text is not None and text[1].lower() == name


def _count(text: str, limits: Limits) -> int:
    """Return how many attributes a tag has; one more than allowed stands for all others."""
    return sum(1 for _ in islice(ATTRIBUTE.finditer(text), limits.max_attributes + 1))


def _note(elements: _Formatting | Depth, name: str, closing: str, closed: bool) -> None:
    if closing:
        elements.close(name)
    else:
        elements.open(name, closed)


class _Formatting:
    """How many formatting elements the parser has open, or would open again, at most.

    What is closed with its parent stays in the parser's list until its own end tag comes
    (13.2.4.3), and an end tag inside of a barrier does not reach what is outside.
    """

    def __init__(self) -> None:
        self.count = 0
        self.foreign = 0
        self._barriers = [""]
        # A page has a hundred barriers, and a Counter for each would take longer to make.
        self._open: list[defaultdict[str, int]] = [defaultdict(int)]

    def open(self, name: str, closed: bool) -> None:
        """Note a start tag; ``closed`` when it ends in a slash."""
        if name in FORMATTING:
            self._open[-1][name] += 1
            self.count += 1
        elif name in _TABLE_PARTS:
            if self._barriers[-1] in _CELLS:
                self._leave(forget=True)
            if name in _CELLS and self._barriers[-1] == "table":
                self._enter(name)
        elif not (closed and name in FOREIGN):
            self._enter(name)

    def close(self, name: str) -> None:
        """Note an end tag."""
        if name in FORMATTING:
            if self._open[-1][name]:
                self._open[-1][name] -= 1
                self.count -= 1
        elif name == "table" and self._barriers[-1] in _CELLS:
            self._leave(forget=True)
            self._leave(forget=False)
        elif self._barriers[-1] == name:
            self._leave(forget=name in _CELLS)

    def _enter(self, name: str) -> None:
        self._barriers.append(name)
        self.foreign += name in FOREIGN
        self._open.append(defaultdict(int))

    def _leave(self, *, forget: bool) -> None:
        """Leave a barrier; the parser forgets what a cell left open, and only that."""
        self.foreign -= self._barriers.pop() in FOREIGN
        inner = self._open.pop()
        if forget:
            self.count -= sum(inner.values())
        else:
            for name, count in inner.items():
                self._open[-1][name] += count
