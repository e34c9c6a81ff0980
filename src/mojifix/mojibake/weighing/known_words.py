"""What a word costs less because its language is known to have it.

Letters tell little of a short word: ``Kadýn`` reads well in Icelandic. That Turkish has ``Kadın``, and
no language ``Kadýn``, tells more. A known word costs what its share of the language's words comes to,
where its letters cost more. That is measured on its small letters, so that capitals cost what they do
in any word.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from mojifix.language import score
from mojifix.language.lexicon import LONGEST, load_lexicon, small_letter
from mojifix.language.model import UNITS_PER_BIT
from mojifix.mojibake.weighing.costs import close_costs
from mojifix.mojibake.weighing.word_kinds import bare, is_in_one_case

# A word is looked up in so many languages, those that its letters are cheapest in: of 5,061 names,
# words and interface texts 71.2 % come back with 2, 71.3 % with 4 and with all.
_MOST_LANGUAGES: Final = 4
# That a word is one of those. Without it a drill of the corpus becomes Arabic, and of 560 words and
# sentences read as Latin one more comes back.
_KNOWN_BITS: Final = 1.0
# Signs beside letters are shorter words by accident: of 108 clean lines like ``Ö³`` and ``„Ï”`` 31 more
# change with 2 letters, 26 with 3, none with 4, and of 5,061 garbled words and texts as many come back.
_LEAST_LETTERS: Final = 4


def known_word_savings(script: str, piece: str) -> tuple[tuple[int, int], ...]:
    """Return what knowing a word saves in some languages of its script.

    Args:
        script: the script.
        piece: the word and the signs around it.

    Returns:
        The number of each language that has the word and the units that it costs less there.

    >>> known_word_savings("latin", "Kadýn")
    ()
    >>> [score.languages_of("latin")[number] for number, _ in known_word_savings("latin", "Kadın")]
    ['tr']
    """
    return _savings(script, piece) if len(piece) <= 2 * LONGEST else ()


@lru_cache(maxsize=4096)
def _savings(script: str, piece: str) -> tuple[tuple[int, int], ...]:
    word = bare(piece)
    if len(word) < _LEAST_LETTERS or word.isascii() or not is_in_one_case(word):
        return ()
    small = "".join(map(small_letter, word))
    costs = close_costs(script, small, " ", " ")
    languages = score.languages_of(script)
    found = []
    for number in sorted(range(len(costs)), key=costs.__getitem__)[:_MOST_LANGUAGES]:
        lexicon = load_lexicon(languages[number])
        bits = lexicon.bits(small) if lexicon is not None else None
        if bits is not None:
            saved = costs[number] - int((bits + _KNOWN_BITS) * UNITS_PER_BIT)
            if saved > 0:
                found.append((number, saved))
    return tuple(found)
