"""Items of lists that Word writes as paragraphs: each begins with its bullet or its number.

The walk opens a place for the lists around such a paragraph; they become lists where the text bears it
out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from mojifix.layout.html.text_block import TextBlock

# Word writes the items of lists as paragraphs that begin with their bullet, a letter of Wingdings
# among them, or number, set apart by spaces; their class or, unless filtered, their style tells.
_WORD_ITEM: Final = re.compile(r"MsoListParagraph|mso-list:\s{0,9}[^;]{0,40}level([1-9])")
_MARKER: Final = re.compile(
    r"\s{0,80}+(?:(?P<number>[0-9]{1,4})[.)]|(?P<bullet>[^\d\s])|\(?\w{1,5}[.)]|[0-9.]{1,12})"
    r"(?=\s{0,80}\xa0)\s{2,}+"
)


def item_level(attributes: dict[str, str | None]) -> int:
    """Return the level of a paragraph that Word may have made of the item of a list, 0 of others.

    >>> item_level({"class": "MsoNormal", "style": "mso-list:l0 level2 lfo1"})
    2
    """
    found = [
        match for key in ("style", "class")
        if (value := attributes.get(key)) and (match := _WORD_ITEM.search(value))
    ]  # fmt: skip
    return int(found[0][1] or 1) if found else 0


def marked_items(
    blocks: list[TextBlock],
    places: Mapping[int, Sequence[int]],
    tags: list[str],
    numbers: dict[int, int],
    left_out: Mapping[int, list[str]],
) -> list[TextBlock]:
    """Return the blocks, items without their markers; what the elements are changes with them.

    Args:
        blocks: all of a page.
        places: of paragraphs that may be items, the elements that may be the lists around them.
        tags: of its elements, in reading order.
        numbers: what items say their number is.
        left_out: texts that are in no block, by the element that holds them.
    """
    found = []
    for block in blocks:
        marker = _MARKER.match(block.text) if block.home in places else None
        if marker and not block.code and tags[block.home] == "p":
            *outer, inner = places[block.home]
            tags[block.home] = "li"
            tags[inner] = "ol" if marker["number"] else "ul"
            for element in outer:
                tags[element] = "ul"
            if marker["number"]:
                numbers[block.home] = int(marker["number"])
            if marker["number"] or marker["bullet"]:
                left_out[block.home].append(marker[0])
                block = block._replace(text=block.text[marker.end() :])
        found.append(block)
    return found
