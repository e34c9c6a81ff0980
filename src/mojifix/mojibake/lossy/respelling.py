"""Words some letters of which are lost or guessed: the word of the language that fits best.

The search through a damaged text knows pairs of letters only. What it makes of a word is one way to
read it, every word of the language that fits is another, and they are weighed by what they cost: a
word of the language what it costs there, any other what its pairs of letters do, and some bits for
not being known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mojifix.codepages.losses import REPLACEMENT
from mojifix.language.alphabet import script_of
from mojifix.language.lexicon import LONGEST, Entry, Lexicon, load_lexicon, small_letter
from mojifix.language.model import UNITS_PER_BIT
from mojifix.mojibake.lossy.models import Model

_MOST_GAPS: Final = 0.75  # of the letters of a word
_MOST_BITS: Final = 512.0  # a power of two that still is a number
JOINERS: Final = "'’\u200c\u200d"  # between the letters of a word


class Unknown(NamedTuple):
    """What a word costs that is not known.

    Attributes:
        bits: for not being known.
        share: of what its pairs of letters cost.
    """

    bits: float
    share: float


# Of words that were known but for a letter or two, of each probability from 0.3 to 0.9 so many were
# right, within five points.
GUESSED: Final = Unknown(2.0, 1.0)


class Choice(NamedTuple):
    """What a character may be, and the price of that in bits."""

    char: str
    bits: float = 0.0


class Place(NamedTuple):
    """A character of a damaged text.

    Attributes:
        char: what it is read as, U+FFFD where it cannot be named.
        choices: what it may be; empty where it is certain.
        probability: that it is what it is read as, 0..1.
    """

    char: str
    choices: tuple[Choice, ...] = ()
    probability: float = 1.0


class _Reading(NamedTuple):
    """A word that fits, and what it costs here in bits."""

    bits: float
    entry: Entry


def respelled(places: Sequence[Place], model: Model, unknown: Unknown = GUESSED) -> Sequence[Place]:
    """Return the places of a text with the guessed letters that make words of its language.

    Args:
        places: of the text.
        model: of the language.
        unknown: what a word costs that is none of the language's.
    """
    lexicon = load_lexicon(model.language)
    if lexicon is None:
        return places
    result = list(places)
    for start, end in _words_with_gaps(places):
        result[start:end] = _respelled_word(places[start:end], lexicon, model, unknown)
    return result


def _words_with_gaps(places: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each word of which some letter may be another."""
    start, has_gap = 0, False
    for at, place in enumerate((*places, Place(" "))):
        if _is_letter(place):
            has_gap = has_gap or bool(place.choices)
            continue
        if has_gap and at - start <= LONGEST:
            yield start, at
        start, has_gap = at + 1, False


def _is_letter(place: Place) -> bool:
    if place.char == REPLACEMENT:
        return any(script_of(choice.char) for choice in place.choices)
    return place.char in JOINERS or script_of(place.char) is not None


def _respelled_word(
    places: Sequence[Place], lexicon: Lexicon, model: Model, unknown: Unknown
) -> Sequence[Place]:
    """Return the places of a word as the cheapest way to read it has them."""
    letters = [_by_small_letter(place) for place in places]
    if sum(len(each) > 1 for each in letters) > _MOST_GAPS * len(places):
        return places
    readings = [
        _Reading(entry.bits + _price(entry.word, letters), entry)
        for entry in lexicon.matching(letters)
    ]
    if not readings:
        return places
    least, best = min(readings)
    otherwise = unknown.bits + unknown.share * _pair_bits(places, model)
    now = "".join(small_letter(place.char) for place in places)
    word = best.word if least < otherwise else now
    shares = [(entry.word, 2.0 ** (least - bits)) for bits, entry in readings]
    other = 2.0 ** min(least - otherwise, _MOST_BITS)
    total = other + sum(share for _, share in shares)
    capitals = _is_in_capitals(places), best.is_capitalized
    spelled = []
    for at, place in enumerate(places):
        if place.choices:
            share = sum(share for known, share in shares if known[at] == word[at])
            if word[at] == now[at]:
                share += other * place.probability
            else:
                is_capital = capitals[0] or (at == 0 and capitals[1])
                place = place._replace(char=_in_case(letters[at][word[at]], is_capital))
            place = place._replace(probability=share / total)
        spelled.append(place)
    return spelled


def _in_case(choices: list[Choice], is_capital: bool) -> str:
    """Return the cheapest of the forms of a letter, the one of the case that is wanted if any is."""
    return min(choices, key=lambda choice: (choice.bits, choice.char.isupper() != is_capital)).char


def _price(word: str, letters: Sequence[dict[str, list[Choice]]]) -> float:
    """Return what the letters of a word cost in their places."""
    return sum(
        min(choice.bits for choice in choices[letter])
        for choices, letter in zip(letters, word, strict=True)
    )


def _is_in_capitals(places: Sequence[Place]) -> bool:
    known = "".join(place.char for place in places if not place.choices)
    return len(known) > 1 and known.isupper()


def _by_small_letter(place: Place) -> dict[str, list[Choice]]:
    """Return what a place may be, by the letters of the lexicon."""
    found: dict[str, list[Choice]] = {}
    for choice in place.choices or (Choice(place.char),):
        found.setdefault(small_letter(choice.char), []).append(choice)
    return found


def _pair_bits(places: Sequence[Place], model: Model) -> float:
    """Return what a word costs by its pairs of letters, lost ones as what makes it cheapest."""
    alphabet, table = model.group.alphabet, model.table
    ways: dict[int, float] = {alphabet.symbol_of[" "]: 0.0}
    for place in (*places, Place(" ")):
        options = [Choice(place.char, dict(place.choices).get(place.char, 0.0))]
        if place.char == REPLACEMENT:
            options = list(place.choices)
        longer: dict[int, float] = {}
        for char, bits in options:
            symbol = alphabet.symbol_of[char]
            column = symbol << 8
            price = min(
                so_far + table[column | before] / UNITS_PER_BIT for before, so_far in ways.items()
            )
            price += bits + alphabet.bits_within(symbol)
            longer[symbol] = min(price, longer.get(symbol, price))
        ways = longer
    return min(ways.values())
