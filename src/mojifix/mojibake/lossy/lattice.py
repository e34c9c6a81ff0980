"""Sequences with lost bytes: every byte they may have held, and the text that reads best.

A no-break space became a space or vanished, a byte that the code page does not define became ``?``,
U+FFFD or nothing, a curly quote became straight. Each such place is a small set of possible bytes;
a whole line is a lattice of literal characters and UTF-8 sequences over those sets, and Viterbi's
algorithm finds the cheapest path in the language of the text. Characters that a path had to choose
are marked as guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from mojifix.codepages import singlebyte, utf8
from mojifix.codepages.utf8 import LEADS
from mojifix.language import score
from mojifix.language.model import UNITS_PER_BIT, Group
from mojifix.mojibake.edits import Edit, replaced
from mojifix.mojibake.lossy.leads import are_of, leads_on, may_lead_on
from mojifix.mojibake.lossy.sequences import (
    SEQUENCE_BITS,
    Arc,
    Case,
    Losses,
    fate_of,
    losses_of,
    sequences_at_start,
)
from mojifix.mojibake.lossy.spaces import respaced
from mojifix.mojibake.lossy.viterbi import Ways
from mojifix.mojibake.suspects import excess_bits, suspects
from mojifix.mojibake.weigh import Scale
from mojifix.mojibake.words import Span, non_ascii_words, same_word, window

UNKNOWN_BITS: Final = 20.0  # that a text is damaged of which no whole sequence is left
CAPITAL_BITS: Final = 10.0  # … but a capital after a small letter
LEAD_BITS: Final = 6.0  # that a lead byte is a character of its own, where others are garbled
TWIN_BITS: Final = 10.0  # that a text was read as the twin of the code page it shows signs of
COMMON: Final = (
    "cp1252", "latin-1", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "cp874",
)  # fmt: skip
_TWINS: Final = {"cp1252": ("latin-1", "cp1254"), "latin-1": ("cp1252",), "cp1254": ("cp1252",)}
_MOST_SCRIPTS: Final = 3  # that a region is read in, besides Latin
_LEAST_SHARE: Final = 0.1  # of the lead bytes, that must announce a script for it to be tried
_WHOLE_UNITS: Final = int(UNITS_PER_BIT * SEQUENCE_BITS)
_PAIR: Final = 2  # characters of a sequence of two bytes
_REGION_LIMIT: Final = 2_000  # code points that are searched at once
EVIDENCE: Final = 300  # code points around a region that tell its language

_CAPITAL_INSIDE: Final = re.compile("[a-z\xdf-\xff][\xc0-\xde]")
_HIGH_PAIR: Final = re.compile("[^\x00-\x7f\xa0]{2}")


def _search(
    losses: Losses, line: str, group: Group, table: bytes, lead_bits: float
) -> list[tuple[int, Arc]]:
    """Return the sequences on the cheapest path as (start, arc) pairs.

    Args:
        losses: what may stand for which bytes in the code page.
        line: the text.
        group: the languages that the table is of.
        table: what pairs of symbols cost.
        lead_bits: what it costs that a lead byte is meant as the character it is.
    """
    symbol_of = group.alphabet.symbol_of
    space = symbol_of[" "]
    price = int(UNITS_PER_BIT * lead_bits)
    ways = Ways[Arc](len(line) + 1, space, table)
    whole = {} if losses.fate.case else _whole(losses.codepage, line)
    for at, char in enumerate(line):
        likely = ways.likely(at)
        if not likely:
            continue
        if char <= "\x7f":
            ways.go_on(likely, at, at + 1, ((symbol_of[char], 0),), None)
            continue
        if at in whole:  # a lost byte makes no sequence whole
            arc = whole[at]
            ways.go_on(likely, at, at + arc.end, ((symbol_of[arc.char], _WHOLE_UNITS),), arc)
            continue
        is_lead = losses.exact.get(char, 0) >= LEADS.start and char in losses.leads
        ways.go_on(likely, at, at + 1, ((symbol_of[char], price * is_lead),), None)
        for arc in sequences_at_start(losses.codepage, losses.fate, line[at : at + 4]):
            units = int(UNITS_PER_BIT * arc.bits)
            ways.go_on(likely, at, at + arc.end, ((symbol_of[arc.char], units),), arc)
    return [
        (way.start, way.what._replace(end=way.end))
        for way in ways.to_end(space)
        if way.what is not None
    ]


def _whole(codepage: str, line: str) -> dict[int, Arc]:
    """Return the sequences that lost nothing, by where they start."""
    found = {}
    for start, end, after in utf8.runs(line, codepage):
        sizes = [len(char.encode()) for char in after]
        for char, size in zip(after, sizes, strict=True) if sum(sizes) == end - start else ():
            found[start] = Arc(size, char, SEQUENCE_BITS, guessed=False)
            start += size
    return found


# Scripts by the lead bytes of their UTF-8 (The Unicode Standard, block assignments).
_SCRIPT_OF_LEAD: Final = {
    **dict.fromkeys(range(0xC3, 0xC6), "latin"), 0xC6: "latin", 0xC8: "latin", 0xC9: "latin",
    **dict.fromkeys((0xCE, 0xCF), "greek"), **dict.fromkeys(range(0xD0, 0xD4), "cyrillic"),
    **dict.fromkeys((0xD4, 0xD5, 0xD6), "armenian"), 0xD7: "hebrew",
    **dict.fromkeys(range(0xD8, 0xDC), "arabic"), 0xDE: "thaana", 0xE3: "han",
    **dict.fromkeys(range(0xE4, 0xEA), "han"), **dict.fromkeys(range(0xEA, 0xEE), "hangul"),
}  # fmt: skip
_INDIC_BY_SECOND: Final = (
    (0xA4, "devanagari"), (0xA6, "bengali"), (0xA8, "gurmukhi"), (0xAA, "gujarati"),
    (0xAC, "oriya"), (0xAE, "tamil"), (0xB0, "telugu"), (0xB2, "kannada"), (0xB4, "malayalam"),
    (0xB6, "sinhala"), (0xB8, "thai"), (0xBA, "lao"), (0xBC, "tibetan"),
)  # fmt: skip
_E1_BY_SECOND: Final = (
    (0x80, "myanmar"), (0x82, "georgian"), (0x88, "ethiopic"), (0x9E, "khmer"), (0xB8, "latin"),
)  # fmt: skip


def _scripts(losses: Losses, text: str) -> set[str]:
    """Return the scripts that most of the lead bytes in a text announce, and Latin if it has any."""
    found: Counter[str] = Counter()
    for at, char in enumerate(text):
        for lead in losses.leads.get(char, ()):
            script = _SCRIPT_OF_LEAD.get(lead.byte) if not lead.bits else None
            if lead.byte in (0xE0, 0xE1) and at + 1 < len(text):
                second = losses.exact.get(text[at + 1], 0)
                starts = _INDIC_BY_SECOND if lead.byte == 0xE0 else _E1_BY_SECOND
                script = next((name for first, name in reversed(starts) if second >= first), None)
            if script:
                found[script] += 1
    least = _LEAST_SHARE * found.total()
    scripts = {name for name, count in found.most_common(_MOST_SCRIPTS) if count >= least}
    latin = found["latin"] + sum(map(str.isascii, filter(str.isalpha, text)))
    return scripts | {"latin"} if latin >= least else scripts


def _models(losses: Losses, language: str, line: str) -> Iterator[tuple[Group, bytes]]:
    """Yield the models that a damaged line may be read with, given the language around it."""
    for script in sorted(_scripts(losses, line)):
        groups = score.groups_of(script)
        if script != "latin":  # which a foreign name is written in, in all of its groups
            groups = tuple(group for group in groups if language in group.languages) or groups
        for group in groups:
            if language in group.languages:
                yield group, group.tables[group.languages.index(language)]
            else:
                yield group, group.blend


def find_edits(text: str, codepages: set[str], scale: Scale) -> list[Edit]:
    """Return the repairs of sequences that lost a byte, sorted and disjoint.

    Args:
        text: the text, in which whole sequences are repaired already.
        codepages: what it is known to have been read as; when empty, the common ones are tried.
        scale: weighs words in the languages of the text.
    """
    known = codepages & set(singlebyte.CODEPAGES)
    regions = suspect_regions(text, scale)
    best: tuple[float, list[Edit]] = (0.0, [])
    unknown = CAPITAL_BITS if _CAPITAL_INSIDE.search(text) else UNKNOWN_BITS
    pages: Sequence[str] = relatives(known)
    high: dict[Span, list[str]] = {}
    if not known:
        regions = [span for span in regions if _excess(text, span) > unknown]
        high = {span: _beyond_ascii(text[slice(*span)]) for span in regions}
        pages = [page for page in COMMON if any(are_of(page, chars) for chars in high.values())]
    for losses in distinct_losses(text, regions, pages):
        codepage = losses.codepage
        edits = []
        for span in regions:
            if known or (are_of(codepage, high[span]) and may_lead_on(losses, text[slice(*span)])):
                edits += region_edits(losses, text, span, scale, known=bool(known))
        if not known and not any(_tells(text, edit) for edit in edits):
            continue
        price = 0.0 if codepage in known else TWIN_BITS if known else unknown
        total = sum(edit.bits for edit in edits) - price
        if total > best[0]:
            best = total, edits
    return best[1]


def _tells(text: str, edit: Edit) -> bool:
    """Tell whether an edit is more than a pair of whole bytes, such as the end of ``«5В»``.

    One that is a capital after a small letter is.
    """
    if edit.guessed or edit.end - edit.start > _PAIR:
        return True
    return _CAPITAL_INSIDE.search(text, max(0, edit.start - 1), edit.start + 1) is not None


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


def shows_capitals_inside(text: str) -> bool:
    """Tell whether a capital beyond ASCII follows a small letter, as lead bytes of UTF-8 do."""
    return _CAPITAL_INSIDE.search(text) is not None


def _beyond_ascii(piece: str) -> list[str]:
    return [char for char in piece if char > "\x7f" and char != "\ufffd"]


def _excess(text: str, span: Span) -> float:
    words = text[span[0] : span[1]].split()
    return sum(max(0.0, excess_bits(word)) for word in words)


def suspect_regions(text: str, scale: Scale) -> list[Span]:
    """Return the stretches to search: words that no language explains, with what joins them."""
    regions: list[Span] = []
    for start, end in suspects(text, non_ascii_words(text), scale):
        left, right = max(0, start - 2), min(len(text), end + 2)
        if regions and left <= regions[-1][1] and right - regions[-1][0] <= _REGION_LIMIT:
            regions[-1] = (regions[-1][0], right)
        else:
            left = max(left, regions[-1][1]) if regions else left
            regions.append((left, min(right, left + _REGION_LIMIT)))
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
    language: str = "",
) -> list[Edit]:
    """Return the repairs of the words of a stretch that read better, in the language of the text.

    Args:
        losses: what may stand for which bytes in the code page.
        text: the text.
        span: the stretch to search, in code points.
        scale: weighs words in the languages of the text.
        known: whether the code page is; otherwise a word has to show its damage.
        least: bits that a word has to save for each byte it lost.
        language: of the text; that of the text around the stretch when left out.
    """
    start, end = span
    piece = text[start:end]
    if not leads_on(losses, piece):
        return []
    language = language or score.best_language(text[max(0, start - EVIDENCE) : end + EVIDENCE])
    lead_bits = LEAD_BITS if known else 0.0
    paths = [
        respaced(
            _search(losses, piece, group, table, lead_bits), piece, group.alphabet.name, losses.fate
        )
        for group, table in _models(losses, language, piece)
    ]
    page = losses.codepage
    offers = [_path_edits(path, page, piece, start, scale, known, least) for path in paths]
    return max(offers, key=partial(_saved, text, span, scale), default=[])


def _saved(text: str, span: Span, scale: Scale, edits: list[Edit]) -> float:
    """Return what some edits save over a stretch, weighed as a whole: they part words, or join them."""
    start, end = span
    piece = text[start:end]
    return scale.saved(piece, replaced(piece, [edit.moved(-start) for edit in edits]))


def _is_clear(piece: str, run: list[tuple[int, Arc]]) -> bool:
    """Tell whether a run stands for itself.

    Sequences side by side do, one with U+FFFD in it, one of which two bytes are left and the third
    is seen to be lost, and one that is a capital after a small letter.
    """
    start, end = run[0][0], run[-1][1].end
    beside = any(arc.end == at for (_, arc), (at, _) in pairwise(run))
    if (beside and not all(arc.guessed for _, arc in run)) or "\ufffd" in piece[start:end]:
        return True
    if _CAPITAL_INSIDE.search(piece, max(0, start - 1), start + 1):
        return True
    return any(
        _HIGH_PAIR.match(piece, at, arc.end) and len(arc.char.encode()) == arc.end - at
        for at, arc in run
    )


def _path_edits(
    path: list[tuple[int, Arc]],
    codepage: str,
    piece: str,
    offset: int,
    scale: Scale,
    known: bool,
    least: float,
) -> list[Edit]:
    """Return the words of a path that read better than before."""
    edits: list[Edit] = []
    runs: list[list[tuple[int, Arc]]] = []
    for at, arc in path:
        if runs and same_word(piece, runs[-1][-1][1].end, at):
            runs[-1].append((at, arc))
        else:
            runs.append([(at, arc)])
    for run in runs:
        start, end = run[0][0], run[-1][1].end
        after, last = "", start
        for at, arc in run:
            after += piece[last:at] + arc.char
            last = arc.end
        left, right = window(piece, start, end)
        saved = scale.saved(piece[left:right], f"{piece[left:start]}{after}{piece[end:right]}")
        gain = saved - sum(arc.bits for _, arc in run)
        if gain > least * sum(arc.guessed for _, arc in run) and (known or _is_clear(piece, run)):
            edits.append(
                Edit(
                    start=offset + start,
                    end=offset + end,
                    after=after,
                    steps=(f"encode {codepage}", "decode utf-8"),
                    bits=gain,
                    guessed=any(arc.guessed for _, arc in run),
                    code=f"utf8-as-{codepage}",
                )
            )
    return edits
