"""The cheapest way through a lattice of bytes, and how sure each guessed character is.

A character that lost bytes stands for all that fit it; afterwards the likeliest of them is named
where it is likelier than not between its neighbors, else it stays U+FFFD.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from mojifix.codepages.losses import REPLACEMENT
from mojifix.language.lexicon import LONGEST
from mojifix.language.model import UNITS_PER_BIT
from mojifix.language.ngrams import Ngrams, load_ngrams
from mojifix.language.signs import likely
from mojifix.mojibake.lossy.eastasian.byte_lattice import ByteLattice, Choices
from mojifix.mojibake.lossy.eastasian.guessing import likeliest
from mojifix.mojibake.lossy.eastasian.writers import UTF_8
from mojifix.mojibake.lossy.models import Model
from mojifix.mojibake.lossy.naming import name_all
from mojifix.mojibake.lossy.places import Choice, Place
from mojifix.mojibake.lossy.respelling import respelled
from mojifix.mojibake.lossy.viterbi import Way, Ways

AS_IS_BITS: Final = 10.0  # that a character between garbled ones is meant as it stands
LOST_BITS: Final = 3.0  # per lost byte of a character that cannot be named
UNKNOWN_BITS: Final = 14.0  # … and per such character
_AS_IS_UNITS: Final = int(AS_IS_BITS * UNITS_PER_BIT)
_LOST_UNITS: Final = int(LOST_BITS * UNITS_PER_BIT)
_UNKNOWN_UNITS: Final = int(UNKNOWN_BITS * UNITS_PER_BIT)
_MANY: Final = 64  # choices that are weighed after the best few states only
_FEW: Final = 3


class Step(NamedTuple):
    """A character of the way.

    Attributes:
        start, end: nodes.
        choices: what its bytes may be, None for a character that stands as it is.
        char: the character, U+FFFD when it cannot be named.
        probability: that it is the right one, 0..1.
    """

    start: int
    end: int
    choices: Choices | None
    char: str
    probability: float = 1.0

    @property
    def lost(self) -> int:
        """Return how many of its bytes are lost."""
        return self.choices.lost if self.choices else 0

    @property
    def is_blind(self) -> bool:
        """Tell whether nothing at all is known of the character but how many bytes it had."""
        return self.choices is not None and self.choices.lost == self.choices.size


def search(lattice: ByteLattice, text: str, model: Model, before: str, after: str) -> list[Step]:
    """Return the cheapest way through the lattice of a text, read in one language.

    Args:
        lattice: the lattice.
        text: the text.
        model: of the language.
        before: what stands in front of the text, at least a character.
        after: what stands behind it, likewise.
    """
    group, table = model.group, model.table
    symbol_of = group.alphabet.symbol_of
    first, last = symbol_of[before[-1]], symbol_of[after[0]]
    unknown = symbol_of[REPLACEMENT]
    ways = Ways[Choices](len(lattice.edges), first, table)
    name = group.alphabet.name
    is_utf8 = lattice.reading.true == UTF_8
    for node in range(len(lattice.edges) - 1):
        likely = ways.likely(node)
        if not likely:
            continue
        index = lattice.char_at[node]
        if index is not None:
            char, end = text[index], lattice.node_of[index + 1]
            price = 0 if char < "\x80" else _AS_IS_UNITS
            ways.go_on(likely, node, end, ((symbol_of[char], price),), None)
            if char < "\x80" and is_utf8 and len(lattice.edges[node]) == 1:
                continue  # ASCII is nothing else in UTF-8
        for end, choices in lattice.arcs(node, name):
            _take(ways, likely, node, end, choices, unknown)
    path = ways.to_end(last)
    chars = [_known(way, text, lattice) for way in path]
    ngrams = load_ngrams(name)
    if ngrams is not None:
        return _named_by_ngrams(path, chars, ngrams, before, after)
    symbols = [first, *(way.symbol for way in path), last]
    return _respelled(_named(path, chars, symbols, model, before, after), model, before, after)


def _take(
    ways: Ways[Choices],
    likely: list[Way[Choices]],
    node: int,
    end: int,
    choices: Choices,
    unknown: int,
) -> None:
    """Read some bytes as each of the characters that they may be, and as one that is unknown."""
    cheapest = likely[0].units
    if choices.shares and ways.may_win(cheapest + choices.shares[0][1], end):
        before = likely if len(choices.shares) <= _MANY else likely[:_FEW]
        ways.go_on(before, node, end, choices.shares, choices)
    if choices.lost:
        units = cheapest + _UNKNOWN_UNITS + _LOST_UNITS * choices.lost
        if ways.may_win(units, end):
            nameless = Choices((), choices.lost, choices.size, ())
            ways.jump(Way(units, unknown, node, end, nameless, likely[0]))


def _known(way: Way[Choices], text: str, lattice: ByteLattice) -> str:
    """Return the character of a step if it lost nothing, else nothing."""
    if way.what is not None:
        return "" if way.what.lost else way.what.chars[0].char
    index = lattice.char_at[way.start]
    assert index is not None
    return text[index]


def _named_by_ngrams(
    path: list[Way[Choices]], chars: list[str], ngrams: Ngrams, before: str, after: str
) -> list[Step]:
    """Return the characters of a path, the known of which are given, of a language that has n-grams."""
    places = [
        [Choice(each.char) for each in way.what.chars]
        if way.what is not None and not char
        else [Choice(char)]
        for char, way in zip(chars, path, strict=True)
    ]
    steps = []
    for way, named in zip(path, name_all(places, ngrams, before, after), strict=True):
        probability = named.probability if named.char != REPLACEMENT else 0.0
        steps.append(Step(way.start, way.end, way.what, named.char, probability))
    return steps


def _named(
    path: list[Way[Choices]],
    chars: list[str],
    symbols: list[int],
    model: Model,
    before: str,
    after: str,
) -> list[Step]:
    """Return the characters of a path; given are the known ones, and the symbols with one around."""
    shown = before + "".join(map(_shown, path, chars)) + after
    choices = {
        at: signs
        for at, way in enumerate(path, len(before))
        if way.what is not None and way.what.lost and (signs := way.what.signs)
    }
    weights = likely(shown, choices, model.language) if choices else {}
    steps = []
    for number, (way, char) in enumerate(zip(path, chars, strict=True)):
        probability = 1.0
        if way.what is not None and way.what.lost:
            char, probability = REPLACEMENT, 0.0
            if way.what.chars:
                around = symbols[number], symbols[number + 2]
                of_signs = weights.get(len(before) + number, {})
                char, probability = likeliest(way.what.chars, around, model.table, of_signs)
        steps.append(Step(way.start, way.end, way.what, char, probability))
    return steps


def _shown(way: Way[Choices], char: str) -> str:
    """Return a character that is of the kind of the one of a step."""
    chars = way.what.chars if way.what is not None and not char else ()
    return next((each.char for each in chars if each.symbol == way.symbol), char or REPLACEMENT)


def _respelled(steps: list[Step], model: Model, before: str, after: str) -> list[Step]:
    """Return the steps with the guessed letters that make words of the language."""
    if not any(step.lost for step in steps):
        return steps
    left, right = before[-LONGEST:], after[:LONGEST]
    places = [*map(Place, left), *map(_place, steps), *map(Place, right)]
    spelled = respelled(places, model)[len(left) :]
    return [
        step._replace(char=place.char, probability=place.probability)
        for step, place in zip(steps, spelled, strict=False)
    ]


def _place(step: Step) -> Place:
    chars = step.choices.chars if step.choices is not None and step.lost else ()
    return Place(step.char, tuple(Choice(each.char) for each in chars), step.probability)
