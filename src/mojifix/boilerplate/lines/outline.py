"""What the columns of a page are made of: its lines, one field of all of them after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from mojifix.boilerplate.lines.evidence import View
from mojifix.boilerplate.trees.columns import Column, counts
from mojifix.records import Role

# Code points to a step of a size that is added up.
SIZE_STEP: Final = 5
# Lines that begin alike, numbers aside, are rows of one list.
_ALIKE: Final = 24
_COARSE: Final = 16


class Outline(NamedTuple):
    """What the lines of a page have each.

    Attributes:
        texts: the lines.
        words: the folded words of those that are short enough for a label.
        groups: number of the run of lines that each is in.
        indents: number of spaces before each.
        roles: the role that the words of each name.
        widths: the length of each line, by the measure of an alphabet, rounded down.
        sizes: the widths in steps of ``SIZE_STEP``.
        sentences: number of ends of sentences in each.
        prose: whether each holds sentences.
        openings: how the lines begin, numbers aside.
    """

    texts: Sequence[str]
    words: Sequence[str]
    groups: Sequence[int]
    indents: Sequence[int]
    roles: Sequence[Role | None]
    widths: Sequence[int]
    sizes: Column
    sentences: Sequence[int]
    prose: Column
    openings: Sequence[str]


def outline_of(views: Sequence[View]) -> Outline:
    """Return the outline of a page of at least one line."""
    texts, words, _, _, groups, indents, _, _, roles, widths, sentences, prose = zip(
        *views, strict=True
    )
    rounded = list(map(int, widths))
    return Outline(
        texts=texts,
        words=words,
        groups=groups,
        indents=indents,
        roles=roles,
        widths=rounded,
        sizes=counts([width // SIZE_STEP + 1 for width in rounded]),
        sentences=sentences,
        prose=bytes(prose),
        openings=masked(texts),
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


def of_page(value: int, count: int) -> Column:
    """Return the column of what is the same for all lines of a page, so many of them."""
    # Coarse, or trees come to know the pages that they were trained on.
    return bytes([value // _COARSE * _COARSE]) * count
