"""The title of a page: the likeliest line above the first sentences that are content.

The rules choose a title above the first sentences of all, which often stand in a menu.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import islice
from typing import Final

from mojifix.boilerplate.labels.roles import ITEMS
from mojifix.boilerplate.lines.evidence import View
from mojifix.boilerplate.lines.regions import LONGEST_TITLE, WIDEST_NAME, Regions

# Measured on the titles of WCXB, on pages of both flatteners: 1,170 of 2,251 are right to the word,
# 592 by the rules alone. Without what is said by each number below they are fewer.
# Lines above the first sentences among which the title is looked for.
FURTHEST: Final = 40
# Width up to which the first sentence itself can be the title, as a question is: 28 more are right.
WIDEST_SENTENCE: Final = 90
# What a line is likelier to be the title by, in probability: it says more than a name does; the page's
# first line, which many tools take from its <title>, holds it; all its words are in the first sentences
# (a share of them as much less); the rules chose it; and less likely: it ends as a sentence does.
OF_PHRASE: Final = 0.2
IN_FIRST_LINE: Final = 1.0
SAID_AGAIN: Final = 0.7
OF_RULES: Final = 0.2
ENDED: Final = -0.2
# Sentences whose words are looked at, and their code points.
MOST_SENTENCES: Final = 12
MOST_SAID: Final = 2_000
_ENDS: Final = ".!,;:"
_ENDS_OF_STATEMENTS: Final = ".,;:…。।۔"


def likeliest_title(
    views: Sequence[View], regions: Regions, probabilities: Sequence[float], cut: float
) -> int | None:
    """Choose the title of a page by how likely each line is content.

    Args:
        views: the lines.
        regions: what the rules say about them.
        probabilities: that each is content.
        cut: the probability from which lines are.

    Returns:
        The number of a line above the first sentences that are content; what the rules say where
        there are none.
    """
    of_content = (
        i
        for i, probability in enumerate(probabilities)
        if probability >= cut and views[i].prose and i not in regions.roles
    )
    sentences = list(islice(of_content, MOST_SENTENCES))
    if not sentences:
        return regions.title
    if len(sentences) > 1 and _is_heading(*views[sentences[0] :][:2]):
        del sentences[0]
    first = sentences[0]
    beginning = " ".join([views[i].text for i in sentences])[:MOST_SAID]
    said = frozenset(beginning.casefold().split())
    above = [
        i
        for i in range(max(0, first - FURTHEST), first)
        if views[i].role is None
        and len(views[i].text) <= LONGEST_TITLE
        and views[i].text[0] not in ITEMS
    ]
    top = views[0].text[: 2 * LONGEST_TITLE].casefold()
    return max(
        above,
        key=lambda i: (
            probabilities[i]
            + OF_RULES * (i == regions.title)
            + _likeness(views[i], said, top if i else "")
        ),
        default=regions.title,
    )


def _is_heading(view: View, below: View) -> bool:
    """Tell whether a line that looks like a sentence may be a title."""
    goes_on = view.text[-1] in _ENDS_OF_STATEMENTS or below.text[0].islower()
    return view.width <= WIDEST_SENTENCE and not goes_on


def _likeness(view: View, said: Set[str], top: str) -> float:
    """Return how much likelier a line is the title by what it says."""
    text = view.text.casefold()
    words = text.split()
    found = SAID_AGAIN * sum([word in said for word in words]) / len(words)
    if len(words) > 2 or view.width > WIDEST_NAME:
        found += OF_PHRASE
    if len(words) > 1 and text in top:
        found += IN_FIRST_LINE
    if view.text[-1] in _ENDS:
        found += ENDED
    return found
