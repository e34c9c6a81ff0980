"""How often the text of a block stood on the page before, as a column."""

from __future__ import annotations

from collections.abc import Sequence

from mojifix.boilerplate.trees.columns import Column, counts


def copies_before(texts: Sequence[str]) -> Column:
    """Return how often each text stood before itself; tabs and sliders repeat what they show.

    >>> list(copies_before(["Leeks", "Thyme", "Leeks", "Leeks"]))
    [0, 0, 1, 2]
    """
    seen: dict[str, int] = {}
    found = []
    for text in texts:
        count = seen.get(text, 0)
        found.append(count)
        seen[text] = count + 1
    return counts(found)
