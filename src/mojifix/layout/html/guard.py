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

from mojifix.layout.html.tags import ATTRIBUTE, FEW, NEXT, NEXT_TELLING, Ends
from mojifix.options import Limits

_FORMATTING: Final = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
# Elements whose end tag is often left out: they close one another, so they do not nest.
_SELF_CLOSING: Final = frozenset("p td th tr option thead tbody tfoot colgroup".split())
# … unless others stand between.
_ENDED_BY: Final = {"li": ("li",), "dd": ("dd", "dt"), "dt": ("dd", "dt")}
_SINGLE: Final = frozenset("html head body".split())  # of which there is one
# The end tags of other elements do not reach beyond these (13.2.6.4.7, "any other end tag").
_SPECIAL: Final = frozenset(
    (
        "address article aside blockquote button center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup li listing main menu nav "
        "noscript ol plaintext pre search section select summary ul"
    ).split()
)
# Their end tags leave open what they hold: it is taken out of them.
_TAKEN_OUT: Final = _FORMATTING | {"form"}
_NEAR: Final = _TAKEN_OUT | {"noscript"}  # and all that are not special
# An end tag does not close an element outside of these (the scope markers of HTML, 13.2.4.2).
_SCOPES: Final = frozenset("applet caption marquee object table template svg math".split())
_FOREIGN: Final = frozenset(("svg", "math"))  # in them every element nests, and "/>" closes
# Start tags that end them (13.2.6.5), but in elements of theirs that hold HTML.
_BREAKOUTS: Final = (_FORMATTING - {"a"}) | frozenset(
    (
        "blockquote body br center dd div dl dt embed h1 h2 h3 h4 h5 h6 head hr img li listing menu "
        "meta ol p pre ruby span sub sup table ul var"
    ).split()
)
_BREAKOUT_ENDS: Final = frozenset(("br", "p"))  # … and end tags
_HOLDS_HTML: Final = {"svg": ("foreignobject", "desc"), "math": ("mi", "mo", "mn", "ms", "mtext")}
_FLAT: Final = _VOID | _SELF_CLOSING | _SINGLE
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
_TOLD: Final = _FORMATTING | _TABLE_PARTS | _BARRIERS
_LONG_TAG: Final = 1_024  # characters of one tag, beyond which its attributes are counted
# So many start tags, all nested, cost lexbor a sixth of a second; twice as many, four times that.
SAFE_TAGS: Final = 10_000
# Lexbor looks through all options of a list at each one more: 10,000 in one list cost it 0.6 seconds,
# 20,000 cost 2.8 and 40,000 cost 23. No page of WCXB has more than 1,854 in all its lists.
MOST_OPTIONS: Final = 10_000
_OPTION: Final = re.compile("<option", re.IGNORECASE)
# Scripts hold many a "<" that starts none.
_START_TAG: Final = re.compile("<[a-zA-Z]")
_UNTOLD: Final = "text in SVG or MathML that may be tags"
# Whether what is in an element of SVG or MathML is HTML again takes a parser to tell: there, what is
# text in one reading and tags in the other does not pass. Of 1,197 pages of WCXB one has such.
_CDATA: Final = r"<!\[CDATA\[(?=[^<]*?\]\]>)"  # that holds nothing like a tag
_ONE_READING: Final = re.compile(
    rf"[^<]*+(?:{_CDATA}[^<]*+)*+</([a-z]++)(?=[\t\n\f\r />])", re.IGNORECASE | re.ASCII
)
_OTHER_CDATA: Final = re.compile(rf"(?!{_CDATA})<!\[CDATA\[")


