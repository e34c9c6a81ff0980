"""What UTF-8 looks like after it was read as a single-byte code page.

Each byte of a well-formed sequence (The Unicode Standard, table 3-7) became one character, so over
the characters of a code page well-formed UTF-8 is a regular language, and finding it is C speed.

    >>> [m.group() for m in pattern("cp866").finditer("IndiaтАУU.S. рд░рдг")]
    ['тАУ', 'рд░рдг']
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from mojifix.codepages import singlebyte

# Table 3-7: ranges of the first byte, then of each byte that follows.
_CONT: Final = (0x80, 0xBF)
_SEQUENCES: Final = (
    ((0xC2, 0xDF), _CONT),
    ((0xE0, 0xE0), (0xA0, 0xBF), _CONT),
    ((0xE1, 0xEC), _CONT, _CONT),
    ((0xED, 0xED), (0x80, 0x9F), _CONT),
    ((0xEE, 0xEF), _CONT, _CONT),
    ((0xF0, 0xF0), (0x90, 0xBF), _CONT, _CONT),
    ((0xF1, 0xF3), _CONT, _CONT, _CONT),
    ((0xF4, 0xF4), (0x80, 0x8F), _CONT, _CONT),
    # CESU-8: a surrogate pair, three bytes each (Unicode Technical Report 26).
    ((0xED, 0xED), (0xA0, 0xAF), _CONT, (0xED, 0xED), (0xB0, 0xBF), _CONT),
)
LEADS: Final = range(0xC2, 0xF5)
CONTINUATIONS: Final = range(0x80, 0xC0)


@cache
def pattern(codepage: str) -> re.Pattern[str]:
    """Return the expression that matches a run of whole UTF-8 sequences.

    No two alternatives start with the same pair of characters and each has a fixed length, so
    matching is linear.
    """
    return re.compile(_runs(singlebyte.table(codepage)))


@cache
def whole_pattern(codepage: str) -> re.Pattern[str]:
    """Return ``pattern`` for runs that no other letter of the code page touches.

    In Russian text the letters of ``рад`` are a well-formed sequence of cp866, in a word of which
    the rest is not. Latin letters may touch: they are ASCII's neighbors. The look-behind lets a
    match start only where such letters start, so matching is linear.
    """
    letters = _escaped(own_letters(codepage))
    if not letters:
        return pattern(codepage)
    return re.compile(f"(?<![{letters}]){_runs(singlebyte.table(codepage))}(?![{letters}])")


@cache
def own_letters(codepage: str) -> str:
    """Return the letters and marks of a code page that are not Latin."""
    return "".join(filter(is_letter, singlebyte.table(codepage)[0x80:]))


def is_letter(char: str) -> bool:
    """Tell whether a character is a letter or a mark, and not Latin."""
    return char > "\u036f" and unicodedata.category(char)[0] in "LM"


def _runs(chars: str) -> str:
    sequences = (
        "".join(f"[{_escaped(chars[first : last + 1])}]" for first, last in ranges)
        for ranges in _SEQUENCES
    )
    return f"(?:{'|'.join(sequences)})+"


def _escaped(chars: str) -> str:
    return "".join(map(re.escape, chars))


def decode(run: str, codepage: str) -> str:
    """Return what a run that ``pattern`` matched was before it was garbled."""
    data = singlebyte.encode(run, codepage)
    if b"\xed" in data:  # the only lead byte that CESU-8 surrogates have
        text = data.decode("utf-8", "surrogatepass")
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    return data.decode("utf-8")


@cache
def meeting_point() -> re.Pattern[str]:
    """Return the expression for characters of garbled UTF-8 that are no letters beside Latin.

    They stand beside another character beyond ASCII, as one of two bytes of a sequence does.
    """
    members = _escaped("".join(char for char in _roles() if not is_letter(char)))
    return re.compile(rf"[{members}](?:(?<=[^\x00-\x7f].)|(?=[^\x00-\x7f]))")


@cache
def _roles() -> dict[str, tuple[int, int]]:
    """Map a character to the code pages where it is a lead byte, and where a continuation."""
    roles: dict[str, tuple[int, int]] = {}
    for number, codepage in enumerate(singlebyte.CODEPAGES):
        chars = singlebyte.table(codepage)
        for bytes_, role in ((LEADS, 0), (CONTINUATIONS, 1)):
            for byte in bytes_:
                masks = list(roles.get(chars[byte], (0, 0)))
                masks[role] |= 1 << number
                roles[chars[byte]] = (masks[0], masks[1])
    return roles


def candidates(chars: set[str]) -> list[str]:
    """Return the code pages in which these characters hold a lead and a continuation byte.

    >>> "cp866" in candidates(set("╨Я╤А╨╕"))
    True
    """
    leads = continuations = 0
    for lead, continuation in map(roles, chars):
        leads |= lead
        continuations |= continuation
    return codepages_of(leads & continuations)


def roles(char: str) -> tuple[int, int]:
    """Return the masks of the code pages where a character is a lead byte, and a continuation."""
    return _roles().get(char, (0, 0))


def codepages_of(mask: int) -> list[str]:
    """Return the code pages of a mask, whose bits are in the order of ``singlebyte.CODEPAGES``."""
    return [page for number, page in enumerate(singlebyte.CODEPAGES) if mask >> number & 1]
