"""Letters that were garbled twice or more often, and lost something of the layers above the first.

Each byte of a letter is two characters by then, or four and so on. Their C1 controls vanished or became
``?``: of an ``é`` that is ``Ã`` and ``Â©``, where ``Ã`` may be any byte that begins two. Or their
no-break spaces became spaces, their curly quotes straight, their soft hyphens nothing. As what is left
of each byte is known, the letters are found at once, not layer by layer.

>>> [edit.after for edit in find_edits("The PokÃÂ©mon games at the cafÃÂ©", set())]
['é', 'é']
>>> "".join(edit.after for edit in find_edits("Р В»Р В°Р СР С—Р В° Р С–Р С•РЎР‚Р С‘РЎвЂљ", set()))
'лампагорит'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, islice, product
from typing import Final

from mojifix.codepages.losses import REPLACEMENT
from mojifix.codepages.singlebyte import C1_CONTROL
from mojifix.language import score
from mojifix.language.alphabet import script_of
from mojifix.language.model import Group
from mojifix.mojibake.edits import Edit, recoding
from mojifix.mojibake.lossy.leftovers.final_loss import LOSS_BITS
from mojifix.mojibake.lossy.leftovers.layer_images import (
    KEPT,
    Chain,
    is_lossy,
    keeps_a_byte,
    may_have_garbled,
    readings,
    runs,
    sequences,
)
from mojifix.mojibake.lossy.models import Model, likely_languages, model_in, surrounding_blocks
from mojifix.mojibake.lossy.places import Choice, Place, with_gaps
from mojifix.mojibake.lossy.respelling import read
from mojifix.mojibake.utf8.proposals import LAYER_BITS, SLACK_BITS
from mojifix.mojibake.utf8.runs import DAMAGE_BITS
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.weighing.suspects import is_plausible
from mojifix.mojibake.words import Span, merged, spliced, window

_CHAINS: Final = (
    *product(("latin-1", "cp1252", "cp1251"), ("latin-1", "cp1252")),
    ("cp1251", "cp1251"),
    *(
        (codepage,) * layers
        for layers in range(3, 8)
        for codepage in ("latin-1", "cp1252", "cp1251")
    ),
)
_LOSSES: Final = ("", "?", REPLACEMENT, " ")
# Letters are left so, or begin so; of what lost nothing all is found layer by layer.
_MAY_BE: Final = re.compile(
    """Ã[\xa0-\xbf ]?[?\ufffd]?[ÂÃâÅÆË]|[ÅÆ]['"]|Ã[‚ƒ]Â(?![^\x00-\x7f]|[ ])"""
    "|[РÐ] [^\x00-\x7f]|[^\x00-\x7f] Ã"
)
_SMALL: Final = re.compile("[a-z]")  # letters that were Latin before
_SAMPLE: Final = 12  # words that choose the code pages and the language
_SAMPLE_SIZE: Final = 150  # code points of them
_REMEMBERED: Final = 4_096


class _Reader:
    """Reads the words of a text that went through a chain, in a language or others like it."""

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
        name = self.model.group.alphabet.name
        gaps = [
            (*match.span(), Place(REPLACEMENT, choices))
            for match in sequences(self.chain).finditer(word)
            if (choices := _of_group(name, self.chain, match.group()))
        ]
        places, numbers = with_gaps(word, gaps)
        gone = sum(not keeps_a_byte(self.chain, word[start:end]) for start, end, _ in gaps)
        if 2 * gone > len(places):  # of letters that kept nothing no word is made
            return []
        named = read(places, self.model, self._others)
        return [
            ((start, end), named[at]) for (start, end, _), at in zip(gaps, numbers, strict=True)
        ]


@lru_cache(maxsize=_REMEMBERED)
def _of_group(group: str, chain: Chain, sequence: str) -> tuple[Choice, ...]:
    """Return the signs, and the letters of a group, that are left as a sequence."""
    return tuple(
        choice
        for choice in readings(chain, sequence)
        if (script := script_of(choice.char)) is None or group in score.group_names_of(script)
    )


def _with(word: str, letters: Iterable[tuple[Span, Place]]) -> str:
    return spliced(word, ((*span, place.char) for span, place in letters))


def find_edits(text: str, known: set[str]) -> list[Edit]:
    """Return the letters that can be named, sorted and disjoint.

    Args:
        text: the text.
        known: code pages that the text is known to have been damaged by; added to.
    """
    if not _MAY_BE.search(text):
        return []
    scale = Scale(text)
    best: tuple[Chain, Group, list[str]] | None = None
    most = 0.0
    for chain, sample in _samples(text):
        price = DAMAGE_BITS + LAYER_BITS * (len(chain.codepages) - 1)
        for group in _groups(chain, sample):
            reader = _Reader(chain, Model("", group, group.blend))
            read = [(word, reader.text_of(word)) for word in sample]
            likely = [words for words in read if _is_likely(words[1], scale)]
            saved = sum(_saved(*words, scale) for words in likely) - price
            if saved > most:
                best, most = (chain, group, sample), saved
    if best is None:
        return []
    known.update(best[0].codepages)
    return [*_edits(text, _reader(text, *best), scale)]


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
    # As long as there are some, none was lost.
    losses = [KEPT] if C1_CONTROL.search(text) else [loss for loss in _LOSSES if loss in text]
    for loss in losses:
        for codepages in _CHAINS:
            chain = Chain(codepages, loss)
            if may_have_garbled(chain, text):
                yield chain


def _words(text: str, chain: Chain) -> Iterator[Span]:
    """Yield the words that a chain has damaged, and which hold nothing else beyond ASCII."""
    lossy = (
        match.span()
        for match in runs(chain).finditer(text)
        if any(is_lossy(chain, each) for each in sequences(chain).findall(match.group()))
    )
    for start, end in merged(window(text, *span) for span in lossy):
        if sequences(chain).sub("", text[start:end]).isascii():
            yield start, end


def _saved(word: str, after: str, scale: Scale) -> float:
    return scale.saved(word, after) + LOSS_BITS * after.count(REPLACEMENT)


def _is_likely(word: str, scale: Scale) -> bool:
    """Tell whether a word is one of a language, or of signs, which are in none."""
    return not any(map(str.isalnum, word)) or is_plausible(word, scale, SLACK_BITS)


def _groups(chain: Chain, sample: list[str]) -> Iterator[Group]:
    """Yield the groups of languages that a sample may be in."""
    names = {"latin": None}
    if not _SMALL.search("".join(sample)):
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
    around = surrounding_blocks(text, *next(_words(text, chain))).split()
    evidence = " ".join((*map(blended.text_of, sample), *filter(str.isascii, around)))
    likely = likely_languages(group, evidence)
    return _Reader(chain, model_in(group, likely[0][0]), likely)


def _edits(text: str, reader: _Reader, scale: Scale) -> Iterator[Edit]:
    """Yield the letters of the words that read better."""
    steps: tuple[str, ...] = ()
    code = recoding(reader.chain.codepages[-1])[1]
    for codepage in reversed(reader.chain.codepages):
        steps += recoding(codepage)[0]
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
                steps,
                saved / len(letters),
                guessed=True,
                code=code,
                guesses=place.probability,
            )
