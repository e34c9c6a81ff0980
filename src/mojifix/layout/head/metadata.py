"""What the head of a page says about it: JSON-LD, then OpenGraph, then meta elements.

Nothing is guessed: a page that gives no date has none.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from mojifix.layout.head.linked_data import CONTROL, LinkedData
from mojifix.layout.head.stated_authors import stated_authors
from mojifix.mojibake import fix
from mojifix.records import Link, Meta

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

# Year, month, day: "2022-10-03T08:00", "2022/10/3", "20221003T0800".
_DATE: Final = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:[-/](\d\d?)[-/](\d\d?)|(\d\d)(\d\d)(?:\d{4,6})?)(?!\d)"
)
_LONGEST_VALUE: Final = 1_000
_MOST_LINKS: Final = 50  # links of one kind that are read
_MOST_VALUES: Final = 50  # contents of meta elements of one name, likewise
_MOST_KEYWORDS: Final = 500  # of one list in linked data
# What is searched for in the whole page, at once.
_TELLING: Final = (
    'meta, a[rel], link[rel="canonical"], link[title][rel="prev"], link[title][rel="next"], '
    'script[type="application/ld+json"]'
)
_RELATIONS: Final = ("author", "tag", "prev", "next", "canonical")
_WORD: Final = re.compile(r"\w+")
# Without its semicolon it may be a parameter of an address: "?a=1&copy=2".
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_SPACE: Final = re.compile(r"[ \t\n\f\r]+")  # of HTML
# What stands between a page's title and its site's name.
TITLE_CUT: Final = re.compile(r"\s+[|·•»«›‹–—-]\s+|\s+::\s+")
# Of the words of a headline, those that the title in the head must have.
_HEADLINE_SHARE: Final = 1 / 3
_DATE_NAMES: Final = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dc.date.created",
    "dcterms.date", "dcterms.issued", "dcterms.created", "pubdate", "publish-date", "publishdate",
    "publish_date", "publication_date", "published", "published-date", "published_date",
    "date_published", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
    "citation_date", "citation_publication_date", "og:published_time", "article:published", "created",
)  # fmt: skip
_TAG_NAMES: Final = ("article:tag", "og:article:tag")
_SLUG_NAMES: Final = ("parsely-tags", "sailthru.tags")  # often the names of tags in addresses
_KEYWORD_NAMES: Final = ("keywords", "news_keywords")


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says about itself, mostly in its head.

    Attributes:
        meta: for the ``Document``.
        types: what it says it is about: schema.org types of its linked data (JSON-LD) and
            ``og:type``, in lower case, as ``"product"`` and ``"og:article"``.
        body: paragraphs of the object its linked data is about, not repaired; what stands in for the
            content of a page that shows next to none.
        parts: paragraphs that any of its linked data gives as content, not repaired: of articles, of
            the steps and ingredients of recipes; blocks that show them are kept.
        dates: when it was published, in whatever form its meta elements say so.
    """

    meta: Meta = field(default_factory=Meta)
    types: frozenset[str] = frozenset()
    body: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


def read_head(tree: LexborHTMLParser) -> Head:
    """Return what a page says about itself."""
    told: defaultdict[str | None, list[LexborNode]] = defaultdict(list)
    for node in tree.css(_TELLING):
        told[node.tag].append(node)
    metas, links = _metas(told["meta"]), _links(told["link"] + told["a"])
    named = {name: values[0] for name, values in metas.items()}
    data = LinkedData(node.text() or "" for node in told["script"])
    linked = data.main
    dates = tuple(named[name] for name in _DATE_NAMES if name in named)
    site = _first(named.get("og:site_name"), _name(data.followed(linked.get("publisher"))))
    shown = _head_title(tree)
    title = _first(
        _headline(linked, shown), named.get("og:title"), named.get("twitter:title"),
        _cut_title(shown, site),
    )  # fmt: skip
    meta = Meta(
        title=fix(_cut_title(title, site) or "") or None,
        authors=stated_authors(_linked_authors(data), metas, _texts(links["author"]), site),
        date=_date(linked, dates),
        site=site,
        url=_url(*_targets(links["canonical"]), named.get("og:url"), _text(linked.get("url"))),
        language=_language(tree, named),
        description=_first(named.get("og:description"), named.get("description")),
        tags=_tags(linked, metas, links["tag"]),
        previous=_neighbor(links["prev"]),
        next=_neighbor(links["next"]),
    )
    kind = named.get("og:type")
    types = data.types | {f"og:{kind.lower()}"} if kind else data.types
    return Head(meta, types, data.body(), data.parts, dates)


