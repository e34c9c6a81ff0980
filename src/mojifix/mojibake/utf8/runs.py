"""UTF-8 that was read as a single-byte code page: find the runs and choose the code pages.

For each code page the runs that are well-formed UTF-8 are found by a regular expression
(``mojifix.codepages.utf8``). Runs of one word stand or fall together. The code page that saves the
most bits over the whole text goes first and takes its runs; the rest is weighed again, so that a
text can hold several garblings and clean neighbors. A code page has to earn its price once; after
that, each further run of it need only be likelier than not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from itertools import chain
from math import inf
from typing import Final, NamedTuple

from mojifix.codepages import utf8
from mojifix.language.alphabet import class_of, script_of
from mojifix.mojibake.edits import Edit, recoding
from mojifix.mojibake.utf8.proposals import Cluster, Proposal, Run, Weigher
from mojifix.mojibake.utf8.signs import is_symbol
from mojifix.mojibake.weighing.scale import Scale, position_bits
from mojifix.mojibake.words import same_word

# A code page whose runs hold so many times less than those of the best so far is not weighed. On the
# development sample the runs of no code page that wins hold less than half of what another's do.
_TIMES_LESS: Final = 3
_LACKING: Final = b"?"  # a character that a code page lacks
_NEVER: Final = ("unassigned", "private")  # what no writer meant
# A description of the damage itself: that there is any, and by which code page.
DAMAGE_BITS: Final = 15.0
FOREIGN_SCRIPT_BITS: Final = 6.0  # a script that the text holds nowhere else
CODEPAGE_BITS: Final = {
    "cp1252": 0.0, "latin-1": 1.0, "cp1251": 1.0, "cp866": 2.0, "cp437": 2.0, "cp850": 2.0,
    "cp1250": 2.0, "mac-roman": 2.0, "cp1254": 3.0, "cp1253": 3.0, "cp1256": 3.0, "cp1255": 3.0,
    "cp874": 3.0, "cp1257": 3.0, "cp1258": 4.0, "koi8-r": 3.0, "cp852": 6.0, "iso8859-2": 3.0,
    "cp855": 4.0, "cp737": 4.0, "cp862": 4.0, "cp1125": 3.0, "koi8-u": 4.0, "mac-cyrillic": 4.0,
    "iso8859-5": 4.0, "iso8859-7": 4.0, "iso8859-9": 4.0, "iso8859-15": 6.0, "cp858": 5.0,
}  # fmt: skip
RARE_CODEPAGE_BITS: Final = 16.0


class _Found(NamedTuple):
    """The runs under a code page, those of one word together, and how many characters they hold."""

    clusters: tuple[Cluster, ...]
    size: int


def _found_by_page(
    text: str, stretches: utf8.Stretches, encoded: Mapping[str, bytes]
) -> dict[str, _Found]:
    """Return what is found under each code page that has any runs; most read a text alike.

    Args:
        text: the text.
        stretches: those of it.
        encoded: the bytes of the stretches under each code page.
    """
    found = {data: _found(text, stretches.runs(data)) for data in set(encoded.values())}
    return {page: found[data] for page, data in encoded.items() if found[data].clusters}


def _found(text: str, runs: Iterable[Run]) -> _Found:
    clusters = _clusters(text, runs)
    return _Found(clusters, sum(end - start for word in clusters for start, end, _ in word))


def _clusters(text: str, runs: Iterable[Run]) -> tuple[Cluster, ...]:
    """Return some runs, those of one word together."""
    found: list[list[Run]] = []
    for run in runs:
        start, _, after = run
        if not after.isprintable() and any(class_of(char) in _NEVER for char in after):
            continue
        if found and same_word(text, found[-1][-1][1], start):
            found[-1].append(run)
        else:
            found.append([run])
    return tuple(map(tuple, found))


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
    stretches = utf8.Stretches(text)
    encoded = {page: stretches.encoded(page) for page in codepages}
    # Where one code page undoes all beyond ASCII, those that do not are not weighed: of the texts of
    # the development sample none is restored by one of them.
    whole = {page: data for page, data in encoded.items() if _is_whole(data)}
    weigher = Weigher(text, scale, is_known=of_known)
    for some in (whole, encoded):
        found = _found_by_page(text, stretches, some)
        best = _best(found, weigher, scale, of_known)
        if best and (some is encoded or len(best) == len(found[best[0].codepage].clusters)):
            known.add(best[0].codepage)
            return _as_edits(best)
    return []


def _is_whole(encoded: bytes) -> bool:
    """Tell whether stretches under a code page are UTF-8, every character of them."""
    return _LACKING not in encoded and utf8.is_well_formed(encoded)


def _best(
    found: dict[str, _Found], weigher: Weigher, scale: Scale, is_known: bool
) -> list[Proposal]:
    """Return what the code page that offers the most for a text offers, nothing if none saves bits.

    Args:
        found: what is found under some code pages.
        weigher: weighs that.
        scale: of the text.
        is_known: whether the text is known to have been damaged by these code pages.
    """
    best: list[Proposal] = []
    most = 0.0
    best_found, least_price, size = _Found((), 0), inf, 0
    for codepage, each in sorted(found.items(), key=lambda item: -item[1].size):
        if _TIMES_LESS * each.size <= size:
            break
        price = _price(codepage, is_known)
        if price >= least_price and _are_part_of(each.clusters, best_found.clusters):
            continue
        offers = [weigher.proposal(codepage, runs) for runs in each.clusters]
        offers, saved = _worthwhile(offers, scale.places)
        total = saved - price - _foreign_bits(offers, scale.scripts)
        if total > most:
            best, most = offers, total
            best_found, least_price = each, price
            size = sum(end - start for offer in best for start, end, _ in offer.runs)
    return best


def _are_part_of(clusters: Iterable[Cluster], others: Iterable[Cluster]) -> bool:
    """Tell whether runs are parts of others, so that their code page explains less."""
    runs = list(chain.from_iterable(others))
    at = 0
    for start, end, after in chain.from_iterable(clusters):
        while at < len(runs) and runs[at][1] < end:
            at += 1
        if at == len(runs) or start < runs[at][0] or after not in runs[at][2]:
            return False
    return True


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


def _foreign_bits(offers: list[Proposal], scripts: Set[str | None]) -> float:
    """Return the price of scripts that a text does not hold until it is repaired, symbols aside."""
    runs = (run for offer in offers for *_, run in offer.runs if len(run) > 1 or not is_symbol(run))
    after = set(map(script_of, chain.from_iterable(runs)))
    return FOREIGN_SCRIPT_BITS * len(after - scripts - {"latin", None})


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
    steps, code = recoding(offers[0].codepage)
    for offer in offers:
        size = sum(end - start for start, end, _ in offer.runs)
        edits += [
            Edit(start, end, after, steps, offer.gain * (end - start) / size, code=code)
            for start, end, after in offer.runs
        ]
    return edits
