"""What several columns are made of: the width of each line, its run of lines, and how it begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from mojifix.boilerplate.lines.evidence import View
from mojifix.boilerplate.trees.columns import Column, counts

# Code points to a step of a size that is added up.
SIZE_STEP: Final = 5
# Lines that begin alike, numbers aside, are rows of one list.
_ALIKE: Final = 24


class Outline(NamedTuple):
    """What the lines of a page have each.

    Attributes:
        widths: the length of each line, by the measure of an alphabet, rounded down.
        sizes: the widths in steps of ``SIZE_STEP``.
        groups: number of the run of lines that each is in.
        openings: how the lines begin, numbers aside.
    """

    widths: Sequence[int]
    sizes: Column
    groups: Sequence[int]
    openings: Sequence[str]


def outline_of(views: Sequence[View]) -> Outline:
    """Return the outline of a page."""
    widths = [int(view.width) for view in views]
    return Outline(
        widths=widths,
        sizes=counts([width // SIZE_STEP + 1 for width in widths]),
        groups=[view.group for view in views],
        openings=masked([view.text for view in views]),
    )


def masked(texts: Sequence[str]) -> list[str]:
    """Return how the lines begin, numbers aside.

    >>> masked(["Leeks 2017", "Leeks 9835"])
    ['Leeks 0000', 'Leeks 0000']
    """
    page = "\n".join([text[:_ALIKE] for text in texts])
    for digit in "123456789":
        page = page.replace(digit, "0")
    return page.split("\n")
