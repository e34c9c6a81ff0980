"""Text of one legacy encoding that was read as another: a change of alphabet, word by word.

Nothing in such text is malformed, so there is no pattern to look for, only words that no language
explains. The few pairs of encodings that make a sample of those words cheapest are weighed word by
word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from mojifix.language.alphabet import script_of
from mojifix.mojibake.edits import Edit, recoding
from mojifix.mojibake.recoding.clean_signs import BROKEN, undone_words
from mojifix.mojibake.recoding.evidence import KNOWN_BITS, evidence, joint_gain, vouched_bits
from mojifix.mojibake.recoding.lone_quotes import with_lone_quotes_weighed
from mojifix.mojibake.recoding.lookalikes import are_typed, lookalike_bits
from mojifix.mojibake.recoding.pairs import C1_PAIR, WORD_BITS, WRITERS, Pair, hinted_pairs, price
from mojifix.mojibake.recoding.recoded_words import (
    BEYOND_DOUBT_BITS,
    OddBits,
    RecodedWord,
    has_letters,
    own_parts,
    weighed_word,
)
from mojifix.mojibake.recoding.shortlist import sample_of, tried_pairs, with_more_letters
from mojifix.mojibake.weighing.known_words import known_bits
from mojifix.mojibake.weighing.scale import CloseScale, Scale, position_bits
from mojifix.mojibake.weighing.suspects import is_foreign_and_unknown, suspects
from mojifix.mojibake.weighing.word_kinds import is_typographic
from mojifix.mojibake.words import Span, is_value, non_ascii_words, own_words

# What an accent costs on a word that reads well without: ``kervân``, of which a pair makes ``kervān``.
# Less so for each bit of doubt, and least where all words are values of data. Of 103 lines of word
# lists that were changed wrongly 12 still are. With 24 bits words of clear sentences are lost
# (``ąvestek``); on the development sample nothing moves.
_ACCENT_BITS: Final = 32.0
_ACCENT_SLOPE: Final = 4.0
_LEAST_ACCENT_BITS: Final = 10.0
# A word that cannot have come from a pair speaks against it, and so does one that is better as it
# stands; other damage may stand beside it, so that a few count. On the development sample no text is
# lost by it. Of 3,104 garbled texts that a pair of Latin code pages restores one holds a word of the
# second kind; of 44 clean ones that a pair changes in languages that the model does not know ten do.
_AGAINST_BITS: Final = 6.0
_MOST_AGAINST: Final = 3
# What it costs that all garbled words are values of data or strings of code, which are short and of
# all kinds: in 1,433 files of installed software wrong offers came to 5 bits and less, right ones in
# short tables to 23 and more.
_VALUE_BITS: Final = 8.0
_LEAST_KNOWN: Final = 2  # code points of a word that is known; a letter may have been a dash
_SUPPORT: Final = 4  # words on each side that vouch for a doubtful one
_SUPPORT_BITS: Final = 20.0
# Words on which the pairs of the short list compete: of 97 longer texts that a pair explains none saves
# less than 37 bits on them.
_TRIAL: Final = 200

# Characters of words that are weighed with their trigrams; of more words, pairs tell enough: of the
# sentences of the development sample, 99 % come back.
_FEW: Final = 100
# A pair may save so much less on the sample than another and still win on the text: on the development
# sample the first wins in 527 of 531 cases, and none that is 8 bits behind.
_PROMISING_BITS: Final = 24.0
# What a pair may save less than its price on the sample: trigrams and known words count on the text
# only. Of 2,002 pairs that won on the development sample and on single words none saved 13 bits less.
_LACKING_BITS: Final = 16.0

# That nothing is in the script of one of two code pages that read a text alike: quotes of the Mac in
# English text are those of Mac Roman, not of Mac Cyrillic.
_OTHER_SCRIPT_BITS: Final = 2.0

# Romanian letters with a comma, which are written with a cedilla as often.
_CEDILLAS: Final = str.maketrans("ȘșȚț", "ŞşŢţ")
_LATIN: Final = re.compile("[A-Za-z]")
# A word that begins and goes on with Latin letters holds none of another script: ``Gläser``.
_WITHIN: Final = re.compile(r"[A-Za-z]+[^\W\d_A-Za-z]{1,2}[a-z]")


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


# What was found of a word and what it was: many pairs undo a word alike, and texts repeat words.
_Words = dict[tuple[str, str], RecodedWord]


def _weighed(
    text: str,
    spans: list[Span],
    pair: Pair,
    known: set[str],
    scale: Scale,
    words: _Words,
    odd: OddBits,
) -> Offer:
    found = []
    impossible = same = 0  # a bullet that two code pages share is no choice
    undone = undone_words([text[start:end] for start, end in spans], pair, scale)
    for (start, end), after in zip(spans, undone, strict=True):
        before = text[start:end]
        if after is None or BROKEN.search(after):
            impossible += not is_typographic(before)
        elif after.translate(_CEDILLAS) == before.translate(_CEDILLAS):
            same += 1
        else:
            word = words.get((before, after))
            if word is None:
                word = weighed_word(start, end, before, after, scale, odd)
                words[before, after] = word
            found.append(word if word.start == start else replace(word, start=start, end=end))
    chosen = _supported(with_lone_quotes_weighed(found, text))
    is_latin = WRITERS.get(pair.true) == "latin"
    chosen = [word for word in chosen if not _is_out_of_place(word, text, scale, is_latin=is_latin)]
    places = len(spans)
    total = joint_gain(chosen, scale) - price(pair, known, scale)
    if pair != C1_PAIR:
        places -= same
        total -= _AGAINST_BITS * min(impossible + _left_alone(found, chosen, text), _MOST_AGAINST)
    total -= len(chosen) * position_bits(len(chosen), places)
    is_known = pair.wrong in known or bool(scale.hints.codepages)
    total += vouched_bits(chosen, pair, scale, is_known=is_known)
    if not is_known and evidence((word.old, word.saved) for word in chosen) < BEYOND_DOUBT_BITS:
        total -= scale.doubt(len(text) - sum(word.end - word.start for word in chosen))
    if all(is_value(text, word.start, word.end) for word in chosen):
        total -= _VALUE_BITS
    return Offer(pair, total, sum(word.saved for word in chosen), _edits(chosen, pair))


def _left_alone(found: list[RecodedWord], chosen: list[RecodedWord], text: str) -> int:
    """Return how many words of a text that a pair undoes are better as they stand, signs aside."""
    left = {(word.start, word.end) for word in found} - {(word.start, word.end) for word in chosen}
    return sum(not is_typographic(text[start:end]) for start, end in left)


def _edits(words: list[RecodedWord], pair: Pair) -> tuple[Edit, ...]:
    steps, code = recoding(pair.wrong, pair.true)
    return tuple(
        Edit(word.start, word.end, word.after, steps, max(word.gain, 1.0), code=code)
        for word in words
    )


def _accent_bits(text: str, spans: list[Span], scale: Scale) -> float:
    """Return what an accent costs on a word that is written without, too."""
    if all(is_value(text, start, end) for start, end in spans):
        return _LEAST_ACCENT_BITS
    context = len(text) - sum(end - start for start, end in spans)
    return max(_LEAST_ACCENT_BITS, _ACCENT_BITS - _ACCENT_SLOPE * scale.doubt(context))


def _supported(words: list[RecodedWord]) -> list[RecodedWord]:
    """Return the words to change: those that gain, or that lose little among words that gain."""
    signs = [max(-1.0, min(1.0, word.gain / _SUPPORT_BITS)) for word in words]
    chosen = []
    for index, word in enumerate(words):
        around = signs[max(0, index - _SUPPORT) : index] + signs[index + 1 : index + 1 + _SUPPORT]
        support = sum(around) / len(around) if around else 0.0
        if word.gain + _SUPPORT_BITS * support > 0:
            chosen.append(word)
    return chosen


def _is_out_of_place(word: RecodedWord, text: str, scale: Scale, *, is_latin: bool) -> bool:
    """Tell whether a word that gains nothing is clean: one of the language, and rarer undone.

    Of 610 lines in 26 languages, some words of which are garbled and others clean, a clean one is
    changed in 16, without this in 39; of the development sample no text is lost. Of 793 lines in
    Latin, a few words of which are garbled ones of another script, it is in 25, without this in 91.

    Args:
        word: the word.
        text: that it stands in.
        scale: weighs words in the languages of the text.
        is_latin: whether the pair makes Latin words; else those with Latin letters are asked alone.
    """
    before = text[word.start : word.end]
    if word.gain > 0.0 or len(before) < _LEAST_KNOWN or not any(map(str.isalpha, word.after)):
        return False
    if not is_latin and not _LATIN.search(before):
        return False
    if not is_latin and _WITHIN.match(before) and has_letters(word.after):
        return True
    return known_bits(before, scale.languages) < known_bits(word.after, scale.languages)


def _saved(pair: Pair, sample: list[str], scale: Scale) -> float:
    """Return what undoing a pair saves on a sample, the end of which may be cut in a character."""
    undone = undone_words(sample, pair, scale)
    if undone[-1] is None:
        sample = [*sample[:-1], sample[-1][:-1]]
        undone[-1] = pair.undo(sample[-1])
    read = zip(sample, undone, strict=True)
    return sum(scale.saved(before, after) for before, after in read if after is not None)


def _promising(
    pairs: Iterable[Pair], sample: list[str], known: set[str], scale: Scale
) -> list[Pair]:
    """Return the pairs that save about their price on a sample, and hardly less than the best."""
    worth = {pair: _saved(pair, sample, scale) - price(pair, known, scale) for pair in pairs}
    least = max(max(worth.values(), default=0.0) - _PROMISING_BITS, -_LACKING_BITS)
    return [pair for pair, bits in worth.items() if bits >= least]


def most_saved(readings: Iterable[tuple[str, str | None]], scale: Scale) -> float:
    """Return what undoing a pair saves at most on words, each as it stands and as it was, quickly."""
    parts = (
        own_parts(before, after)
        for before, after in dict.fromkeys(readings)
        if after is not None and after != before
    )
    saved = [(max(0.0, scale.saved(old, new) - WORD_BITS), old) for old, new in parts]
    return evidence((old, bits) for bits, old in sorted(saved, reverse=True))


def _unlike(
    pairs: list[Pair], words: list[str], known: set[str], scale: Scale
) -> list[tuple[float, Pair]]:
    """Return the pairs that undo some words each in a way of its own, the likeliest of each way.

    Each with what it may save at most, beyond its price.
    """
    ways: dict[tuple[str | None, ...], tuple[float, float, Pair]] = {}
    for pair in pairs:
        way = tuple(undone_words(words, pair, scale))
        cost = price(pair, known, scale)
        scripts = set(map(script_of, set("".join(filter(None, way)))))
        is_odd = pair.true in WRITERS and WRITERS[pair.true] not in scripts
        rank = cost + _OTHER_SCRIPT_BITS * is_odd
        if way not in ways or rank < ways[way][0]:
            ways[way] = rank, cost, pair
    return [
        (most_saved(zip(words, way, strict=True), scale) + KNOWN_BITS - cost, pair)
        for way, (_, cost, pair) in ways.items()
    ]


def best_offer(text: str, known: set[str], scale: Scale) -> Offer | None:
    """Return the pair that saves the most over a text, None when none saves anything.

    Args:
        text: the text.
        known: codecs that the text is known to have been damaged by.
        scale: weighs words in the languages of the text.
    """
    spans = [own for span in non_ascii_words(text) for own in own_words(text, span)]
    suspicious = spans if scale.hints.codepages else suspects(text, spans, scale)
    suspicious = suspicious or [
        span for span in spans if is_foreign_and_unknown(text[slice(*span)], scale)
    ]
    if not suspicious:
        return None
    sample = sample_of(text, suspicious)
    tried = [*tried_pairs(sample, scale), *hinted_pairs(scale.hints.codepages)]
    pairs = _promising(dict.fromkeys(tried), sample, known, scale)
    if all(pair.true in WRITERS for pair in pairs):
        spans = [own for span in spans for own in own_words(text, span, of_single_bytes=True)]
    pairs += with_more_letters(pairs, sample, [text[start:end] for start, end in spans])
    if sum(end - start for start, end in spans) <= _FEW:
        scale = CloseScale(text, scale.hints)
    trial = (suspicious if len(spans) > _TRIAL else spans)[:_TRIAL]
    unlike = _unlike(pairs, [text[start:end] for start, end in trial], known, scale)
    if all(most <= 0.0 for most, _ in unlike):  # as of nine in ten texts that stay as they are
        return None
    words: _Words = {}
    plain = [text[start:end] for start, end in spans]
    odd = OddBits(_accent_bits(text, spans, scale), lookalike_bits(plain), are_typed(plain))
    best, least = None, 0.0
    for most, pair in unlike:
        if most > least:
            offer = _weighed(text, trial, pair, known, scale, words, odd)
            if offer.edits and offer.total > least:
                best, least = offer, offer.total
    if best is not None and len(spans) > _TRIAL:
        best = _weighed(text, spans, best.pair, known, scale, words, odd)
    return best if best is not None and best.total > 0 and best.edits else None