def _metas(nodes: list[LexborNode]) -> dict[str, list[str]]:
    """Return the contents of the meta elements, by their names in lower case.

    Entities in them were escaped twice: of 258 news sites' pages ten have such a description.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for node in nodes:
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = _unescaped(attributes.get("content") or "").strip()
        if name and content and len(values := found[name.lower()]) < _MOST_VALUES:
            values.append(content[:_LONGEST_VALUE])
    return found


def _unescaped(text: str) -> str:
    """Return a text without entities.

    >>> _unescaped("Fish &amp; chips?a=1&copy=2"), _unescaped("&bogus; &#8217;")
    ('Fish & chips?a=1&copy=2', '&bogus; ’')
    """
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def _links(nodes: list[LexborNode]) -> dict[str, list[LexborNode]]:
    """Return the links of each kind that tells, as ``rel=tag``."""
    found: dict[str, list[LexborNode]] = {rel: [] for rel in _RELATIONS}
    for node in nodes:
        for rel in set(_SPACE.split((node.attributes["rel"] or "").lower())) & found.keys():
            found[rel].append(node)
    return found


def _linked_authors(data: LinkedData) -> list[str | None]:
    authors = data.main.get("author") or data.main.get("creator")
    listed = authors if isinstance(authors, list) else [authors]
    return [_name(data.followed(author)) for author in listed[:_MOST_VALUES]]


def _date(linked: dict[str, Any], named: Iterable[str]) -> str | None:
    stated = [_text(linked.get("datePublished")), *named, _text(linked.get("dateCreated"))]
    return next((found for value in stated if value and (found := year_first_date(value))), None)


def year_first_date(text: str) -> str | None:
    """Return the date that a text gives year first, as ISO 8601.

    >>> year_first_date("2022-10-03T08:00Z"), year_first_date("2022/1/3"), year_first_date("20221332")
    ('2022-10-03', '2022-01-03', None)
    """
    match = _DATE.search(text)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or match[4]), int(match[3] or match[5])).isoformat()
    except ValueError:
        return None


def _tags(
    linked: dict[str, Any], metas: dict[str, list[str]], links: list[LexborNode]
) -> tuple[str, ...]:
    """Return the tags of a page; keywords, which many sites give alike on every page, come after."""
    keywords = _linked_keywords(linked.get("keywords"))
    if not keywords:
        keywords = _split(next(filter(None, map(metas.get, _KEYWORD_NAMES)), []))
    listed = [values for name in _TAG_NAMES if (values := metas.get(name))]
    tags = [tag for values in listed for tag in (values if values[1:] else _split(values))]
    tags = [tag for tag in [*tags, *keywords, *_texts(links)] if tag.strip()]
    if not tags:
        tags = _split(next(filter(None, map(metas.get, _SLUG_NAMES)), []))
    found: dict[str, str] = {}
    for part in tags:
        if tag := " ".join(fix(part).split()).lstrip("#"):
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def _linked_keywords(given: Any) -> list[str]:
    """Return the names of one term or several; a text alone may list them.

    >>> _linked_keywords("soup,leeks"), _linked_keywords([{"name": "soup"}, "Bern, Aare", None])
    (['soup', 'leeks'], ['soup', 'Bern, Aare'])
    """
    if isinstance(given, list):
        return list(filter(None, map(_name, given[:_MOST_KEYWORDS])))
    return _split(filter(None, [_name(given)]))


def _split(values: Iterable[str]) -> list[str]:
    return [part for value in values for part in value.split(",")]


def _texts(links: list[LexborNode]) -> list[str]:
    found = [node.text()[:_LONGEST_VALUE] for node in links[:_MOST_LINKS]]
    return [" ".join(text.split()) for text in found if text.strip()]


def _language(tree: LexborHTMLParser, named: dict[str, str]) -> str | None:
    tagged = [node.attributes for node in (tree.root, tree.body) if node is not None]
    told = (attributes.get(name) for name in ("lang", "xml:lang") for attributes in tagged)
    stated = _first(*told, named.get("og:locale"), named.get("content-language"))
    return stated.replace("_", "-") if stated else None


def _targets(links: list[LexborNode]) -> list[str | None]:
    return [node.attributes.get("href") for node in links]


def _url(*addresses: str | None) -> str | None:
    """Return the first address that names its site; without one the first of all."""
    whole = (address for address in addresses if address and "://" in address)
    return _first(next(whole, None), *addresses)


def _neighbor(links: list[LexborNode]) -> Link | None:
    """Return the page that the first link leads to, as its title says or its text does."""
    if not links:
        return None
    attributes = links[0].attributes
    text = links[0].text() if links[0].tag == "a" else attributes["title"] or ""
    text = " ".join(fix(text[:_LONGEST_VALUE]).split())
    return Link(text=text, url=attributes.get("href")) if text else None


def _head_title(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("head title") or tree.css_first("title")
    if node is None:
        return None
    return " ".join(_unescaped(node.text()).split())[:_LONGEST_VALUE]


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
    """Return a text of linked data without entities and control characters.

    >>> _text("Fish &amp;\\x08 chips"), _text("\\x00"), _text(3)
    ('Fish & chips', None, None)
    """
    if not isinstance(value, str):
        return None
    return " ".join(CONTROL.sub(" ", html.unescape(value)).split())[:_LONGEST_VALUE] or None


def _first(*values: str | None) -> str | None:
    return next((fix(value) for value in values if value), None)
