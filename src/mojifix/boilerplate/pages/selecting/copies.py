"""Copies of what a page shows before: one for desks and one for phones, sliders, quotations.

>>> from mojifix.layout.html.parsing import parse
>>> said = "<p>A mug thrown by hand.</p>" + f"<p>{'It holds tea, and goes with plates. ' * 4}</p>"
>>> page = parse(f"<div>{said}</div><section><p>Sold out</p>{said}</section>")
>>> copies(page, range(5))
[3, 4]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from mojifix.layout.page import Page

# Blocks that repeat others are copies when their different texts have so many code points together.
# Word F1 of WCXB's pages by folds is 0.8846, with 200 code points 0.8841, with 100, which costs
# documentation, 0.8850; 0.8801 with all copies.
LEAST: Final = 150
_DIGITS: Final = re.compile("[0-9]+")


def copies(page: Page, kept: Sequence[int]) -> list[int]:
    """Return the kept blocks that repeat, in the same order, others in elements of other names.

    What elements of the same names repeat are refrains, and the answers, warnings and parameters that
    items of a list share; what is short may stand in many places.
    """
    texts = [page.texts[n] for n in kept]
    repeated = [text for text, count in Counter(texts).items() if count > 1]
    if sum(map(len, repeated)) < LEAST:
        return []  # as of five pages in six
    paths = _paths(page)
    around = [paths[page.homes[n]] for n in kept]
    first: dict[str, int] = {}
    runs: list[list[int]] = [[]]
    last = 0  # where the last block of a run stood before
    for place, text in enumerate(texts):
        run = runs[-1]
        goes_on = bool(run) and last + 1 < run[0] and texts[last + 1] == text
        last = last + 1 if goes_on else first.setdefault(text, place)
        is_copy = around[last] != around[place]
        if not (goes_on and is_copy):
            runs.append([])
        if is_copy:
            runs[-1].append(place)
    long = [run for run in runs if sum(map(len, {texts[place] for place in run})) >= LEAST]
    return [kept[place] for run in long for place in run]


def _paths(page: Page) -> list[int]:
    """Return a number for each element, the same where the names on the way to it are.

    Numbers in names do not count, as those of items, nor do the names of sections, which are those of
    their titles: word F1 is 0.8846, and 0.8843 where they count. Where only blocks side by side are
    alike it is 0.8843, and twice as many words are lost that are content.
    """
    names = {name: _DIGITS.sub("", name) for name in {*page.names}}
    numbers: dict[tuple[int, str, str], int] = {}
    found: list[int] = []
    for tag, name, parent in zip(page.tags, page.names, page.parents, strict=True):
        key = (found[parent] if found else 0, tag, "" if tag == "section" else names[name])
        found.append(numbers.setdefault(key, len(numbers)))
    return found
