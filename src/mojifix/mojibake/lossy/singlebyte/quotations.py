"""Straight quotes that close a quotation, and are no curly ones that became straight.

Behind the first byte of a letter that lost the next, ``"`` may be what is left of it; where a quote
opened before, it is the other end of that. ``â€"`` is a dash, also in a quotation.

>>> with_closed_quotations('say("Ñ" + it)', 4, 9)
'"Ñ) +'
"""

from __future__ import annotations

import re
from typing import Final

from mojifix.mojibake.lossy.singlebyte.shown_losses import LEADS_OF_SIGNS

# Code points between the ends of a quotation: of what code and data quote, nearly all is shorter.
_REACH: Final = 200
_QUOTATION: Final = re.compile(
    rf"""(?<![^\W_])(?<![^\x00-\x7f])(["'])(?=\S)
    (?:[^\n"']|(?!\1)["']|(?<=[{LEADS_OF_SIGNS}].)\1){{0,{_REACH}}}+
    (?<![{LEADS_OF_SIGNS}].)\1(?![^\W_]|[^\x00-\x7f])""",
    re.VERBOSE,
)


def with_closed_quotations(text: str, start: int, end: int) -> str:
    """Return a part of a text with a bracket in place of each quote that closes another."""
    left = max(0, start - _REACH)
    shown = _QUOTATION.sub(lambda match: f"{match[0][:-1]})", text[left:end])
    return shown[start - left :]
