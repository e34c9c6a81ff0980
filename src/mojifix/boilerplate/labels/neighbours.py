"""Links to the page before and after, whose labels may be glued to the titles.

>>> neighbour_of("Previous post: Rain")
Neighbour(direction='previous', title='Rain', glued=False)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal
from unicodedata import category

from mojifix.boilerplate.labels.folding import letters
from mojifix.boilerplate.labels.phrases import phrases

# Longest link to a neighbouring page, in code points.
LONGEST_LINK: Final = 300
# What may stand before the label of a link.
ARROWS: Final = "←→«»‹›<> "


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A label of a link to the page before or after, with the link's text.

    Attributes:
        direction: which page.
        title: what follows the label; empty when it stands alone.
        glued: True when nothing stands between the two.
    """

    direction: Literal["previous", "next"]
    title: str
    glued: bool


def neighbour_of(text: str) -> Neighbour | None:
    """Read a link to the page before or after, whose label may be glued to its title.

    >>> neighbour_of("Next articleA Shed Built From Doors")
    Neighbour(direction='next', title='A Shed Built From Doors', glued=True)
    >>> neighbour_of("Next articles will follow.") is None
    True
    >>> neighbour_of("Suivant : Semer les fèves").title, neighbour_of("Previous 1 2 3 Next").title
    ('Semer les fèves', '')
    """
    bare = text.lstrip(ARROWS)
    if len(bare) > LONGEST_LINK:
        return None
    if text[0] == "←" and bare:
        return _labelled(bare) or Neighbour("previous", bare, glued=False)
    if text[-1] == "→" and len(bare) > 1:
        return _labelled(bare) or Neighbour("next", bare.rstrip("→ "), glued=False)
    return _labelled(bare)


def _labelled(bare: str) -> Neighbour | None:
    folded = bare.casefold()
    known = phrases()
    for label in known.previous.opening(folded):
        if found := _after_label(bare, len(label), "previous"):
            return found
    for label in known.next.opening(folded):
        if found := _after_label(bare, len(label), "next"):
            return found
    return None


def _after_label(text: str, size: int, direction: Literal["previous", "next"]) -> Neighbour | None:
    label, rest = text[:size], text[size:]
    title = rest.strip(" :：-–—→←»«›‹>|\t\xa0")
    if not title or letters(title) in phrases().next:  # "Previous 1 2 3 Next" names no page
        return Neighbour(direction, "", glued=False)
    first = rest[0]
    if _goes_on_word(first):
        # "Next articleThe" is glued; "Next articles" and "पुढील लेखात" are other words.
        fits = _begins_word(first) and _is_title(title)
        return Neighbour(direction, title, glued=True) if fits else None
    if first in ":：→»›|–—-" or rest.lstrip()[:1] == ":":
        return Neighbour(direction, title, glued=False)
    if first.isspace():
        # "Next week" is no link, "Next article Rain" is; Chinese labels are whole phrases.
        whole = " " in label or label[0] >= "\u3040"
        fits = whole and not title[0].islower()
        return Neighbour(direction, title, glued=False) if fits and _is_title(title) else None
    return Neighbour(direction, title, glued=True) if _is_title(title) else None


def _goes_on_word(char: str) -> bool:
    return char.isalnum() or category(char)[0] == "M"


def _begins_word(char: str) -> bool:
    """Tell whether a letter can begin a word glued to a label; a combining mark cannot."""
    return char.isalnum() and (char.isupper() or char.isdigit() or char.upper() == char.lower())


def _is_title(text: str) -> bool:
    return not text.endswith((".", "。", "।")) or text.endswith("...")
