"""Who the blocks of a page say wrote it, where its head does not.

Only what stands near the title counts, and only where it is marked as a byline, is named after
authors, or is a link to an author's page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from mojifix.boilerplate.labels.bylines import (
    author_of,
    author_within,
    is_label,
    leading_name,
    opening_author,
)
from mojifix.boilerplate.labels.roles import role_of
from mojifix.boilerplate.pages.roles import Roles
from mojifix.layout.head.addresses import host_of
from mojifix.layout.head.person_names import PARTICLES, is_full_name, listed_names, without_site
from mojifix.layout.page import Page
from mojifix.records import Meta

# A menu or a form to log in names no author.
_MENUS: Final = frozenset(("navigation", "login", "search", "breadcrumb"))
_LONGEST_NAME: Final = 50  # code points
_MOST_WORDS: Final = 5  # of a name
# Parts of the names of elements that hold the name of an author.
_AUTHOR_PARTS: Final = frozenset((
    "author", "authors", "autor", "auteur", "byline", "username", "bigusername", "creator", "poster",
    "contributor", "writer", "verfasser",
))  # fmt: skip
# Lines with the author, the date and the categories of a post, and the footers that hold them.
BYLINE_PARTS: Final = re.compile(
    r"(?:^|[\s_-])"
    r"(?:meta|postmeta|byline|(?:post|entry|article|asset)[_-]?(?:meta|info|footer))"
    r"(?:[\s_-]|$)",
    re.IGNORECASE,
)
# Addresses of authors' pages.
_OF_AUTHOR: Final = re.compile(
    r"/(?:authors?|autore?[ns]?|autor[ae]s|auteure?s?|autori|autoren|contributors?|writers?|byline"
    r"|columnists?|reporters?|journalists?|redakteure?|redaktion|forfatter|skribent(?:er)?)[/=?]",
    re.IGNORECASE,
)
_NOT_NAME: Final = re.compile(r"[!?:：;@/|]|\.\.|…|\d.*\s|\s.*\d")
_LETTERS: Final = re.compile(r"[^\W\d_]+")


def of_site(name: str, meta: Meta) -> bool:
    """Tell whether a name is that of the site, which many give in place of an author's.

    >>> of_site("Home Adviser", Meta(site="HomeAdviser")), of_site("Ann Lee", Meta(site="Adviser"))
    (True, False)
    >>> of_site("Home Adviser", Meta(url="https://www.homeadviser.example/news/1"))
    True
    """
    return name_holds(meta.site or "", name) or name_holds(host_of(meta.url), name)


def name_holds(text: str, name: str) -> bool:
    """Tell whether a text holds a name, whatever the case, the spaces and the signs.

    >>> name_holds("www.ann-lee.example", "Ann Lee"), name_holds("Ann", "Ann Lee")
    (True, False)
    """
    return _bare(name) in _bare(text)


def _bare(text: str) -> str:
    return "".join(_LETTERS.findall(text.casefold()))


def named_authors(
    page: Page, near: Iterable[int], roles: Roles, parts: Mapping[str, Collection[str]]
) -> Iterator[tuple[str, ...]]:
    """Yield the names in each block that says who wrote the page."""
    is_announced = False
    for n in near:
        if roles.of_element(n) in _MENUS or "comment" in _own(page, n, parts):
            continue
        text = page.texts[n]
        name: str | None = None
        announces = is_label(text)
        if is_announced:
            name = text
        elif not announces:
            name = _named_author(page, n, roles, parts)
            if name and "\t" in text and not is_full_name(name.split()):
                name = None  # the head of a table: "Author", "Message"
        if name and not is_label(name):
            name = _without_office(without_site(name, page.meta.site))
            names = tuple(listed_names(name))
            if all(map(_is_name, names)):
                yield names
        is_announced = announces


def _without_office(name: str) -> str:
    """Return names without the office behind a comma that says they write.

    What else stands there may be part of it: of WCXB's pages one has "Ann Lee, Dietitian".

    >>> _without_office("Ann Lee and Jo Ray, Staff Writers"), _without_office("Ann Lee, Dietitian")
    ('Ann Lee and Jo Ray', 'Ann Lee, Dietitian')
    """
    first, _, office = name.partition(",")
    words = office.casefold().split()
    if not words or words[-1].removesuffix("s") not in _AUTHOR_PARTS:
        return name
    are_names = all(is_full_name(own.split()) for own in listed_names(first))
    return first if are_names else name


def _own(page: Page, block: int, parts: Mapping[str, Collection[str]]) -> Collection[str]:
    return parts[page.names[page.homes[block]]]


def _named_author(
    page: Page, block: int, roles: Roles, parts: Mapping[str, Collection[str]]
) -> str | None:
    """Return the name in a block that is a byline, or that is named after authors."""
    text = page.texts[block]
    if (
        (href := page.hrefs[block])
        and _OF_AUTHOR.search(href)
        and page.linked[block] >= page.sizes[block]
    ):
        return text
    sign = roles.sign(block)
    is_byline = sign is not None and sign.role in ("author_box", "date_line")
    is_byline = is_byline or BYLINE_PARTS.search(page.names[page.homes[block]]) is not None
    own, inner = _own(page, block, parts), parts[page.inner_names[block]]
    is_named = not (_AUTHOR_PARTS.isdisjoint(own) and _AUTHOR_PARTS.isdisjoint(inner))
    if len(text) > 2 * _LONGEST_NAME:
        # What stands behind the name, as a list of tags, may be long.
        return opening_author(text[: 2 * _LONGEST_NAME]) if is_byline or is_named else None
    if not is_byline and not is_named:
        return opening_author(text)
    name = author_of(text) or opening_author(text) or author_within(text)
    return name or (leading_name(text) if is_named else None)


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        0 < len(text) <= _LONGEST_NAME
        and len(words) <= _MOST_WORDS
        and _NOT_NAME.search(text) is None
        and text[0].isalpha()
        and not (text[0].isupper() and words[-1].islower())  # "Insights from"
        and not any(is_label(word) and word not in PARTICLES for word in words[1:])
        and _LETTERS.findall(text.casefold())[-1] not in _AUTHOR_PARTS  # "L'auteur"
        and role_of(text) is None
    )
