"""What the class, id and role of an element say, as a mask of categories.

>>> names = "site-footer widget_recent_posts"
>>> mask = mask_of(parts_of([names])[names])
>>> [category for number, category in enumerate(CATEGORIES) if mask >> number & 1]
['footer', 'aside', 'related', 'content']
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache, reduce
from operator import or_
from string import ascii_uppercase
from typing import Final

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


@cache
def _words() -> Mapping[str, Sequence[tuple[str, int]]]:
    """Return the words that tell, with the bits of their categories, by their first letters."""
    listed = json.loads(resources.read_bytes(__package__, "names.json"))
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, category in enumerate(CATEGORIES):
        for word in listed[category]:
            found[word[:_INDEXED]].append((word, 1 << number))
    return dict(found)


@lru_cache(maxsize=16_384)
def _part_mask(part: str) -> int:
    """Return the bits of the words that a part begins with; short ones must be the whole of it."""
    mask = 0
    for word, bit in _words().get(part[:_INDEXED], ()):
        if part == word or (len(word) > _WHOLE and part.startswith(word)):
            mask |= bit
    return mask


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
