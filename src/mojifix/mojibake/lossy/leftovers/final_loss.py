"""U+FFFD that was garbled once more: ``锟斤拷``, ``占쏙옙``, ``嚙踝蕭``, ``鐃緒申``.

Its three bytes, twice in a row, are three characters of an East Asian codec that no word is made
of. What stood there was lost before, so U+FFFD is all that can be restored.

>>> [(edit.after, edit.code) for edit in find_edits("烫锟斤拷")]
[('��', 'utf8-as-gbk')]
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from mojifix.codepages import multibyte
from mojifix.mojibake.edits import Edit, recoding

LOSS_BITS: Final = 32.0  # three rare characters in an order that has no meaning
_TWICE: Final = "\ufffd\ufffd"


@cache
def _signatures() -> dict[str, str]:
    """Map what two U+FFFD look like under each codec to the codec."""
    found: dict[str, str] = {}
    for codec in multibyte.DECODERS:
        text = multibyte.decode(_TWICE.encode(), codec)
        if text is not None and len(text) == 3:
            found.setdefault(text, codec)
    return found


@cache
def _firsts() -> tuple[str, ...]:
    # To look for each of them takes a tenth of looking for a class of characters.
    return tuple({text[0] for text in _signatures()})


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{re.escape(text)})+" for text in _signatures()))


def find_edits(text: str) -> list[Edit]:
    """Return the runs of garbled U+FFFD, sorted and disjoint."""
    if text.isascii() or not any(map(text.__contains__, _firsts())):
        return []
    edits = []
    for match in _pattern().finditer(text):
        run = match.group()
        steps, code = recoding(_signatures()[run[:3]])
        after = _TWICE * (len(run) // 3)
        edits.append(Edit(*match.span(), after, steps, LOSS_BITS, code=code))
    return edits
