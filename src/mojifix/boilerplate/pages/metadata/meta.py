"""What the blocks of a page say about it where its head is silent: title, authors, date.

Only what stands near the title counts, and only where it is marked as a byline or a date.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import chain, islice
from typing import Final

from mojifix.boilerplate.labels.bylines import (
    PARTS,
    author_of,
    author_within,
    opening_author,
    without_label,
)
from mojifix.boilerplate.labels.dates import LONGEST, iso_date, may_hold_date
from mojifix.boilerplate.labels.neighbours import neighbour_of
from mojifix.boilerplate.labels.roles import role_of
from mojifix.boilerplate.pages.columns.features import Features
from mojifix.boilerplate.pages.columns.page_kinds import KindWeights, page_traits
from mojifix.boilerplate.pages.metadata.authors import (
    BYLINE_PARTS,
    name_holds,
    named_authors,
    of_site,
)
from mojifix.boilerplate.pages.metadata.subject_dates import is_of_subject
from mojifix.boilerplate.pages.roles import Roles
from mojifix.boilerplate.pages.selecting.cards import listings
from mojifix.layout.head.metadata import title_words, year_first_date
from mojifix.layout.page import Page
from mojifix.records import Link, Meta

# Blocks before and after the title in which a byline or a date is taken for the page's own. Of 632
# dates on WCXB's pages 0.852 are right with these, 0.839 where they reach as far as bylines; one is
# given for 0.204 and 0.165 of the pages that have none.
REACH_BEFORE: Final = 8
AUTHOR_REACH: Final = 30
MOST_BYLINES: Final = 20  # looked at below that
DATE_REACH: Final = 100
BY_TITLE: Final = 3  # a block so soon after the title is in no footer, whatever it is named after
# Of another page's title in a listing, in code points: a link to a date or to somebody is shorter, and
# stands in lists of what is said of the page itself. Of WCXB's dates that heads do not give two more
# are right with 12 to 25 than with none, and one author.
SHORTEST_TITLE: Final = 20
# Names and dates on a page about one of these are those of its reviews.
_PRODUCTS: Final = frozenset(("product", "og:product"))
_DATE_PARTS: Final = re.compile(
    r"(?:^|[\s_-])(?:date|datepublished|published|pubdate|time|timestamp)", re.IGNORECASE
)
_OF_ARTICLE: Final = re.compile(
    r"(?:post|entry|article)[_-]?foot|(?:^|\s)(?:post-|entry-)?meta(?:\s|$)", re.IGNORECASE
)
_NUMERIC: Final = re.compile(r"\d\s?[-/.]\s?\d")
_IN_ADDRESS: Final = re.compile(r"/((?:19|20)\d\d[/-]\d\d?[/-]\d\d?)(?:[/-]|$)")


def completed(
    page: Page, title: int | None, roles: Roles, features: Features, kinds: KindWeights
) -> Meta:
    """Return what a page says about itself, in its head and in its blocks."""
    meta, parts = page.meta, features.places.parts
    near = _Near(page, title, roles, features, kinds)
    shown = named_authors(page, near.within(AUTHOR_REACH), roles, parts)
    footers_from = title + BY_TITLE if title is not None else 0
    dates = _dates(page, near.within(DATE_REACH), roles, footers_from)
    return replace(
        meta,
        title=_title(page, title),
        authors=_authors(meta, shown) or _signed(page, title, roles, parts),
        date=meta.date or _in_words(page) or next(dates, None) or _of_address(meta.url or ""),
        previous=_unlabeled(meta.previous),
        next=_unlabeled(meta.next),
    )


class _Near:
    """The blocks near the title of a page that somebody wrote; of all of it where there is no title."""

    def __init__(
        self, page: Page, title: int | None, roles: Roles, features: Features, kinds: KindWeights
    ) -> None:
        self._page, self._title, self._roles = page, title, roles
        self._features, self._kinds = features, kinds

    def within(self, reach: int) -> Iterator[int]:
        """Yield the blocks that are near, so many of them behind the title.

        What other pages are listed with is theirs. The comments on an article are left out, and the
        form for them on any page. The posts of a thread may stand in elements that are named after
        comments, too, and so may what stands by the title.
        """
        roles, title = self._roles, self._title
        if not self._is_written:
            return
        first, last, close = 0, len(self._page.texts), range(0)
        if title is not None:
            first, last = max(0, title - REACH_BEFORE), min(last, title + reach)
            close = range(first, title + REACH_BEFORE)
        for n in range(first, last):
            if self._listed[n]:
                continue
            if roles.of_article:
                if n in close or not roles.in_comment(n):
                    yield n
            elif roles.role(n) != "comment_form":
                yield n

    @cached_property
    def _is_written(self) -> bool:
        """Tell whether a page may be one that somebody wrote on a day; without a title few are.

        Of WCXB's 564 pages without a date 122 got one without this and ``_listed``, now 92, and of 597
        without an author 72 and 57; of 633 dates none is lost, of 600 authors one. Of 379 front pages,
        forums' indexes and shops 111 said who wrote them or when, now 66.
        """
        page, is_article = self._page, self._roles.of_article
        if is_article or self._title is None or not _PRODUCTS.isdisjoint(page.head.types):
            return is_article
        return self._kinds.may_be_written(page_traits(page, self._features))

    @cached_property
    def _listed(self) -> list[bool]:
        """Tell of each block whether it stands in a listing of pages that does not hold the title."""
        page, title = self._page, self._title
        titled = set(page.around(page.homes[title])) if title is not None else set()
        found = listings(page, self._features.places, SHORTEST_TITLE)
        return page.inside({*chain.from_iterable(filter(titled.isdisjoint, found))})


def _authors(meta: Meta, shown: Iterator[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the authors: those of the head, or those shown where it names none or only the site."""
    stated = tuple(filter(None, map(without_label, meta.authors)))
    if not stated:
        return next(shown, ())
    if not all(of_site(name, meta) for name in stated):
        return stated
    # A name of one word may be a label or a section as well.
    persons = (names for names in shown if all(" " in name for name in names))
    return next((names for names in persons if not _are_same(names, meta, stated)), stated)


