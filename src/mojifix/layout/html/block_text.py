r"""The text of a block as it shows: space collapsed, and the line breaks kept that ``<br>`` makes.

>>> tidied(f"Wash  the leeks,{BREAK}{BREAK} slice\nthem"), paragraph_starts(f"a{BREAK} {BREAK}b")
('Wash the leeks,\nslice them', [1])
"""

from __future__ import annotations

import re
from typing import Final

from mojifix.layout.padding import is_blank

BREAK: Final = "\0"  # stands for <br>; HTML has no such character (13.2.3.5)
_SPACES: Final = " \t\n\r\f"  # of HTML
_SPACE: Final = re.compile(f"[{_SPACES}]+")
_NUMBER: Final = re.compile("[0-9+−,; -]*[0-9] *")
# A heading's link to itself, as documentation has them, when it stands at one of its ends.
_PERMALINKS: Final = frozenset(("¶", "#", "§", "🔗", "\u200b"))
_RAISED: Final = str.maketrans("0123456789+−-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def raised(text: str) -> str:
    """Return a text in ``<sup>``, with raised digits: 10⁶ is not 106, nor is a note a part of a word.

    >>> raised("-6"), raised("st")
    ('⁻⁶', 'st')
    """
    return text.translate(_RAISED) if _NUMBER.fullmatch(text) else text


def tidied(raw: str) -> str:
    """Return the text of a block, empty when there is nothing to see."""
    text = raw.strip(_SPACES)
    if text.isprintable() and "  " not in text:  # the only space that is printable is " "
        return text
    text = " ".join(text.split()) if text.isascii() else _SPACE.sub(" ", text)
    if BREAK in text:
        lines = ["" if is_blank(line) else line.strip(" ") for line in text.split(BREAK)]
        text = "\n".join(filter(None, lines))
    return "" if is_blank(text) else text


def paragraph_starts(raw: str) -> list[int]:
    """Return which lines of a block's text follow an empty one."""
    kept = [number for number, line in enumerate(raw.split(BREAK)) if not is_blank(line)]
    return [at for at in range(1, len(kept)) if kept[at] > kept[at - 1] + 1]


def cut_permalinks(parts: list[str], linked: list[str]) -> list[str]:
    """Take a heading's links to itself out of the parts of its text, and return them.

    >>> parts, linked = ["Soup", " ", "¶"], ["¶"]
    >>> cut_permalinks(parts, linked), parts, linked
    (['¶'], ['Soup', ' ', ''], [])
    """
    found = []
    shown = [n for n, part in enumerate(parts) if not part.isspace()]
    for at, end in ((shown[0], 0), (shown[-1], -1)) if shown else ():
        sign = parts[at].strip()
        if sign in _PERMALINKS and linked[end:] and linked[end] == sign:
            del linked[end]
            parts[at] = ""
            found.append(sign)
    return found
