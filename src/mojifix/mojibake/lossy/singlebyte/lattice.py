"""Sequences with lost bytes: every byte they may have held, and the text that reads best.

A no-break space became a space or vanished, a byte that the code page does not define became ``?``,
U+FFFD or nothing, a curly quote became straight. Each such place is a small set of possible bytes;
a whole line is a lattice of literal characters and UTF-8 sequences over those sets, and Viterbi's
algorithm finds the cheapest path in the language of the text. Characters that a path had to choose
are marked as guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import inf, prod
from operator import itemgetter
from typing import Final

from mojifix.codepages import singlebyte
from mojifix.mojibake.edits import Edit, recoding, replaced
from mojifix.mojibake.lossy.models import (
    Model,
    likely_languages,
    model_in,
    model_of,
    ngram_bits,
    surrounding_blocks,
    told_language,
)
from mojifix.mojibake.lossy.sampling import best_edits
from mojifix.mojibake.lossy.singlebyte.fate import Case, fate_of
from mojifix.mojibake.lossy.singlebyte.leads import (
    COMMON,
    are_of,
    change_most,
    in_sequences,
    leads_on,
    models_of,
)
from mojifix.mojibake.lossy.singlebyte.quotations import with_closed_quotations
from mojifix.mojibake.lossy.singlebyte.sequence_search import may_hold_sequences, search
from mojifix.mojibake.lossy.singlebyte.sequences import Losses, Path, losses_of
from mojifix.mojibake.lossy.singlebyte.shown_losses import (
    REGION_LIMIT,
    beyond_ascii,
    has_letters_out_of_place,
    is_clear,
    is_marked,
    stretches,
    tells,
)
from mojifix.mojibake.lossy.singlebyte.spelling import (
    is_known_word,
    makes_known_word,
    read_along,
    respaced,
    respelled,
)
from mojifix.mojibake.weighing.explanations import gained
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.weighing.suspects import excess_bits, suspects
from mojifix.mojibake.words import Span, non_ascii_words, same_word, window

UNKNOWN_BITS: Final = 20.0  # that a text is damaged of which no whole sequence is left
CAPITAL_BITS: Final = 10.0  # … but a capital after a small letter
LEAD_BITS: Final = 6.0  # that a lead byte is a character of its own, where others are garbled
TWIN_BITS: Final = 10.0  # that a text was read as the twin of the code page it shows signs of
# Of the characters in sequences under the likeliest code page, under any that is searched: none of the
# development sample's texts reads worse, and of letters of many scripts three pages are left of ten.
_LEAST_OF_MOST: Final = 0.8
_TWINS: Final = {"cp1252": ("latin-1", "cp1254"), "latin-1": ("cp1252",), "cp1254": ("cp1252",)}
# What signs must save more that are read in a language which the text gives no sign of. Of 400 comments
# in English with ``â€"`` for a dash 49 came back without this, 367 do now; the others said ``–``.
_OWN_BITS: Final = 8.0
_SIGNS: Final = re.compile("[\u2000-\u206f]+")  # that a text is set with
_REMEMBERED: Final = 256  # stretches and how they are read, some 10 kB each
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
    pages: Sequence[str] = relatives(known)
    high: dict[Span, list[str]] = {}
    if not known:
        regions = [span for span in regions if _excess(text, span) > unknown] or [*stretches(text)]
        high = {span: beyond_ascii(text[slice(*span)]) for span in regions}
        pages = [page for page in COMMON if any(are_of(page, chars) for chars in high.values())]

    def edits_of(losses: Losses, spans: list[Span]) -> list[Edit] | None:
        edits = []
        for span in spans:
            if known or are_of(losses.codepage, high[span]):
                edits += region_edits(losses, text, span, scale, known=bool(known))
        if known:
            return edits
        if not change_most(text, spans, edits, losses.codepage):
            return None
        if any(not is_marked(text, edit.start) for edit in edits):
            return edits
        return [edit for edit in edits if makes_known_word(text, edit, scale)]

    def price(losses: Losses, edits: list[Edit]) -> float:
        if known:
            return 0.0 if losses.codepage in known else TWIN_BITS
        every = [(0, len(text))]
        if not (
            any(tells(text, edit) for edit in edits)
            and change_most(text, every, edits, losses.codepage)
        ):
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
    text: str, regions: list[Span], codepages: Iterable[str], case: Case = ""
) -> Iterator[Losses]:
    """Yield what may stand for which bytes in some code pages, once if several read a text alike."""
    chars = sorted({char for start, end in regions for char in text[start:end]})
    seen = set()
    for codepage in codepages if regions else ():
        losses = losses_of(codepage, fate_of(text, codepage, case))
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


def relatives(codepages: set[str]) -> list[str]:
    """Return some code pages and those that agree with them on every byte both define."""
    return sorted(
        page
        for page in {*COMMON, *codepages}
        if any(page == other or page in _TWINS.get(other, ()) for other in codepages)
    )


def region_edits(
    losses: Losses,
    text: str,
    span: Span,
    scale: Scale,
    *,
    known: bool,
    least: float = 0.0,
    evidence: str = "",
) -> list[Edit]:
    """Return the repairs of the words of a stretch that read better, in the language of the text.

    Args:
        losses: what may stand for which bytes in the code page.
        text: the text.
        span: the stretch to search, in code points.
        scale: weighs words in the languages of the text.
        known: whether the code page is; otherwise a word has to show its damage, or be known.
        least: bits that a word has to save for each byte it lost.
        evidence: what tells the language; the text around the stretch when left out.
    """
    start, end = span
    piece = text[start:end]
    if not leads_on(losses, piece, known=known):
        return []
    quoted = with_closed_quotations(text, start, end, losses)
    if not may_hold_sequences(losses, quoted):
        return []
    evidence = evidence or surrounding_blocks(text, start, end)
    lead_bits = LEAD_BITS if known else 0.0
    language = told_language(evidence)
    # A word of another language than those around it is looked for where nothing tells the page.
    for tag in dict.fromkeys((language,) if known else (language, "")):
        offers: list[tuple[float, float, list[Edit]]] = []
        ideographic = offers.copy()
        for model in models_of(losses, tag, piece):
            path = _path(losses, quoted, model, lead_bits, evidence)
            edits = _path_edits(path, losses.codepage, piece, start, scale, known, least)
            # Weighed as a whole: edits part words, or join them.
            after = replaced(text, edits, start, end)
            saved = scale.saved(text[start:end], after)
            saved += _OWN_BITS if model.language == language and _is_of_signs(edits) else 0.0
            bits = ngram_bits(after, model)
            (offers if bits is None else ideographic).append((saved - (bits or 0.0), saved, edits))
        if ideographic:
            offers.append(max(ideographic, key=itemgetter(0)))
        _, _, best = max(offers, key=itemgetter(1), default=(0.0, 0.0, []))
        if best:
            return best
    return []


def _is_of_signs(edits: list[Edit]) -> bool:
    return bool(edits) and all(_SIGNS.fullmatch(edit.after) for edit in edits)


@lru_cache(maxsize=_REMEMBERED)
def _path(losses: Losses, piece: str, model: Model, lead_bits: float, evidence: str) -> Path:
    """Return the sequences that a stretch is read as best, with the words they make of guesses.

    Where the language is not known, what is read in the blend of all tells it.
    Signs alone are read in English where no other language is clearly better.
    """
    if not model.language:
        blended = search(losses, piece, model, lead_bits)
        if not blended:
            return blended
        evidence = read_along(blended, piece, 0, len(piece))
    likely = likely_languages(model.group, evidence, model.language)
    best = model_in(model.group, likely[0][0])
    path = search(losses, piece, best, lead_bits)
    if "en" in model.group.languages and all(_SIGNS.match(arc.char) for _, arc in path):
        path = search(losses, piece, model_of(model.group, evidence), lead_bits)
    path = respaced(path, piece, best, losses.fate)
    return respelled(path, losses, piece, best, likely)


def _by_word(path: Path, piece: str) -> list[Path]:
    """Return the parts of a path that are in one word each."""
    runs: list[Path] = []
    for at, arc in path:
        if runs and same_word(piece, runs[-1][-1][1].end, at):
            runs[-1].append((at, arc))
        else:
            runs.append([(at, arc)])
    return runs


def _path_edits(
    path: Path,
    codepage: str,
    piece: str,
    offset: int,
    scale: Scale,
    known: bool,
    least: float,
) -> list[Edit]:
    """Return the words of a path that read better than before."""
    edits: list[Edit] = []
    steps, code = recoding(codepage)
    for run in _by_word(path, piece):
        start, end = run[0][0], run[-1][1].end
        after = read_along(run, piece, start, end)
        left, right = window(piece, start, end)
        read = f"{piece[left:start]}{after}{piece[end:right]}"
        saved = gained(piece[left:right], read, scale)
        gain = saved - sum(arc.bits for _, arc in run)
        if gain > least * sum(arc.guessed for _, arc in run) and (
            known or is_clear(piece, run) or is_known_word(read)
        ):
            edits.append(
                Edit(
                    start=offset + start,
                    end=offset + end,
                    after=after,
                    steps=steps,
                    bits=gain,
                    guessed=any(arc.guessed for _, arc in run),
                    code=code,
                    guesses=prod(arc.probability for _, arc in run),
                )
            )
    return edits
