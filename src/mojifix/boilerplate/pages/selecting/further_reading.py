"""Links after the content that lead on to other pages of the site.

>>> from mojifix.boilerplate.pages.columns.features import features_of
>>> from mojifix.boilerplate.pages.roles import Roles
>>> from mojifix.layout.html.parsing import parse
>>> said = "<p>We stewed the leeks for an hour, and then ate them with bread and salt.</p>"
>>> more = "<h3>More soups</h3><ul><li><a href=/1>Onion soup</a><li><a href=/2>Barley soup</a></ul>"
>>> page = parse(said * 10 + more)
>>> features = features_of(page)
>>> further_reading(page, features, [True] * 13, Roles(page, features))
[10, 11, 12]
"""

from __future__ import annotations

from collections import Counter
from itertools import islice, pairwise
from typing import Final

from mojifix.boilerplate.labels.dates import iso_date
from mojifix.boilerplate.pages.columns.features import Features
from mojifix.boilerplate.pages.columns.headings import HEADING_LEVELS
from mojifix.boilerplate.pages.metadata.title import title_block
from mojifix.boilerplate.pages.roles import ARTICLES, NEWS, Roles
from mojifix.layout.head.addresses import host_of, is_file, site_of
from mojifix.layout.page import Page

# Looked for after so many words, where it is no more than a part of them: lists are what some pages are
# about, fewer of those that say they are articles. Of WCXB's pages 22 are better without and 16 worse,
# F1 0.8839 to 0.8841; with half of the words for the largest part of any page, or with all of those of
# an article, it is 0.0001 less.
LEAST_SAID: Final = 100
LARGEST_PART: Final = 0.25
LARGEST_OF_ARTICLE: Final = 0.5
# Of one article it may be as much as it likes where it stands apart from the text: lists of news are
# longer than the news. Linked data tells an article (238 of WCXB's 248 pages with such a type are
# some), or a date so many blocks below the title; `og:type` does not (86 of 508 are none). Of WCXB's
# pages, cross-validated, one was better (F1 0.26 to 0.97), of 116 other ones five, when what holds the
# text alone was asked. But handbooks, directories and reviews of a year list their pages beside the
# text under one title: of 24 such pages ten lost their list, two do when the title is asked, too. Where
# all links after the content of WCXB's pages are kept, 15,792 of 18,563 words still go, and 189 instead
# of 290 words of the content. The price is three of the five pages: 0.917 to 0.911 over the 116.
# What says it is news is a text, not a list: there what holds the text alone is asked. That changes no
# page of WCXB (cross-validated), and seven of 117 other ones that are not in Latin letters, F1 0.37 to
# 0.83; five are of one paper.
DATE_REACH: Final = 8
FEWEST_LINKS: Final = 2


def further_reading(page: Page, features: Features, keep: list[bool], roles: Roles) -> list[int]:
    """Return the kept blocks after the content that lead to other pages of the site."""
    words, sentence = features.words, features.columns["sentence"]
    kept = [n for n, is_kept in enumerate(keep) if is_kept]
    links = set(filter(page.is_link, kept))
    if len(links) < FEWEST_LINKS:
        return []
    own = [n for n in kept if n not in links]
    last = max((n for n in own if sentence[n]), default=-1)
    ending = [n for n in kept if n > last]
    led = [n for n in ending if n in links]
    said = sum([words[n] for n in own if n <= last])
    if said < LEAST_SAID:
        return []
    largest = LARGEST_OF_ARTICLE if roles.of_article else LARGEST_PART
    if sum([words[n] for n in led]) > largest * said:
        title = title_block(page)
        led = _apart(page, features, title, led) if _is_one_article(page, title) else []
    site = _site(page, keep) if led else ""
    inward = [n for n in led if _is_inward(page.hrefs[n], site)]
    if len(led) < FEWEST_LINKS or 2 * len(inward) <= len(led):
        return []
    going = set(led)
    titling = [
        n
        for n, after in pairwise(ending)
        if after in going and page.tags[page.homes[n]] in HEADING_LEVELS
    ]
    return sorted({*led, *titling})


def _is_one_article(page: Page, title: int | None) -> bool:
    """Tell whether linked data calls a page an article, or a date stands right below its title."""
    if not page.head.types.isdisjoint(ARTICLES):
        return True
    if title is None:
        return False
    return any(map(iso_date, islice(page.texts, title + 1, title + 1 + DATE_REACH)))


def _apart(page: Page, features: Features, title: int | None, blocks: list[int]) -> list[int]:
    """Return the blocks outside the element that holds most of the page's sentences.

    Unless the page says it is news, that element holds the title, too.
    """
    holder = _heart(page, features)
    if title is not None and page.head.types.isdisjoint(NEWS):
        titled = set(page.around(page.homes[title]))
        holder = next(element for element in page.around(holder) if element in titled)
    inside = page.inside({holder})
    return [n for n in blocks if not inside[n]]


def _heart(page: Page, features: Features) -> int:
    """Return the innermost element that holds most of the sentences that are no links.

    Headlines of other news end as sentences do: 117 pages that are not in Latin letters have F1 0.897
    without them and 0.893 with them; no page of WCXB changes.
    """
    sentence, words = features.columns["sentence"], features.words
    own = [words[n] * is_one * (not page.is_link(n)) for n, is_one in enumerate(sentence)]
    return features.places.heart(page.added_up(own))


def _site(page: Page, keep: list[bool]) -> str:
    """Return the site that a page says it is of, or that what is not kept of it leads to most."""
    if host := host_of(page.meta.url):
        return site_of(host)
    around = (href for href, is_kept in zip(page.hrefs, keep, strict=True) if href and not is_kept)
    sites = Counter(map(site_of, filter(None, map(host_of, around))))
    return sites.most_common(1)[0][0] if sites else ""


def _is_inward(target: str | None, site: str) -> bool:
    """Tell whether a link leads to another page of the site."""
    if not target or target.startswith("#") or is_file(target):
        return False
    host = host_of(target)
    return not host or site_of(host) == site