def excess(page: str, limits: Limits) -> str | None:
    """Return which limit a page exceeds, in words; None when it is safe to parse.

    Args:
        page: the HTML.
        limits: the bounds.

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
    # The depth of a page of few tags costs the parser little, and the walk bounds it.
    is_large = tags > SAFE_TAGS and len(_START_TAG.findall(page)) > SAFE_TAGS
    depth = _Depth() if is_large else None
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
        if name in _RAW and (not formatting.foreign or not closing):
            if formatting.foreign:
                text = _ONE_READING.match(page, at)
                if text is None or text[1].lower() != name:
                    return _UNTOLD
            if not closing:
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


def _count(text: str, limits: Limits) -> int:
    """Return how many attributes a tag has; one more than allowed stands for all others."""
    return sum(1 for _ in islice(ATTRIBUTE.finditer(text), limits.max_attributes + 1))


def _note(elements: _Formatting | _Depth, name: str, closing: str, closed: bool) -> None:
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
        if name in _FORMATTING:
            self._open[-1][name] += 1
            self.count += 1
        elif name in _TABLE_PARTS:
            if self._barriers[-1] in _CELLS:
                self._leave(forget=True)
            if name in _CELLS and self._barriers[-1] == "table":
                self._enter(name)
        elif not (closed and name in _FOREIGN):
            self._enter(name)

    def close(self, name: str) -> None:
        """Note an end tag."""
        if name in _FORMATTING:
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
        self.foreign += name in _FOREIGN
        self._open.append(defaultdict(int))

    def _leave(self, *, forget: bool) -> None:
        """Leave a barrier; the parser forgets what a cell left open, and only that."""
        self.foreign -= self._barriers.pop() in _FOREIGN
        inner = self._open.pop()
        if forget:
            self.count -= sum(inner.values())
        else:
            for name, count in inner.items():
                self._open[-1][name] += count


class _Scope:
    """The elements that are open in one that end tags do not reach beyond."""

    def __init__(self, name: str = "") -> None:
        self.name = name
        self._names: list[str] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._special: list[int] = []

    def open(self, name: str) -> int:
        """Note a start tag; return how many elements more are open."""
        closed = sum(self._close(other, is_near=True) for other in _ENDED_BY.get(name, ()))
        if name in _SPECIAL:
            self._special.append(len(self._names))
        self._places[name].append(len(self._names))
        self._names.append(name)
        return 1 - closed

    def close(self, name: str) -> int:
        """Note an end tag; return how many elements fewer are open."""
        if name == "li":
            lists = [place for tag in ("ol", "ul") for place in self._places[tag][-1:]]
            if self._places[name] and self._places[name][-1] < max(lists, default=0):
                return 0
        return self._close(name, is_near=name in _NEAR or name not in _SPECIAL)

    def _close(self, name: str, *, is_near: bool) -> int:
        """Close an element with all that it holds, which must be nothing special where it is near."""
        places = self._places.get(name)
        if not places:
            return 0
        if is_near and self._special and places[-1] < self._special[-1]:
            if name not in _TAKEN_OUT:
                return 0
            place = places.pop()
            self._names[place] = ""
            if name in _SPECIAL:
                self._special.remove(place)
            return 1
        return self._cut(places[-1])

    def _cut(self, place: int) -> int:
        """Close all elements from a place on; return how many these are."""
        cut = list(filter(None, self._names[place:]))
        del self._names[place:]
        for name in cut:
            self._places[name].pop()
        while self._special and self._special[-1] >= place:
            self._special.pop()
        return len(cut)

    @property
    def is_foreign(self) -> bool:
        """Whether what comes is SVG or MathML."""
        return self.name in _FOREIGN and not any(map(self._places.get, _HOLDS_HTML[self.name]))

    def __len__(self) -> int:
        return len(self._names) - self._names.count("")


class _Depth:
    """The depth of the open elements."""

    def __init__(self) -> None:
        self.depth = 0
        self._scopes = [_Scope()]

    def open(self, name: str, closed: bool) -> None:
        """Note a start tag; ``closed`` when it ends in a slash."""
        scope = self._scopes[-1]
        is_foreign = scope.is_foreign
        if is_foreign and name in _BREAKOUTS:
            scope.name, is_foreign = "", False  # its end tag closes nothing any more
        if is_foreign or name in _FOREIGN:
            if closed:
                return
        elif name in _FLAT or (name == "caption" and scope.name != "table"):
            return
        if name in _SCOPES:
            self._scopes.append(_Scope(name))
            self.depth += 1
        else:
            self.depth += self._scopes[-1].open(name)

    def close(self, name: str) -> None:
        """Note an end tag: it closes what is open inside its element, within the scope."""
        if name in _BREAKOUT_ENDS and self._scopes[-1].is_foreign:
            self._scopes[-1].name = ""
        if name not in _SCOPES:
            self.depth -= 0 if name in _VOID else self._scopes[-1].close(name)
            return
        while len(self._scopes) > 1 and name in [scope.name for scope in self._scopes[-2:]]:
            inner = self._scopes.pop()
            self.depth -= len(inner) + 1
            if inner.name == name:
                return
