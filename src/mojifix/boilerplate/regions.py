"""Head, body and tail of a page in lines, and the role of each line that is no content."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from mojifix.boilerplate.evidence import View
from mojifix.records import Role

# Roles whose lines, when sure, begin the tail of a page.
_TAIL_ROLES: Final = frozenset({"comment_form", "related", "footer", "legal"})
# Roles that go on over the unnamed lines below them.
_SECTIONS: Final = frozenset({"comment_form", "related", "footer", "legal", "newsletter"})
# The tail may hold this share of the prose: comments, teasers. Where more follows, the line that
# looked like the start of the tail stands in the body.
TAIL_PROSE: Final = 0.35
# Longest line that is a title, in code points.
LONGEST_TITLE: Final = 250

# Longest line that is rather a name than a title, in the width of an alphabet's letters.
LONGEST_NAME: Final = 24
# Roles that stand above a title, and those that stand below it.
_MENUS: Final = frozenset({None, "navigation", "login", "search", "newsletter", "breadcrumb"})
_DETAILS: Final = frozenset({"author_box", "date_line", "comment_count", "share"})


@dataclass
class Regions:
    """What each line of a page is.

    Attributes:
        title: number of the line that is the title, None when there is none.
        roles: role of each line that is no content, by its number.
    """

    title: int | None = None
    roles: dict[int, Role] = field(default_factory=dict)


def regions_of(views: list[View]) -> Regions:
    """Find the body of a page and name everything around it."""
    first = next((i for i, view in enumerate(views) if view.prose), None)
    found = Regions()
    if first is None:
        for i, view in enumerate(views):
            if role := view.role:
                found.roles[i] = role
        return found
    tail = _tail_start(views, first)
    _read_head(views, first, found)
    _read_body(views, first, tail, found)
    _read_tail(views, tail, found)
    return found


def _tail_start(views: list[View], first: int) -> int:
    """Find the first line of the tail."""
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
    last_prose = max(i for i in range(first, tail) if views[i].prose)
    # Furniture right above the tail belongs to it: tags, author box, counts, share buttons.
    while tail - 1 > last_prose and views[tail - 1].role:
        tail -= 1
    return tail


def _starts_tail(view: View) -> bool:
    if view.neighbour:
        return view.neighbour.glued or " " in view.text
    return view.sign is not None and view.sign.sure and view.sign.role in _TAIL_ROLES


def _read_head(views: list[View], first: int, found: Regions) -> None:
    found.title = _title(views, first)
    name_taken = False
    for i in range(first):
        if i == found.title:
            continue
        view = views[i]
        role = view.role
        if found.title is None or i < found.title:
            if role is None:
                role = "navigation" if name_taken or i > 0 else "header"
                name_taken = True
            if role == "comment_count":
                role = "navigation"
        elif role is None:
            role = _role_below_title(views, i, first)
        if role:
            found.roles[i] = role


def _title(views: list[View], first: int) -> int | None:
    """Choose the title among the unnamed lines above the body; of equals, the first."""
    unnamed = [
        i for i in range(first) if views[i].role is None and len(views[i].text) <= LONGEST_TITLE
    ]
    return max(unnamed, key=lambda i: (_title_score(views, i, first), -i), default=None)


def _title_score(views: list[View], i: int, first: int) -> int:
    view = views[i]
    group = [j for j in range(first) if views[j].group == view.group]
    above = [views[j].role for j in group if j < i]
    below = [views[j].role for j in group if j > i]
    opens = not any(role not in _MENUS for role in above)
    score = 2 if len(view.text.split()) > 2 or view.width > LONGEST_NAME else 0
    score += view.group == views[first - 1].group
    score += opens
    score += bool(below) and below[0] in _DETAILS
    # A menu below it makes it the name of the site; a count or a date above it, a list of tags.
    score -= 2 * any(role in _MENUS and role is not None for role in below)
    score -= 2 * any(role in _DETAILS for role in above)
    return score


def _role_below_title(views: list[View], i: int, first: int) -> Role | None:
    """Name a line between title and body: tags, or the name of the author, or nothing."""
    text = views[i].text
    if text[-1] in ".!?…:।。！？":
        return None
    above = views[i - 1]
    below = views[i + 1] if i + 1 < first else None
    if above.sign and above.sign.role == "comment_count":
        return "tags"
    if len(text.split()) <= 4 and below and below.sign and len(text) <= 40:
        return "author_box"
    return None


def _read_body(views: list[View], first: int, tail: int, found: Regions) -> None:
    for i in range(first, tail):
        role = views[i].role
        if role and _is_furniture(views, i, first, tail):
            found.roles[i] = role


def _is_furniture(views: list[View], i: int, first: int, tail: int) -> bool:
    """Tell whether a named line within the body is furniture; words that content has may stay."""
    return True


def _read_tail(views: list[View], tail: int, found: Regions) -> None:
    section: Role = "boilerplate"
    for i in range(tail, len(views)):
        role = views[i].role
        if role is None:
            role = section
        elif role in _SECTIONS:
            section = role
        found.roles[i] = role
