"""Head, body and tail of a page in lines, and the role of each line that is no content."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from mojifix.boilerplate.labels.phrases import phrases
from mojifix.boilerplate.labels.roles import ITEMS
from mojifix.boilerplate.labels.tag_lists import tags_in
from mojifix.boilerplate.lines.evidence import View
from mojifix.records import Role

# Roles whose lines, when sure, begin the tail of a page.
_TAIL_ROLES: Final = frozenset(
    {"comment_form", "related", "footer", "legal", "newsletter", "comment_count"}
)
# Roles that go on over the unnamed lines below them.
_SECTIONS: Final[dict[Role, Role]] = {
    "comment_form": "comment_form",
    "comment_count": "comment",
    "related": "related",
    "footer": "footer",
    "legal": "footer",
    "newsletter": "newsletter",
}
# The tail may hold this share of the prose: comments, teasers. Where more follows, the line that
# looked like the start of the tail stands in the body.
TAIL_PROSE: Final = 0.35
# The trees know long pages, where most lines are furniture that no rule names. On a page of few
# lines the rules name nearly all, and what they leave is content.
FEW_LINES: Final = 40
# Longest line that is a title, in code points.
LONGEST_TITLE: Final = 250

# Widest line that is rather a name than a title, in letters of an alphabet.
WIDEST_NAME: Final = 24
# Most words of the name of who posted something.
MOST_POSTER_WORDS: Final = 3
# Most words, and code points, of the name of an author below the title.
MOST_AUTHOR_WORDS: Final = 4
LONGEST_AUTHOR: Final = 40
# Most lines of tags without a label.
MOST_TAG_LINES: Final = 2
# Widest line of tags without a label, in letters of an alphabet.
WIDEST_TAG_LINE: Final = 60
_DIGITS: Final = frozenset("0123456789")
# Roles of menus, which stand above a title, and those that stand below it.
MENUS: Final = frozenset({"navigation", "login", "search", "newsletter", "breadcrumb"})
_DETAILS: Final = frozenset({"author_box", "date_line", "comment_count", "share", "header"})


@dataclass
class Regions:
    """What each line of a page is.

    Attributes:
        title: number of the line that is the title, None when there is none.
        first: number of the first line of prose.
        last: number of the last one above the tail.
        tail: number of the first line of the tail.
        roles: role of each line that is no content, by its number.
    """

    title: int | None = None
    first: int = 0
    last: int = 0
    tail: int = 0
    roles: dict[int, Role] = field(default_factory=dict)


def regions_of(views: list[View]) -> Regions:
    """Find the body of a page and name everything around it."""
    first = next((i for i, view in enumerate(views) if view.prose), None)
    found = Regions(tail=len(views))
    if first is None:
        for i, view in enumerate(views):
            if role := view.role:
                found.roles[i] = role
        return found
    found.first = first
    found.last, found.tail = _body_end(views, first)
    _read_head(views, first, found)
    _read_body(views, found)
    _read_tail(views, found)
    return found


def _body_end(views: list[View], first: int) -> tuple[int, int]:
    """Find the last line of prose above the tail, and the first line of the tail."""
    total = sum(view.width for view in views if view.prose)
    below = 0.0
    tail = len(views)
    for i in range(len(views) - 1, first, -1):
        view = views[i]
        if view.prose:
            below += view.width
        if below > TAIL_PROSE * total:
            break
        if _starts_tail(view):
            tail = i
    last = max(i for i in range(first, tail) if views[i].prose)
    # Furniture right above the tail belongs to it: tags, author box, counts, share buttons.
    while tail - 1 > last and views[tail - 1].role:
        tail -= 1
    return last, tail


def _starts_tail(view: View) -> bool:
    if view.neighbour or view.sign is None or view.sign.role not in _TAIL_ROLES:
        return False
    if "©" in view.text and not _DIGITS.intersection(view.text):
        return False  # the credit of a photo stands in the body; a notice of the site has a year
    if view.sign.role == "related" and not _is_heading(view.words):
        return False
    # "2 comments" heads them; a bare number is a count.
    return view.sign.sure or (view.sign.role == "comment_count" and not view.text.isdigit())


def _is_heading(words: str) -> bool:
    """Tell whether a line about other pages heads them.

    "Read more" is a button, "Read also: Leeks in winter" a link between paragraphs. On WCXB 485 of
    25,600 lines of content that were lost are kept by that, and 645 others more.
    """
    known = phrases()
    return words in known.whole and words not in known.more


def _read_head(views: list[View], first: int, found: Regions) -> None:
    found.title = _title(views, first)
    menu = False
    for i in range(first):
        if i == found.title:
            continue
        view = views[i]
        role = view.role
        if found.title is None or i < found.title:
            if role is None:
                # The site's name comes first, below "Skip to content" at most.
                role = "header" if not menu else "navigation"
            menu = menu or role != "navigation" or " " not in view.text
        elif role is None:
            role = _role_below_title(views, i, first)
        if role:
            found.roles[i] = role


def _title(views: list[View], first: int) -> int | None:
    """Choose the title among the unnamed lines above the body; of equals, the first.

    The run of lines that leads is the first one below all menus: of the titles of WCXB 592 are right
    by that, 416 if the last one above the sentences is taken for it.
    """
    menu = max((i for i in range(first) if views[i].role in MENUS), default=-1)
    starts = (i for i in range(first) if i == 0 or views[i - 1].group != views[i].group)
    leading = next((views[i].group for i in starts if i > menu), None)

    def score(i: int) -> int:
        view = views[i]
        is_phrase = len(view.text.split()) > 2 or view.width > WIDEST_NAME
        is_above_details = views[i + 1].role in _DETAILS
        # A menu below it makes it the name of the site.
        return 2 * is_phrase + (view.group == leading) + is_above_details - 2 * (menu > i)

    unnamed = [
        i
        for i in range(first)
        if views[i].role is None
        and len(views[i].text) <= LONGEST_TITLE
        and views[i].text[0] not in ITEMS
    ]
    return max(unnamed, key=score, default=None)


def _role_below_title(views: list[View], i: int, first: int) -> Role | None:
    """Name a line between title and body: tags, or the name of the author, or nothing."""
    text = views[i].text
    if text[-1] in ".!?…:।。！？" or not text[0].isalpha():
        return None
    above = views[i - 1]
    below = views[i + 1] if i + 1 < first else None
    if above.sign and above.sign.role == "comment_count":
        return "tags"
    is_short = len(text) <= LONGEST_AUTHOR and len(text.split()) <= MOST_AUTHOR_WORDS
    if is_short and below and below.sign:
        return "author_box"
    return None


def _read_body(views: list[View], found: Regions) -> None:
    first, last, tail = found.first, found.last, found.tail
    contents = False
    group_ends = {view.group: i for i, view in enumerate(views[:tail])}
    posts = sum(view.role == "date_line" for view in views[:tail]) > 1
    for i in range(first, tail):
        view = views[i]
        role = view.role
        contents = view.text[0] in _DIGITS and _in_contents(views, i, contents=contents)
        if role is None and contents:
            role = "navigation"
        if role is None and posts and _is_poster(views, i, tail):
            role = "author_box"
        if role is None and i > last and view.group != views[last].group:
            role = _role_below_body(views, i, tail, group_ends[view.group])
        if role:
            found.roles[i] = role


def _in_contents(views: list[View], i: int, *, contents: bool) -> bool:
    """Tell whether a numbered line is in a table of contents, given whether the line above is."""
    view, above = views[i], views[i - 1]
    if view.prose or view.group != above.group:
        return False
    return contents or above.role == "navigation"


def _is_poster(views: list[View], i: int, tail: int) -> bool:
    """Tell whether a line is the name of who posted what follows: short, beside a date."""
    view = views[i]
    if view.prose or view.width > WIDEST_NAME or len(view.text.split()) > MOST_POSTER_WORDS:
        return False
    beside = [views[j] for j in (i - 1, i + 1) if 0 <= j < tail]
    return any(other.role == "date_line" and other.group == view.group for other in beside)


def _role_below_body(views: list[View], i: int, tail: int, group_end: int) -> Role | None:
    """Name an unnamed line in a group of its own between the last prose and the tail."""
    view, above = views[i], views[i - 1]
    if tags_in(view.text, ""):
        return "tags"
    # A list or a heading has nothing named around it; tags lead on to the tail.
    rows = "\t" in view.text or "|" in view.text
    if (
        not rows
        and group_end - i < MOST_TAG_LINES
        and group_end == tail - 1
        and tail < len(views)
        and view.width <= WIDEST_TAG_LINE
        and (above.prose or above.role or above.group == view.group)
    ):
        return "tags" if view.text[-1] not in ".!?…:" else None
    return None


def _read_tail(views: list[View], found: Regions) -> None:
    section: Role = "boilerplate"
    for i in range(found.tail, len(views)):
        role = views[i].role
        if role is None:
            role = section
        elif role in _SECTIONS:
            section = _SECTIONS[role]
        found.roles[i] = role
