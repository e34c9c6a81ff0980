"""Codec steps in plain words, and how to stop the damage where it happens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final

# How people call the codecs whose Python names say little.
NAMES: Final = {
    "utf-8": "UTF-8",
    "utf8": "UTF-8",
    "latin-1": "Latin-1",
    "cp1252": "cp1252 (Windows, Western)",
    "cp1251": "cp1251 (Windows, Cyrillic)",
    "cp1250": "cp1250 (Windows, Central European)",
    "cp866": "cp866 (DOS, Cyrillic)",
    "cp437": "cp437 (DOS, US)",
    "cp850": "cp850 (DOS, Western)",
    "cp852": "cp852 (DOS, Central European)",
    "koi8-r": "KOI8-R (Unix, Cyrillic)",
    "mac-roman": "Mac Roman",
    "mac-cyrillic": "Mac Cyrillic",
    "gb18030": "GB18030 (Chinese)",
    "gbk": "GBK (Chinese)",
    "cp932": "Shift JIS (cp932, Japanese)",
    "euc_jp": "EUC-JP (Japanese)",
    "big5hkscs": "Big5 (Chinese)",
    "cp949": "cp949 (Korean)",
}
ENCODE: Final = "encode "
DECODE: Final = "decode "


def readings(steps: Sequence[str]) -> list[tuple[str, str]]:
    """Return the wrong readings that the steps undo, the first one that happened first.

    Each is (what the bytes were, what they were read as); other steps are left out.

    >>> readings(("encode cp1252", "decode utf-8"))
    [('utf-8', 'cp1252')]
    """
    pairs = [
        (second.removeprefix(DECODE), first.removeprefix(ENCODE))
        for first, second in pairwise(steps)
        if first.startswith(ENCODE) and second.startswith(DECODE)
    ]
    return pairs[::-1]


def in_words(steps: Sequence[str]) -> str:
    """Say how a text was garbled.

    Args:
        steps: what undoes it, as ``Repair.steps``.

    >>> in_words(("encode cp1252", "decode utf-8") * 2)
    'UTF-8 read as cp1252, twice over'
    """
    said = []
    for (true, wrong), run in groupby(readings(steps)):
        times = len(list(run))
        again = {1: "", 2: ", twice over"}.get(times, f", {times} times over")
        said.append(f"{_short(true)} read as {_short(wrong)}{again}")
    said += [step for step in steps if not step.startswith((ENCODE, DECODE))]
    return ", then ".join(said)


def advice(steps: Sequence[str]) -> str:
    """Say how to stop the damage where it happens.

    >>> advice(("encode cp866", "decode utf-8"))
    'Whatever reads these bytes takes them for cp866 (DOS, Cyrillic), but they are UTF-8: \
say encoding="utf-8" where they are read.'
    """
    pairs = readings(steps)
    if not pairs:
        return "Undo the escaping once, where the text is read."
    true, wrong = pairs[0]
    again = " It happens more than once: look at every step on the way." if len(pairs) > 1 else ""
    return (
        f"Whatever reads these bytes takes them for {_long(wrong)}, but they are {_long(true)}: "
        f'say encoding="{true}" where they are read.{again}'
    )


def _short(codec: str) -> str:
    return _long(codec).split(" (")[0]


def _long(codec: str) -> str:
    return NAMES.get(codec, codec)
