"""A second opinion, from charset-normalizer, on bytes that no language of the model explains."""

from __future__ import annotations

from typing import Final

_SIZE: Final = 4096  # bytes it is given
# EBCDIC and the like are never guessed: they read any bytes as letters.
_NEVER: Final = [
    "cp037", "cp1026", "cp1140", "cp273", "cp424", "cp500", "cp875", "utf_7", "hp_roman8",
]  # fmt: skip


def ask(data: bytes) -> str | None:
    """Return the codec that charset-normalizer names, None if it has no answer."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SIZE], cp_exclusion=_NEVER).best()
    return best.encoding if best else None
