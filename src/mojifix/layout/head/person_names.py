"""Names of persons: how several are joined, and what stands between or beside them.

>>> listed_names("Ann Brook, Jan de Wit and Ö. Lind"), without_site("Ann Brook | Leeks", "Leeks")
(['Ann Brook', 'Jan de Wit', 'Ö. Lind'], 'Ann Brook')
"""

from __future__ import annotations

from itertools import groupby
from typing import Final

# Names of a list that a comma alone parts.
_LEAST_LISTED: Final = 3
LONGEST_NAME: Final = 4  # words
_BEFORE_SITE: Final = (",", "|", "/", "-", "–", "—", "·", "@")
# Words that join two names, in some thirty languages.
AND: Final = frozenset((
    "and", "und", "et", "y", "e", "i", "a", "en", "och", "og", "ja", "és", "și", "ir", "un",
    "и", "та", "і", "й", "και", "ve", "dan", "và", "agus", "eta",
))  # fmt: skip
# What stands in lower case before the name of a family.
PARTICLES: Final = frozenset((
    "af", "al", "av", "ben", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos",
    "du", "el", "ibn", "la", "le", "ten", "ter", "van", "von", "zu",
))  # fmt: skip
# What may stand around the words of a name or its label.
NAME_EDGES: Final = " :：|,،，-–—»«*"
_APOSTROPHES: Final = ("'", "’")  # of particles, as in "d’Arcy"
_JOINS_FAMILIES: Final = "y"  # as it does two persons: "Ortega y Gasset"


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
        is_list = bool(parts) and all(map(is_full_name, parts))
        return [" ".join(part) for part in parts] if is_list else [whole]
    *first, last = whole.split(",")
    joined = _joined(last.split(), with_sign=not first)
    parts = [*(text.split() for text in first), *joined]
    least = _LEAST_LISTED if len(joined) == 1 else 2
    is_list = len(parts) >= least and all(map(is_full_name, parts))
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


def is_full_name(words: list[str]) -> bool:
    """Tell whether words are a name of more than one word.

    >>> is_full_name("Jan de Wit".split()), is_full_name(["Jan"]), is_full_name("the cook".split())
    (True, False, False)
    """
    return (
        1 < len(words) <= LONGEST_NAME
        and words[0][0].isupper()
        and not any(character.isdigit() for word in words for character in word)
    )


def opening_name(words: list[str]) -> list[str]:
    """Return the words of the name that some begin with.

    >>> opening_name("Ursula von der Aue on Rust".split()), opening_name("Ann le 2 mai".split())
    (['Ursula', 'von', 'der', 'Aue'], ['Ann'])
    """
    size = 0
    for number, word in enumerate(words):
        if _in_name(word):
            size = number + 1
        elif word not in PARTICLES or number == 0 or number - size > 1:
            break
    return words[:size]


def opening_names(words: list[str]) -> list[str]:
    """Return the words of one name, or of several that "and" joins, at the start of some.

    >>> opening_names("Ann Lee and Jo Ray in Rust".split()), opening_names(["Salt", "and", "Pepper"])
    (['Ann', 'Lee', 'and', 'Jo', 'Ray'], ['Salt'])
    >>> opening_names("Ana Ortiz y Gil".split())
    ['Ana', 'Ortiz', 'y', 'Gil']
    """
    first = opening_name(words)
    end = len(first)
    if 1 < end <= LONGEST_NAME and words[end : end + 1] and words[end].casefold() in AND:
        second = opening_name(words[end + 1 :])
        fewest = 1 if words[end] == _JOINS_FAMILIES else 2
        if fewest <= len(second) <= LONGEST_NAME:
            return [*first, words[end], *second]
    return first


def _in_name(word: str) -> bool:
    """Tell whether a word may be part of a name: it has a capital letter, or none at all.

    >>> [_in_name(word) for word in ("Lee,", "d’Arcy", "山田", "d’accord", "lee")]
    [True, True, True, False, False]
    """
    bare = word.strip(NAME_EDGES)
    if bare[1:2] in _APOSTROPHES:
        bare = bare[2:] or bare
    return bare[:1].isalpha() and not bare[0].islower() and bare.isprintable()


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
        if is_full_name(name.split()):
            return name
    return author
