"""What each line gives away, and whether all of them together are a web page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mojifix.boilerplate.roles import Neighbour, Sign, neighbour_of, role_of
from mojifix.layout.flat import FlatText, Line
from mojifix.layout.wrapping import joined, unwrapped
from mojifix.records import Role

# A line of prose is at least this wide; a character of a script without spaces counts more.
PROSE_WIDTH: Final = 50
WIDE_CHARACTER: Final = 2.5
# Without an end of a sentence (Thai has none) it must be wider.
UNENDED_WIDTH: Final = 130
# A text is a page when its furniture counts this much: distinct sure signs count 2, others 1.
# All texts of corpus/plain stay below, all pages of corpus/flat above.
PAGE_WEIGHT: Final = 4
KNOWN_PAGE_WEIGHT: Final = 1
# In text that was typed into an editor it must count this much per line, and copyright notices
# nothing. Pages of corpus/flat count 0.22 and more; of 90 licenses, programs and header files that
# counted as pages without this, none counts 0.2 without its notices.
TYPED_PAGE_WEIGHT: Final = 0.2
# … or have this many roles; one of the 90 has, and 5 of 9 pages of WCXB that look typed do.
TYPED_PAGE_ROLES: Final = 5
_IN_FILES: Final = frozenset({"footer", "legal"})

_SENTENCE_END: Final = re.compile(r"[.!?…](?:[\"'”’»)\]]*(?:\s|$))|[。！？।؟۔]")
_WIDE: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)


@dataclass(frozen=True, slots=True)
class View:
    """A line, or a paragraph broken into lines, and what it looks like.

    Attributes:
        text: its text on one line.
        start, end: its span, in code points.
        group: number of the run of lines it is in; blank lines part the runs.
        indent: number of spaces before it.
        sign: its role by its words, if they say.
        neighbour: the link to a neighbouring page that it is, if it is one.
        width: its length, by the measure of an alphabet.
        prose: True when it holds sentences.
    """

    text: str
    start: int
    end: int
    group: int
    indent: int
    sign: Sign | None
    neighbour: Neighbour | None
    width: float
    prose: bool

    @property
    def role(self) -> Role | None:
        """The role its words name."""
        if self.neighbour:
            return "navigation"
        return self.sign.role if self.sign else None


def views_of(flat: FlatText) -> list[View]:
    """Look at every line."""
    lines = flat.lines
    views = []
    for run in unwrapped(lines):
        text = joined([lines[i].text for i in run])
        first, last = lines[run.start], lines[run.stop - 1]
        views.append(_view(text, first, last))
    return views


def _view(text: str, first: Line, last: Line) -> View:
    width = len(text) + (WIDE_CHARACTER - 1) * sum(1 for _ in _WIDE.finditer(text[:2000]))
    sign = role_of(text)
    neighbour = neighbour_of(text)
    unnamed = sign is None and not (neighbour and neighbour.glued)
    ended = width >= PROSE_WIDTH and _SENTENCE_END.search(text) is not None
    prose = unnamed and (ended or width >= UNENDED_WIDTH)
    return View(
        text=text,
        start=first.start,
        end=last.end,
        group=first.group,
        indent=first.indent,
        sign=sign,
        neighbour=neighbour,
        width=width,
        prose=prose,
    )


def is_page(views: list[View], *, known: bool = False, typed: bool = False) -> bool:
    """Tell whether there is enough furniture to believe that this is a web page.

    Args:
        views: the lines.
        known: True when the caller said that it is one.
        typed: True when the lines look like those of a program or a text file.
    """
    seen: dict[str, int] = {}
    for view in views:
        if typed and view.role in _IN_FILES:
            continue
        if view.neighbour and view.neighbour.title:
            seen["neighbour " + view.neighbour.direction] = 2
        elif view.sign and view.sign.role == "date_line":
            seen["date_line"] = 1
        elif view.sign:
            seen[view.text.casefold()] = 2 if view.sign.sure else 1
    weight = sum(seen.values())
    if typed:
        roles = {view.role for view in views} - _IN_FILES - {None}
        if weight < TYPED_PAGE_WEIGHT * len(views) and len(roles) < TYPED_PAGE_ROLES:
            return False
    if known:
        return weight >= KNOWN_PAGE_WEIGHT
    return weight >= PAGE_WEIGHT and 2 in seen.values()
