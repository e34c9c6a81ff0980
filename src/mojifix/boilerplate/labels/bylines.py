"""Names of authors in bylines.

>>> author_of("Escrito por Antônio Brandão"), author_within("Publié le 2 mai 2022 par Noëlle")
('Antônio Brandão', 'Noëlle')
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import Final

from mojifix.boilerplate.labels.dates import is_month
from mojifix.boilerplate.labels.phrases import phrases

# Longest byline, in code points, and longest name, in words.
LONGEST_BYLINE: Final = 60
LONGEST_NAME: Final = 4
# Labels of this many words at most are looked for.
_LABEL_WORDS: Final = 3
_CLOCK: Final = re.compile(r"(?<![\d.])\d{1,2}[:.]\d\d(?![\d.])")
_STOP: Final = re.compile(r"[!?…。！？।؟]$|[^\W\d_]{3}\.$")
# What parts a name from a date, a count or a role that follows it.
_AFTER_NAME: Final = re.compile(r"[|•·⋅●»>\n\d]")
# Labels that begin the names of families, too: "De Luca".
_PARTICLES: Final = frozenset(("af", "av", "da", "de", "di", "von"))
# What may stand around the words of a byline.
LABEL_EDGES: Final = " :：|,،，-–—»«*"


@cache
def _labels() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(label.rstrip(":：").split()) for label in phrases().byline)


@cache
def first_words() -> frozenset[str]:
    """Return the folded words that a byline may begin with."""
    return frozenset(label[0] for label in _labels())


def _may_begin(text: str) -> bool:
    """Tell whether the first word of a text begins a label."""
    words = text.split(None, 1)
    if not words:
        return False
    first = words[0].replace("：", ":").partition(":")[0]
    return first.casefold().strip(LABEL_EDGES) in first_words()


def is_byline(text: str) -> bool:
    """Tell whether a line names its author after a word such as "by".

    >>> is_byline("By Hannah Oakes"), is_byline("By night we walked on")
    (True, False)
    """
    if len(text) > LONGEST_BYLINE or not _may_begin(text) or _STOP.search(text):
        return False
    if author_of(text) is not None:
        return True
    return _CLOCK.search(text) is not None and _after_label(text, from_start=True) is not None


def author_of(text: str) -> str | None:
    """Return the name in a line that is a byline and nothing else; None when it is not.

    >>> author_of("By the sea") is None
    True
    """
    found = _after_label(text, from_start=True)
    return found[0] if found and found[1] else None


def author_within(text: str) -> str | None:
    """Return the name after a byline's label, wherever that stands in the line.

    >>> author_within("Közzétéve 2022. július 23. Szerző: Zsuzsa")
    'Zsuzsa'
    >>> author_within("By Noëlle Roux May 2, 2022")
    'Noëlle Roux'
    """
    found = _after_label(text, from_start=False)
    return found[0] if found else None


def without_label(name: str) -> str:
    """Return a name without the label of a byline before it.

    >>> without_label("By Noëlle Roux"), without_label("De Luca Rossi")
    ('Noëlle Roux', 'De Luca Rossi')
    >>> without_label("Author: Ann Lee")
    'Ann Lee'
    """
    found = author_of(name)
    return found if found and name.split(None, 1)[0].casefold() not in _PARTICLES else name


def is_label(text: str) -> bool:
    """Tell whether a text is the label of a byline alone, the name standing elsewhere.

    >>> is_label("Written by"), is_label("Written by Noëlle")
    (True, False)
    """
    words = text.split(None, _LABEL_WORDS)
    if len(words) > _LABEL_WORDS:
        return False
    return tuple([word.casefold().strip(LABEL_EDGES) for word in words]) in _labels()


def leading_name(text: str) -> str:
    """Return what a text begins with, up to a date, a count or a sign that parts it from the rest.

    >>> leading_name("Noëlle Roux • May 2, 2022"), leading_name("ukulele March 2, 2022, 10:01pm")
    ('Noëlle Roux', 'ukulele')
    """
    words = _without_month(_AFTER_NAME.split(text, maxsplit=1)[0].split())
    return " ".join(words).strip(LABEL_EDGES)


def _without_month(words: list[str]) -> list[str]:
    """Return words without the month that they end with."""
    while words and is_month(words[-1].strip(LABEL_EDGES + ".")):
        words = words[:-1]
    return words


def _after_label(text: str, *, from_start: bool) -> tuple[str, bool] | None:
    """Return the name after a label and whether the line ends with it."""
    if len(text) > 2 * LONGEST_BYLINE:
        return None
    if from_start and not _may_begin(text):
        return None
    words = text.replace(":", ": ").replace("：", "： ").split()
    folded = [word.casefold().strip(LABEL_EDGES) for word in words]
    for start in range(1 if from_start else len(words)):
        if folded[start] not in first_words():
            continue
        for size in range(_LABEL_WORDS, 0, -1):
            if tuple(folded[start : start + size]) not in _labels():
                continue
            rest = words[start + size :]
            name = list(takewhile(_in_name, rest))
            if name and len(name) <= LONGEST_NAME:
                ends = len(name) == len(rest)
                if not ends and rest[len(name)][0].isdigit():
                    name = _without_month(name)
                if name:
                    return " ".join(name).strip(LABEL_EDGES), ends
    return None


def _in_name(word: str) -> bool:
    bare = word.strip(LABEL_EDGES)
    return bool(bare) and bare[0].isalpha() and not bare[0].islower() and bare.isprintable()
