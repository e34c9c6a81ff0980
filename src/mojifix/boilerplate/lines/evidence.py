"""What each line gives away, and whether all of them together are a web page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat
from typing import Final, NamedTuple

from mojifix.boilerplate.labels.neighbours import Neighbour, neighbour_of
from mojifix.boilerplate.labels.phrases import phrases
from mojifix.boilerplate.labels.roles import Sign, edit_link, role_of
from mojifix.boilerplate.labels.telling import label_words, telling_lines
from mojifix.layout.flat.lines import FlatText, Line
from mojifix.layout.flat.wrapping import joined, pieces, wrapped
from mojifix.layout.scripts import (
    OTHER_SENTENCE_ENDS,
    SENTENCE_ENDS,
    ends_in_thai_or_lao,
    text_sizes,
)
from mojifix.records import Role

# A longer line, in code points, gives no role away.
LONGEST_SIGN: Final = 600
# A line of prose is at least this wide.
PROSE_WIDTH: Final = 50
# Without an end of a sentence, in a script that has one, it must be wider.
UNENDED_WIDTH: Final = 130
# A text is a page when its furniture counts this much: distinct sure signs count 2, others 1, all
# dates together 1, and so do all bare numbers. All texts of corpus/plain stay below, all pages of
# corpus/flat above. The flattened pages of WCXB that count as pages count 0.0098 per line and more;
# of 2,900 files of an operating system a list of words and one of jokes came to 0.004 and 0.006.
PAGE_WEIGHT: Final = 4
PAGE_WEIGHT_PER_LINE: Final = 0.007
KNOWN_PAGE_WEIGHT: Final = 1
# Many signs of several roles beside sentences make a page, too, without a sure one among them: that
# finds 39 of 154 pages of WCXB that were missed, and one of the files. Lists and tables of symbols
# hold as many, without sentences.
UNSURE_PAGE_WEIGHT: Final = 8
UNSURE_PAGE_ROLES: Final = 2
# In text that was typed into an editor, or that a browser broke into lines for a terminal, copyright
# notices and "See also" count nothing, and all signs count this much per line. Either two are sure, or
# sure signs and roles are so many, and of all lines so many are items, as menus are in a terminal. Of
# 3,000 such files and manuals of an operating system 4 are pages by that, and 481 of 768 pages of WCXB
# that w3m and lynx dumped; by two sure signs alone 4 and 344.
TYPED_SURE_SIGNS: Final = 2
TYPED_WEIGHT_PER_LINE: Final = 0.016
TYPED_SIGNS_AND_ROLES: Final = 5
SHARE_OF_ITEMS: Final = 0.03
_ITEMS: Final = ("* ", "+ ", "o ", "• ", "- ")
_IN_FILES: Final = frozenset({"footer", "legal", "related"})
# What a text is about whose first line says that it is a policy or terms, so that it counts nothing.
# On no page of corpus/flat is that the first line.
_IN_POLICIES: Final = frozenset({"footer", "legal", "cookie_notice", "newsletter", "login"})

# Roles that lines of a page in Markdown have, and those that they have surely, which count again.
FEWEST_SURE_ROLES: Final = 2
FEWEST_ROLES: Final = 5

# A button stands fewer lines than this from its notice: between them are other buttons and links.
_NEAR_NOTICE: Final = 4

_SURE: Final = 2
_UNSURE: Final = 1
# Code points of a line in which the end of a sentence is looked for.
_SEEN: Final = 2000
# The engine skips to the class of characters with which this begins.
_SENTENCE_END: Final = re.compile(
    rf"[…{SENTENCE_ENDS}](?:(?=[\"'”’»)\]]*(?:\s|$))|(?<=[{OTHER_SENTENCE_ENDS}]))"
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
        width: its size, as ``text_size`` counts.
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
    width: int
    prose: bool


def views_of(flat: FlatText) -> list[View]:
    """Look at every line; a link for editing at the end of a heading is a line of its own."""
    lines, headings = _paragraphs(flat.lines)
    if not lines:
        return []
    texts, starts, ends, groups, indents = zip(*lines, strict=True)
    words, signs, neighbours = _told(texts)
    _name_notice(texts, words, signs)
    widths = text_sizes(texts)
    prose = [
        width >= PROSE_WIDTH
        and sign is None
        and not (neighbour and neighbour.glued)
        and (
            width >= UNENDED_WIDTH
            or ends_in_thai_or_lao(text)
            or _SENTENCE_END.search(text, 0, _SEEN) is not None
        )
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
    runs = {run.start: run for run in (*pieces(lines), *wrapped(lines))}
    linked = [n for n, line in enumerate(lines) if line.text[-1] == "]"]
    found: list[Line] = []
    headings = []
    done = 0
    for n in sorted({*runs, *linked}):
        line = lines[n]
        if n < done:
            continue
        if n in runs:
            found += lines[done:n]
            done = runs[n].stop
            text = joined([part.text for part in lines[n:done]])
            found.append(line._replace(text=text, end=lines[done - 1].end))
        elif link := edit_link(line.text):
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
    signs, neighbours = {}, {}
    for n in telling_lines(lines, list(map(words.get, lines))):
        line = lines[n]
        signs[line], neighbours[line] = _signs(line, words.get(line))
    return (
        list(map(words.get, texts, repeat(""))),
        list(map(signs.get, texts)),
        list(map(neighbours.get, texts)),
    )


def _name_notice(texts: Sequence[str], words: Sequence[str], signs: list[Sign | None]) -> None:
    """Name the buttons by a notice of cookies, and it where it says what no other line speaks of.

    Manuals, stories and articles about cookies say "Accept all", too.
    """
    buttons = {n for n, said in enumerate(words) if said in phrases().consent}
    if not buttons:
        return
    unnamed = [n for n, sign in enumerate(signs) if sign is None and n not in buttons]
    spoken = [n for n in unnamed if "cookie" in texts[n][:LONGEST_SIGN].casefold()]
    if len(spoken) == 1 and spoken[0] + 1 in buttons:
        signs[spoken[0]] = Sign("cookie_notice", sure=True)
    notices = {n for n, sign in enumerate(signs) if sign and sign.role == "cookie_notice"}
    for n in buttons:
        if not notices.isdisjoint(range(n - _NEAR_NOTICE, n + _NEAR_NOTICE)):
            signs[n] = Sign("cookie_notice", sure=True)


@lru_cache(maxsize=4096)
def _signs(text: str, words: str | None) -> tuple[Sign | None, Neighbour | None]:
    return role_of(text, words), neighbour_of(text)


def is_page(views: list[View], *, known: bool = False, typed: bool = False) -> bool:
    """Tell whether there is enough furniture to believe that this is a web page.

    Where the caller said that it is one, little is; where lines look typed, it takes more.
    """
    subject = _IN_FILES if typed else frozenset()
    if not known and views and views[0].role == "legal":
        subject = _IN_POLICIES
    told = [view for view in views if view.role is not None and view.role not in subject]
    weights = dict(map(_weighed, told))
    weight = sum(weights.values())
    if known:
        return weight >= KNOWN_PAGE_WEIGHT
    if weight < max(PAGE_WEIGHT, PAGE_WEIGHT_PER_LINE * len(views)):
        return False
    sure = list(weights.values()).count(_SURE)
    roles = len({view.role for view in told})
    if typed:
        if weight < TYPED_WEIGHT_PER_LINE * len(views):
            return False
        items = sum(view.text.startswith(_ITEMS) for view in views)
        has_menus = sure + roles >= TYPED_SIGNS_AND_ROLES and items >= SHARE_OF_ITEMS * len(views)
        return sure >= TYPED_SURE_SIGNS or has_menus
    return sure > 0 or (
        weight >= UNSURE_PAGE_WEIGHT
        and roles >= UNSURE_PAGE_ROLES
        and any(view.prose for view in views)
    )


def is_furnished(views: Sequence[View]) -> bool:
    """Tell whether lines are of many roles, several of them surely.

    Of 2,568 documents in Markdown that come with programs 2 have as many, of 300 pages of WCXB that
    html2text converted without their links 233.
    """
    told = [view for view in views if view.role is not None]
    sure = len({view.role for view in told if _weighed(view)[1] == _SURE})
    return sure >= FEWEST_SURE_ROLES and sure + len({view.role for view in told}) >= FEWEST_ROLES


def _weighed(view: View) -> tuple[str, int]:
    """Return what a line that names a role says, alike for lines that say the same, and its weight."""
    if view.neighbour and view.neighbour.title:
        return "neighbour " + view.neighbour.direction, _SURE
    if view.sign is None:
        return "neighbour", 0
    if view.sign.role == "date_line" or view.text.isdigit():
        return view.sign.role, _UNSURE
    return view.text.casefold(), _SURE if view.sign.sure else _UNSURE
