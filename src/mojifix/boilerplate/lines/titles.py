"""The title of a page: the likeliest line around the first sentences that are content.

A line's odds are a weighted sum of what is measured of it. The weights come from
``training/train_titles.py``; the header of ``titles.json`` says from which data.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import islice
from math import exp, log
from operator import mul
from typing import Final

from mojifix import resources
from mojifix.boilerplate.labels.folding import letters, letters_of
from mojifix.boilerplate.labels.roles import ITEMS
from mojifix.boilerplate.lines.evidence import View
from mojifix.boilerplate.lines.regions import FEW_LINES, LONGEST_TITLE, MENUS, Regions

FORMAT: Final = "mojifix-titles/1"
# What is measured of a line, in the order of ``title_lines``: whether it is the first line without the
# name of the site, as where that is the page's <title>; lines of its run; how likely what stands above
# is content; the share of its words that are said again in the first sentences; the share of the first
# line's words that it has; its width; whether it leads the first run below menus and the page's top;
# whether a menu stands below it; whether the rules chose it on a page that they know well.
MEASURES: Final = (
    "without_site", "run", "above", "said", "of_first_line", "width", "leads", "over_menu",
    "ruled",
)  # fmt: skip
# Lines above and below the first sentence among which the title is looked for, and sentences that may
# stand above it, on a page of more than a few lines. With 40 lines above about 20 of 2,251 titles of
# WCXB fewer are right, with 20 below about 10, with one sentence about 30.
FURTHEST_ABOVE: Final = 100
FURTHEST_BELOW: Final = 60
SENTENCES_ABOVE: Final = 3
# Width up to which a sentence can be the title, as a question is.
WIDEST_SENTENCE: Final = 90
# Probability from which a line is the title; where none is so likely, the page has none. On WCXB 70
# wrong titles are not given by that, and 8 right ones.
LEAST: Final = 0.2
# Sentences whose words are looked at, and their code points.
MOST_SENTENCES: Final = 12
MOST_SAID: Final = 2_000
TELLING_WORD: Final = 3  # letters; shorter words are said on any page
# Lines above whose probabilities count, and that of those above the page.
LINES_ABOVE: Final = 5
ABOVE_PAGE: Final = 0.1
_BEFORE_SITE: Final = re.compile(r"\s[|–—\-·•»:›]\s")
_STOPS: Final = ".。।۔"


def likeliest_title(
    views: Sequence[View], regions: Regions, probabilities: Sequence[float], cut: float
) -> int | None:
    """Choose the title of a page.

    Returns:
        The number of a line near the first sentences that are content, or None when none is likely
        enough; what the rules say where there are no sentences.
    """
    sentences = first_sentences(views, regions, probabilities, cut)
    if not sentences:
        return regions.title
    weights = shipped_weights()
    lowest = sentences[0] if len(views) <= FEW_LINES else len(views)
    odds = {
        i: exp(sum(map(mul, weights, measures)))
        for i, measures in title_lines(views, regions, sentences, probabilities)
        if i <= lowest
    }
    best = max(odds, key=odds.__getitem__, default=None)
    return None if best is None or odds[best] < LEAST * sum(odds.values()) else best


def first_sentences(
    views: Sequence[View], regions: Regions, probabilities: Sequence[float], cut: float
) -> list[int]:
    """Return the numbers of the first lines of prose that are content."""
    of_content = (
        i
        for i, probability in enumerate(probabilities)
        if probability >= cut and views[i].prose and i not in regions.roles
    )
    return list(islice(of_content, MOST_SENTENCES))


def title_lines(
    views: Sequence[View],
    regions: Regions,
    sentences: Sequence[int],
    probabilities: Sequence[float],
) -> Iterator[tuple[int, tuple[float, ...]]]:
    """Yield the number of each line that may be the title, and what is measured of it.

    The sentences are the first lines of prose that are content, one at least.
    """
    first = sentences[0]
    last = [*sentences, len(views)][: SENTENCES_ABOVE + 1][-1]
    beginning = " ".join([views[i].text for i in sentences])[:MOST_SAID]
    both = letters_of([beginning, views[0].text[: 2 * LONGEST_TITLE]])
    said, words_of_top = (frozenset(words.split()) for words in both)
    runs = Counter([view.group for view in views])
    menu = max((i for i in range(first) if views[i].role in MENUS), default=0)
    leading = _leading(views, menu, first)
    ruled = regions.title if len(views) <= FEW_LINES else None
    named = _without_site(views, first)
    near = range(max(0, first - FURTHEST_ABOVE), min(last, first + FURTHEST_BELOW))
    for i in near if named is None else sorted({named, *near}):
        view = views[i]
        if i != named and not _may_be_title(*views[i : i + 2]):
            continue
        words = frozenset((view.words or letters(view.text)).split())
        above = probabilities[max(0, i - LINES_ABOVE) : i]
        yield (
            i,
            (
                i == named,
                log(runs[view.group]),
                (sum(above) + ABOVE_PAGE * (LINES_ABOVE - len(above))) / LINES_ABOVE,
                _share_said(words, said),
                len(words & words_of_top) / (len(words_of_top) or 1) if i else 0.0,
                log(view.width),
                i == leading,
                i < menu,
                i == ruled,
            ),
        )


def _without_site(views: Sequence[View], first: int) -> int | None:
    """Return the line that says what the first one does before a sign: "Leeks", of "Leeks | Soups".

    Of several it is the nearest to the first sentence. With it 1,407 of 2,251 titles of WCXB are right
    in five folds, and 1,349 by whether the first line begins with a line.
    """
    top = views[0].text[: 2 * LONGEST_TITLE].casefold()
    heads = [top[: match.start()] for match in _BEFORE_SITE.finditer(top)]
    if not heads:
        return None
    places: dict[str, list[int]] = {}
    for i, view in enumerate(views):
        if view.role not in MENUS:
            places.setdefault(view.text.casefold(), []).append(i)
    head = next((head for head in reversed(heads) if head in places), "")
    return min(places.get(head, ()), key=lambda i: abs(first - i), default=None)


def _share_said(words: Set[str], said: Set[str]) -> float:
    """Return the share of the longer words that are said, of all where none is longer."""
    telling = {word for word in words if len(word) >= TELLING_WORD} or words
    return len(telling & said) / (len(telling) or 1)


def _may_be_title(view: View, below: View | None = None) -> bool:
    if view.role is not None or len(view.text) > LONGEST_TITLE or view.text[0] in ITEMS:
        return False
    goes_on = below is not None and below.text[0].islower()
    is_statement = goes_on or view.text[-1] in _STOPS
    return not view.prose or (view.width <= WIDEST_SENTENCE and not is_statement)


def _leading(views: Sequence[View], menu: int, first: int) -> int | None:
    """Return the line that leads the first run below all menus and the run at the top of the page."""
    starts = (i for i in range(menu + 1, first) if views[i].group != views[i - 1].group)
    return next(starts, None)


@cache
def shipped_weights() -> tuple[float, ...]:
    """Load the weights of ``MEASURES`` that come with the package."""
    weights = json.loads(resources.read_bytes(__package__, "titles.json"))["weights"]
    return tuple([weights[name] for name in MEASURES])
