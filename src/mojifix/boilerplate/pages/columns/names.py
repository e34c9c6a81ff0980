"""What the class, id and role of an element say, as a mask of categories.

>>> names = "site-footer widget_recent_posts"
>>> mask = mask_of(parts_of([names])[names])
>>> [category for number, category in enumerate(CATEGORIES) if mask >> number & 1]
['footer', 'aside', 'related', 'content']
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache, reduce
from operator import or_
from string import ascii_uppercase
from typing import Final, TypeAlias

from mojifix import resources

CATEGORIES: Final = (
    "navigation", "header", "footer", "aside", "comment", "share", "related", "advert",
    "cookie_notice", "content", "meta", "tags", "newsletter", "login", "search", "pagination",
    "product", "review", "grid", "forum", "docs", "hidden", "form", "section",
)  # fmt: skip

# "postBody-2" has the parts "post" and "Body", "XMLpage" has "XML" and "page". What is no letter is
# made a space of, capitals side by side are parted from the rest, then single ones from those before.
_END: Final = "\0"  # of an element's names; HTML has no such character (13.2.3.5)
_LETTERS: Final = bytes(
    code if chr(code).isalpha() or chr(code) == _END else ord(" ") for code in range(128)
).ljust(256)
_CAPITAL: Final = tuple((capital, f" {capital.lower()}") for capital in ascii_uppercase)
_CAPITALS: Final = re.compile(r"[A-Z]{2,}+")
_WHOLE: Final = 3  # words of up to this many letters count only as whole parts
_INDEXED: Final = 2  # letters at the start of a word that it is found by; no word is shorter
WordBits: TypeAlias = Mapping[str, Sequence[tuple[str, int]]]


def by_start(words: Iterable[tuple[str, int]]) -> WordBits:
    """Return words and their bits by the first letters, as ``bits_of`` looks them up."""
    found: dict[str, list[tuple[str, int]]] = {}
    for word, bit in words:
        found.setdefault(word[:_INDEXED], []).append((word, bit))
    return found


def bits_of(text: str, words: WordBits) -> int:
    """Return the bits of the words that a text begins with; short ones must be the whole of it."""
    mask = 0
    for word, bit in words.get(text[:_INDEXED], ()):
        if text == word or (len(word) > _WHOLE and text.startswith(word)):
            mask |= bit
    return mask


@cache
def _words() -> WordBits:
    listed = json.loads(resources.read_bytes(__package__, "names.json"))
    return by_start((word, 1 << n) for n, own in enumerate(CATEGORIES) for word in listed[own])


@lru_cache(maxsize=16_384)
def _part_mask(part: str) -> int:
    return bits_of(part, _words())


def parts_of(names: Iterable[str]) -> dict[str, list[str]]:
    """Return the parts of each of some elements' names, in lower case, from one search for all.

    Args:
        names: class, id and so on; their parts begin at a capital or after what is no letter.

    >>> parts_of(["postBody-2 wide", ""])
    {'postBody-2 wide': ['post', 'body', 'wide'], '': []}
    """
    apart = list(dict.fromkeys(names))
    letters = _END.join(apart).encode("ascii", "replace").translate(_LETTERS).decode("ascii")
    found = letters.split(_END)
    if not letters.islower():
        capital = [n for n, own in enumerate(found) if not own.islower()]
        letters = _END.join([found[n] for n in capital])
        letters = _CAPITALS.sub(lambda match: f" {match[0].lower()} ", letters)
        for letter, parted in _CAPITAL:
            letters = letters.replace(letter, parted)
        for n, own in zip(capital, letters.split(_END), strict=True):
            found[n] = own
    return dict(zip(apart, map(str.split, found), strict=True))


def mask_of(parts: Iterable[str]) -> int:
    """Return the categories that a name falls into by its parts, bit ``n`` for ``CATEGORIES[n]``.

    >>> mask_of(["site", "footer"]) == 1 << CATEGORIES.index("footer")
    True
    """
    return reduce(or_, map(_part_mask, parts), 0)
