"""Which block of a page is its title."""

from __future__ import annotations

from typing import Final

from mojifix.boilerplate.pages.text import word_count
from mojifix.layout.metadata import TITLE_CUT
from mojifix.layout.page import Page

_TITLES: Final = frozenset(("h1", "h2", "h3"))
# Of the words of the title in the head, those that a heading must hold to be it: on WCXB 0.839 of the
# titles are right with this, 0.829 without.
_TITLE_SHARE: Final = 0.4
# … and how many a block that is no heading must have: tiles and labels say what one or two of it do.
_TITLE_WORDS: Final = 3


def title_block(page: Page) -> int | None:
    """Return the block that is the page's title: the heading that the head names, or the first h1.

    Of several that it names it is the longest: the others name the site. Where there is neither, it is
    the first block that says what the head does, with or without the name of the site.

    >>> from mojifix.layout.html import parse
    >>> title_block(parse("<title>Leek soup | Kitchen</title><h1>Kitchen</h1><h2>Leek soup</h2>"))
    1
    """
    title = (page.meta.title or "").casefold()
    least = _TITLE_SHARE * word_count(title)
    named, first = [], None
    for n, (text, home) in enumerate(zip(page.texts, page.homes, strict=True)):
        tag = page.tags[home]
        if tag == "h1" and first is None:
            first = n
        if tag in _TITLES and text.casefold() in title and word_count(text) >= least:
            named.append(n)
    if named or first is not None:
        return max(named, key=lambda n: len(page.texts[n]), default=first)
    parts = (title, *TITLE_CUT.split(title))
    said = {part for part in parts if word_count(part) >= max(least, _TITLE_WORDS)}
    texts = zip(page.texts, page.linked, strict=True)
    return next(
        (n for n, (text, own) in enumerate(texts) if not own and text.casefold() in said), None
    )
