"""Flat text whose links are numbered: what lynx, links and w3m write of a page for a terminal.

Each link has its number in brackets before it, and the addresses stand in a list below the page.
Neither is anything that the page says.

>>> from mojifix.layout.flat.lines import segment
>>> page = "   [1]Home [2]Soup\\n   Wash [3]leeks.\\n\\nReferences\\n\\n   1. http://x/\\n   2. http://x/s\\n"
>>> [line.text for line in without_numbers(segment(page + "   3. http://x/l\\n")).lines]
['Home Soup', 'Wash leeks.']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mojifix.layout.flat.lines import FlatText, Line, removed_lines

# Fewer addresses are the notes of an article.
FEWEST_LINKS: Final = 3
# Of what stands above addresses, in code points.
LONGEST_HEADING: Final = 30

# Linear: classes and literals, anchored or between brackets.
_NUMBER: Final = re.compile(r"\[(\d{1,5})\]")
# The number of a link stands before its words, that of a note behind what it is on.
_MARK: Final = re.compile(r"(?<![\w.,:;!?)\"”])\[(\d{1,5})\](?=\w)")
_ADDRESS: Final = re.compile(r"(?:(\d{1,5})\.|\[(\d{1,5})\]) (?=[a-z][a-z+.-]{1,20}:\S).+$")


def without_numbers(flat: FlatText) -> FlatText:
    """Leave the numbers of links and the list of their addresses out of the lines of a text.

    Returns:
        The lines without them, whose spans hold the numbers, and the list as removed; ``flat``
        itself where links have no numbers.
    """
    start, count = _list_of(flat.lines)
    if count < FEWEST_LINKS or not start:
        return flat
    marked = {int(number) for line in flat.lines[:start] for number in _MARK.findall(line.text)}
    if len(marked.intersection(range(1, count + 1))) < FEWEST_LINKS:
        return flat
    lines: list[Line] = []
    for line in flat.lines[:start]:
        text = _NUMBER.sub(lambda match: "" if int(match[1]) <= count else match[0], line.text)
        if text := text.strip():
            begin = line.start if lines else flat.lines[0].start
            lines.append(line._replace(text=text, start=begin))
        elif lines:
            lines[-1] = lines[-1]._replace(end=line.end)
    if not lines:
        return flat
    removed = removed_lines(flat.lines[start:], "navigation")
    return replace(flat, lines=tuple(lines), removed=removed)


def _list_of(lines: Sequence[Line]) -> tuple[int, int]:
    """Return where the list of addresses at the end of a text begins, and its last number."""
    numbers: list[int] = []
    start = len(lines)
    while start and numbers[-1:] != [1]:
        text = lines[start - 1].text
        if match := _ADDRESS.match(text):
            numbers.append(int(match[1] or match[2]))
        elif not numbers or not _is_heading(text):
            break
        start -= 1
    if numbers[-1:] != [1] or numbers != sorted(numbers, reverse=True):
        return 0, 0
    while start and _is_heading(lines[start - 1].text):
        start -= 1
    return start, numbers[0]


def _is_heading(text: str) -> bool:
    """Tell whether a line may stand above addresses: "References", "Visible links:"."""
    return len(text) <= LONGEST_HEADING and (text[-1] == ":" or text.isalpha())
