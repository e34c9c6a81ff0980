"""UTF-8 that was read as a single-byte code page: find the runs, weigh them, choose the code pages.

For each code page the runs that are well-formed UTF-8 are found by a regular expression
(``mojifix.codepages.utf8``). Runs of one word stand or fall together. The code page that saves the
most bits over the whole text goes first and takes its runs; the rest is weighed again, so that a
text can hold several garblings and clean neighbors. A code page has to earn its price once; after
that, each further run of it need only be likelier than not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from math import inf
from typing import Final
from unicodedata import category

from mojifix.codepages import singlebyte, utf8
from mojifix.language.alphabet import class_of, script_of
from mojifix.mojibake.edits import Edit, recoding
from mojifix.mojibake.suspects import is_plausible
from mojifix.mojibake.weigh import CLEAN_BITS, MARK_BITS, Scale, position_bits
from mojifix.mojibake.words import (
    MARKUP,
    is_signed_capitals,
    non_ascii_words,
    same_word,
    window,
    without_marks,
)

# A code page whose runs hold that much less than those of the best so far is not weighed. On the
# development sample the runs of no best code page hold less than half of what another's do.
_FULLER: Final = 3
_NEVER: Final = ("unassigned", "private")  # what no writer meant
# A description of the damage itself: that there is any, and by which code page.
DAMAGE_BITS: Final = 15.0
RUN_BITS: Final = 1.5
FOREIGN_SCRIPT_BITS: Final = 6.0  # a script that the text holds nowhere else
DOUBT_BITS: Final = 12.0  # what a run may cost where all else of its script is garbled
SLACK_BITS: Final = 3.5  # per character, over the norm: names of any origin pass
# So many sequences are no accident where they are most of what is there, whatever they say: layers
# below may follow.
EVIDENT_SEQUENCES: Final = 3
MOSTLY_COVERED: Final = 0.6
# Share of the characters of the code page in and around the runs of a word that are in them: 0.3 and
# less of the right code page in no text of the development sample that is restored.
LEAST_COVERED: Final = 0.3
LAYERS_BELOW: Final = 3
COMMON_BELOW: Final = (  # and the code page above
    "cp1252", "latin-1", "cp1251", "cp1250", "cp866", "cp437", "cp850", "mac-roman", "koi8-r",
)  # fmt: skip
LAYER_BITS: Final = 8.0  # that there is another layer below, by a given code page
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
_ADJACENT: Final = re.compile(r"[^\x00-\x7f]{2}")
_STOPS: Final = ".,:;"
# ``180°C``, ``½``, ``5×``. No quotation marks: ``«5В»`` holds well-formed UTF-8 in cp1251.
_AMOUNT: Final = re.compile(r"[\d.,]*([^\x00-\x7f])[A-Za-z]{0,2}[.,:;]*")
_OF_AMOUNTS: Final = frozenset({"No", "Sc", "Sm", "So"})
_SHAPE: Final = "geometric"  # or Braille, which is what other letters come to by accident
TOUCH_BITS: Final = 12.0  # a run in the middle of a word of the code page's own script
CODEPAGE_BITS: Final = {
    "cp1252": 0.0, "latin-1": 1.0, "cp1251": 1.0, "cp866": 2.0, "cp437": 2.0, "cp850": 2.0,
    "cp1250": 2.0, "mac-roman": 2.0, "cp1254": 3.0, "cp1253": 3.0, "cp1256": 3.0, "cp1255": 3.0,
    "cp874": 3.0, "cp1257": 3.0, "cp1258": 4.0, "koi8-r": 3.0, "cp852": 6.0, "iso8859-2": 3.0,
    "cp855": 4.0, "cp737": 4.0, "cp862": 4.0, "cp1125": 3.0, "koi8-u": 4.0, "mac-cyrillic": 4.0,
    "iso8859-5": 4.0, "iso8859-7": 4.0, "iso8859-9": 4.0, "iso8859-15": 4.0, "cp858": 5.0,
}  # fmt: skip
RARE_CODEPAGE_BITS: Final = 16.0


# A run, that is where it starts and ends and what it was; and the runs of one word.
_Run = tuple[int, int, str]
_Cluster = tuple[_Run, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """The runs of one word under one code page.

    Attributes:
        codepage: what the bytes were read as.
        runs: (start, end, after) of each run.
        gain: bits saved by undoing all of them.
        is_evidence: whether the word reads like one afterwards; others may be undone where there is
            evidence for the code page, but are none themselves.
        is_best: whether no other code page makes more of these runs.
    """

    codepage: str
    runs: _Cluster
    gain: float
    is_evidence: bool
    is_best: bool

    @property
    def start(self) -> int:
        """Return where the first run starts."""
        return self.runs[0][0]

    @property
    def end(self) -> int:
        """Return where the last run ends."""
        return self.runs[-1][1]


def _clusters(text: str, stretches: utf8.Stretches, codepage: str) -> list[_Cluster]:
    """Return the runs under a code page, those of one word together."""
    found: list[list[_Run]] = []
    for run in stretches.runs(codepage):
        start, _, after = run
        if not after.isprintable() and any(class_of(char) in _NEVER for char in after):
            continue
        if found and same_word(text, found[-1][-1][1], start):
            found[-1].append(run)
        else:
            found.append([run])
    return list(map(tuple, found))


class _Weigher:
    """Weighs the runs of one text; many code pages read the same runs as the same characters."""

    def __init__(self, text: str, scale: Scale) -> None:
        self._text, self._scale = text, scale
        self._afterwards: dict[_Cluster, tuple[str, bool]] = {}
        self._known: dict[tuple[_Cluster, str], tuple[float, bool]] = {}
        self._signs: dict[tuple[str, str], bool] = {}

    def proposal(self, codepage: str, runs: _Cluster) -> Proposal:
        """Return the runs of one word under a code page, weighed."""
        text = self._text
        start, end = runs[0][0], runs[-1][1]
        left, right = window(text, start, end, MARKUP)
        before = text[left:right]
        if self._scale.bits(before) < CLEAN_BITS * (right - left + 1):  # a language explains it
            return Proposal(codepage, runs, 0.0, is_evidence=False, is_best=True)
        covered = _covered(before, codepage, sum(end - start for start, end, _ in runs))
        if covered < LEAST_COVERED:
            return Proposal(codepage, runs, 0.0, is_evidence=False, is_best=False)
        if runs not in self._afterwards:
            self._afterwards[runs] = self._undone(runs, left, right)
        after, is_layered = self._afterwards[runs]
        key = runs, codepage if is_layered and codepage not in COMMON_BELOW else ""
        if key not in self._known:
            after = _deepest(after, codepage, self._scale) if is_layered else after
            self._known[key] = self._saved(len(runs), before, after)
        gain, is_plain = self._known[key]
        touches = _touches_letters(text, start, end, codepage)
        if touches:
            gain -= TOUCH_BITS
        repaired = sum(len(after) for *_, after in runs)
        is_most = repaired >= EVIDENT_SEQUENCES and covered >= MOSTLY_COVERED
        return Proposal(
            codepage,
            runs,
            gain,
            is_evidence=gain > 0 and (is_most or is_plain),
            is_best=not touches and (gain <= 0 or is_plain or covered >= MOSTLY_COVERED),
        )

    def _undone(self, runs: _Cluster, left: int, right: int) -> tuple[str, bool]:
        """Return a word with its runs undone, and whether there may be layers below."""
        text, (start, end) = self._text, (runs[0][0], runs[-1][1])
        parts: list[str] = []
        last = left
        for run_start, run_end, after in runs:
            parts += text[last:run_start], after
            last = run_end
        word = "".join((*parts, text[last:right]))
        around = f"{text[left:start]}{text[end:right]}"
        return word, around.isascii() and _ADJACENT.search(word) is not None

    def _saved(self, count: int, before: str, after: str) -> tuple[float, bool]:
        """Return the bits that undoing some runs saves, and whether their word is one afterwards."""
        saved = self._scale.saved(before, after) - RUN_BITS * count
        unmarked, marks = without_marks(before)
        if marks:
            apart = self._scale.bits(unmarked) + MARK_BITS * marks
            saved = min(saved, apart - self._scale.bits(after) - RUN_BITS * count)
        if saved > 0 and self._is_sign(before, after):
            return saved, True
        is_plain = saved > 0 and not is_signed_capitals(before)
        return saved, is_plain and is_plausible(after, self._scale, SLACK_BITS)

    def _is_sign(self, before: str, after: str) -> bool:
        """Tell whether a word is a sign or an amount, which the text does not show as it is, too.

        ``Â©`` is no capital with a sign at its end; who writes both is explaining them.
        """
        amount = _AMOUNT.fullmatch(after)
        if amount and category(amount[1]) in _OF_AMOUNTS:
            sign, garbled = amount[1], "".join(_BEYOND_ASCII.findall(before))
        else:
            sign, garbled = after.rstrip(_STOPS), before.rstrip(_STOPS)
            if len(sign) != 1 or category(sign)[0] not in "PS":
                return False
        if class_of(sign) == _SHAPE:
            return False
        known = self._signs.get((sign, garbled))
        if known is None:
            known = self._text.count(sign) <= self._text.count(garbled)
            self._signs[sign, garbled] = known
        return known


def _covered(words: str, codepage: str, size: int) -> float:
    """Return the share of some words' characters of a code page that runs of a size take up."""
    return size / sum(map(singlebyte.beyond_ascii(codepage).__contains__, words))


