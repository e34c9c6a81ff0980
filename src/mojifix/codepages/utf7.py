"""UTF-7 as ASCII shows it: Base64 of UTF-16 between a plus sign and a hyphen (RFC 2152).

The hyphen is missing before what is no Base64; ``+-`` is a plus sign.

>>> list(runs("caf+AOk- +- t+AOk"))
[(3, 8, 'é'), (9, 11, '+'), (13, 17, 'é')]
>>> is_word("+API-"), is_word("+AOk-")
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_RUN: Final = re.compile(r"\+(?:[A-Za-z0-9+/]{3,}+-?|-)")
_WORD: Final = re.compile(r"\+(?:[A-Z]{3,}|[A-Z]?[a-z]{2,})-?")


def runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the span of each run of a text, and what it stands for."""
    for match in _RUN.finditer(text):
        try:
            after = match.group().encode().decode("utf-7")
        except UnicodeDecodeError:
            continue
        yield *match.span(), after


def is_word(run: str) -> bool:
    """Tell whether a run may be a word itself, which a plus sign joins to another: "Rock+API-based"."""
    return _WORD.fullmatch(run) is not None
