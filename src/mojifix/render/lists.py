"""Items of lists as Markdown: one beneath another, with their numbers, with all their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

from mojifix.records import Block, BlockKind

# A number that the text of an item begins with, where no list gives it one.
_NUMBERED: Final = re.compile(r"([0-9]{1,9})([.)])[ \t]+(?=\S)")
# The element path of the innermost item that a block stands in, and where that of the first begins.
_ITEM: Final = re.compile(r"(?:.*/)?(?P<tag>li|d[dt])(?:\[\d+\])?(?=/|$)")
FIRST_ITEM: Final = re.compile(r"(?:^|(?<=/))(?:li|d[dt])(?=[\[/]|$)")
_LISTS: Final = re.compile(r"(?:^|/)(?P<tag>[uod]l|menu)(?=[\[/])")
_ITEMS: Final[frozenset[BlockKind]] = frozenset(("list_item", "definition"))
_SECTIONS: Final[frozenset[BlockKind]] = frozenset(("title", "heading"))  # are in no item
# Lists within one another that are told apart, so that no line gets longer by its depth than this; of
# 133 of WCXB's pages none has more than three.
DEEPEST_LIST: Final = 8
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


def runs(blocks: Iterable[Block], told: Callable[[Block], object]) -> Iterator[list[Block]]:
    """Yield neighbors that are shown together: items with all that they hold, or those of one kind.

    Args:
        blocks: in reading order.
        told: what those of one kind must have in common, too.
    """
    run: list[Block] = []
    for block in blocks:
        if run and run[0].kind in _ITEMS:
            is_next = block.kind in _ITEMS or _is_beside(block, run[-1])
        else:
            is_next = bool(run) and block.kind == run[0].kind and told(block) == told(run[0])
        if run and not is_next:
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _is_beside(block: Block, last: Block) -> bool:
    """Tell whether a block stands in an item that the last one stands in."""
    item, path = _item_of(block), last.path or ""
    return item is not None and block.kind not in _SECTIONS and f"{path}/".startswith(f"{item}/")


def _item_of(block: Block) -> str | None:
    found = _ITEM.match(block.path or "")
    return found and found[0]


def list_lines(
    run: Iterable[Block],
    shown: Callable[[Block, int], str],
    rendered: Callable[[Iterable[Block]], str],
) -> Iterator[str]:
    """Yield the items, each beneath the last one of a lower level, with what else they hold.

    Args:
        run: items of lists and definitions, and blocks that stand in them.
        shown: what gives the Markdown of a block's text from a place on.
        rendered: what gives the Markdown of other blocks.
    """
    above: list[_Item] = []
    for item, blocks in groupby(run, lambda block: block.kind not in _ITEMS and _item_of(block)):
        if item:
            while above[1:] and above[-1].path != item:
                above.pop()
            indent = " " * above[-1].width
            yield f"\n{prefixed(rendered(blocks), indent, indent)}"
        else:
            for block in blocks:
                yield from _item_lines(block, above, shown)


def _item_lines(
    block: Block, above: list[_Item], shown: Callable[[Block, int], str]
) -> Iterator[str]:
    """Yield an item below those that it may stand beneath or beside, and put it there."""
    level, path, beside = _level(block), _item_of(block), None
    while above and above[-1].level >= level:
        beside = above.pop()
    if beside and path and block.number is None and _goes_on(block, path, beside):
        above.append(beside._replace(path=path))
        indent = " " * beside.width
        yield f"\n{prefixed(shown(block, 0), indent, indent)}"
        return
    indent = " " * (above[-1].width if above else 0)
    number, sign, at = _number(block, beside, nested=bool(above))
    if above and beside is None and number not in (None, 1):
        yield ""  # right below a paragraph no other number begins a list
    mark = "- " if number is None else f"{number}{sign} "
    above.append(_Item(level, len(indent + mark), path, number, sign))
    yield prefixed(shown(block, at), indent + mark, " " * above[-1].width)


def _level(block: Block) -> int:
    lists = _LISTS.findall(block.path or "")
    if block.kind == "definition":
        return min(len(lists) or 1, DEEPEST_LIST)
    return min((block.level or 1) + lists.count("dl"), DEEPEST_LIST)


def _goes_on(block: Block, path: str, beside: _Item) -> bool:
    """Tell whether a block is one more paragraph of an item, or the definition of a term."""
    return path == beside.path or (block.kind == "definition" and "/dd" in path[path.rfind("/") :])


def _number(block: Block, beside: _Item | None, *, nested: bool) -> tuple[int | None, str, int]:
    """Return the number of an item, the sign behind it, and where its text goes on behind both."""
    given = block.number
    if block.kind == "definition":
        return None, ".", 0
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
    lines = text.split("\n")
    others = (rest + line if line else rest.rstrip() for line in lines[1:])
    return "\n".join([first + lines[0], *others])
