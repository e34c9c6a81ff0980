"""What stands around a text, or in it, and is not seen: spaces of all kinds, hints where to break.

>>> without_padding("\\u3000Wash two leeks.\\xa0"), without_soft_hyphens("Kar\\xadtof\\xadfel")
('Wash two leeks.', 'Kartoffel')
"""

from __future__ import annotations

import re
from typing import Final

# Byte order marks and characters of no width, which stand around a text as spaces do.
NO_WIDTH: Final = "\ufeff\u200b\u2060"
PADDING: Final = (
    " \t\v\f\x1c\x1d\x1e\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u202f\u205f\u3000" + NO_WIDTH
)
_BESIDE_CELLS: Final = PADDING.replace("\t", "")  # tabs part the cells of a row
UNSEEN: Final = PADDING + "\u200c\u200d\r\n"  # joiners are parts of letters, if there are any
_SOFT_HYPHEN: Final = "\xad"
_IN_A_WORD: Final = re.compile(rf"(?<=\w){_SOFT_HYPHEN}+(?=\w)")


def is_blank(text: str) -> bool:
    """Tell whether there is nothing to see in a text.

    >>> is_blank("\\xa0\\u200d\\n"), is_blank("\\xa0a")
    (True, False)
    """
    return not text.strip(UNSEEN)


def without_padding(text: str) -> str:
    """Return a text without what surrounds it unseen; line breaks and tabs stay."""
    return text.strip(_BESIDE_CELLS)


def without_soft_hyphens(text: str) -> str:
    """Return a text without the hyphens that show only where a line breaks, those in words."""
    return _IN_A_WORD.sub("", text) if _SOFT_HYPHEN in text else text
