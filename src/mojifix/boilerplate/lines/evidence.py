"""What each line gives away, and whether all of them together are a web page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat
from typing import Final, NamedTuple

from mojifix.boilerplate.labels.folding import beyond_ascii
from mojifix.boilerplate.labels.neighbours import Neighbour, neighbour_of
from mojifix.boilerplate.labels.roles import Sign, edit_link, role_of
from mojifix.boilerplate.labels.telling import label_words, telling_lines
from mojifix.layout.flat import FlatText, Line
from mojifix.layout.wrapping import joined, wrapped
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
# What a text is about whose first line says that it is a policy or terms, so that it counts nothing.
# On no page of corpus/flat is that the first line.
_IN_POLICIES: Final = frozenset({"footer", "legal", "cookie_notice", "newsletter", "login"})

# Code points of a line in which wide characters are counted and the end of a sentence is looked for.
_SEEN: Final = 2000
# The engine skips to the class of characters with which this begins.
_SENTENCE_END: Final = re.compile(r"[.!?…。！？।؟۔](?:(?=[\"'”’»)\]]*(?:\s|$))|(?<=[。！？।؟۔]))")
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
    prose: bool


def views_of(flat: FlatText) -> list[View]:
    """Look at every line; a link for editing at the end of a heading is a line of its own."""
    lines, headings = _paragraphs(flat.lines)
    if not lines:
        return []
    texts, starts, ends, groups, indents = zip(*lines, strict=True)
    words, signs, neighbours = _told(texts)
    widths = _widths(texts, flat.text)
    prose = [
        width >= PROSE_WIDTH
        and sign is None
        and not (neighbour and neighbour.glued)
        and (width >= UNENDED_WIDTH or _SENTENCE_END.search(text, 0, _SEEN) is not None)
        for text, width, sign, neighbour in zip(texts, widths, signs, neighbours, strict=True)
    ]
    for heading in headings:  # whatever it says ("History"), what can be edited is content
        signs[heading] = neighbours[heading] = None
    roles: list[Role | None] = [
        "navigation" if neighbour else sign.role if sign else None
        for sign, neighbour in zip(signs, neighbours, strict=True)
    ]
    columns = (
        texts, words, starts, ends, groups, indents, signs, neighbours, roles, widths, prose
    )  # fmt: skip
    return list(map(tuple.__new__, repeat(View), zip(*columns, strict=True)))


def _paragraphs(lines: Sequence[Line]) -> tuple[Sequence[Line], list[int]]:
    """Return the lines with those of one paragraph put together, and which are editable headings."""
    runs = {run.start: run for run in wrapped(lines)}
    linked = [n for n, line in enumerate(lines) if line.text[-1] == "]"]
    found: list[Line] = []
    headings = []
    done = 0
    for n in sorted({*runs, *linked}):
        line = lines[n]
        if n in runs:
            found += lines[done:n]
            done = runs[n].stop
            text = joined([part.text for part in lines[n:done]])
            found.append(line._replace(text=text, end=lines[done - 1].end))
        elif n >= done and (link := edit_link(line.text)):
            found += lines[done:n]
            done = n + 1
            headings.append(len(found))
            text = line.text[:link].rstrip()
            found.append(line._replace(text=text, end=line.start + len(text)))
            found.append(line._replace(text=line.text[link:], start=line.start + link, indent=0))
    return ([*found, *lines[done:]] if done else lines), headings


def _told(
    texts: Sequence[str],
) -> tuple[list[str], list[Sign | None], list[Neighbour | None]]:
    """Return the words of each line that is short enough for a label, and what they say it is."""
    lines = [text for text in dict.fromkeys(texts) if len(text) <= LONGEST_SIGN]
    words = label_words(lines)
    telling = telling_lines(lines, [words.get(line) for line in lines])
    signs, neighbours = {}, {}
    for line in map(lines.__getitem__, telling):
        signs[line], neighbours[line] = _signs(line, words.get(line))
    return (
        [words.get(text, "") for text in texts],
        list(map(signs.get, texts)),
        list(map(neighbours.get, texts)),
    )


@lru_cache(maxsize=4096)
def _signs(text: str, words: str | None) -> tuple[Sign | None, Neighbour | None]:
    return role_of(text, words), neighbour_of(text)


def _widths(texts: Sequence[str], page: str) -> list[float]:
    """Return the length of each line of a page, by the measure of an alphabet."""
    widths = list(map(float, map(len, texts)))
    if _WIDE.search("".join(beyond_ascii(page))):
        for n, text in enumerate(texts):
            if not text.isascii():
                widths[n] += (WIDE_CHARACTER - 1) * len(_WIDE.findall(text, 0, _SEEN))
    return widths


def is_page(views: list[View], *, known: bool = False, typed: bool = False) -> bool:
    """Tell whether there is enough furniture to believe that this is a web page.

    Args:
        views: the lines.
        known: True when the caller said that it is one.
        typed: True when the lines look like those of a program or a text file.
    """
    seen: dict[str, int] = {}
    subject = _IN_FILES if typed else frozenset()
    if not known and views and views[0].role == "legal":
        subject = _IN_POLICIES
    for view in views:
        if view.role in subject:
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
