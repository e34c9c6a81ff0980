"""Whether a space stands behind a letter whose UTF-8 ends in the byte of a no-break space.

``í• ìˆ˜`` is ``할수`` if the space is what became of that byte, and ``할 수`` if the byte was merged
with a space. Pairs of letters do not tell: what stands a letter farther on either side does.

``spacing.bin`` is a line of JSON (what made it, from which sources and licences, a digest) and a
zlib stream of JSON: for each group the odds of a space by what stands around it, in halves of a bit.
``training/train_spacing.py`` makes it and says what is estimated.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from mojifix.language.packed import read_zipped

FORMAT: Final = "mojifix-spacing/1"
STEPS_PER_BIT: Final = 2
# The groups that write such letters both within words and at their end, and their letters in small.
WRITTEN: Final = {"hangul": "\uac00-\ud7a3", "vietnamese": "a-zà-ỹ"}
_NO_BREAK_SPACE: Final = b"\xa0"


def ends_like_no_break_space(char: str) -> bool:
    """Tell whether the UTF-8 of a character ends in the byte of a no-break space.

    >>> ends_like_no_break_space("할"), ends_like_no_break_space("à"), ends_like_no_break_space("á")
    (True, True, False)
    """
    return char.encode("utf-8", "replace").endswith(_NO_BREAK_SPACE)


@cache
def _odds() -> dict[str, list[dict[str, int]]]:
    odds: dict[str, list[dict[str, int]]] = read_zipped("spacing.bin", FORMAT)
    return odds


def space_bits(group: str, before: str, first: str, second: str, after: str) -> float | None:
    """Return the odds that a space stands between two letters, in bits, None if nothing tells.

    Args:
        group: of languages.
        before: the character in front of the two letters, if any.
        first: a letter for which ``ends_like_no_break_space`` holds.
        second: the letter behind it, with or without a space.
        after: the character behind that, if any.

    >>> space_bits("hangul", "치", "할", "수", " ") > 0 > space_bits("hangul", "사", "할", "린", "을")
    True
    """
    odds = _odds().get(group)
    before, first, second, after = before.lower(), first.lower(), second.lower(), after.lower()
    if odds is None or first not in odds[1] or second not in odds[2]:
        return None
    keys = ("", first, second, first + second, before + first, second + after)
    steps = sum(each.get(key, 0) for each, key in zip(odds, keys, strict=True))
    return steps / STEPS_PER_BIT
