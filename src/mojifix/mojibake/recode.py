"""Text of one legacy encoding that was read as another: a change of alphabet, word by word.

Nothing in such text is malformed, so there is no pattern to look for, only words that no language
explains. All pairs of encodings are tried on a sample of those words, on bytes and at the speed of
C; the few best are weighed word by word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, pairwise
from typing import Final

from mojifix.codepages import multibyte, singlebyte
from mojifix.language import score
from mojifix.language.lanes import Column, Lanes
from mojifix.language.model import UNITS_PER_BIT
from mojifix.mojibake.edits import Edit
from mojifix.mojibake.suspects import (
    ascii_letters,
    excess_bits,
    is_not_latin,
    is_plausible,
    suspects,
    without_ascii_letters,
)
from mojifix.mojibake.weigh import (
    BACKGROUND_BITS,
    BACKGROUND_ENTRY_BITS,
    BACKGROUND_WORD_BITS,
    Scale,
    background_bits,
    position_bits,
    word_bits,
)
from mojifix.mojibake.words import (
    bare,
    is_drawing,
    is_listing,
    is_typographic,
    is_unit,
    non_ascii_words,
)

# What wrong readers read with, single-byte; then what the bytes truly were.
READERS: Final = (
    "cp1252", "latin-1", "cp1251", "cp1250", "cp1254", "cp1253", "cp1255", "cp1256", "cp1257",
    "cp437", "cp850", "cp866", "cp852", "koi8-r", "mac-roman", "mac-cyrillic", "iso8859-5",
    "iso8859-2", "iso8859-15", "iso8859-7", "iso8859-9", "cp874", "cp855", "cp737", "cp862", "cp720",
    "koi8-u",
)  # fmt: skip
# Script of the languages that were written with a code page.
WRITERS: Final = {
    "cp1251": "cyrillic", "koi8-r": "cyrillic", "koi8-u": "cyrillic", "cp866": "cyrillic",
    "iso8859-5": "cyrillic", "mac-cyrillic": "cyrillic", "cp855": "cyrillic", "cp1253": "greek",
    "iso8859-7": "greek", "cp737": "greek", "cp1255": "hebrew", "cp862": "hebrew",
    "cp1256": "arabic", "iso8859-6": "arabic", "cp874": "thai", "cp1252": "latin",
    "latin-1": "latin", "cp1250": "latin", "iso8859-2": "latin", "cp852": "latin",
    "cp1254": "latin", "cp857": "latin", "cp1257": "latin", "iso8859-13": "latin",
    "cp775": "latin", "cp437": "latin", "cp850": "latin", "mac-roman": "latin",
    "iso8859-15": "latin", "iso8859-16": "latin", "cp1258": "latin",
}  # fmt: skip

# Description of the damage. The prices and those of ``weigh`` were set on the development sample:
# most words restored with at most 8 of 498 hard negatives changed.
DAMAGE_BITS: Final = 15.0
KNOWN_DAMAGE_BITS: Final = 13.0  # … where the wrong reader is known already
WORD_BITS: Final = 1.0
# The common readers are lent what no clean line comes near: of 44,000 in 109 languages the one that
# comes nearest to a change falls 8 bits short with the first two, and 10 with those for Cyrillic.
READER_BITS: Final = {
    "cp1252": -4.0, "latin-1": -4.0, "cp1251": -2.0, "koi8-r": 3.0, "cp866": 2.0,
    "iso8859-5": 1.0, "mac-cyrillic": 1.0, "cp1250": 2.0, "cp437": 2.0, "cp850": 2.0,
    "mac-roman": 3.0, "cp1254": 3.0, "gbk": 2.0, "gb18030": 2.0, "cp932": 2.0, "cp950": 2.0,
    "cp949": 2.0, "cp737": 8.0, "cp862": 8.0, "cp720": 8.0,
}  # fmt: skip
WRITER_BITS: Final = {
    "cp1251": 0.0, "gb18030": 0.0, "cp932": 0.0, "cp949": 0.0, "cp1252": 0.0, "latin-1": 1.0,
    "big5hkscs": 1.0, "cp1250": 1.0, "cp1254": 1.0, "cp1253": 1.0, "cp1255": 1.0, "cp1256": 1.0,
    "koi8-r": 1.0, "cp866": 1.0, "cp874": 1.0, "euc_jp": 2.0, "cp1257": 2.0, "iso8859-2": 2.0,
    "cp437": 2.0, "cp850": 2.0, "iso8859-5": 3.0, "mac-cyrillic": 3.0, "cp852": 3.0,
    "mac-roman": 3.0, "iso8859-6": 3.0, "iso8859-7": 3.0,
}  # fmt: skip
RARE_BITS: Final = 5.0
HINTED_BITS: Final = (DAMAGE_BITS, 10.0, 5.0)  # … where the caller names one codec of a pair, or both
# Latin code pages of DOS met one another when DOS was in use, and hardly since.
OF_DOS: Final = frozenset({"cp437", "cp850", "cp852", "cp857", "cp775"})
DOS_BITS: Final = 10.0
SAMPLE: Final = 160  # characters of suspect words that choose the pair
ROUGH_SHORTLIST: Final = 56
SHORTLIST: Final = 12
# What a pair may cost on the sample beyond what the sample costs as it is: of the pairs that were
# right on the development sample, the dearest single-byte one cost 29. It prunes six of seven pairs
# on the short lists of clean text.
_HOPELESS_BITS: Final = 40.0
_ASCII: Final = bytes(range(0x80))
_STRANGE: Final = 0.5  # of the bytes beyond ASCII that a true reading leaves without a letter
GLUE_BITS: Final = 10.0  # that two words were joined, as a label and a title beside it are
_CLEAN: Final = (is_typographic, is_listing, is_unit, is_drawing)
_PARTNERS: Final = {"«": "»", "»": "«", "‹": "›", "›": "‹", "„": "“”\""}
LONE_QUOTE_BITS: Final = 6.0
TRIAL: Final = 200  # words on which the pairs of the short list compete


# What no writer meant: a reading with such characters is wrong.
_BROKEN: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_TWINS: Final = {"cp1252": "latin-1", "latin-1": "cp1252"}
_C1: Final = frozenset(map(chr, range(0x80, 0xA0)))
# What HTML decoders do with C1 controls, because nobody means them: The HTML Standard, 13.2.5.80.
_C1_PAIR_BITS: Final = -12.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Bytes of ``true`` that were read as ``wrong``."""

    wrong: str
    true: str

    def undo(self, word: str) -> str | None:
        """Return the word as it was before, None when it cannot have come from this pair."""
        data = _encode(word, self.wrong)
        if data is None and self.wrong in _TWINS:  # no word tells them apart but one with C1
            data = _encode(word, _TWINS[self.wrong])
        if data is None:
            return None
        if self.true in WRITERS:
            return singlebyte.decode(data, self.true)
        return multibyte.decode(data, self.true)


