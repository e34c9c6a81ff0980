"""Words some letters of which are lost or guessed: the word of the language that fits best.

The search through a damaged text knows pairs of letters only. Every word of the language that fits is
one way to read it, the likeliest of all other letters in a row are more, and they are weighed by what
they cost: a word of the language what it costs there, any other what its trigrams do, and some bits
for not being known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import inf
from typing import Final, NamedTuple

from mojifix.codepages.losses import REPLACEMENT
from mojifix.language import signs
from mojifix.language.alphabet import script_of
from mojifix.language.lexicon import LONGEST, Lexicon, load_lexicon, small_letter
from mojifix.language.model import UNITS_PER_BIT, group_languages, load_group
from mojifix.language.ngrams import load_ngrams
from mojifix.language.signs import SIGNS
from mojifix.language.trigrams import load_trigrams
from mojifix.mojibake.lossy.models import Model, model_in
from mojifix.mojibake.lossy.naming import named
from mojifix.mojibake.lossy.places import Choice, Place

_MOST_GAPS: Final = 0.75  # of the letters of a word
# What a word costs that is not known: so much, and of what its letters do this share, as letters that
# were guessed wrong cost more than they should. Of held-out sentences in 14 languages without their
# letters beyond ASCII, 60 % of the letters are named at 0.95, and 98.9 % of them rightly.
UNKNOWN_BITS: Final = 22.0
UNKNOWN_SHARE: Final = 0.45
_BEAM: Final = 8  # ways to read a word that is not known
_BY_PAIRS: Final = 24  # … whose trigrams are weighed
_REMEMBERED: Final = 16_384  # trigrams
_REMEMBERED_WORDS: Final = 1_024  # some 1 kB each
_REMEMBERED_PLACES: Final = 1_024  # what letters may be, 5 kB each
JOINERS: Final = "'’\u200c\u200d"  # between the letters of a word


class _Reading(NamedTuple):
    """A way to read a word.

    Attributes:
        bits: what it costs here.
        word: in small letters.
        cased: as it is written here.
    """

    bits: float
    word: str
    cased: str


def read(
    places: Sequence[Place], model: Model, others: Sequence[tuple[str, float]] = ()
) -> Sequence[Place]:
    """Return the places of a text of which no gap is read yet as what goes best together.

    Args:
        places: of the text.
        model: of the language.
        others: languages that the text may be in as well, and the bits that it costs more in them.
    """
    if load_ngrams(model.group.alphabet.name) is None:
        places = named(places, model)
    return respelled(places, model, others)


def respelled(
    places: Sequence[Place], model: Model, others: Sequence[tuple[str, float]] = ()
) -> Sequence[Place]:
    """Return the places of a text with the guessed letters that make words, and the likeliest signs."""
    group = model.group.alphabet.name
    if load_ngrams(group) is not None:
        return named(places, model)
    result = list(places)
    if load_lexicon(model.language) is not None:
        languages = _languages(model, others)
        for start, end in _words_with_gaps(places):
            word = tuple(places[start:end])
            result[start:end] = _respelled_word(word, languages, group)
    return _with_signs(result, model.language)


def _with_signs(places: Sequence[Place], language: str) -> Sequence[Place]:
    """Return the places of a text with the signs that are likeliest beside each other."""
    bits = {
        at: found
        for at, place in enumerate(places)
        if place.choices and place.char in SIGNS
        if len(found := {each.char: each.bits for each in place.choices if each.char in SIGNS}) > 1
    }
    if not bits:
        return places
    text = "".join([place.char for place in places])
    result = [*places]
    for at, likely in signs.likely(text, {at: "".join(bits[at]) for at in bits}, language).items():
        weights = {sign: share * 2.0 ** -bits[at][sign] for sign, share in likely.items()}
        char = max(weights, key=weights.__getitem__)
        probability = weights[char] / sum(weights.values())
        result[at] = places[at]._replace(char=char, probability=probability)
    return result


def alone(place: Place, model: Model, others: Sequence[tuple[str, float]] = ()) -> float:
    """Return how probable the likeliest letter is that a word of nothing but a gap may be, 0..1."""
    letters = [_by_small_letter(_choices(place))]
    shares: dict[str, float] = {}
    for tag, bits in _languages(model, others):
        if (lexicon := load_lexicon(tag)) is not None:
            for reading in _known([place], letters, lexicon, bits):
                shares[reading.word] = shares.get(reading.word, 0.0) + 2.0**-reading.bits
    return max(shares.values(), default=1.0) / (sum(shares.values()) or 1.0)


def least_bits(places: Sequence[Place], language: str) -> float:
    """Return what the cheapest word of a language costs that fits, infinity where none does."""
    lexicon = load_lexicon(language)
    letters = _letters_of_word(places)
    if lexicon is None or letters is None:
        return inf
    return min((reading.bits for reading in _known(places, letters, lexicon, 0.0)), default=inf)


def _letters_of_word(places: Sequence[Place]) -> list[dict[str, list[Choice]]] | None:
    """Return what each letter of a word may be, None where too many of them may be others."""
    letters = [_by_small_letter(_choices(place)) for place in places]
    return letters if sum(len(each) > 1 for each in letters) <= _MOST_GAPS * len(places) else None


def _languages(model: Model, others: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Return the language of a model, and the others with the bits that they cost more."""
    return tuple(({model.language: 0.0} | dict(others)).items())


