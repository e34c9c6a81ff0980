"""What the blocks of a page say about it where its head is silent: title, authors, date.

Only what stands near the title counts, and only where it is marked as a byline or a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from mojifix.boilerplate.bylines import author_of, author_within
from mojifix.boilerplate.dates import iso_date
from mojifix.boilerplate.neighbours import neighbour_of
from mojifix.boilerplate.page_roles import Roles
from mojifix.layout.page import Page
from mojifix.records import Link, Meta

# Blocks before and after the title in which a byline or a date is taken for the page's own.
REACH_BEFORE: Final = 8
REACH_AFTER: Final = 30
_LONGEST_NAME: Final = 50  # code points
_MOST_WORDS: Final = 5  # of a name
_AUTHOR_PARTS: Final = re.compile(
    r"(?:^|[\s_-])(?:author|byline|username|user-name|creator|poster|contributor)"
    r"(?:$|[\s_-](?:name|link|url|info|vcard)?)",
    re.IGNORECASE,
)
_DATE_PARTS: Final = re.compile(
    r"(?:^|[\s_-])(?:date|datepublished|published|pubdate|time|timestamp)"
)
_ISO: Final = re.compile(r"(?:19|20)\d\d-[01]\d-[0-3]\d")
_NOT_NAME: Final = re.compile(r"[!?:;@/|\d]|\.\.|…")
_WORD: Final = re.compile(r"\w+")


def completed(page: Page, title: int | None, roles: Roles) -> Meta:
    """Return what a page says about itself, in its head and in its blocks.

    Args:
        page: the page.
        title: which block is its title, None when none is.
        roles: of its blocks.
    """
    meta = page.meta
    near = range(len(page.texts))
    if title is not None:
        near = range(max(0, title - REACH_BEFORE), min(len(page.texts), title + REACH_AFTER))
    return replace(
        meta,
        title=_title(page, title),
        authors=meta.authors or tuple(filter(None, [next(_authors(page, near, roles), None)])),
        date=meta.date or next(_dates(page, near, roles), None),
        previous=_unlabeled(meta.previous),
        next=_unlabeled(meta.next),
    )


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
    stated_words, shown_words = set(_words(stated)), set(_words(shown))
    common = len(stated_words & shown_words)
    return shown if 2 * common >= min(len(stated_words), len(shown_words)) else stated


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _authors(page: Page, near: range, roles: Roles) -> Iterator[str]:
    for n in near:
        text = page.texts[n]
        if len(text) > 2 * _LONGEST_NAME:
            continue
        sign = roles.sign(n)
        if sign is not None and sign.role == "author_box":
            name = author_of(text) or author_within(text)
            if name and _is_name(name):
                yield name
                continue
        names = f"{page.names[page.homes[n]]} {page.inner_names[n]}"
        if _AUTHOR_PARTS.search(names):
            name = author_of(text) or author_within(text) or text.split("\n")[0]
            if _is_name(name):
                yield name


def _is_name(text: str) -> bool:
    return (
        0 < len(text) <= _LONGEST_NAME
        and len(text.split()) <= _MOST_WORDS
        and _NOT_NAME.search(text) is None
        and text[0].isalpha()
    )


def _dates(page: Page, near: range, roles: Roles) -> Iterator[str]:
    for n in near:
        if roles.of_element(n) == "footer":
            continue
        if (stated := page.times[n]) and (found := _ISO.search(stated)):
            yield found.group()
        sign = roles.sign(n)
        names = f"{page.names[page.homes[n]]} {page.inner_names[n]}"
        marked = sign is not None and sign.role in ("date_line", "author_box")
        if (marked or _DATE_PARTS.search(names)) and (date := iso_date(page.texts[n])):
            yield date