def _deepest(words: str, codepage: str, scale: Scale) -> str:
    """Return what some words lead to when the layers below are undone, as long as each saves bits.

    A word that was garbled twice still looks garbled when the first layer is gone; what speaks for
    undoing that is what comes out in the end.
    """
    for _ in range(LAYERS_BELOW):
        if not _ADJACENT.search(words):
            break
        pages = [p for p in {codepage, *COMMON_BELOW} if any(utf8.runs(words, p))]
        best = min((_undone(words, page) for page in pages), key=scale.bits, default=words)
        if scale.bits(best) + LAYER_BITS >= scale.bits(words):
            break
        words = best
    return words


def _undone(words: str, codepage: str) -> str:
    """Return some words with all that is beyond ASCII undone; as they are where that cannot be."""
    try:
        return _BEYOND_ASCII.sub(lambda run: utf8.decode(run.group(), codepage), words)
    except UnicodeError:
        return words


def _touches_letters(text: str, start: int, end: int, codepage: str) -> bool:
    """Tell whether letters of the code page, none of them Latin, go on beside a run."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return any(char in utf8.own_letters(codepage) for char in around)


def find_edits(text: str, known: set[str], scale: Scale, *, of_known: bool = False) -> list[Edit]:
    """Return the repairs that one code page offers, sorted and disjoint.

    Args:
        text: the text.
        known: code pages that the text is known to have been damaged by; added to.
        scale: weighs words in the languages of the text.
        of_known: whether to look for these code pages, or for the others.
    """
    if of_known and not known:
        return []
    chars = {char for char in set(text) if char > "\x7f"}
    codepages = [page for page in utf8.candidates(chars) if (page in known) is of_known]
    if not codepages:
        return []
    places = len(non_ascii_words(text))
    stretches = utf8.Stretches(text)
    weigher = _Weigher(text, scale)
    clusters = {page: _clusters(text, stretches, page) for page in codepages}
    covered = {
        page: sum(end - start for runs in of_page for start, end, _ in runs)
        for page, of_page in clusters.items()
    }
    best: list[Proposal] = []
    most = 0.0
    cheapest: dict[tuple[_Cluster, ...], float] = {}  # price of the runs that nobody makes more of
    for codepage in sorted(codepages, key=lambda page: -covered[page]):
        if best and _FULLER * covered[codepage] <= covered[best[0].codepage]:
            break
        found, price = tuple(clusters[codepage]), _price(codepage, of_known)
        if cheapest.get(found, inf) <= price:
            continue
        offered = [weigher.proposal(codepage, runs) for runs in found]
        if all(offer.is_best for offer in offered):
            cheapest[found] = price
        offers, saved = _worthwhile(offered, places)
        total = saved - price - _foreign_bits(offers, chars)
        if total > most:
            best, most = _with_doubtful(text, offers, offered), total
    if best:
        known.add(best[0].codepage)
    return _as_edits(best)


def _worthwhile(offers: list[Proposal], places: int) -> tuple[list[Proposal], float]:
    """Return the proposals that save more than it takes to say where they are, and what they save."""
    offers = [offer for offer in offers if offer.gain > 0]
    while offers:
        price = position_bits(len(offers), max(places, len(offers)))
        kept = [offer for offer in offers if offer.gain > price]
        if len(kept) == len(offers):
            return kept, _distinct_gain(kept, price)
        offers = kept
    return [], 0.0


def _with_doubtful(text: str, sure: list[Proposal], offered: list[Proposal]) -> list[Proposal]:
    """Return the sure proposals and, where nothing speaks against it, the doubtful ones.

    A lone ``В`` and a no-break space may well be clean; not so where every other letter of the code
    page's script in the text is part of a garbled run.
    """
    letters = utf8.own_letters(sure[0].codepage)
    doubtful = [offer for offer in offered if offer.gain > -DOUBT_BITS]
    if len(doubtful) == len(sure) or not letters:
        return sure
    inside = sum(
        char in letters for offer in doubtful for s, e, _ in offer.runs for char in text[s:e]
    )
    return doubtful if inside == sum(map(text.count, letters)) else sure


def _foreign_bits(offers: list[Proposal], chars: set[str]) -> float:
    """Return the price of scripts that a text does not hold until it is repaired."""
    after = {script_of(char) for offer in offers for *_, run in offer.runs for char in run}
    return FOREIGN_SCRIPT_BITS * len(after - {script_of(char) for char in chars} - {"latin", None})


def _distinct_gain(offers: list[Proposal], price: float) -> float:
    """Return what proposals save together; the same run again is little new evidence."""
    seen: Counter[str] = Counter()
    total = 0.0
    for offer in offers:
        key = "".join(after for *_, after in offer.runs)
        if not offer.is_evidence:
            continue
        seen[key] += 1
        total += (offer.gain - price) / seen[key]
    return total


def _price(codepage: str, known: bool) -> float:
    return CODEPAGE_BITS.get(codepage, RARE_CODEPAGE_BITS) + (0.0 if known else DAMAGE_BITS)


def _as_edits(offers: list[Proposal]) -> list[Edit]:
    edits = []
    for offer in offers:
        steps, code = recoding(offer.codepage)
        length = sum(end - start for start, end, _ in offer.runs)
        for start, end, after in offer.runs:
            edits.append(
                Edit(
                    start=start,
                    end=end,
                    after=after,
                    steps=steps,
                    bits=offer.gain * (end - start) / length,
                    code=code,
                )
            )
    return edits
