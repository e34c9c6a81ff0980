"""Whether the likeliest language of a Latin text explains its words beyond ASCII.

That is the language that its plain words are in. A word costs no less in it than on a ``Scale`` of the
text, where any other language may explain the word at a price, so what it explains is explained: nine
in ten clean texts are. What each pair of characters costs in all languages stands side by side in one
integer, and the costs in one language are read from the sum of these.
"""

from __future__ import annotations

from collections.abc import Iterable

from mojifix.language import score
from mojifix.language.lanes import lane
from mojifix.language.model import UNITS_PER_BIT
from mojifix.mojibake.suspects import clean_bits, is_stretch
from mojifix.mojibake.weigh import PLAIN_WORD


def explains(text: str, words: Iterable[str]) -> bool:
    """Tell whether the likeliest language explains some words; False means "look closer".

    Args:
        text: the text, with no letters other than Latin ones.
        words: the words of it that are not ASCII, in their order.

    >>> explains("Il était déjà là hier soir.", ["était", "déjà", "là"])
    True
    >>> explains("Il Ùštait hier soir.", ["Ùštait"])
    False
    """
    plain = " ".join(PLAIN_WORD.findall(text))
    if not plain:
        return False
    lanes = score.char_lanes("latin")
    costs = lanes.total_of(f" {plain} ")
    weighed = list(map(clean_bits, words))
    found = lane(costs.index(min(costs)), [lanes.packed(f" {core} ") for core, _ in weighed])
    return not is_stretch(
        [
            (cost / UNITS_PER_BIT if core else 0.0) - clean
            for cost, (core, clean) in zip(found, weighed, strict=True)
        ]
    )