def _signed(
    page: Page, title: int | None, roles: Roles, parts: Mapping[str, Collection[str]]
) -> tuple[str, ...]:
    """Return the authors in the only byline far below the title of an article."""
    if title is None or not roles.of_article:
        return ()
    below = range(title + AUTHOR_REACH, len(page.texts))
    bylines = [n for n in below if author_of(page.texts[n]) and not roles.in_comment(n)]
    found = set(islice(named_authors(page, bylines, roles, parts), MOST_BYLINES))
    return found.pop() if len(found) == 1 else ()


def _are_same(names: tuple[str, ...], meta: Meta, stated: tuple[str, ...]) -> bool:
    known = [*stated, *filter(None, [meta.site])]
    return any(name_holds(name, other) for name in names for other in known)


def _unlabeled(link: Link | None) -> Link | None:
    """Return a link without the words that only say where it leads."""
    found = neighbour_of(link.text) if link is not None and link.text else None
    return replace(link, text=found.title) if link and found and found.title else link


def _title(page: Page, block: int | None) -> str | None:
    """Return the title: that of the head, or the block's where both are about the same."""
    stated = page.meta.title
    if block is None:
        return stated
    shown = " ".join(page.texts[block].split())
    if not stated:
        return shown
    if shown.casefold() in stated.casefold():
        return shown
    stated_words, shown_words = set(title_words(stated)), set(title_words(shown))
    common = len(stated_words & shown_words)
    return shown if 2 * common >= min(len(stated_words), len(shown_words)) else stated


def _dates(page: Page, near: Iterable[int], roles: Roles, footers_from: int) -> Iterator[str]:
    for n in near:
        if n >= footers_from and roles.of_element(n) == "footer" and not _in_article(page, n):
            continue
        text, stated = page.texts[n], page.times[n]
        holds_date = may_hold_date(text)
        if not (stated or holds_date) or is_of_subject(page, n):
            continue
        if stated and (date := year_first_date(stated)):
            yield date
        if holds_date and _is_dated(page, n, roles) and (date := _first_date(text)):
            yield date


def _in_words(page: Page) -> str | None:
    """Return the date that a page's meta elements give with the name of a month.

    Numbers alone may stand for the day or the month. Linked data is left out: of five of WCXB's pages
    that have a date of this form there, four show another one, which is right.
    """
    named = (text for text in page.head.dates if not _NUMERIC.search(text))
    return next(filter(None, map(iso_date, named)), None)


def _of_address(url: str) -> str | None:
    """Return the date in the address of a page.

    >>> _of_address("https://a.example/2011/8/24/leeks"), _of_address("https://a.example/2011/8/leeks")
    ('2011-08-24', None)
    """
    match = _IN_ADDRESS.search(url)
    return year_first_date(match[1]) if match else None


def _is_dated(page: Page, block: int, roles: Roles) -> bool:
    """Tell whether a block says when its page was published, not when its author joined."""
    sign = roles.sign(block)
    if sign is not None and sign.role == "date_line":
        return True
    if sign is not None and sign.role == "author_box" and author_within(page.texts[block]):
        return True
    names = f"{page.names[page.homes[block]]} {page.inner_names[block]}"
    if _DATE_PARTS.search(names) or BYLINE_PARTS.search(names):
        return True
    text = page.texts[block]
    if opening_author(text) is not None:
        return True
    parts = PARTS.split(text) if len(text) <= LONGEST else []
    signs = [role_of(part) for part in parts if part] if parts[1:] else []
    return any(sign is not None and sign.role == "date_line" for sign in signs)


def _first_date(text: str) -> str | None:
    """Return the date of the first line, or the part of one, that has one."""
    return next((date for part in PARTS.split(text) if (date := iso_date(part))), None)


def _in_article(page: Page, block: int) -> bool:
    """Tell whether a footer is that of an article, which may say when it was published."""
    return any(
        page.tags[element] == "article" or _OF_ARTICLE.search(page.names[element])
        for element in page.around(page.homes[block])
        if element  # the body is named after what kind of page it is
    )
