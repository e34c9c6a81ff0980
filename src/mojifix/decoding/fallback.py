"""A second opinion, from charset-normalizer, on bytes that no language of the model explains."""

from __future__ import annotations

from typing import Final

from mojifix.decoding.scoring.sample import first_high

_SIZE: Final = 4096  # bytes it is given, from the first ones beyond ASCII on
_MARGIN: Final = 48  # bytes of ASCII in front of them
# EBCDIC and the like are never guessed: they read any bytes as letters.
_NEVER: Final = [
    "cp037", "cp1026", "cp1140", "cp273", "cp424", "cp500", "cp875", "utf_7", "hp_roman8",
]  # fmt: skip


def ask(data: bytes) -> str | None:
    """Return the codec that charset-normalizer names, None if it has no answer."""
    from charset_normalizer import from_bytes

    first = max(0, first_high(data) - _MARGIN)
    best = from_bytes(data[first : first + _SIZE], cp_exclusion=_NEVER).best()
    return best.encoding if best else None
