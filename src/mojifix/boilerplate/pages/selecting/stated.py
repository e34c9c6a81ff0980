"""Which blocks the page's linked data gives as content: paragraphs, steps, ingredients.

>>> from mojifix.layout.html.parsing import parse
>>> data = '{"@type": "Recipe", "recipeIngredient": ["2 leeks"], "recipeInstructions": "Boil them."}'
>>> script = f'<script type="application/ld+json">{data}</script>'
>>> stated_blocks(parse(f"{script}<p>Home<ul><li>☐ 2 leeks</ul><p>Boil them."))
[False, True, True]
"""

from __future__ import annotations

from typing import Final

from mojifix.boilerplate.labels.folding import letters
from mojifix.layout.page import Page
from mojifix.mojibake import fix

# A text of fewer words is stated when it is one of the parts; of a longer one so much must lie in runs
# of so many words that the parts hold, for a page may show a word or a link that they lack. Of WCXB's
# 1,191 pages 33 have parts: four are worse with runs of three words, two better with six or with a
# share of 0.9, none changes with 0.6; F1 is 0.8841 with all.
RUN: Final = 4
SHARE: Final = 0.8


def stated_blocks(page: Page) -> list[bool]:
    """Tell of each block whether the page's linked data gives it as content.

    The amount of an ingredient may stand in an element of its own before its name.
    """
    if not page.head.parts:
        return [False] * len(page.texts)
    parts = list(map(fix, page.head.parts) if page.repaired.repairs else page.head.parts)
    parts = list(map(letters, parts))
    runs = {run for part in parts for run in _runs(part.split())}
    whole = set(map(_glued, parts)) - {""}
    said = list(map(letters, page.texts))
    stated = [_glued(text) in whole or _is_held(text.split(), runs) for text in said]
    for n in range(len(said) - 1):
        if not said[n] and stated[n + 1] and _is_beside_next(page, n):
            stated[n] = True
    return stated


def _is_beside_next(page: Page, block: int) -> bool:
    """Tell whether the element of the next block stands beside or in that of a block."""
    home = page.homes[block]
    return page.parents[page.homes[block + 1]] in (home, page.parents[home])


def _is_held(own: list[str], runs: set[tuple[str, ...]]) -> bool:
    """Tell whether most of a text's words lie in some runs."""
    if len(own) < RUN:
        return False
    held = bytearray(len(own))
    for n, run in enumerate(_runs(own)):
        if run in runs:
            held[n : n + RUN] = b"\1" * RUN
    return sum(held) >= SHARE * len(own)


def _runs(own: list[str]) -> list[tuple[str, ...]]:
    return [tuple(own[n : n + RUN]) for n in range(len(own) - RUN + 1)]


def _glued(text: str) -> str:
    """Return a text without spaces, which inline elements that a style parts lack between them."""
    return text.replace(" ", "")
