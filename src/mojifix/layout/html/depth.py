"""How deep the elements of a page nest, told from its tags alone, and at most."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

FORMATTING: Final = frozenset("a b big code em font i nobr s small strike strong tt u".split())
VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
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
_TAKEN_OUT: Final = FORMATTING | {"form"}
_NEAR: Final = _TAKEN_OUT | {"noscript"}  # and all that are not special
# An end tag does not close an element outside of these (the scope markers of HTML, 13.2.4.2).
_SCOPES: Final = frozenset("applet caption marquee object table template svg math".split())
FOREIGN: Final = frozenset(("svg", "math"))  # in them every element nests, and "/>" closes
# Start tags that end them (13.2.6.5), but in elements of theirs that hold HTML.
_BREAKOUTS: Final = (FORMATTING - {"a"}) | frozenset(
    (
        "blockquote body br center dd div dl dt embed h1 h2 h3 h4 h5 h6 head hr img li listing menu "
        "meta ol p pre ruby span sub sup table ul var"
    ).split()
)
_BREAKOUT_ENDS: Final = frozenset(("br", "p"))  # … and end tags
_HOLDS_HTML: Final = {"svg": ("foreignobject", "desc"), "math": ("mi", "mo", "mn", "ms", "mtext")}
_FLAT: Final = VOID | _SELF_CLOSING | _SINGLE


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
        return self.name in FOREIGN and not any(map(self._places.get, _HOLDS_HTML[self.name]))

    def __len__(self) -> int:
        return len(self._names) - self._names.count("")


class Depth:
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
        if is_foreign or name in FOREIGN:
            if closed:
                return
        elif name in _FLAT or (name == "caption" and scope.name != "table"):
            return
        if name in FOREIGN or (name in _SCOPES and not is_foreign):
            self._scopes.append(_Scope(name))
            self.depth += 1
        else:
            self.depth += self._scopes[-1].open(name)

    def close(self, name: str) -> None:
        """Note an end tag: it closes what is open inside its element, within the scope."""
        if name in _BREAKOUT_ENDS and self._scopes[-1].is_foreign:
            self._scopes[-1].name = ""
        if name not in _SCOPES:
            self.depth -= 0 if name in VOID else self._scopes[-1].close(name)
            return
        while len(self._scopes) > 1 and name in [scope.name for scope in self._scopes[-2:]]:
            inner = self._scopes.pop()
            self.depth -= len(inner) + 1
            if inner.name == name:
                return
