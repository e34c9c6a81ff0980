"""Which block of a page is its title."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from typing import Final

from mojifix.layout.head.metadata import TITLE_CUT, title_words
from mojifix.layout.page import Page

_TITLES: Final = frozenset(("h1", "h2", "h3"))
# Headings in these name the site, a menu, a box beside the content.
_BESIDE: Final = frozenset(("nav", "aside", "footer"))
# Of the words of the title in the head, those that a heading must hold to be it: on WCXB 0.839 of the
# titles are right with this, 0.829 without.
_TITLE_SHARE: Final = 0.4
# … and how many a block that is no heading must have: tiles and labels say what one or two of it do.
_TITLE_WORDS: Final = 3
# A heading so many times as long as another is the title, wherever that stands.
_MUCH_LONGER: Final = 4


def title_block(page: Page) -> int | None:
    """Return the block that is the page's title: the heading that the head names, or the first h1.

    Of several that it names it is the longest; where they are whole parts of what the head says, it
    is the last: the name of the site stands above. Where there is neither, it is the first heading
    that holds what the head says, or the first block that says it, with or without the name of the
    site. Of WCXB's titles 0.749 are that of the block, 0.743 when headings in menus are not left out
    and the longest is taken for each.

    >>> from mojifix.layout.html.parsing import parse
    >>> title_block(parse("<title>Leek soup | Kitchen</title><h1>Kitchen</h1><h2>Leek soup</h2>"))
    1
    """
    stated = page.meta.title or ""
    said = _said(stated)
    headings = list(_headings(page))
    if (named := _named(headings, said, stated)) is not None:
        return named
    top = next((n for n, _, tag in headings if tag == "h1"), None)
    if top is not None:
        return top
    if len(said.split()) >= _TITLE_WORDS:
        for n, own, _ in headings:
            if _holds(own, said):
                return n
    shortest = max(_TITLE_WORDS, _TITLE_SHARE * len(said.split()))
    whole = {part for part in _parts(stated) if len(part.split()) >= shortest}
    texts = compress(enumerate(page.texts), [not linked for linked in page.linked])
    plain = next((n for n, text in texts if _said(text) in whole), None) if whole else None
    if plain is not None:
        return plain
    return next((n for n, home in enumerate(page.homes) if page.tags[home] == "h1"), None)


def _headings(page: Page) -> Iterator[tuple[int, str, str]]:
    """Yield the headings that may be the title, with their words and tags."""
    for n, home in enumerate(page.homes):
        tag = page.tags[home]
        if tag in _TITLES and not _is_beside(page, home) and (own := _said(page.texts[n])):
            yield n, own, tag


def _is_beside(page: Page, home: int) -> bool:
    return any(page.tags[element] in _BESIDE for element in page.around(home))


def _named(headings: list[tuple[int, str, str]], said: str, stated: str) -> int | None:
    """Return the heading that the head names."""
    parts = _parts(stated)
    if len(parts) > 1:
        first: dict[str, int] = {}
        for n, own, _ in headings:
            if own in parts:
                first.setdefault(own, n)
        if len(first) > 1:
            longest = max(map(len, first))
            return max(n for own, n in first.items() if _MUCH_LONGER * len(own) > longest)
    least = _TITLE_SHARE * len(said.split())
    named = [(n, own) for n, own, _ in headings if _holds(said, own) and len(own.split()) >= least]
    return max(named, key=lambda heading: len(heading[1]))[0] if named else None


def _parts(stated: str) -> list[str]:
    """Return what the head says as a whole and in the parts that the site's name is one of."""
    return list(dict.fromkeys(filter(None, map(_said, (stated, *TITLE_CUT.split(stated))))))


def _holds(said: str, words: str) -> bool:
    return f" {words} " in f" {said} "


def _said(text: str) -> str:
    """Return the words of a text, a space between."""
    return " ".join(title_words(text))
