"""Sequences with lost bytes: every byte they may have held, and the text that reads best.

A no-break space became a space or vanished, a byte that the code page does not define became ``?``,
U+FFFD or nothing, a curly quote became straight. Each such place is a small set of possible bytes;
a whole line is a lattice of literal characters and UTF-8 sequences over those sets, and Viterbi's
algorithm finds the cheapest path in the language of the text. Characters that a path had to choose
are marked as guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import Final

from mojifix.codepages import singlebyte
from mojifix.mojibake.edits import Edit
from mojifix.mojibake.lossy.sampling import best_edits
from mojifix.mojibake.lossy.singlebyte.fate import fate_of
from mojifix.mojibake.lossy.singlebyte.leads import COMMON, are_of, in_sequences
from mojifix.mojibake.lossy.singlebyte.regions import region_edits
from mojifix.mojibake.lossy.singlebyte.sequences import Losses, losses_of
from mojifix.mojibake.lossy.singlebyte.shown_losses import (
    REGION_LIMIT,
    beyond_ascii,
    has_letters_out_of_place,
    is_marked,
    stretches,
    tells,
)
from mojifix.mojibake.lossy.singlebyte.spelling import makes_known_word
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.weighing.suspects import excess_bits, suspects
from mojifix.mojibake.words import Span, non_ascii_words

UNKNOWN_BITS: Final = 20.0  # that a text is damaged of which no whole sequence is left
CAPITAL_BITS: Final = 10.0  # … but a capital after a small letter
# Of the characters in sequences under the likeliest code page, under any that is searched: none of the
# development sample's texts reads worse, and of letters of many scripts three pages are left of ten.
_LEAST_OF_MOST: Final = 0.8
SAMPLE: Final = 600  # code points of a longer text that choose its code page


def find_edits(text: str, codepages: set[str], scale: Scale) -> list[Edit]:
    """Return the repairs of sequences that lost a byte, sorted and disjoint.

    Args:
        text: the text, in which whole sequences are repaired already.
        codepages: what it is known to have been read as; when empty, the common ones are tried.
        scale: weighs words in the languages of the text.
    """
    known = codepages & set(singlebyte.CODEPAGES)
    regions = suspect_regions(text, scale)
    unknown = CAPITAL_BITS if has_letters_out_of_place(text) else UNKNOWN_BITS
    pages: Sequence[str] = sorted(known)
    high: dict[Span, list[str]] = {}
    if not known:
        regions = [span for span in regions if _excess(text, span) > unknown] or [*stretches(text)]
        high = {span: beyond_ascii(text[slice(*span)]) for span in regions}
        pages = [page for page in COMMON if any(are_of(page, chars) for chars in high.values())]

    def edits_of(losses: Losses, spans: list[Span]) -> list[Edit]:
        edits = []
        for span in spans:
            if known or are_of(losses.codepage, high[span]):
                edits += region_edits(losses, text, span, scale, known=bool(known))
        if known or any(not is_marked(text, edit.start) for edit in edits):
            return edits
        return [edit for edit in edits if makes_known_word(text, edit, scale)]

    def price(_: Losses, edits: list[Edit]) -> float:
        if known:
            return 0.0
        if not any(tells(text, edit) for edit in edits):
            return inf
        # Of 25 short words such as ``blÅ`` 22 were changed without doubt, 4 are now.
        return unknown + scale.doubt(len(text) - sum(edit.end - edit.start for edit in edits))

    ways = list(distinct_losses(text, regions, pages))
    if not known:
        ways = _likely(ways, [text[start:end] for start, end in regions])
    return best_edits(ways, regions, SAMPLE, edits_of, price)


def _likely(ways: list[Losses], pieces: list[str]) -> list[Losses]:
    """Return the ways to read some pieces under which nearly as many of them are UTF-8 as may be."""
    found = [sum(in_sequences(losses, piece) for piece in pieces) for losses in ways]
    least = _LEAST_OF_MOST * max(found, default=0)
    return [losses for losses, inside in zip(ways, found, strict=True) if inside >= least]


def distinct_losses(
    text: str, regions: list[Span], codepages: Iterable[str], *, folded: bool = False
) -> Iterator[Losses]:
    """Yield what may stand for which bytes in some code pages, once if several read a text alike."""
    chars = sorted({char for start, end in regions for char in text[start:end]})
    seen = set()
    for codepage in codepages if regions else ():
        losses = losses_of(codepage, fate_of(text, codepage, folded=folded))
        ways = [(losses.leads.get(char), losses.continuations.get(char)) for char in chars]
        key = losses.dropped, *ways
        if key not in seen:
            seen.add(key)
            yield losses


def _excess(text: str, span: Span) -> float:
    words = text[span[0] : span[1]].split()
    return sum(max(0.0, excess_bits(word)) for word in words)


def suspect_regions(text: str, scale: Scale) -> list[Span]:
    """Return the stretches to search: words that no language explains, with what joins them."""
    regions: list[Span] = []
    for start, end in suspects(text, non_ascii_words(text), scale):
        left, right = max(0, start - 2), min(len(text), end + 2)
        if regions and left <= regions[-1][1] and right - regions[-1][0] <= REGION_LIMIT:
            regions[-1] = (regions[-1][0], right)
        else:
            left = max(left, regions[-1][1]) if regions else left
            regions.append((left, min(right, left + REGION_LIMIT)))
    return regions
