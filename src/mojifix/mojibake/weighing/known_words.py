"""What a word costs less because its language is known to have it, or more because none is.

Letters tell little of a short word: ``Kadýn`` reads well in Icelandic. That Turkish has ``Kadın``, and
no language ``Kadýn``, tells more. A known word costs what its share of the language's words comes to,
where its letters cost more. That is measured on its small letters, so that capitals cost what they do
in any word.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import inf
from typing import Final, NamedTuple

from mojifix.language import score
from mojifix.language.alphabet import SYLLABIC
from mojifix.language.lexicon import LONGEST, load_lexicon, small_letter
from mojifix.language.model import UNITS_PER_BIT
from mojifix.mojibake.weighing.costs import close_costs, pieces_of
from mojifix.mojibake.weighing.word_kinds import bare, is_in_one_case
from mojifix.mojibake.words import without_ascii

# A word is looked up in so many languages, those that its letters are cheapest in: of 5,061 names,
# words and interface texts 71.2 % come back with 2, 71.3 % with 4 and with all.
_MOST_LANGUAGES: Final = 4
# That a word is one of those. Without it a drill of the corpus becomes Arabic, and of 560 words and
# sentences read as Latin one more comes back.
_KNOWN_BITS: Final = 1.0
# Signs beside letters are shorter words by accident: of 108 clean lines like ``Ö³`` and ``„Ï”`` 31 more
# change with 2 letters, 26 with 3, none with 4, and of 5,061 garbled words and texts as many come back.
_LEAST_LETTERS: Final = 4
# That no language has a word, divided by its letters: of 43,000 held-out words of 3 letters 1.4 % are
# unknown, of 4, 6 and 8 letters 3, 9 and 18 %. Fewer letters are abbreviations; syllables and words in
# sentences, which tell more, are better without it (``방과후공부방``, ``líšku``). With 20 bits as many
# of 1,174 garbled words come back, and the Arabic ``إظهار`` is changed.
_UNKNOWN_BITS: Final = 12.0
_LEAST_UNKNOWN: Final = 3


class Knowledge(NamedTuple):
    """What the words that languages are known to have tell of a word.

    Attributes:
        savings: the number of each language that has the word and the units that it costs less there.
        more: the units that it costs more because no language has it, 0 where that tells nothing.
        is_known: whether a language has it.
    """

    savings: tuple[tuple[int, int], ...] = ()
    more: int = 0
    is_known: bool = False


def knowledge_of(script: str, piece: str) -> Knowledge:
    """Return what is known of a word of a script, with the signs around it.

    >>> knowledge_of("latin", "Kadýn").savings
    ()
    >>> [score.languages_of("latin")[at] for at, _ in knowledge_of("latin", "Kadın").savings]
    ['tr', 'az']
    >>> knowledge_of("latin", "naæi").more, knowledge_of("latin", "naći").more
    (24, 0)
    """
    return _knowledge_of(script, piece) if len(piece) <= 2 * LONGEST else Knowledge()


def knowledge_of_pieces(words: str) -> list[Knowledge]:
    """Return what is known of the pieces of words, each in one script."""
    return [knowledge_of(*piece) for piece in pieces_of(words)]


def known_bits(word: str, languages: Iterable[str]) -> float:
    """Return what a word costs in the one of some languages that has it cheapest, else infinity.

    >>> known_bits("måste,", ["sv"]) < known_bits("mÃste,", ["sv"])
    True
    """
    small = "".join(map(small_letter, bare(word)))
    lexicons = filter(None, map(load_lexicon, languages))
    found = (lexicon.bits(small) for lexicon in lexicons)
    return min((bits for bits in found if bits is not None), default=inf)


@lru_cache(maxsize=4096)
def _knowledge_of(script: str, piece: str) -> Knowledge:
    word = bare(piece)
    if len(word) < _LEAST_UNKNOWN or word.replace("İ", "I").isascii():
        return Knowledge()
    small = "".join(map(small_letter, word))
    costs, languages = close_costs(script, small, " ", " "), score.languages_of(script)
    cheapest = sorted(range(len(costs)), key=costs.__getitem__)[:_MOST_LANGUAGES]
    found = [(number, load_lexicon(languages[number])) for number in cheapest]
    lexicons = [(number, lexicon) for number, lexicon in found if lexicon is not None]
    known = [(number, bits) for number, each in lexicons if (bits := each.bits(small)) is not None]
    if not known:
        _, article, noun = piece.replace("’", "'").rpartition("'")
        if article and any(bare(noun) in lexicon for _, lexicon in lexicons):  # ``l’été``
            return Knowledge(is_known=is_in_one_case(word))
        is_telling = lexicons and word.isalpha() and script not in SYLLABIC
        return Knowledge(more=int(_UNKNOWN_BITS / len(word) * UNITS_PER_BIT) if is_telling else 0)
    if len(word) < _LEAST_LETTERS or not is_in_one_case(word):
        return Knowledge(is_known=is_in_one_case(word) and len(without_ascii(word)) < len(word))
    saved = [
        (number, costs[number] - int((bits + _KNOWN_BITS) * UNITS_PER_BIT))
        for number, bits in known
    ]
    return Knowledge(tuple((number, units) for number, units in saved if units > 0), is_known=True)
