"""Items of lists as Markdown: one beneath another, with their numbers, with all their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from mojifix.records import Block

# A number that the text of an item begins with, where no list gives it one.
_NUMBERED: Final = re.compile(r"([0-9]{1,9})([.)])[ \t]+(?=\S)")
# The element path of the innermost item that a block stands in.
_ITEM: Final = re.compile(r"(?:.*/)?li(?:\[\d+\])?(?=/|$)")
_HIGHEST: Final = 999_999_999  # CommonMark takes nine digits for a number
_OTHER_SIGN: Final = {".": ")", ")": "."}


class _Item(NamedTuple):
    """An item of a list that others may stand beneath or beside.

    Attributes:
        level: as its block says.
        width: columns before its text.
        path: of its element; None for flat text.
        number: that marks it; None for a bullet.
        sign: behind the number.
    """

    level: int
    width: int
    path: str | None
    number: int | None = None
    sign: str = "."


def list_lines(run: Iterable[Block], shown: Callable[[Block, int], str]) -> Iterator[str]:
    """Yield the items, each beneath the last one of a lower level.

    Args:
        run: neighbors of the kind ``list_item``.
        shown: what gives the Markdown of a block's text from a place on.
    """
    above: list[_Item] = []
    for block in run:
        level, beside = block.level or 1, None
        while above and above[-1].level >= level:
            beside = above.pop()
        found = _ITEM.match(block.path or "")
        path = found and found[0]
        if beside and path and beside.path == path and block.number is None:
            above.append(beside)  # one more paragraph of it
            indent = " " * beside.width
            yield f"\n{prefixed(shown(block, 0), indent, indent)}"
            continue
        indent = " " * (above[-1].width if above else 0)
        number, sign, at = _number(block, beside, nested=bool(above))
        if above and beside is None and number not in (None, 1):
            yield ""  # right below a paragraph no other number begins a list
        mark = "- " if number is None else f"{number}{sign} "
        above.append(_Item(level, len(indent + mark), path, number, sign))
        yield prefixed(shown(block, at), indent + mark, " " * above[-1].width)


def _number(block: Block, beside: _Item | None, *, nested: bool) -> tuple[int | None, str, int]:
    """Return the number of an item, the sign behind it, and where its text goes on behind both."""
    given = block.number
    if given is not None:
        sign = beside.sign if beside else "."
        if beside and beside.number is not None and given != beside.number + 1:
            sign = _OTHER_SIGN[sign]  # begins a list anew
        return (given if 0 <= given <= _HIGHEST else None), sign, 0
    found = _NUMBERED.match(block.text)
    if found and not block.code and _counts(int(found[1]), found[2], beside, nested=nested):
        return int(found[1]), found[2], found.end()
    return None, ".", 0


def _counts(number: int, sign: str, beside: _Item | None, *, nested: bool) -> bool:
    """Tell whether Markdown shows an item with its number, which the first one of a list decides."""
    if beside is None or beside.number is None or beside.sign != sign:
        return number == 1 or not nested or beside is not None
    return number == beside.number + 1


def prefixed(text: str, first: str, rest: str) -> str:
    """Return a text with something before its first line and before the others."""
    return first + text.replace("\n", f"\n{rest}")
