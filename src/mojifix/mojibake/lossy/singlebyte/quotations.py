"""Straight quotes that close a quotation, and are no curly ones that became straight.

Behind the first byte of a letter that lost the next, ``"`` may be what is left of it; where a quote
opened before, it is the other end of that.

>>> from mojifix.mojibake.lossy.singlebyte.fate import Fate
>>> from mojifix.mojibake.lossy.singlebyte.sequences import losses_of
>>> with_closed_quotations('say("Ñ" + it)', 4, 9, losses_of("cp1252", Fate()))
'"Ñ) +'
"""

from __future__ import annotations

import re
from typing import Final

from mojifix.mojibake.lossy.singlebyte.sequences import Losses

# Code points between the ends of a quotation: of what code and data quote, nearly all is shorter.
_REACH: Final = 200
_QUOTE: Final = re.compile("[\"']")
_LEAD_OF_SIGNS: Final = 0xE2  # ``â€"`` is a dash, also in a quotation


def with_closed_quotations(text: str, start: int, end: int, losses: Losses) -> str:
    """Return a part of a text with a bracket in place of each quote that closes another.

    Args:
        text: the text.
        start: of the part, in code points.
        end: behind it.
        losses: what may stand for which bytes in the code page.
    """
    parts: list[str] = []
    for match in _QUOTE.finditer(text, start, end):
        at = match.start()
        if _closes(text, at) and not _ends_a_sign(text, at, losses):
            parts += (text[start:at], ")")
            start = at + 1
    return "".join((*parts, text[start:end]))


def _closes(text: str, at: int) -> bool:
    """Tell whether the quote in a place ends what another of its kind began in the same line."""
    if _is_of_a_word(text[at + 1 : at + 2]):
        return False
    opening = text.rfind(text[at], max(0, at - _REACH), at)
    return (
        opening >= 0
        and not _is_of_a_word(text[opening - 1 : opening])
        and not text[opening + 1].isspace()
        and "\n" not in text[opening:at]
    )


def _is_of_a_word(char: str) -> bool:
    return char.isalnum() or char > "\x7f"


def _ends_a_sign(text: str, at: int, losses: Losses) -> bool:
    leads = losses.leads.get(text[at - 2 : at - 1], ()) if at > 1 else ()
    return any(lead.byte == _LEAD_OF_SIGNS for lead in leads)
