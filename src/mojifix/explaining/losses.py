"""What else happened to a garbled run: the run as it must have been, beside the run as it is.

A repaired text, garbled again, gives the run as it was right after the wrong reading. Where that
differs from what was found, something on the way took a character for a blank, changed its case, or
dropped it.

    >>> losses("Ã ", "à", [("utf-8", "cp1252")])
    ('a no-break space became a space',)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mojifix.codepages import singlebyte

_STAND_INS: Final = "?\ufffd"
_QUOTES: Final = "\"'"
_CURLY: Final = "“”„‘’‚"
# Kinds of loss that are named one by one; with more the runs no longer lie side by side.
_MOST: Final = 2


def garbled(text: str, readings: Sequence[tuple[str, str]]) -> str | None:
    """Return a text as the wrong readings would leave it; None where a codec cannot.

    Args:
        text: the text as it was.
        readings: (what the bytes were, what they were read as), the first that happened first.

    >>> garbled("–", [("utf-8", "cp866")])
    'тАУ'
    """
    for true, wrong in readings:
        try:
            is_codepage, was_codepage = (codec in singlebyte.CODEPAGES for codec in (wrong, true))
            data = singlebyte.encode(text, true) if was_codepage else text.encode(true)
            text = singlebyte.decode(data, wrong) if is_codepage else data.decode(wrong, "replace")
        except (UnicodeError, LookupError):
            return None
    return text


def losses(before: str, after: str, readings: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Say what happened to a run besides the wrong readings, each thing once.

    Args:
        before: the run as it was found.
        after: the run as it was before all damage.
        readings: the wrong readings, as for ``garbled``.
    """
    expected = garbled(after, readings)
    if expected is None or expected == before:
        return ()
    said: dict[str, None] = {}
    at = 0
    for char in expected:
        found = before[at : at + 1]
        if found == char:
            at += 1
            continue
        what, kept = _loss(char, found)
        said[what] = None
        at += kept
    side_by_side = at == len(before) and len(said) <= _MOST
    return tuple(said) if side_by_side else ("several of its characters were lost",)


def _loss(char: str, found: str) -> tuple[str, int]:
    """Say what became of a character, and how many stand in its place (0 or 1)."""
    if not found:
        return "its last character was lost", 0
    if char == "\xa0":
        return ("a no-break space became a space", 1) if found == " " else (
            "a no-break space was dropped", 0)  # fmt: skip
    if found in _STAND_INS:
        return f"a character became {'a question mark' if found == '?' else 'U+FFFD'}", 1
    if found != char and found.casefold() == char.casefold():
        return "letters changed their case", 1
    if char in _CURLY and found in _QUOTES:
        return "a curly quote was made straight", 1
    if "\x80" <= char <= "\x9f":
        return "a control character was dropped", 0
    return "a character was lost", 0
