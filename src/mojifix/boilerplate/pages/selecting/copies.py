"""Copies of what a page shows before: one for desks and one for phones, tabs, sliders, quotations.

>>> from mojifix.layout.html.parsing import parse
>>> said = "<p>A mug thrown by hand.</p>" + f"<p>{'It holds tea, and goes with plates. ' * 4}</p>"
>>> page = parse(f"<div>{said}</div><section><p>Sold out</p>{said}</section>")
>>> copies(page, range(5))
[3, 4]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mojifix.layout.page import Page

# Blocks that repeat others are copies when their different texts have so many code points together.
# Word F1 of WCXB's pages by folds is 0.8843, with 200 code points 0.8838, with 100, which costs
# documentation, 0.8846; with single texts of 200 it was 0.8827 (41 pages are better, 13 worse), and
# 0.8801 with all copies.
LEAST: Final = 150


def copies(page: Page, kept: Sequence[int]) -> list[int]:
    """Return the kept blocks that repeat, in the same order, others of another element before them.

    What one element repeats is a refrain; what is short may stand in many places.

    Args:
        page: the page.
        kept: its kept blocks, in order.
    """
    texts = [page.texts[n] for n in kept]
    around = [page.parents[page.homes[n]] for n in kept]
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
