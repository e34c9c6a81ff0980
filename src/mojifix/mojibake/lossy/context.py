"""Lost letters of words that are the same without them, as the words around them have it."""

from __future__ import annotations

from collections.abc import Sequence

from mojifix.codepages.losses import REPLACEMENT
from mojifix.language.homographs import TOKEN, readings
from mojifix.mojibake.lossy.places import Place


def in_context(places: Sequence[Place], before: str, after: str, language: str) -> Sequence[Place]:
    """Return the letters of a word as what is around it has them, where several words fit.

    Args:
        places: the letters, as the language has them.
        before: the form of what stands before the word.
        after: the form of what stands after it.
        language: a BCP 47 tag.
    """
    form = "".join([REPLACEMENT if place.choices else place.char for place in places])
    found = list(places)
    for match in TOKEN.finditer(form):
        start, end = match.span()
        around = before + form[:start], form[end:] + after
        shares = readings(match.group().lower(), *around, language)
        if shares:
            word = max(shares, key=shares.__getitem__)
            for at, char in enumerate(word, start):
                if places[at].choices:
                    char = _cased(char, places[at])
                    known = places[at].probability if places[at].char == char else 0.0
                    share = max(known, shares[word])
                    found[at] = places[at]._replace(char=char, probability=share)
    return found


def _cased(char: str, place: Place) -> str:
    """Return a letter as a capital where the place has nothing else."""
    is_capital = not any(choice.char.islower() for choice in place.choices)
    return char.upper() if is_capital else char
