"""What its lead bytes tell of a piece of text: whether it may be UTF-8 as a code page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from mojifix.codepages import singlebyte
from mojifix.codepages.losses import REPLACEMENT
from mojifix.mojibake.lossy.singlebyte.sequences import Losses

_STRANGE: Final = 0.25  # characters of a region that may be of another code page
# Lead bytes that may all have lost what followed. Of more, at least this share is followed by what
# may be the next byte: 0.32 and more in garbled regions, 0.16 and less in clean Cyrillic.
_FEW: Final = 5
_FOLLOWED: Final = 0.25
# Of many lead bytes, even where they are expected: 0.9 and more in garbled regions, 0.31 in noise.
_MANY: Final = 20
_MANY_FOLLOWED: Final = 0.5


def are_of(codepage: str, chars: Sequence[str]) -> bool:
    """Tell whether nearly all of some characters are of a code page."""
    own = sum(map(singlebyte.encoding_map(codepage).__contains__, map(ord, chars)))
    return len(chars) - own <= _STRANGE * len(chars)


def leads_on(losses: Losses, piece: str, *, known: bool) -> bool:
    """Tell whether a piece holds lead bytes, and enough of them are followed where it holds many.

    Args:
        losses: what may stand for which bytes in the code page.
        piece: the piece.
        known: whether the code page is; otherwise fewer lead bytes are many.
    """
    high = sum(char > "\x7f" for char in piece)
    if 2 * piece.count(REPLACEMENT) > high:  # one of two at the most
        return False
    after = [b for a, b in pairwise(f"{piece} ") if a in losses.leads]
    leads, followed = len(after), sum(char in losses.continuations for char in after)
    if leads >= _MANY and followed < _MANY_FOLLOWED * leads:
        return False
    return leads > 0 and (known or leads < _FEW or followed >= _FOLLOWED * leads)
