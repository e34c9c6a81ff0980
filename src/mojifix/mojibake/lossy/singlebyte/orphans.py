"""Lead bytes that lost what followed, beside sequences that are whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from functools import cache, partial
from operator import attrgetter
from typing import Final, NamedTuple

from mojifix.codepages import singlebyte, utf8
from mojifix.codepages.singlebyte import C1_CONTROL
from mojifix.language.alphabet import script_of
from mojifix.mojibake.edits import Edit, bits_saved, gaps, replaced, wrong_codec
from mojifix.mojibake.lossy.models import EVIDENCE
from mojifix.mojibake.lossy.singlebyte.fate import fate_of
from mojifix.mojibake.lossy.singlebyte.leads import COMMON, is_noise
from mojifix.mojibake.lossy.singlebyte.regions import region_edits
from mojifix.mojibake.lossy.singlebyte.sequences import (
    Losses,
    losses_of,
    piece_at,
    sequences_at_start,
)
from mojifix.mojibake.lossy.singlebyte.spelling import known_word_bits
from mojifix.mojibake.utf8.proposals import SLACK_BITS
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.weighing.suspects import excess_bits
from mojifix.mojibake.words import window

# What a lone lead byte must save to be taken for one: beside a garbled run of its script, where
# a letter that is not garbled would be odd, less than its price; anywhere else a little more.
BESIDE_BITS: Final = -4.0
ORPHAN_BITS: Final = 2.0
_TWIN_BITS: Final = 6.0  # that another code page is meant, which reads all that is whole the same
_AT_HOME: Final = 3  # times that a character is in garbled runs which is one of theirs
_LONELY: Final = -2.0  # bits over the norm that the word of a lone lead byte costs at least
# Lone lead bytes in a block of text most of which is no UTF-8, or is repaired already. With none, a
# text of the development sample loses its last word; 40,000 random letters of Thai took 51 s, now 3.
_FEW_IN_NOISE: Final = 8


def with_orphans(text: str, edits: list[Edit], scale: Scale) -> list[Edit]:
    """Return the edits of one code page, with the lead bytes beside them that lost what followed.

    ``Р азРґРµР»`` is ``Раздел`` but for a no-break space that became a space. Once the rest of the
    word is repaired, the ``Р`` that is left looks like any other letter of its script, and only
    here can it be told from one. Of code pages that read alike what is whole, words that are known
    speak for theirs: ``TumÅ?Ä?`` is Latvian ``tumšā`` in cp1257, and ``tumłą`` in cp1252.
    """
    codepage = wrong_codec(edits) if edits else ""
    if codepage not in singlebyte.CODEPAGES or all(map(str.isascii, gaps(text, edits))):
        return edits
    if scale.effort.is_used_up:
        return edits
    garbled = "".join(text[edit.start : edit.end] for edit in edits)
    around = cache(partial(_around, text, edits))
    best, most = edits, known_word_bits(replaced(text, edits))
    winner: Losses | None = None
    for page in dict.fromkeys((codepage, *COMMON)):
        if not _reads_as(garbled, page, codepage):
            continue
        losses = losses_of(page, fate_of(text, page))
        offer = _completed(text, edits, losses, scale, around)
        price = 0.0 if page == codepage else _TWIN_BITS
        saved = bits_saved(edit for edit in offer if edit.guessed) - price
        saved += known_word_bits(replaced(text, offer))
        if saved > most:
            best, most, winner = offer, saved, losses
    if winner is None or len(text) > EVIDENCE:
        return best
    # The words that are completed tell the language of those beside them.
    return _completed(text, edits, winner, scale, cache(partial(_around, text, best)))


def _reads_as(garbled: str, codepage: str, other: str) -> bool:
    """Tell whether two code pages read garbled characters as the same bytes."""
    try:
        return singlebyte.encode(garbled, codepage) == singlebyte.encode(garbled, other)
    except UnicodeEncodeError:
        return False


def _completed(
    text: str, edits: list[Edit], losses: Losses, scale: Scale, around: Callable[[int], str]
) -> list[Edit]:
    starts = [edit.start for edit in edits]
    result: list[Edit] = []
    taken = 0
    for start, end, least in _orphaned(text, edits, losses, scale):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        result += edits[taken:first]
        taken = last
        old = edits[first:last]
        new = region_edits(
            losses,
            text,
            (start, end),
            scale,
            known=True,
            least=min(0.0, least),
            evidence=around(start // EVIDENCE),
        )
        guesses = sum(edit.guessed for edit in new)
        results = [replaced(text, each, start, end) for each in (old, new)]
        better = guesses and _holds(results[1], old)
        better = better and scale.saved(*results) > least * guesses
        better = better and (least < 0 or _reads_like_a_word(results[1], scale))
        result += new if better else old
    return result + edits[taken:]


def _reads_like_a_word(word: str, scale: Scale) -> bool:
    return excess_bits(word, scale) <= SLACK_BITS * (len(word) + 1)


def _around(text: str, edits: list[Edit], block: int) -> str:
    """Return a text around one of its blocks, as it reads when it is repaired."""
    left, right = max(0, (block - 1) * EVIDENCE), min(len(text), (block + 2) * EVIDENCE)
    first = bisect_left(edits, left, key=_start)
    last = bisect_left(edits, right, key=_start)
    if last > first:
        right = max(right, edits[last - 1].end)
    return replaced(text, edits[first:last], left, right)


_start = attrgetter("start")


def _holds(result: str, edits: list[Edit]) -> bool:
    """Tell whether a text holds what some edits lead to, one after the other, and no controls."""
    if C1_CONTROL.search(result):  # bytes that another code page garbled
        return False
    at = 0
    for edit in edits:
        found = result.find(edit.after, at)
        if found < 0:
            return False
        at = found + len(edit.after)
    return True


class _Orphaned(NamedTuple):
    """A stretch with lone lead bytes and the edits there, and what each of them must save."""

    start: int
    end: int
    least: float


def _orphaned(text: str, edits: list[Edit], losses: Losses, scale: Scale) -> list[_Orphaned]:
    """Return the words with a lead byte that no edit covers, and the edits there, merged."""
    starts = [edit.start for edit in edits]
    found: list[_Orphaned] = []
    for at, least in _lone_leads(text, edits, losses, scale):
        left, right = window(text, at, at + 1)[0], window(text, at, min(len(text), at + 3))[1]
        before, last = bisect_left(starts, left) - 1, bisect_left(starts, right) - 1
        if before >= 0 and edits[before].end > left:  # no edit is cut in two
            left = edits[before].start
        if last >= 0:
            right = max(right, edits[last].end)
        if found and left <= found[-1].end:
            left, end, other = found.pop()
            right, least = max(right, end), max(least, other)
        found.append(_Orphaned(left, right, least))
    return found


def _lone_leads(
    text: str, edits: list[Edit], losses: Losses, scale: Scale
) -> list[tuple[int, float]]:
    """Return where lead bytes stand that no edit covers, and the bits that each must save.

    Many in noise are none.
    """
    near = {edit.start - back for edit in edits for back in (1, 2, 3)} | {e.end for e in edits}
    covered = {at for edit in edits for at in range(edit.start, edit.end)}
    scripts = {script_of(char) for edit in edits for char in edit.after}
    garbled = Counter(char for edit in edits for char in text[edit.start : edit.end])
    lonely = Counter[int]()  # in each block

    @cache
    def is_in_noise(block: int) -> bool:
        return is_noise(losses, text[max(0, block - 1) * EVIDENCE : (block + 2) * EVIDENCE])

    def is_one_of_many(at: int) -> bool:
        return lonely[at // EVIDENCE] > _FEW_IN_NOISE and is_in_noise(at // EVIDENCE)

    found: list[tuple[int, float]] = []
    for match in _leads(losses.codepage).finditer(text):
        at, char = match.start(), match.group()
        beside = at in near and script_of(char) in scripts
        if at in covered or (not beside and is_one_of_many(at)):
            continue
        scale.effort.spend(utf8.LONGEST)
        if not _may_have_lost(text, at, losses):
            continue
        if beside:
            found.append((at, BESIDE_BITS))
        elif (at in near and garbled[char] > _AT_HOME) or (
            excess_bits(text[slice(*window(text, at, at + 1))], scale) > _LONELY
        ):
            found.append((at, ORPHAN_BITS))
            lonely[at // EVIDENCE] += 1
    return [(at, least) for at, least in found if least < 0 or not is_one_of_many(at)]


@cache
def _leads(codepage: str) -> re.Pattern[str]:
    """Return the expression for the lead bytes of UTF-8 as a code page shows them."""
    bytes_ = singlebyte.encoding_map(codepage).items()
    return re.compile(
        f"[{re.escape(''.join(chr(at) for at, byte in bytes_ if byte in utf8.LEADS))}]"
    )


def _may_have_lost(text: str, at: int, losses: Losses) -> bool:
    """Tell whether a lead byte may begin a sequence that lost one byte, as no ``é`` of ``été`` does."""
    piece = piece_at(text, at, losses)[: utf8.LONGEST]
    return any(arc.guessed for arc in sequences_at_start(losses.codepage, losses.fate, piece))