def _encode(text: str, codec: str) -> bytes | None:
    if codec in multibyte.DECODERS:
        return multibyte.encode(text, codec)
    try:
        return singlebyte.encode(text, codec)
    except UnicodeEncodeError:
        return None


def _sample(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """Return the distinct words with most to explain, up to ``SAMPLE`` characters.

    Words that lost bytes come from no pair of encodings and are left out where there are others.
    """
    distinct = {text[start:end][:SAMPLE] for start, end in spans[:SAMPLE]}
    whole = {word for word in distinct if "\ufffd" not in word}
    ranked = sorted(whole or distinct, key=lambda word: (-excess_bits(word), word))
    total, chosen = 0, []
    for word in ranked:
        chosen.append(word)
        total += len(word)
        if total >= SAMPLE:
            break
    return chosen


def _encoded_samples(sample: list[str], scale: Scale) -> Iterator[tuple[str, bytes, float]]:
    """Yield each way to turn the sample back into bytes, once, with what those words cost now."""
    seen = set()
    for wrong in (*READERS, *multibyte.DECODERS):
        parts = [(word, data) for word in sample if (data := _encode(word, wrong)) is not None]
        if 2 * len(parts) < len(sample) or not parts:
            continue
        data = b" " + b" ".join(data for _, data in parts) + b" "
        if data not in seen:
            seen.add(data)
            yield wrong, data, sum(scale.bits(word) for word, _ in parts)


def _shortlist(sample: list[str], scale: Scale) -> list[Pair]:
    """Return the pairs that make the sample cheapest, best first, without the hopeless ones.

    Single-byte pairs are first ranked with one table per script, then with one per language.
    """
    rough: list[tuple[float, Pair, bytes, float]] = []
    ranked: list[tuple[float, Pair, bool]] = []
    for wrong, data, now in _encoded_samples(sample, scale):
        size = len(data)
        rough += [
            (cost / size, Pair(wrong, true), data, now)
            for true, cost in zip(WRITERS, _blends(data), strict=True)
            if true != wrong
        ]
        for true in multibyte.CODECS:
            text = multibyte.decode(data, true)
            if text is not None and not text.isascii():
                ranked.append((word_bits(text) / size, Pair(wrong, true), True))
    rough.sort(key=lambda row: row[0])
    likely = (row for row in rough if _is_made_of_letters(row[2], row[1].true))
    for _, pair, data, now in islice(likely, ROUGH_SHORTLIST):
        bits = _cheapest(WRITERS[pair.true], data, pair.true) / UNITS_PER_BIT
        ranked.append((bits / len(data), pair, bits <= now + _HOPELESS_BITS))
    ranked.sort(key=lambda row: row[0])
    shortlist = [pair for _, pair, is_possible in ranked[:SHORTLIST] if is_possible]
    if any(_C1.intersection(word) for word in sample) and _C1_PAIR not in shortlist:
        shortlist.append(_C1_PAIR)
    return shortlist


def _blends(data: bytes) -> list[int]:
    """Return what bytes cost in the languages of each of ``WRITERS`` on average, in units."""
    lanes, places = _blend_lanes()
    costs = lanes.total(score.pair_codes(data))
    return [min(costs[place]) for place in places]


@cache
def _blend_lanes() -> tuple[Lanes, list[slice]]:
    """Return the average costs of all ``WRITERS`` side by side, and the places of each."""
    columns: list[Column] = []
    places = []
    for true, script in WRITERS.items():
        groups = score.groups_of(script)
        places.append(slice(len(columns), len(columns) + len(groups)))
        columns += [
            (score.codepage_symbols(group.alphabet.name, true), (group.blend,)) for group in groups
        ]
    return Lanes(columns), places


def _is_made_of_letters(data: bytes, codepage: str) -> bool:
    """Tell whether most bytes beyond ASCII are letters, or signs at home around words."""
    high = len(data.translate(None, _ASCII))
    return len(data.translate(None, _letters(codepage))) <= _STRANGE * high


@cache
def _letters(codepage: str) -> bytes:
    """Return the bytes of a code page that are ASCII, letters or signs at home around words."""
    high = range(0x80, 0x100)
    chars = singlebyte.table(codepage)
    return _ASCII + bytes(byte for byte in high if chars[byte].isalpha() or not bare(chars[byte]))


def _cheapest(script: str, data: bytes, codepage: str) -> int:
    groups = score.groups_of(script)
    return min(min(score.score_bytes(group, data, codepage)) for group in groups)


_C1_PAIR: Final = Pair("latin-1", "cp1252")


@dataclass(frozen=True, slots=True)
class Offer:
    """What undoing a pair does to a text.

    Attributes:
        pair: the pair.
        total: bits saved beyond what any other explanation of the words and the price leave.
        saved: bits saved against the words as they stand.
        edits: the changes.
    """

    pair: Pair
    total: float
    saved: float
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word and what it was, and what undoing it saves.

    Attributes:
        start, end: span in the text.
        after: the word as it was.
        old, new: what is weighed of it, as it stands and as it was.
        gain: bits saved against the best other explanation of the word.
        saved: bits saved against the word as words of a language go.
    """

    start: int
    end: int
    after: str
    old: str
    new: str
    gain: float
    saved: float


def _weighed(
    text: str, spans: list[tuple[int, int]], pair: Pair, known: bool, scale: Scale
) -> Offer:
    found = []
    for start, end in spans:
        before = text[start:end]
        after = pair.undo(before)
        if after is not None and after != before and not _BROKEN.search(after):
            found.append(_word(start, end, before, after, scale))
    found = _with_lone_quotes_weighed(found, text)
    chosen = _supported(found)
    places = len(chosen) * position_bits(len(chosen), len(spans))
    total = _joint_gain(chosen, scale) - places - _price(pair, known, scale.hints.codepages)
    steps = (f"encode {pair.wrong}", f"decode {pair.true}")
    code = f"{pair.true}-as-{pair.wrong}"
    edits = tuple(
        Edit(word.start, word.end, word.after, steps, max(word.gain, 1.0), code=code)
        for word in chosen
    )
    saved = sum(word.saved for word in chosen)
    return Offer(pair, total, saved, edits)


def _word(start: int, end: int, before: str, after: str, scale: Scale) -> _Word:
    old, new = _own(before, after)
    entry = min(BACKGROUND_BITS, BACKGROUND_ENTRY_BITS * len(old))
    saved = scale.saved(old, new) - WORD_BITS
    gain = min(saved, entry + background_bits(old) - scale.bits(new) - WORD_BITS)
    glued = _glued(old)
    if len(glued) > 1:
        apart = sum(map(scale.bits, glued)) + GLUE_BITS * (len(glued) - 1)
        gain = min(gain, apart - scale.bits(new) - WORD_BITS)
    is_clean = any(is_so(before) for is_so in _CLEAN)
    if is_clean or not is_plausible(after, scale):
        gain = min(gain, 0.0)
    return _Word(start, end, after, old, new, gain, saved)


def _glued(word: str) -> list[str]:
    """Return the words of which one may have been made, in scripts where garbling does not look so.

    >>> _glued("записЯк"), _glued("закладкЯ"), _glued("SymptÙmes")
    (['запис', 'Як'], ['закладкЯ'], ['SymptÙmes'])
    """
    if not is_not_latin(word):
        return [word]
    cuts = [
        at
        for at in range(1, len(word) - 1)
        if word[at].isupper() and word[at - 1].islower() and word[at + 1].islower()
    ]
    return [word[start:end] for start, end in pairwise((0, *cuts, len(word)))]


def _with_lone_quotes_weighed(words: list[_Word], text: str) -> list[_Word]:
    """Return the words; those that become a quotation mark without a partner are worth less."""
    seen = {*text, *"".join(word.after for word in words)}
    return [
        replace(word, gain=word.gain - LONE_QUOTE_BITS, saved=word.saved - LONE_QUOTE_BITS)
        if any(char in word.new and seen.isdisjoint(_PARTNERS[char]) for char in _PARTNERS)
        else word
        for word in words
    ]


def _own(before: str, after: str) -> tuple[str, str]:
    """Return two readings of a word without the ASCII in both that is no part of it.

    ``<Файл1>`` is weighed as ``Файл``; the ``@`` of ``ƒ@`` is part of ``ァ``.
    """
    if not is_not_latin(after):
        return before, after
    parts, at = [], 0
    for run in ascii_letters(after):
        found = before.find(run, at)
        if found >= 0:
            parts.append(before[at:found])
            at = found + len(run)
    return "".join((*parts, before[at:])), without_ascii_letters(after)


def _joint_gain(words: list[_Word], scale: Scale) -> float:
    """Return what undoing some words saves together.

    Two things make the whole less than the sum of its parts: text in no language is entered once,
    not word by word; and the same characters, garbled the same way, are the same evidence again.
    """
    after = sum(scale.bits(word.new) + WORD_BITS for word in words)
    background = BACKGROUND_BITS + sum(
        BACKGROUND_WORD_BITS + background_bits(word.old) for word in words
    )
    seen: Counter[frozenset[str]] = Counter()
    total = 0.0
    for word in words:
        key = frozenset(char for char in word.old if char > "\x7f")
        seen[key] += 1
        total += word.gain / seen[key] if word.gain > 0 else word.gain
    return min(total, background - after)


def _price(pair: Pair, known: bool, hinted: Set[str]) -> float:
    hints = len(hinted & {pair.wrong, pair.true})
    if hints:
        return HINTED_BITS[hints]
    reader = READER_BITS.get(pair.wrong, RARE_BITS)
    writer = WRITER_BITS.get(pair.true, RARE_BITS)
    if pair == _C1_PAIR:
        writer += _C1_PAIR_BITS
    if pair.wrong in OF_DOS and pair.true in OF_DOS:
        writer += DOS_BITS
    return reader + writer + (KNOWN_DAMAGE_BITS if known else DAMAGE_BITS)


SUPPORT: Final = 4  # words on each side that vouch for a doubtful one
SUPPORT_BITS: Final = 20.0


def _supported(words: list[_Word]) -> list[_Word]:
    """Return the words to change: those that gain, or that lose little among words that gain.

    The surer the neighbors, the less likely is it that a word is in no language at all.
    """
    signs = [max(-1.0, min(1.0, word.gain / SUPPORT_BITS)) for word in words]
    chosen = []
    for index, word in enumerate(words):
        around = signs[max(0, index - SUPPORT) : index] + signs[index + 1 : index + 1 + SUPPORT]
        support = sum(around) / len(around) if around else 0.0
        own = word.gain + max(0.0, support) * (word.saved - word.gain)
        if own + SUPPORT_BITS * support > 0:
            chosen.append(word)
    return chosen


def _hinted_pairs(hinted: Set[str]) -> Iterator[Pair]:
    """Yield the pairs of codecs that the caller named both of."""
    for wrong in sorted(hinted & {*READERS, *multibyte.DECODERS}):
        for true in sorted(hinted & {*WRITERS, *multibyte.CODECS} - {wrong}):
            yield Pair(wrong, true)


def _saves(pair: Pair, sample: list[str], scale: Scale) -> bool:
    """Tell whether undoing a pair makes a sample cheaper at all."""
    undone = ((word, pair.undo(word)) for word in sample)
    return sum(scale.saved(before, after) for before, after in undone if after is not None) > 0


def best_offer(text: str, known: set[str], scale: Scale) -> Offer | None:
    """Return the pair that saves the most over a text, None when none saves anything.

    Args:
        text: the text.
        known: codecs that the text is known to have been damaged by.
        scale: weighs words in the languages of the text.
    """
    spans = non_ascii_words(text)
    suspicious = spans if scale.hints.codepages else suspects(text, spans, scale)
    if not suspicious:
        return None
    sample = _sample(text, suspicious)
    tried = dict.fromkeys([*_hinted_pairs(scale.hints.codepages), *_shortlist(sample, scale)])
    pairs = [pair for pair in tried if _saves(pair, sample, scale)]
    trial = suspicious if len(spans) > TRIAL else spans
    offers = [_weighed(text, trial[:TRIAL], pair, pair.wrong in known, scale) for pair in pairs]
    best = max(offers, key=lambda offer: offer.total, default=None)
    if best is not None and len(spans) > TRIAL:
        best = _weighed(text, spans, best.pair, best.pair.wrong in known, scale)
    return best if best is not None and best.total > 0 and best.edits else None
