"""Who the head of a page says wrote it: JSON-LD, then meta elements, then links to the author.

What is no name is left out: an address, a number, the field of a template that nobody filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, groupby
from typing import Final

from mojifix.mojibake import fix

# Names of a list of authors that a comma alone parts, and words of a name.
_LEAST_LISTED: Final = 3
_LONGEST_NAME: Final = 4
_BEFORE_SITE: Final = (",", "|", "/", "-", "–", "—", "·", "@")
# Words that join two names, in some thirty languages.
AND: Final = frozenset((
    "and", "und", "et", "y", "e", "i", "a", "en", "och", "og", "ja", "és", "și", "ir", "un",
    "и", "та", "і", "й", "και", "ve", "dan", "và", "agus", "eta",
))  # fmt: skip
# Scholarly pages name every author in an element of its own, and some name the family first.
_SCHOLARLY: Final = ("citation_author", "dc.creator", "dcterms.creator")
_AUTHOR_NAMES: Final = (
    "citation_author", "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "cxenseparse:author", "byl",
)  # fmt: skip
# "page.author.name" where a template has no value, "facebook.com/someone", "2625882".
_NOT_NAME: Final = re.compile(
    r"://|^\w{2,60}\.\w{2,60}\.\w|^[\w-]{1,60}\.\S{1,60}/|^[\W\d_]*$|[{}]|\bwww\.", re.IGNORECASE
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
    return names if all(_is_full_name(name.split()) for name in names) else names[:1]


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


def listed_names(names: str) -> list[str]:
    """Return the names that a text lists, or the text as one name.

    Two names that a comma parts may be one with what it stands for: "Ann Brook, Chief Editor".

    >>> listed_names("Ann  Brook, Jan de Wit, and Ö. Lind"), listed_names("Ann Brook, MS, RD")
    (['Ann Brook', 'Jan de Wit', 'Ö. Lind'], ['Ann Brook, MS, RD'])
    >>> listed_names("Ann Brook und Jan de Wit"), listed_names("Ann Brook; Jan de Wit")
    (['Ann Brook', 'Jan de Wit'], ['Ann Brook', 'Jan de Wit'])
    """
    whole = " ".join(names.split())
    if ";" in whole:
        parts = [part.split() for part in whole.split(";") if part.strip()]
        return [" ".join(part) for part in parts] if all(map(_is_full_name, parts)) else [whole]
    *first, last = whole.split(",")
    joined = _joined(last.split(), with_sign=not first)
    parts = [*(text.split() for text in first), *joined]
    least = _LEAST_LISTED if len(joined) == 1 else 2
    is_list = len(parts) >= least and all(map(_is_full_name, parts))
    return [" ".join(part) for part in parts] if is_list else [whole]


def _joined(words: list[str], *, with_sign: bool) -> list[list[str]]:
    """Return words in the parts that "and" joins, or its sign.

    >>> _joined("Ann Brook and Jan de Wit".split(), with_sign=True)
    [['Ann', 'Brook'], ['Jan', 'de', 'Wit']]
    >>> _joined("Chief Editor & Founder".split(), with_sign=False)
    [['Chief', 'Editor', '&', 'Founder']]
    """
    joining = AND | {"&"} if with_sign else AND
    groups = groupby(words, key=lambda word: word.casefold() in joining)
    return [list(part) for is_joining, part in groups if not is_joining]


def _is_full_name(words: list[str]) -> bool:
    return (
        1 < len(words) <= _LONGEST_NAME
        and words[0][0].isupper()
        and not any(character.isdigit() for word in words for character in word)
    )


def without_site(author: str, site: str | None) -> str:
    """Return a name without that of the site behind it: "Katrin Olufs, Kieler Bote".

    >>> without_site("Katrin Olufs, KIELER BOTE", "Kieler Bote"), without_site("dpa", "dpa")
    ('Katrin Olufs', 'dpa')
    >>> without_site("Katrin Olufs Kieler Bote", "Kieler Bote"), without_site("Die Zeit", "Zeit")
    ('Katrin Olufs', 'Die Zeit')
    """
    if site and author.casefold().endswith(site.casefold()):
        name = author[: -len(site)].rstrip()
        if name[-1:] in _BEFORE_SITE:
            return name[:-1].rstrip() or author
        if _is_full_name(name.split()):
            return name
    return author
