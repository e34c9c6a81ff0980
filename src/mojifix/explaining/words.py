"""The steps of a repair, read backwards: which codec was taken for which, where that is typical.

``codecs.json`` beside this module holds the names.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby, pairwise
from typing import Final, Literal

from mojifix import resources
from mojifix.codepages import supplementary
from mojifix.explaining.losses import losses

Subject = Literal["codecs", "escapes", "tidied"]

ENCODE: Final = "encode "
DECODE: Final = "decode "
UNESCAPE: Final = "unescape "
TIDY: Final = "tidy "
# What undoes a normalization (UAX #15) or the like, and what that was.
_ALTERED: Final = {
    "undo NFKC": "normalized to NFKC",
    "normalize NFC": "normalized to NFD",
    "undo transliteration": "transliterated to ASCII",
    "join tokens": "tokenized",
}
NAME_LOST: Final = "name U+FFFD"
NAME_MARK: Final = "name ?"
_BYTE_ORDER_MARK: Final = "\ufeff"


@cache
def _content() -> dict[Subject, dict[str, dict[str, str]]]:
    content: dict[Subject, dict[str, dict[str, str]]] = json.loads(
        resources.read_bytes(__package__, "codecs.json")
    )
    return content


def known(subject: Subject, name: str) -> dict[str, str]:
    """Return what is known about a codec, an escape or a cosmetic fix; nothing about others.

    >>> known("codecs", "koi8-r")["name"], known("codecs", "utf-32")
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

    >>> name("koi8-r"), name("cp932"), name("utf-32")
    ('KOI8-R', 'Shift JIS', 'utf-32')
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
    said += alterations(steps)
    said += [step.removeprefix(TIDY) + " tidied" for step in steps if step.startswith(TIDY)]
    if NAME_LOST in steps:
        said.append("lost to U+FFFD")
    if NAME_MARK in steps:
        said.append("lost to a question mark")
    return ", then ".join(said)


def escapes(steps: Sequence[str]) -> list[str]:
    """Return the names of the escapes that the steps undo, the first one that happened first."""
    return [
        known("escapes", kind).get("name", kind)
        for step in reversed(steps)
        if step.startswith(UNESCAPE)
        for kind in [step.removeprefix(UNESCAPE)]
    ]


def alterations(steps: Sequence[str]) -> list[str]:
    """Return how a garbled text was altered, as the steps tell that undo it.

    >>> alterations(("undo NFKC", "encode cp1252", "decode utf-8"))
    ['normalized to NFKC']
    """
    return [_ALTERED[step] for step in steps if step in _ALTERED]


def explain(before: str, after: str, steps: Sequence[str], *, guessed: bool = False) -> str:
    """Say in one sentence what garbled a run and how to stop it at the source.

    Args:
        before: the run as it was found.
        after: its repair.
        steps: what undoes the damage, as ``Repair.steps``.
        guessed: whether information was lost besides.
    """
    return f"{what_happened(before, after, steps, guessed=guessed)}; {advice(steps, after)}."


def what_happened(before: str, after: str, steps: Sequence[str], *, guessed: bool = False) -> str:
    """Say what garbled a run, without a full stop.

    >>> what_happened("â€\ufffd", "”", ("encode cp1252", "decode utf-8"), guessed=True)
    'UTF-8 bytes were read as cp1252 (Windows, Western), typical of Western Windows programs and \
spreadsheets, and then a character became U+FFFD'
    """
    pairs = readings(steps)
    if pairs == [("utf-16", "utf-16")]:
        return f"A character was written as its two halves in UTF-16, {_typical('utf-16')}"
    if not pairs:
        return _without_readings(steps)
    said = []
    for (true, wrong), run in groupby(pairs):
        said.append(f"{name(true)} bytes were read as {_full(wrong)}{times(len(list(run)))}")
    text = ", and the result's ".join([said[0], *said[1:]]) + ", " + _typical(pairs[0][1])
    then = [f"it was written as {escape}" for escape in escapes(steps)]
    then += [f"it was {altered}" for altered in alterations(steps)]
    if guessed and not then:
        then = list(losses(before, after, pairs))
    return f"{text}, and then {' and '.join(then)}" if then else text


def advice(steps: Sequence[str], after: str = "") -> str:
    """Say what stops the damage where it happens, without a full stop.

    >>> advice(("encode cp866", "decode utf-8"))
    'read them with encoding="utf-8"'
    >>> advice(("encode cp1252", "decode utf-8"), chr(0xFEFF))
    'read them with encoding="utf-8-sig"'
    """
    pairs = readings(steps)
    if pairs == [("utf-16", "utf-16")]:
        return "put the halves together where the text is made"
    if pairs:
        again = " at every step where text is read or written" if len(pairs) > 1 else ""
        if pairs[0][0] in supplementary.NAMES:
            return "read them with mojifix.decode, as Python has no codec for them"
        mark = "-sig" if pairs[0][0] == "utf-8" and after.startswith(_BYTE_ORDER_MARK) else ""
        return f'read them with encoding="{pairs[0][0]}{mark}"{again}'
    for step in steps:
        if step.startswith(UNESCAPE):
            escape = known("escapes", step.removeprefix(UNESCAPE))
            return escape.get("stop", "undo the escaping once, where the text is read")
        if step.startswith(TIDY):
            return 'leave out profile="tidy" to keep it as it was'
        if step == NAME_LOST:
            return 'decode the bytes in the encoding they are in, and errors="strict" tells if not'
        if step == NAME_MARK:
            return "write text in UTF-8, which has every character"
        if step.startswith(DECODE):
            return "write all parts in one encoding, best in UTF-8, where they are put together"
    return "keep what reads the bytes from guessing their encoding"


def _without_readings(steps: Sequence[str]) -> str:
    """Say what happened where no bytes were read wrongly."""
    for step in steps:
        if step.startswith(TIDY):
            said = known("tidied", step.removeprefix(TIDY)).get("what", "the looks were changed")
            return said[0].upper() + said[1:]
        if step.startswith(DECODE):
            return (
                f"A run of {name(step.removeprefix(DECODE))} bytes stood in text that is encoded "
                "otherwise"
            )
    if NAME_LOST in steps:
        return "A decoder put U+FFFD in place of bytes that it did not know"
    if NAME_MARK in steps:
        return "An encoder put a question mark in place of a character that its encoding lacks"
    if written := escapes(steps):
        return f"Characters were written as {' and then as '.join(written)}"
    return "The text was damaged"


def _full(codec: str) -> str:
    """Return what people call a codec, with what it was made for."""
    use = known("codecs", codec).get("use")
    return f"{name(codec)} ({use})" if use else name(codec)


def _typical(wrong: str) -> str:
    where = known("codecs", wrong).get("where", "programs with other settings")
    return f"typical of {where}"
