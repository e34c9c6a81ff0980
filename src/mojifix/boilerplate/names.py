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


@cache
def _pattern() -> re.Pattern[str]:
    # One alternation of literal words, a group per category: linear in the length of the name.
    words = json.loads((files(__package__) / "names.json").read_text(encoding="utf-8"))
    groups = (
        f"(?P<{category}>{'|'.join(sorted(map(_whole_if_short, words[category])))})"
        for category in CATEGORIES
    )
    return re.compile(f"(?<![a-z])(?:{'|'.join(groups)})")


def _whole_if_short(word: str) -> str:
    return re.escape(word) + ("(?![a-z])" if len(word) <= 3 else "")


@lru_cache(maxsize=16_384)
def name_mask(names: str) -> int:
    """Return the categories that an element's names fall into, bit ``n`` for ``CATEGORIES[n]``."""
    mask = 0
    for match in _pattern().finditer(names):
        mask |= 1 << CATEGORIES.index(match.lastgroup or "section")
    return mask
