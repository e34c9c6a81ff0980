"""What the head of a page says about it: JSON-LD, then OpenGraph, then meta elements.

Nothing is guessed: a page that gives no date has none.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from mojifix.layout.linked_data import LinkedData
from mojifix.mojibake import fix
from mojifix.records import Link, Meta

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_ISO_DATE: Final = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)")
_LONGEST_VALUE: Final = 1_000
_MOST_LINKS: Final = 50  # links of one kind that are read
# What is searched for in the whole page, at once.
_TELLING: Final = 'meta, a[rel], link[rel="canonical"], script[type="application/ld+json"]'
_RELATIONS: Final = ("author", "tag", "prev", "next")
_WORD: Final = re.compile(r"\w+")
_SPACE: Final = re.compile(r"[ \t\n\f\r]+")  # of HTML
# What stands between a page's title and its site's name.
TITLE_CUT: Final = re.compile(r"\s+[|·•»«›‹–—-]\s+|\s+::\s+")
# Of the words of a headline, those that the title in the head must have.
_HEADLINE_SHARE: Final = 1 / 3
# Names of a list of authors, and words of a name.
_LEAST_LISTED: Final = 3
_LONGEST_NAME: Final = 4
_BEFORE_SITE: Final = (",", "|", "/", "-", "–", "—", "·")
_DATE_NAMES: Final = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate",
    "publish-date", "publication_date", "sailthru.date", "parsely-pub-date", "citation_date",
    "og:published_time", "article:published",
)  # fmt: skip
_AUTHOR_NAMES: Final = (
    "author",
    "article:author",
    "dc.creator",
    "parsely-author",
    "citation_author",
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says about itself, mostly in its head.

    Attributes:
        meta: for the ``Document``.
        types: schema.org types and ``og:type``, as ``"product"`` and ``"og:article"``.
        stated: longer texts about the content in its linked data.
        content: paragraphs that the linked data gives as the content.
    """

    meta: Meta
    types: frozenset[str]
    stated: tuple[str, ...]
    content: tuple[str, ...]


def read_head(tree: LexborHTMLParser) -> Head:
    """Return what a page says about itself.

    Args:
        tree: the parsed page.
    """
    told: defaultdict[str | None, list[LexborNode]] = defaultdict(list)
    for node in tree.css(_TELLING):
        told[node.tag].append(node)
    named, links = _named(told["meta"]), _links(told["a"])
    data = LinkedData(node.text() or "" for node in told["script"])
    linked = data.content
    site = _first(named.get("og:site_name"), _name(data.followed(linked.get("publisher"))))
    shown = _head_title(tree)
    title = _first(
        _headline(linked, shown), named.get("og:title"), named.get("twitter:title"),
        _cut_title(shown, site),
    )  # fmt: skip
    meta = Meta(
        title=fix(_cut_title(title, site) or "") or None,
        authors=_authors(data, named, links["author"], site),
        date=_date(linked, named),
        site=site,
        url=_first(_canonical(told["link"]), named.get("og:url")),
        language=_language(tree, named),
        description=_first(named.get("og:description"), named.get("description")),
        tags=_tags(linked, named, links["tag"]),
        previous=_neighbor(links["prev"]),
        next=_neighbor(links["next"]),
    )
    kind = named.get("og:type")
    types = data.types | {f"og:{kind.lower()}"} if kind else data.types
    return Head(meta, types, data.stated, data.paragraphs())


def _named(nodes: list[LexborNode]) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in nodes:
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = (attributes.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content[:_LONGEST_VALUE])
    return found


def _links(nodes: list[LexborNode]) -> dict[str, list[LexborNode]]:
    """Return the links of each kind that tells, as ``rel=tag``."""
    found: dict[str, list[LexborNode]] = {rel: [] for rel in _RELATIONS}
    for node in nodes:
        for rel in set(_SPACE.split((node.attributes["rel"] or "").lower())) & found.keys():
            found[rel].append(node)
    return found


def _authors(
    data: LinkedData, named: dict[str, str], links: list[LexborNode], site: str | None
) -> tuple[str, ...]:
    authors = data.content.get("author")
    listed = authors if isinstance(authors, list) else [authors]
    names: list[str | None] = [_name(data.followed(author)) for author in listed]
    if not any(names):
        names = [next((named[key] for key in _AUTHOR_NAMES if key in named), None)]
    if not any(names):
        names = [*_texts(links)[:1]]
    found = (_without_site(fix(name), site) for name in names if name and "://" not in name)
    return tuple(dict.fromkeys(chain.from_iterable(map(_listed, found))))


