"""Pages that hold no content: shells that a script fills, consent walls, doors shut to robots.

>>> wall_of(["You need to enable JavaScript to run this app."])
'needs JavaScript'
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Final

from mojifix import resources

# A wall says little: the shells among WCXB's pages that say what they are hold under 100 words.
MOST_WORDS: Final = 150


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    data = json.loads(resources.read_bytes(__package__, "walls.json"))
    return {reason: tuple(texts) for reason, texts in data.items() if reason != "about"}


def wall_of(texts: Iterable[str]) -> str | None:
    """Return what a page of few words has in place of content; None when it does not say."""
    folded = "\n".join(texts).casefold()
    for reason, phrases in _phrases().items():
        if any(phrase in folded for phrase in phrases):
            return reason
    return None
