"""Which lines of a page may say what they are: most say nothing and need not be read closely.

A line that does begins with a phrase, or it holds a phrase, a sign or a number that is looked for on
the whole page at once.

    >>> lines = ["We ate leeks.", "Leave a reply", "14.04.2021"]
    >>> sorted(telling_lines(lines, ["we ate leeks", "leave a reply", ""]))
    [1, 2]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, chain
from typing import Final

from mojifix.boilerplate.labels.bylines import first_words
from mojifix.boilerplate.labels.folding import fold_lines, letters_of
from mojifix.boilerplate.labels.neighbours import ARROWS
from mojifix.boilerplate.labels.phrases import phrases
from mojifix.boilerplate.labels.roles import (
    LONGEST_DATE,
    LONGEST_LABEL,
    LONGEST_NOTICE,
    LONGEST_TRAIL,
)
from mojifix.layout.head.person_names import NAME_EDGES

# The engine skips to the class of characters with which this begins.
_MARK: Final = re.compile(
    r"""
    [›»>‹→/|·•\-12Mm]
    (?: (?<=[›»>‹→])
      | (?<=[^\S\n][/|·•\-])(?=[^\S\n])
      | (?<=[12])[905]\d\d                    # a year
      | (?<=\d[\s\-][Mm])[Iiİı][Nn]           # "4 min read"
    )
    """,
    re.VERBOSE,
)
_OF_DATES: Final = "12Mm"
# So rare that lines are looked at only on pages that hold one.
_SIGNS: Final = ("@", "©", "[", "←", "→")
# What may stand before the phrase that a line begins with.
_EDGES: Final = NAME_EDGES + ARROWS
# Openings are found by this many of their first characters; none has fewer.
_INDEXED: Final = 2


def telling_lines(lines: Sequence[str], words: Sequence[str | None]) -> set[int]:
    """Find the lines that ``role_of`` or ``neighbour_of`` may know; they know none of the others.

    Args:
        lines: without line breaks in them or space around them, none empty.
        words: what ``letters`` makes of each, None for those too long for a label.

    Returns:
        The numbers of the lines.
    """
    folded = fold_lines(lines)
    whole = phrases().whole
    found = {n for n, said in enumerate(words) if said in whole or said == ""}
    found.update(_opened(folded))
    sizes = list(map(len, lines))
    notices = "\n".join(
        [text for text, size in zip(folded, sizes, strict=True) if size <= LONGEST_NOTICE]
    )
    for phrase, _ in phrases().within:
        if phrase in notices:
            found.update([n for n, text in enumerate(folded) if phrase in text])
    page = "\n".join(lines)
    for sign in _SIGNS:
        if sign in page:
            found.update([n for n, text in enumerate(lines) if sign in text])
    found.update(_marked(lines, sizes))
    return found


def label_words(lines: Sequence[str]) -> dict[str, str]:
    """Return what ``letters`` makes of the lines that are short enough for a label.

    Args:
        lines: without line breaks in them or space around them.

    >>> label_words(["Menu (3)", "Leeks " * 20])
    {'Menu (3)': 'menu'}
    """
    short = [line for line in lines if len(line) <= LONGEST_LABEL]
    return dict(zip(short, letters_of(short), strict=True))


def _opened(folded: Sequence[str]) -> list[int]:
    """Return the numbers of the lines that begin with a phrase."""
    openings = _openings()
    bare = [line.lstrip(_EDGES) for line in folded]
    return [
        n
        for n, line in enumerate(bare)
        if (known := openings.get(line[:_INDEXED])) and line.startswith(known)
    ]


def _marked(lines: Sequence[str], sizes: Sequence[int]) -> list[int]:
    """Return the numbers of the lines that hold what parts the links of a trail, or a date."""
    trails = [n for n, size in enumerate(sizes) if size <= LONGEST_TRAIL]
    page = "\n".join([lines[n] for n in trails])
    ends = list(accumulate([sizes[n] + 1 for n in trails]))
    found = []
    for match in _MARK.finditer(page):
        n = trails[bisect_right(ends, match.start())]
        if sizes[n] <= LONGEST_DATE or match[0][0] not in _OF_DATES:
            found.append(n)
    return found


@cache
def _openings() -> Mapping[str, tuple[str, ...]]:
    """Return what lines begin with, by the first characters."""
    by_head = defaultdict(list)
    for opening in sorted({opening.lstrip(_EDGES) for opening in _all_openings()}):
        by_head[opening[:_INDEXED]].append(opening)
    return {head: tuple(openings) for head, openings in by_head.items()}


def _all_openings() -> Iterator[str]:
    known = phrases()
    for entries in known.opening.values():
        yield from (phrase for phrase, _ in entries)
    yield from chain(known.listing, known.previous, known.next)
    for word in first_words():
        # "by" opens a byline, "bygone" does not.
        yield from [word + edge for edge in NAME_EDGES] if len(word) <= _INDEXED else [word]