def _listed(names: str) -> list[str]:
    """Return the names of a list of three and more, or a text as one name.

    Two names that a comma parts may be one with what it stands for: "Ann Brook, Chief Editor".

    >>> _listed("Ann  Brook, Jan de Wit, and Ö. Lind"), _listed("Ann Brook, MS, RD")
    (['Ann Brook', 'Jan de Wit', 'Ö. Lind'], ['Ann Brook, MS, RD'])
    """
    whole = " ".join(names.split())
    parts = [part.split() for part in whole.split(",")]
    if parts[-1] and parts[-1][0].islower():
        parts[-1] = parts[-1][1:]  # "and"
    is_list = len(parts) >= _LEAST_LISTED and all(map(_is_full_name, parts))
    return [" ".join(part) for part in parts] if is_list else [whole]


def _is_full_name(words: list[str]) -> bool:
    return (
        1 < len(words) <= _LONGEST_NAME
        and words[0][0].isupper()
        and not any(character.isdigit() for word in words for character in word)
    )


def _without_site(author: str, site: str | None) -> str:
    """Return a name without that of the site behind it: "Katrin Olufs, Kieler Bote".

    >>> _without_site("Katrin Olufs, KIELER BOTE", "Kieler Bote"), _without_site("dpa", "dpa")
    ('Katrin Olufs', 'dpa')
    """
    if site and author.casefold().endswith(site.casefold()):
        name = author[: -len(site)].rstrip()
        if name[-1:] in _BEFORE_SITE:
            return name[:-1].rstrip() or author
    return author


def _date(linked: dict[str, Any], named: dict[str, str]) -> str | None:
    stated = [_text(linked.get("datePublished")), *(named.get(key) for key in _DATE_NAMES)]
    for value in stated:
        match = _ISO_DATE.search(value or "")
        if match:
            return match.group()
    return None


def _tags(
    linked: dict[str, Any], named: dict[str, str], links: list[LexborNode]
) -> tuple[str, ...]:
    keywords = linked.get("keywords") or named.get("keywords") or named.get("news_keywords") or ""
    parts = keywords if isinstance(keywords, list) else str(keywords).split(",")
    parts = [*map(str, parts), *_texts(links)]
    return tuple(dict.fromkeys(fix(part.strip()) for part in parts if part.strip()))


def _texts(links: list[LexborNode]) -> list[str]:
    found = [node.text()[:_LONGEST_VALUE] for node in links[:_MOST_LINKS]]
    return [" ".join(text.split()) for text in found if text.strip()]


def _language(tree: LexborHTMLParser, named: dict[str, str]) -> str | None:
    node = tree.css_first("html")
    stated = node.attributes.get("lang") if node is not None else None
    stated = stated or named.get("og:locale") or named.get("content-language")
    return stated.replace("_", "-") if stated else None


def _canonical(nodes: list[LexborNode]) -> str | None:
    return nodes[0].attributes.get("href") if nodes else None


def _neighbor(links: list[LexborNode]) -> Link | None:
    text = " ".join(fix(links[0].text()).split()) if links else ""
    return Link(text=text, url=links[0].attributes.get("href")) if text else None


def _head_title(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("head title") or tree.css_first("title")
    return " ".join(node.text().split())[:_LONGEST_VALUE] if node is not None else None


def _headline(linked: dict[str, Any], shown: str | None) -> str | None:
    """Return the headline, if the title in the head has some of its words.

    Wikis put a description of what the page is about in its place.
    """
    headline = _text(linked.get("headline"))
    if headline and shown and " " in headline:
        words = set(title_words(headline))
        if len(words.intersection(title_words(shown))) < _HEADLINE_SHARE * len(words):
            return None
    return headline


def title_words(title: str) -> list[str]:
    """Return the words of a title, without its case, punctuation and spaces.

    >>> title_words("Leek soup | The Kitchen")
    ['leek', 'soup', 'the', 'kitchen']
    """
    return _WORD.findall(title.casefold())


def _cut_title(title: str | None, site: str | None) -> str | None:
    """Return a title without the name of the site at its end or start."""
    if not title:
        return None
    parts = TITLE_CUT.split(title)
    if len(parts) > 1 and site:
        kept = [part for part in parts if part.casefold() != site.casefold()]
        if len(kept) < len(parts) and kept:
            return title[title.index(kept[0]) : title.rindex(kept[-1]) + len(kept[-1])]
    return title


def _name(value: Any) -> str | None:
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str | None:
    return html.unescape(value).strip()[:_LONGEST_VALUE] or None if isinstance(value, str) else None


def _first(*values: str | None) -> str | None:
    return next((fix(value) for value in values if value), None)
