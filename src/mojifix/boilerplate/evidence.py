"""What each line gives away, and whether all of them together are a web page."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from mojifix.boilerplate.neighbours import Neighbour, neighbour_of
from mojifix.boilerplate.phrases import letters
from mojifix.boilerplate.roles import LONGEST_LABEL, Sign, edit_link, role_of
from mojifix.layout.flat import FlatText, Line
from mojifix.layout.wrapping import joined, unwrapped
from mojifix.records import Role

# A longer line, in code points, gives no role away.
LONGEST_SIGN: Final = 600
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


class View(NamedTuple):
    """A line, or a paragraph broken into lines, and what it looks like.

    Attributes:
        text: its text on one line.
        words: the folded words of a line that is short enough for a label; empty for longer ones.
        start, end: its span, in code points.
        group: number of the run of lines it is in; blank lines part the runs.
        indent: number of spaces before it.
        sign: its role by its words, if they say.
        neighbour: the link to a neighbouring page that it is, if it is one.
        role: the role its words name.
        width: its length, by the measure of an alphabet.
        sentences: number of ends of sentences in it.
        prose: True when it holds sentences.
    """

    text: str
    words: str
    start: int
    end: int
    group: int
    indent: int
    sign: Sign | None
    neighbour: Neighbour | None
    role: Role | None
    width: float
    sentences: int
    prose: bool


def views_of(flat: FlatText) -> list[View]:
    """Look at every line; a link for editing at the end of a heading is a line of its own."""
    lines = flat.lines
    views: list[View] = []
    for run in unwrapped(lines):
        first = lines[run.start]
        if len(run) > 1:
            text = joined([lines[i].text for i in run])
            views.append(_view(text, first, lines[run.stop - 1]))
        elif first.text[-1] == "]" and (link := edit_link(first.text)):
            views += _heading_and_link(first, link)
        else:
            views.append(_view(first.text, first, first))
    return views


def _heading_and_link(line: Line, link: int) -> tuple[View, View]:
    text = line.text[:link].rstrip()
    heading = line._replace(text=text, end=line.start + len(text))
    below = line._replace(text=line.text[link:], start=line.start + link, indent=0)
    # Whatever it says ("History"), what can be edited is content.
    unsigned = _view(text, heading, heading)._replace(sign=None, neighbour=None, role=None)
    return unsigned, _view(below.text, below, below)


def _view(text: str, first: Line, last: Line) -> View:
    width = float(len(text))
    if not text.isascii():
        width += (WIDE_CHARACTER - 1) * len(_WIDE.findall(text[:2000]))
    words, sign, neighbour = _signs(text) if len(text) <= LONGEST_SIGN else ("", None, None)
    sentences = len(_SENTENCE_END.findall(text[:2000]))
    role: Role | None = sign.role if sign else None
    prose = sign is None and not (neighbour and neighbour.glued)
    prose = prose and (width >= UNENDED_WIDTH or (width >= PROSE_WIDTH and sentences > 0))
    return View(
        text,
        words,
        first.start,
        last.end,
        first.group,
        first.indent,
        sign,
        neighbour,
        "navigation" if neighbour else role,
        width,
        sentences,
        prose,
    )


@lru_cache(maxsize=4096)
def _signs(text: str) -> tuple[str, Sign | None, Neighbour | None]:
    words = letters(text) if len(text) <= LONGEST_LABEL else None
    return words or "", role_of(text, words), neighbour_of(text)


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
