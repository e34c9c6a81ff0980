"""Control characters: the sign of UTF-16 and of data that is no text.

>>> share(b"plain text\\n"), round(share(bytes(range(64))), 2)
(0.0, 0.41)
"""

from __future__ import annotations

from typing import Final

# What texts hardly hold: all control characters but tab, line breaks, form feed and escape.
_CONTROLS: Final = bytes(c for c in range(32) if c not in (9, 10, 11, 12, 13, 27))
_BUT_NUL: Final = _CONTROLS.replace(b"\0", b"")
HEAD: Final = 4096  # bytes that are searched; NULs are found anywhere

# Share above which bytes beyond ASCII are taken for text only where they read as a language: random
# bytes have 0.10, the dearest of the log files with control characters under 0.01.
_MOST: Final = 0.02
# Well-formed UTF-8 is text with a higher share: records between NULs, terminal sessions.
MOST_IN_UTF8: Final = 0.15
_MOST_NULS_IN_UTF8: Final = 0.30


def share(data: bytes) -> float:
    """Return the share of control characters in the head; above 0 if there is a NUL anywhere.

    Data behind a head of text has a high share in the whole, but for NULs, with which a crash fills
    the files that are being written.
    """
    head = data[:HEAD]
    found = len(head) - len(head.translate(None, _CONTROLS))
    if found > _MOST * len(head) or len(head) == len(data):
        return found / max(1, len(head))
    whole = len(data) - len(data.translate(None, _BUT_NUL))
    if whole > _MOST * len(data):
        return whole / len(data)
    if not found and b"\0" in data:
        return 1 / len(data)
    return found / len(head)


def are_too_many(found: float) -> bool:
    """Return whether a share says that bytes that are not UTF-8 may be no text either."""
    return found > _MOST


def are_too_many_for_utf8(data: bytes) -> bool:
    """Return whether well-formed UTF-8 is no text all the same."""
    head = data[:HEAD]
    nuls = head.count(0)
    others = len(head) - len(head.translate(None, _CONTROLS)) - nuls
    most_nuls, most = _MOST_NULS_IN_UTF8 * len(head), MOST_IN_UTF8 * len(head)
    return nuls > max(1, most_nuls) or others > max(1, most)  # one alone says nothing
