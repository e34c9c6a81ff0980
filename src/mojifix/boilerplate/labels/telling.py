"""Which lines of a page may say what they are: most say nothing and need not be read closely.

A line that does begins with a phrase, or it holds a phrase, a sign or a number.

    >>> lines = ["We ate leeks.", "Leave a reply", "14.04.2021"]
    >>> sorted(telling_lines(lines, ["we ate leeks", "leave a reply", ""]))
    [1, 2]
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Final

from mojifix.boilerplate.labels.bylines import first_words
from mojifix.boilerplate.labels.folding import fold, letters
from mojifix.boilerplate.labels.neighbours import ARROWS
from mojifix.boilerplate.labels.phrases import phrases
from mojifix.boilerplate.labels.roles import LONGEST_LABEL
from mojifix.layout.head.person_names import NAME_EDGES

# The engine skips to the class of characters with which this begins.
_MARK: Final = re.compile(
    r"""
    [@©\[←→›»>‹/|·•\-12Mm]
    (?: (?<=[@©\[←→›»>‹])
      | (?<=[^\S\n][/|·•\-])(?=[^\S\n])
      | (?<=[12])[905]\d\d                    # a year
      | (?<=\d[\s\-][Mm])[Iiİı][Nn]           # "4 min read"
    )
    """,
    re.VERBOSE,
)
# What may stand before the phrase that a line begins with.
_EDGES: Final = NAME_EDGES + ARROWS
_INDEXED: Final = 2  # openings are found by so many of their first characters
_SHORT_WORD: Final = 2  # letters of a word that other words begin with


def telling_lines(lines: Sequence[str], words: Sequence[str | None]) -> set[int]:
    """Find the lines that ``role_of`` or ``neighbour_of`` may know; they know none of the others.

    Args:
        lines: without line breaks in them or space around them, none empty.
        words: what ``letters`` makes of each, None for those too long for a label.

    Returns:
        The numbers of the lines.
    """
    whole, openings = phrases().whole, _openings()
    folded = list(map(fold, lines))
    bare = [line.lstrip(_EDGES) for line in folded]
    page = "\n".join(folded)
    found = {n for n, said in enumerate(words) if said in whole or said == ""}
    found.update(
        [n for n, line in enumerate(bare) if line.startswith(openings.get(line[:_INDEXED], ()))]
    )
    found.update([n for n, line in enumerate(lines) if _MARK.search(line)])
    for phrase, _ in chain.from_iterable(phrases().within):
        if phrase in page:
            found.update([n for n, line in enumerate(folded) if phrase in line])
    return found


def label_words(lines: Sequence[str]) -> dict[str, str]:
    """Return what ``letters`` makes of the lines that are short enough for a label.

    Args:
        lines: without line breaks in them or space around them.

    >>> label_words(["Menu (3)", "Leeks " * 20])
    {'Menu (3)': 'menu'}
    """
    return {line: letters(line) for line in lines if len(line) <= LONGEST_LABEL}


@cache
def _openings() -> Mapping[str, tuple[str, ...]]:
    """Return what lines begin with, by the first characters."""
    by_head = defaultdict(list)
    for opening in {opening.lstrip(_EDGES) for opening in _all_openings()}:
        by_head[opening[:_INDEXED]].append(opening)
    return {head: tuple(openings) for head, openings in by_head.items()}


def _all_openings() -> Iterator[str]:
    known = phrases()
    for entries in known.opening.values():
        yield from (phrase for phrase, _ in entries)
    yield from chain(known.listing, known.previous, known.next)
    for word in first_words():
        # "by" opens a byline, "bygone" does not.
        yield from [word + edge for edge in NAME_EDGES] if len(word) <= _SHORT_WORD else [word]
