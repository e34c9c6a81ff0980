"""The steps of a repair, read backwards: which codec was taken for which, in short names.

``codecs.json`` beside this module holds the names.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby, pairwise
from typing import Final, Literal

from mojifix import resources

Subject = Literal["codecs", "escapes", "tidied"]

ENCODE: Final = "encode "
DECODE: Final = "decode "
UNESCAPE: Final = "unescape "
TIDY: Final = "tidy "
NAME_LOST: Final = "name U+FFFD"


@cache
def _content() -> dict[Subject, dict[str, dict[str, str]]]:
    content: dict[Subject, dict[str, dict[str, str]]] = json.loads(
        resources.read_bytes(__package__, "codecs.json")
    )
    return content


def known(subject: Subject, name: str) -> dict[str, str]:
    """Return what is known about a codec, an escape or a cosmetic fix; nothing about others.

    >>> known("codecs", "koi8-r")["name"], known("codecs", "utf-7")
    ('KOI8-R', {})
    """
    return _content()[subject].get(name, {})


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


def name(codec: str) -> str:
    """Return what people call a codec.

    >>> name("koi8-r"), name("cp932"), name("utf-7")
    ('KOI8-R', 'Shift JIS', 'utf-7')
    """
    return known("codecs", codec).get("name", codec)


def times(count: int) -> str:
    """Say how often, where it is more than once.

    >>> times(1), times(2), times(3)
    ('', ', twice over', ', 3 times over')
    """
    return {1: "", 2: ", twice over"}.get(count, f", {count} times over")


@lru_cache(maxsize=256)  # a text has thousands of repairs, and few chains
def in_words(steps: tuple[str, ...]) -> str:
    """Say in a few words how a text was garbled; "" when no steps are known.

    Args:
        steps: what undoes it, as ``Repair.steps``.

    >>> in_words(("encode cp1252", "decode utf-8") * 2)
    'UTF-8 read as cp1252, twice over'
    >>> in_words(("unescape entities", "encode cp1252", "decode utf-8"))
    'UTF-8 read as cp1252, then written as HTML entities'
    """
    said = [
        f"{name(true)} read as {name(wrong)}{times(len(list(run)))}"
        for (true, wrong), run in groupby(readings(steps))
    ]
    if not said and any(step.startswith(DECODE) for step in steps):
        said += [f"{name(step.removeprefix(DECODE))} in between" for step in steps[-1:]]
    said += [f"written as {escape}" for escape in escapes(steps)]
    said += [step.removeprefix(TIDY) + " tidied" for step in steps if step.startswith(TIDY)]
    if NAME_LOST in steps:
        said.append("lost to U+FFFD")
    return ", then ".join(said)


def escapes(steps: Sequence[str]) -> list[str]:
    """Return the names of the escapes that the steps undo, the first one that happened first."""
    return [
        known("escapes", kind).get("name", kind)
        for step in reversed(steps)
        if step.startswith(UNESCAPE)
        for kind in [step.removeprefix(UNESCAPE)]
    ]
