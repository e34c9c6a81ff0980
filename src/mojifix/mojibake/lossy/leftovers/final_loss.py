"""U+FFFD that was garbled once more: ``锟斤拷``, ``占쏙옙``, ``嚙踝蕭``, ``鐃緒申``.

Its three bytes, twice in a row, are three characters of an East Asian codec that no word is made
of. What stood there was lost before, so U+FFFD is all that can be restored.

>>> [(edit.after, edit.code) for edit in find_edits("烫锟斤拷")]
[('��', 'utf8-as-gbk')]
"""

from __future__ import annotations

import re
from typing import Final

from mojifix.mojibake.edits import Edit, recoding

LOSS_BITS: Final = 32.0  # three rare characters in an order that has no meaning
TWICE: Final = "\ufffd\ufffd"
# What its bytes are in each codec; to make it from these takes as long as a page of clean text.
SIGNATURES: Final = {"锟斤拷": "gbk", "嚙踝蕭": "cp950", "占쏙옙": "cp949", "鐃緒申": "euc_jp"}
# To look for each of them takes a tenth of looking for a class of characters.
_FIRSTS: Final = "".join(text[0] for text in SIGNATURES)
_RUN: Final = re.compile("|".join(f"(?:{text})+" for text in SIGNATURES))


def find_edits(text: str) -> list[Edit]:
    """Return the runs of garbled U+FFFD, sorted and disjoint."""
    if text.isascii() or not any(map(text.__contains__, _FIRSTS)):
        return []
    edits = []
    for match in _RUN.finditer(text):
        run = match.group()
        steps, code = recoding(SIGNATURES[run[:3]])
        after = TWICE * (len(run) // 3)
        edits.append(Edit(*match.span(), after, steps, LOSS_BITS, code=code))
    return edits
