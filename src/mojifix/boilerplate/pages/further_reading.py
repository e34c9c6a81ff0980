"""Links and teasers after the content that lead on to other pages of the site.

>>> from mojifix.boilerplate.pages.features import features_of
>>> from mojifix.layout.html import parse
>>> said = "<p>We stewed the leeks for an hour, and then ate them with bread and salt.</p>"
>>> more = "<h3>More soups</h3><ul><li><a href=/1>Onion soup</a><li><a href=/2>Barley soup</a></ul>"
>>> page = parse(said * 10 + more)
>>> further_reading(page, features_of(page), [True] * 13, of_article=False)
[10, 11, 12]
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final
from urllib.parse import urlsplit

from mojifix.boilerplate.pages.features import Features
from mojifix.boilerplate.pages.headings import HEADING_LEVELS
from mojifix.layout.page import Page

# Looked for after so many words, where it is no more than a part of them: lists are what some pages are
# about, fewer of those that say they are articles. Of WCXB's pages 22 are better without and 16 worse,
# F1 0.8839 to 0.8841; with half of the words for the largest part of any page, or with all of those of
# an article, it is 0.0001 less.
LEAST_SAID: Final = 100
LARGEST_PART: Final = 0.25
LARGEST_OF_ARTICLE: Final = 0.5
FEWEST_LINKS: Final = 2
# A teaser is one of several alike that have a link for a heading and so many code points on average.
# No page of WCXB changes when half or nine tenths of those alike must have one.
LONGEST_TEASER: Final = 400
_TEASERS: Final = 2 / 3  # of those alike, that have one


def further_reading(
    page: Page, features: Features, keep: list[bool], *, of_article: bool
) -> list[int]:
    """Return the kept blocks after the content that lead to other pages of the site.

    Args:
        page: the page.
        features: of its blocks.
        keep: which of them are kept.
        of_article: whether the page says it is an article.
    """
    words, sentence = features.words, features.columns["sentence"]
    kept = [n for n, is_kept in enumerate(keep) if is_kept]
    links = set(filter(page.is_link, kept))
    if len(links) < FEWEST_LINKS:
        return []
    leading_on = links | _teasers(page, features, links)
    own = [n for n in kept if n not in leading_on]
    last = max((n for n in own if sentence[n]), default=-1)
    ending = [n for n in kept if n > last]
    led = [n for n in ending if n in leading_on]
    said = sum([words[n] for n in own if n <= last])
    largest = LARGEST_OF_ARTICLE if of_article else LARGEST_PART
    if said < LEAST_SAID or sum([words[n] for n in led]) > largest * said:
        return []
    ends = [n for n in led if n in links]
    site = _host(page.meta.url)
    inward = [n for n in ends if _is_inward(page.hrefs[n], site)]
    if len(ends) < FEWEST_LINKS or 2 * len(inward) <= len(ends):
        return []
    titling = [
        n
        for n, after in pairwise(ending)
        if after in leading_on and page.tags[page.homes[n]] in HEADING_LEVELS
    ]
    return sorted({*led, *titling})


def _teasers(page: Page, features: Features, links: set[int]) -> set[int]:
    """Return the blocks of elements alike of which most have a heading that is a link."""
    places = features.places
    headed: set[int] = set()
    for n in links:
        home = page.homes[n]
        if page.tags[home] in HEADING_LEVELS:
            headed.update(page.around(page.parents[home]))
    if not headed:
        return set()
    content = set(page.around(places.heart()))
    teasers: set[int] = set()
    for members in places.members:
        size = sum([places.size[element] for element in members])
        if (
            len(headed.intersection(members)) >= _TEASERS * len(members)
            and size <= LONGEST_TEASER * len(members)
            and content.isdisjoint(members)
        ):
            teasers.update(members)
    inside = page.inside(teasers)
    return {n for n, home in enumerate(page.homes) if inside[home]}


def _is_inward(target: str | None, site: str) -> bool:
    """Tell whether a link leads to another page of the site."""
    if not target or target.startswith("#"):
        return False
    host = _host(target)
    return not host or (bool(site) and (_is_within(host, site) or _is_within(site, host)))


def _is_within(host: str, domain: str) -> bool:
    """Tell whether a host is a domain or belongs to it.

    >>> _is_within("blog.leeks.example", "leeks.example"), _is_within("uleeks.example", "leeks.example")
    (True, False)
    """
    return host.endswith(domain) and host[-len(domain) - 1 : -len(domain)] in ("", ".")


def _host(address: str | None) -> str:
    try:
        return urlsplit(address or "").netloc.lower().removeprefix("www.")
    except ValueError:  # as of "http://[bad", which is no host of any site
        return address or ""
