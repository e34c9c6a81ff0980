"""Who the head of a page says wrote it: JSON-LD, then meta elements, then links to the author.

What is no name is left out: an address, a number, the field of a template that nobody filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from mojifix.layout.head.person_names import is_full_name, listed_names, without_site
from mojifix.mojibake import fix

# Scholarly pages name every author in an element of its own, and some name the family first.
_SCHOLARLY: Final = ("citation_author", "dc.creator", "dcterms.creator")
_AUTHOR_NAMES: Final = (
    "citation_author", "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "cxenseparse:author", "byl",
)  # fmt: skip
# "page.author.name" where a template has no value, "facebook.com/someone", "2625882", and the host of
# a site, which two of WCXB's pages name; "ann.m.brook" may be the name of a user.
_NOT_NAME: Final = re.compile(
    r"://|^\w{2,60}\.\w{2,60}\.\w|^[\w-]{1,60}\.\S{1,60}/|^[\W\d_]*$|[{}]|\bwww\."
    r"|^[\w-]{4,60}\.(?:com|net|org|info|[a-z]{2})$",
    re.IGNORECASE,
)
_INVERTED: Final = re.compile(r"([^,;]{1,60}),\s([^\W\d_](?:\.|[^\W\d_]+)[^,;]{0,60})")
_CREDENTIAL: Final = re.compile(r"[A-Z]\w{0,2}\.?[A-Z][\w.]*$|Jr\b|Sr\b")  # "MD", "Ph.D."


def stated_authors(
    linked: Iterable[str | None],
    named: Mapping[str, Sequence[str]],
    links: Iterable[str],
    site: str | None,
) -> tuple[str, ...]:
    """Return the names of a page's authors.

    Args:
        linked: what its linked data says.
        named: the contents of its meta elements, by their names.
        links: what its links to authors say.
        site: the name of the site, which is no part of a name.

    >>> stated_authors(["Ann Brook", "https://example.org/ann"], {}, [], None)
    ('Ann Brook',)
    >>> stated_authors([], {"citation_author": ["Brook, Ann", "de Wit, Jan"]}, [], None)
    ('Ann Brook', 'Jan de Wit')
    """
    found = _names(linked)
    if not found:
        found = next(filter(None, (_stated(key, named) for key in _AUTHOR_NAMES)), [])
    if not found:
        found = _names(links)[:1]
    cut = (without_site(name, site) for name in found)
    return tuple(dict.fromkeys(chain.from_iterable(map(listed_names, cut))))


def _stated(key: str, named: Mapping[str, Sequence[str]]) -> list[str]:
    names = _names(named.get(key, ()))
    if key in _SCHOLARLY:
        return list(map(_family_last, names))
    return names if all(is_full_name(name.split()) for name in names) else names[:1]


def _names(values: Iterable[str | None]) -> list[str]:
    found = (" ".join(fix(value).split()) for value in values if value)
    return [name for name in found if not _NOT_NAME.search(name)]


def _family_last(name: str) -> str:
    """Return a name with the family's last.

    >>> _family_last("Brook, Ann M."), _family_last("Ann Brook, PhD")
    ('Ann M. Brook', 'Ann Brook, PhD')
    """
    match = _INVERTED.fullmatch(name)
    if match is None or _CREDENTIAL.match(match[2]):
        return name
    return f"{match[2]} {match[1]}"
