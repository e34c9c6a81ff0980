"""What the class, id and role of an element say, as a mask of categories.

>>> mask = name_mask("site-footer widget_recent_posts")
>>> [category for number, category in enumerate(CATEGORIES) if mask >> number & 1]
['footer', 'aside', 'related', 'content']
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

CATEGORIES: Final = (
    "navigation", "header", "footer", "aside", "comment", "share", "related", "advert",
    "cookie_notice", "content", "meta", "tags", "newsletter", "login", "search", "pagination",
    "product", "review", "grid", "forum", "docs", "hidden", "form", "section",
)  # fmt: skip

# "postBody-2" has the parts "post" and "Body".
_PART: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
WHOLE: Final = 3  # words of up to this many letters count only as whole parts
_INDEXED: Final = 2  # letters at the start of a word that it is found by; no word is shorter


@cache
def _words() -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the words by their first letters, each with the bit of its category."""
    listed = json.loads((files(__package__) / "names.json").read_text(encoding="utf-8"))
    found: dict[str, list[tuple[str, int]]] = {}
    for bit, category in enumerate(CATEGORIES):
        for word in listed[category]:
            found.setdefault(word[:_INDEXED], []).append((word, 1 << bit))
    return {letters: tuple(words) for letters, words in found.items()}


@lru_cache(maxsize=16_384)
def _part_mask(part: str) -> int:
    mask = 0
    folded = part.lower()
    for word, bit in _words().get(folded[:_INDEXED], ()):
        if folded == word or (len(word) > WHOLE and folded.startswith(word)):
            mask |= bit
    return mask


@lru_cache(maxsize=4_096)
def name_mask(names: str) -> int:
    """Return the categories that an element's names fall into, bit ``n`` for ``CATEGORIES[n]``.

    Args:
        names: class, id and so on; their parts begin at a capital or after what is no letter.
    """
    mask = 0
    for part in _PART.findall(names):
        mask |= _part_mask(part)
    return mask


@lru_cache(maxsize=4_096)
def name_parts(names: str) -> frozenset[str]:
    """Return the parts of an element's names, in lower case.

    >>> sorted(name_parts("postBody-2 wide"))
    ['body', 'post', 'wide']
    """
    return frozenset(" ".join(_PART.findall(names)).lower().split())