def _words_with_gaps(places: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each word of which some letter may be another."""
    start, has_gap = 0, False
    for at, place in enumerate((*places, Place(" "))):
        if _is_letter(place):
            has_gap = has_gap or bool(place.choices)
            continue
        end = at
        while start < end and places[start].char in JOINERS and not places[start].choices:
            start += 1
        while start < end and places[end - 1].char in JOINERS and not places[end - 1].choices:
            end -= 1
        if has_gap and end - start <= LONGEST:
            yield start, end
        start, has_gap = at + 1, False


def _is_letter(place: Place) -> bool:
    if place.char == REPLACEMENT:
        return any(script_of(each.char) or each.char in JOINERS for each in place.choices)
    return place.char in JOINERS or script_of(place.char) is not None


@lru_cache(maxsize=_REMEMBERED_WORDS)
def _respelled_word(
    places: tuple[Place, ...], languages: tuple[tuple[str, float], ...], group: str
) -> Sequence[Place]:
    """Return the places of a word as the cheapest way to read it has them."""
    places = _without_capitals_inside(places)
    letters = _letters_of_word(places)
    if letters is None:
        return places
    readings: list[_Reading] = []
    for tag, bits in languages:
        if (lexicon := load_lexicon(tag)) is not None:
            readings += _known(places, letters, lexicon, bits)
    if min((reading.bits for reading in readings), default=inf) > UNKNOWN_BITS:
        readings += _unknown(places, model_in(load_group(group), languages[0][0]))
    best = min(readings)
    shares = [(reading.word, 2.0 ** (best.bits - reading.bits)) for reading in readings]
    total = sum(share for _, share in shares)
    spelled = []
    for at, place in enumerate(places):
        letter = best.word[at]
        if place.choices and letter in letters[at]:
            share = sum(share for word, share in shares if word[at] == letter)
            char = _in_case(letters[at][letter], best.cased[at])
            place = place._replace(char=char, probability=share / total)
        spelled.append(place)
    return spelled


def _without_capitals_inside(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return the places of a word, which are no capitals behind its first where it has small letters.

    A place that may be nothing else stays as it is.
    """
    if not any(place.char.islower() for place in places if not place.choices):
        return places
    kept = [tuple(each for each in place.choices if not each.char.isupper()) for place in places]
    inside = [place._replace(choices=small) for place, small in zip(places, kept, strict=True)]
    chosen = [new if new.choices else old for old, new in zip(places, inside, strict=True)]
    return (*places[:1], *chosen[1:])


def _in_case(choices: list[Choice], wanted: str) -> str:
    """Return the cheapest of the forms of a letter, the one that is wanted if it is among them."""
    return min(choices, key=lambda choice: (choice.bits, choice.char != wanted)).char


def _known(
    places: Sequence[Place],
    letters: Sequence[dict[str, list[Choice]]],
    lexicon: Lexicon,
    language_bits: float,
) -> Iterator[_Reading]:
    """Yield the words of a language that fit."""
    is_in_capitals = _is_in_capitals(places)
    for word, bits, is_capitalized in lexicon.matching(letters):
        price = sum(
            min(choice.bits for choice in choices[letter])
            for choices, letter in zip(letters, word, strict=True)
        )
        cased = word.upper() if is_in_capitals else word.capitalize() if is_capitalized else word
        yield _Reading(
            language_bits + bits + price, word, cased if len(cased) == len(word) else word
        )


def _is_in_capitals(places: Sequence[Place]) -> bool:
    known = "".join(place.char for place in places if not place.choices)
    return len(known) > 1 and known.isupper()


def _choices(place: Place) -> tuple[Choice, ...]:
    return place.choices or (Choice(place.char),)


@lru_cache(maxsize=_REMEMBERED_PLACES)
def _by_small_letter(choices: tuple[Choice, ...]) -> dict[str, list[Choice]]:
    """Return what a place may be, by the letters of the lexicon."""
    found: dict[str, list[Choice]] = {}
    for choice in choices:
        found.setdefault(small_letter(choice.char), []).append(choice)
    return found


def _unknown(places: Sequence[Place], model: Model) -> list[_Reading]:
    """Return the cheapest words of any letters that fit."""
    alphabet, table = model.group.alphabet, model.table
    beam = [(0.0, " ")]
    for place in (*places, Place(" ")):
        ways = [(bits, word, alphabet.symbol_of[word[-1]]) for bits, word in beam]
        longer = [
            (bits + price + table[column | before] / UNITS_PER_BIT, word + char)
            for char, column, price in _columns(_choices(place), alphabet.name)
            for bits, word, before in ways
        ]
        if len(longer) > _BY_PAIRS:
            longer = sorted(longer)[:_BY_PAIRS]
        beam = [
            (bits + _trigram_bits(alphabet.name, model.language, word[-3:].lower()), word)
            for bits, word in longer
        ]
        if len(beam) > _BEAM:
            beam = sorted(beam)[:_BEAM]
    return [
        _Reading(
            UNKNOWN_BITS + UNKNOWN_SHARE * bits,
            "".join(small_letter(char) if script_of(char) else REPLACEMENT for char in word[1:-1]),
            word[1:-1],
        )
        for bits, word in beam
    ]


@lru_cache(maxsize=_REMEMBERED_PLACES)
def _columns(choices: tuple[Choice, ...], group: str) -> tuple[tuple[str, int, float], ...]:
    """Return each choice with where its symbol is in the table of a language, and its price in bits.

    Of those that cost the same behind any letter only as many as may be gone on from.
    """
    alphabet = load_group(group).alphabet
    alike: dict[tuple[int, float], list[str]] = {}
    for char, bits in sorted(choices):
        alike.setdefault((alphabet.symbol_of[char], bits), []).append(char)
    return tuple(
        (char, symbol << 8, bits + alphabet.bits_within(symbol))
        for (symbol, bits), chars in alike.items()
        for char in chars[:_BY_PAIRS]
    )


@lru_cache(maxsize=_REMEMBERED)
def _trigram_bits(group: str, language: str, trigram: str) -> float:
    """Return what three characters cost more than their pairs do, in bits."""
    trigrams = load_trigrams(group)
    if trigrams is None:
        return 0.0
    return trigrams.costs(trigram)[group_languages(group).index(language)] / UNITS_PER_BIT
