"""Pages parted by domain, so that no site is on both sides.

>>> [(len(rest), part) for rest, part in parted(["a", "b", "a"], ["a.org", "b.org", "a.org"], 2)]
[(1, ['a', 'a']), (2, ['b'])]
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TypeVar

Page = TypeVar("Page")


def part_of(domain: str, parts: int) -> int:
    """Return the part that a domain is in, the same on every machine.

    Args:
        domain: with whatever else is to tell one parting from another.
        parts: their number.
    """
    return int(hashlib.sha256(domain.encode()).hexdigest(), 16) % parts


def parted(
    pages: Sequence[Page], domains: Sequence[str], parts: int
) -> Iterator[tuple[list[Page], list[Page]]]:
    """Yield each part of the pages, with the rest of them before it.

    Args:
        pages: all pages.
        domains: of each, as ``part_of`` takes it.
        parts: their number.
    """
    numbers = [part_of(domain, parts) for domain in domains]
    for part in range(parts):
        rest, own = [], []
        for page, number in zip(pages, numbers, strict=True):
            (own if number == part else rest).append(page)
        yield rest, own
