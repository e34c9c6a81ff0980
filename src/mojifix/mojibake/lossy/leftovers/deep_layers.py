"""Letters that were garbled twice or more often, and of which no C1 control is left in the end.

Each byte of a letter is two characters by then, or four and so on, and what of them is no control: of
an ``é`` that is ``Ã`` and ``Â©``, where ``Ã`` may be any byte that begins two. As what is left of each
byte is known, the letters are found at once, not layer by layer.

>>> [edit.after for edit in find_edits("The PokÃÂ©mon games at the cafÃÂ©")]
['é', 'é']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, islice
from typing import Final

from mojifix.codepages.losses import REPLACEMENT
from mojifix.language import score
from mojifix.language.alphabet import script_of
from mojifix.language.model import UNITS_PER_BIT, Group, load_group
from mojifix.mojibake.edits import Edit, recoding
from mojifix.mojibake.lossy.leftovers.final_loss import LOSS_BITS
from mojifix.mojibake.lossy.leftovers.layer_images import (
    Chain,
    is_lossy,
    keeps_a_byte,
    readings,
    sequences,
    sign_of,
)
from mojifix.mojibake.lossy.models import EVIDENCE, Model, likely_languages, model_in
from mojifix.mojibake.lossy.respelling import Choice, Place, respelled
from mojifix.mojibake.utf8.proposals import LAYER_BITS, SLACK_BITS
from mojifix.mojibake.utf8.runs import DAMAGE_BITS
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.weighing.suspects import is_plausible
from mojifix.mojibake.words import Span, merged, spliced, window

_LATIN: Final = ("latin-1", "cp1252")
_CHAINS: Final = (
    *((below, above) for above in _LATIN for below in _LATIN),
    *((codepage,) * layers for layers in range(3, 8) for codepage in _LATIN),
)
_LOSSES: Final = ("", "?", REPLACEMENT)
# Each letter begins so; what lost no control is found layer by layer.
_MAY_BE: Final = re.compile("Ã[\xa0-\xbf ]?[?\ufffd]?[ÂÃâÅÆË]")
_CONTROL: Final = re.compile("[\x80-\x9f]")  # as long as there are some, none was lost
_SAMPLE: Final = 12  # words that choose the code pages and the language
_SAMPLE_SIZE: Final = 150  # code points of them
_BEAM: Final = 6  # ways to read a word
_REMEMBERED: Final = 4_096


# A way to read the start of a word: what it costs, its last symbol and character, and the way before.
_Way = tuple[int, int, str, "_Way | None"]


class _Reader:
    """Reads the words of a text that went through a chain, in a language.

    Args:
        chain: what became of the text.
        model: of the language.
        others: languages that the text may be in as well, and the bits that it costs more in them.
    """

    def __init__(
        self, chain: Chain, model: Model, others: Sequence[tuple[str, float]] = ()
    ) -> None:
        self.chain, self.model, self._others = chain, model, others
        self._words: dict[str, list[tuple[Span, Place]]] = {}

    def read(self, word: str) -> list[tuple[Span, Place]]:
        """Return where characters were garbled in a word, and as what each is read."""
        if word not in self._words:
            self._words[word] = self._read(word)
        return self._words[word]

    def text_of(self, word: str) -> str:
        """Return a word as it is read."""
        return _with(word, self.read(word))

    def _read(self, word: str) -> list[tuple[Span, Place]]:
        places: list[Place] = []
        numbers, at = [], 0
        for match in sequences(self.chain).finditer(word):
            if choices := _of_group(self.model.group.alphabet.name, self.chain, match.group()):
                places += map(Place, word[at : match.start()])
                numbers.append((match.span(), len(places)))
                places.append(Place(REPLACEMENT, choices))
                at = match.end()
        places += map(Place, word[at:])
        gone = sum(not keeps_a_byte(self.chain, word[slice(*span)]) for span, _ in numbers)
        if 2 * gone > len(places):  # of letters that kept nothing no word is made
            return []
        named: Sequence[Place] = _named(places, self.model)
        if self.model.language:
            named = respelled(named, self.model, self._others)
        return [(span, named[number]) for span, number in numbers]


@lru_cache(maxsize=_REMEMBERED)
def _of_group(group: str, chain: Chain, sequence: str) -> tuple[Choice, ...]:
    """Return the signs, and the letters of a group, that are left as a sequence."""
    return tuple(
        choice
        for choice in readings(chain, sequence)
        if (script := script_of(choice.char)) is None or group in score.group_names_of(script)
    )


def _named(places: list[Place], model: Model) -> list[Place]:
    """Return the places of a word, each read as what goes best with its neighbors."""
    name, table = model.group.alphabet.name, model.table
    start: _Way = (0, model.group.alphabet.symbol_of[" "], " ", None)
    beam = [start]
    for place in (*places, Place(" ")):
        ways: list[_Way] = []
        for symbol, price, char in _symbols(place.choices or (Choice(place.char),), name):
            column = symbol << 8
            # No two ways end alike, so that no more than their ends are compared.
            cost, _, before = min((way[0] + table[column | way[1]], way[1], way) for way in beam)
            ways.append((cost + price, symbol, char, before))
        beam = sorted(ways)[:_BEAM]
    way: _Way | None = beam[0][3]
    read: list[Place] = []
    for place in reversed(places):
        assert way is not None  # there is a step for each place
        read.append(place._replace(char=way[2]))
        way = way[3]
    return read[::-1]


@lru_cache(maxsize=_REMEMBERED)
def _symbols(choices: tuple[Choice, ...], group: str) -> tuple[tuple[int, int, str], ...]:
    """Return the symbols of what a place may be, each with the cheapest character and its price."""
    alphabet = load_group(group).alphabet
    best: dict[int, tuple[float, str]] = {}
    for char, bits in choices:
        symbol = alphabet.symbol_of[char]
        way = bits + alphabet.bits_within(symbol), char
        best[symbol] = min(way, best.get(symbol, way))
    return tuple((symbol, int(UNITS_PER_BIT * bits), char) for symbol, (bits, char) in best.items())


def _with(word: str, letters: Iterable[tuple[Span, Place]]) -> str:
    return spliced(word, ((*span, place.char) for span, place in letters))


def find_edits(text: str) -> list[Edit]:
    """Return the letters that can be named, sorted and disjoint."""
    if not _MAY_BE.search(text) or _CONTROL.search(text):
        return []
    scale = Scale(text)
    best: tuple[Chain, Group, list[str]] | None = None
    most = 0.0
    for chain, sample in _samples(text):
        price = DAMAGE_BITS + LAYER_BITS * (len(chain.codepages) - 1)
        for group in _groups(chain, sample):
            reader = _Reader(chain, Model("", group, group.blend))
            read = [(word, reader.text_of(word)) for word in sample]
            likely = [words for words in read if is_plausible(words[1], scale, SLACK_BITS)]
            saved = sum(_saved(*words, scale) for words in likely) - price
            if saved > most:
                best, most = (chain, group, sample), saved
    return [*_edits(text, _reader(text, *best), scale)] if best else []


def _samples(text: str) -> Iterator[tuple[Chain, list[str]]]:
    """Yield what may have happened to a text, and some words that differ by it."""
    seen = set()
    for chain in _chains(text):
        sample = _shortest(text[slice(*span)] for span in islice(_words(text, chain), _SAMPLE))
        key = frozenset(_readings(chain, sample).items())
        if sample and key not in seen:
            seen.add(key)
            yield chain, sample


def _readings(chain: Chain, sample: list[str]) -> dict[str, tuple[Choice, ...]]:
    """Return what is left of characters in some words, each with what these may be."""
    found = {each for word in sample for each in sequences(chain).findall(word)}
    return {each: readings(chain, each) for each in found}


def _shortest(words: Iterable[str]) -> list[str]:
    """Return as many words as are no longer together than a sample may be, or the start of one."""
    ordered = sorted(words, key=len)
    sizes = accumulate(map(len, ordered))
    return [word for word, size in zip(ordered, sizes, strict=True) if size <= _SAMPLE_SIZE] or [
        word[:_SAMPLE_SIZE] for word in ordered[:1]
    ]


def _chains(text: str) -> Iterator[Chain]:
    for loss in _LOSSES:
        for codepages in _CHAINS if loss in text else ():
            chain = Chain(codepages, loss)
            if sign_of(chain) in text:
                yield chain


def _words(text: str, chain: Chain) -> Iterator[Span]:
    """Yield the words that a chain has damaged, and which hold nothing else beyond ASCII."""
    lossy = (
        match.span() for match in sequences(chain).finditer(text) if is_lossy(chain, match.group())
    )
    for start, end in merged(window(text, *span) for span in lossy):
        if sequences(chain).sub("", text[start:end]).isascii():
            yield start, end


def _saved(word: str, after: str, scale: Scale) -> float:
    """Return the bits that the reading of a word saves."""
    return scale.saved(word, after) + LOSS_BITS * after.count(REPLACEMENT)


def _groups(chain: Chain, sample: list[str]) -> Iterator[Group]:
    """Yield the groups of languages that a sample may be in."""
    names = {"latin": None}
    if not any(map(_is_small, "".join(sample))):
        names |= {
            script: None
            for _, choices in sorted(_readings(chain, sample).items())
            for char, _ in choices
            if (script := script_of(char))
        }
    for name in names:
        yield from score.groups_of(name)


def _reader(text: str, chain: Chain, group: Group, sample: list[str]) -> _Reader:
    """Return what reads a text in the likeliest language of a group."""
    blended = _Reader(chain, Model("", group, group.blend))
    around = f"{' '.join(map(blended.text_of, sample))} {text[:EVIDENCE]}"
    likely = likely_languages(group, around)
    return _Reader(chain, model_in(group, likely[0][0]), likely)


def _is_small(char: str) -> bool:
    return "a" <= char <= "z"


def _edits(text: str, reader: _Reader, scale: Scale) -> Iterator[Edit]:
    """Yield the letters of the words that read better."""
    steps, code = recoding(reader.chain.codepages[-1])
    layers = len(reader.chain.codepages)
    for start, end in _words(text, reader.chain):
        word = text[start:end]
        letters = reader.read(word)
        after = _with(word, letters)
        saved = _saved(word, after, scale)
        if saved <= 0:
            continue
        for (left, right), place in letters:
            yield Edit(
                start + left,
                start + right,
                place.char,
                steps * layers,
                saved / len(letters),
                guessed=True,
                code=code,
                guesses=place.probability,
            )
