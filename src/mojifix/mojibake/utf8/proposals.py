"""What is saved by undoing the runs of UTF-8 in one word, under one code page.

A word that was garbled as UTF-8 holds one run or several, with ASCII between them. They are undone
together, and the word is weighed before and after, with its neighbors beside it.
"""

from __future__ import annotations

import re
from functools import cached_property
from math import inf
from string import ascii_letters
from typing import Final, NamedTuple
from unicodedata import combining

from mojifix.codepages import singlebyte, utf8
from mojifix.codepages.losses import REPLACEMENT
from mojifix.language import score
from mojifix.language.alphabet import script_of
from mojifix.language.lexicon import load_lexicon
from mojifix.mojibake.gate.traits import is_accident
from mojifix.mojibake.recoding.lookalikes import LOOKALIKE_BITS, as_typed
from mojifix.mojibake.utf8.signs import Signs
from mojifix.mojibake.weighing.explanations import gained
from mojifix.mojibake.weighing.known_words import knowledge_of_pieces
from mojifix.mojibake.weighing.scale import CLEAN_BITS, MARK_BITS, Scale
from mojifix.mojibake.weighing.suspects import is_not_latin, is_plausible
from mojifix.mojibake.weighing.word_kinds import (
    is_in_one_case,
    is_signed_capitals,
    without_marks,
)
from mojifix.mojibake.words import MARKUP, own_words, spliced, window

RUN_BITS: Final = 1.5  # that a run is garbled
SLACK_BITS: Final = 3.5  # per character, over the norm: names of any origin pass
# So many sequences are no accident where they are most of what is there, even if what they say reads
# badly: it may be garbled once more.
EVIDENT_SEQUENCES: Final = 3
MOSTLY_COVERED: Final = 0.6
# Share of a word's characters of the code page that must be in its runs: under the right code page it
# is more in every text of the development sample that is restored.
LEAST_COVERED: Final = 0.3
LAYERS_BELOW: Final = 3
COMMON_BELOW: Final = (  # code pages of the layers below, beside the one above
    "cp1252", "latin-1", "cp1251", "cp1250", "cp866", "cp437", "cp850", "mac-roman", "koi8-r",
)  # fmt: skip
LAYER_BITS: Final = 8.0  # that there is another layer below, by a given code page
# What a sign, such as a no-break space, costs less in pages than in the sentences that the language
# model knows. Of 28,925 clean lines with many such spaces none moves by it; of 3,125 lines of English
# with a garbled sign or Greek letter 2,840 come back, 2,180 with 10 bits; with 26 two development texts
# are lost.
SIGN_BITS: Final = 20.0
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
_ADJACENT: Final = re.compile(r"[^\x00-\x7f]{2}")
_WORD_AND_SIGN: Final = re.compile(r"([^\W\d_]+)[\xa0©®™]\W*")
_LEAD_OF_C1: Final = "Â"
_LEAST_LETTERS: Final = 3  # of a word that tells that a text is written in a script
_AROUND: Final = ".,:;!?()[]\"'“”„»«…"
_STOPS_AND_BRACKETS: Final = ".,:;!?()[]"
_CLOSING: Final = {
    "«": "»", "»": "«»", "‹": "›", "›": "‹›", "„": "“”", "“": "”", "‚": "‘’", "‘": "’",
}  # fmt: skip
_TELLING: Final = 300  # code points that tell the language of a text

# A run, that is where it starts and ends and what it was; and the runs of one word.
Run = tuple[int, int, str]
Cluster = tuple[Run, ...]


class Proposal(NamedTuple):
    """The runs of one word under one code page.

    Attributes:
        codepage: what the bytes were read as.
        runs: (start, end, after) of each run.
        gain: bits saved by undoing all of them.
        is_evidence: whether the word reads like one afterwards; others may be undone where there is
            evidence for the code page, but are none themselves.
    """

    codepage: str
    runs: Cluster
    gain: float
    is_evidence: bool


class _Word(NamedTuple):
    """The word that holds some runs, whatever the code page.

    Attributes:
        before: the word, or what of it stands near the runs.
        after: the word with the runs undone.
        is_layered: whether there may be layers below.
        repaired: characters that they were.
        signs: those of them that are no-break spaces, or other signs by no accident.
        may_be_clean: whether clean text holds such runs.
    """

    before: str
    after: str
    is_layered: bool
    repaired: int
    signs: int
    may_be_clean: bool


class Weigher:
    """Weighs the runs of one text; many code pages read the same runs as the same characters."""

    def __init__(self, text: str, scale: Scale, *, is_known: bool = False) -> None:
        """Weigh the runs of a text, which is known or not to have been damaged by their code pages."""
        self._text, self._scale, self._is_known = text, scale, is_known
        self._words: dict[Cluster, _Word | None] = {}
        self._known: dict[tuple[Cluster, str], tuple[float, bool]] = {}
        self._signs = Signs(text, scale.text)

    def proposal(self, codepage: str, runs: Cluster) -> Proposal:
        """Return the runs of one word under a code page, weighed."""
        around = window(self._text, runs[0][0], runs[-1][1], MARKUP)
        own = list(own_words(self._text, around))
        left, right = own[0][0], own[-1][1]
        size = sum(end - start for start, end, _ in runs)
        covered = _covered(self._text[left:right], codepage, size)
        if covered < LEAST_COVERED:
            return Proposal(codepage, runs, 0.0, is_evidence=False)
        if runs not in self._words:
            self._words[runs] = self._word(runs, left, right)
        word = self._words[runs]
        if word is None:
            return Proposal(codepage, runs, -inf, is_evidence=False)
        key = runs, codepage if word.is_layered and codepage not in COMMON_BELOW else ""
        if key not in self._known:
            deepest = _deepest(word.after, codepage, self._scale) if word.is_layered else word.after
            self._known[key] = self._saved(len(runs), word.before, deepest)
        gain, is_plain = self._known[key]
        gain += SIGN_BITS * word.signs
        is_plain |= gain > 0 and word.signs == len(runs)
        is_most = word.repaired >= EVIDENT_SEQUENCES and covered >= MOSTLY_COVERED
        is_evidence = gain > 0 and (is_most or is_plain) and not word.may_be_clean
        return Proposal(codepage, runs, gain, is_evidence)

    def _word(self, runs: Cluster, left: int, right: int) -> _Word | None:
        """Return the word that holds some runs, None where it is none or a language explains it."""
        text, (start, end) = self._text, (runs[0][0], runs[-1][1])
        before = text[left:right]
        if self._is_explained(before):
            return None
        if any(_is_misplaced(text, run) for run in runs):
            return None
        shown = [_with_c1_shown(text, *run) for run in runs]
        are_signs = [self._signs.is_no_accident(*run) for run in shown]
        after = spliced(text, shown, left, right)
        if all(are_signs) and any(sign.isalpha() for *_, sign in shown):
            # Greek letters of a formula are no part of the word that they stand in: ``TNFα``.
            before = " ".join(text[start:end] for start, end, _ in runs)
            after = " ".join(sign for *_, sign in shown)
        around = f"{text[left:start]}{text[end:right]}"
        return _Word(
            before=before,
            after=after,
            is_layered=around.isascii() and _ADJACENT.search(after) is not None,
            repaired=sum(len(after) for *_, after in runs),
            signs=sum(are_signs),
            may_be_clean=all(is_accident(text[start:end], after) for start, end, after in shown),
        )

    def _is_explained(self, word: str) -> bool:
        """Tell whether a language explains a word, be it beside a letter or two of markup."""
        signed = _WORD_AND_SIGN.fullmatch(word)
        if signed and any(piece.is_known for piece in knowledge_of_pieces(signed[1])):
            return True
        own = word.strip(ascii_letters)
        words = (word, own) if own.isalpha() and is_not_latin(own) else (word,)
        return any(self._scale.bits(each) < CLEAN_BITS * (len(each) + 1) for each in words)

    def _saved(self, count: int, before: str, after: str) -> tuple[float, bool]:
        """Return the bits that undoing some runs saves, and whether their word is one afterwards."""
        saved = gained(before, after, self._scale) - RUN_BITS * count
        unmarked, marks = without_marks(before)
        if marks:
            apart = self._scale.bits(unmarked) + MARK_BITS * marks
            saved = min(saved, apart - self._scale.bits(after) - RUN_BITS * count)
        # Of 9,891 words typed with letters that look alike 9 fewer are changed.
        if saved > 0 and (typed := as_typed(before)).isascii():
            apart = self._scale.bits(typed) + LOOKALIKE_BITS
            saved = min(saved, apart - self._scale.bits(after) - RUN_BITS * count)
        if saved > 0 and self._is_numeral(before, after):
            return 0.0, False
        if saved > 0 and self._signs.is_word(before, after):
            return saved, True
        return saved, saved > 0 and (self._is_plain(before, after) or self._is_word(before, after))

    def _is_plain(self, before: str, after: str) -> bool:
        if REPLACEMENT in before and not any(map(str.isalpha, {*after} - {*before})):
            after = after.replace(REPLACEMENT, "")  # it tells of a loss, but not of this code page
        return not is_signed_capitals(before) and is_plausible(after, self._scale, SLACK_BITS)

    def _is_word(self, before: str, after: str) -> bool:
        """Tell whether a word is one of a language that the text may be in, as ``é`` is of some.

        A lone letter may be evidence only then: of 159 held-out sentences with no other damage 152
        come back, and 74 where it is none. It is none where a quotation would lose its end, as
        ``»Ã«`` would, nor a small letter among capitals.
        """
        word = after.strip(_AROUND)
        if not is_in_one_case(word) or _loses_its_closing(before, after):
            return False
        return any(lexicon and word in lexicon for lexicon in map(load_lexicon, self._languages))

    @cached_property
    def _languages(self) -> tuple[str, ...]:
        return self._scale.languages or (score.best_language(self._text[:_TELLING]),)

    def _is_numeral(self, before: str, after: str) -> bool:
        """Tell whether a word is single letters of the text's script, each with a sign, as ``Β΄`` is.

        Of 3,318 clean lines with such a word put in 139 would change. Where more of the text was
        garbled, it may be a word of one letter.
        """
        pairs = _BEYOND_ASCII.findall(before)
        are_signed = [len(p) == 2 and p[0].isalpha() and not p[1].isalpha() for p in pairs]
        if not all(are_signed) or any(map(str.isalnum, _BEYOND_ASCII.sub("", before))):
            return False
        scripts = {script_of(pair[0]) for pair in pairs}
        if self._is_known and scripts.issuperset(map(script_of, after)):
            return False
        return scripts <= self._scripts

    @cached_property
    def _scripts(self) -> frozenset[str | None]:
        """Return the scripts in which the text has words beyond ASCII of letters and marks alone."""
        words = (word.strip(_AROUND) for word in _BEYOND_ASCII.findall(self._scale.text))
        scripts = [frozenset(map(script_of, word)) for word in words if len(word) >= _LEAST_LETTERS]
        return frozenset().union(*(each for each in scripts if len(each) == 1)) - {"latin"}


def _with_c1_shown(text: str, start: int, end: int, after: str) -> Run:
    """Return a run with C1 controls of it as cp1252 has them, where ``Â`` stands for their first byte.

    By other code pages letters of clean words come to them.
    """
    return start, end, singlebyte.with_c1_shown(after) if _LEAD_OF_C1 in text[start:end] else after


def _loses_its_closing(before: str, after: str) -> bool:
    """Tell whether a word is in quotation marks, and not any more once it is undone.

    >>> _loses_its_closing("»Ã«", "»ë"), _loses_its_closing("»Ã©«", "»é«")
    (True, False)
    """
    quoted = before.strip(_STOPS_AND_BRACKETS)
    last = quoted[-1:]
    return (
        len(quoted) > 1
        and last in _CLOSING.get(quoted[0], "")
        and not after.rstrip(_STOPS_AND_BRACKETS).endswith(last)
    )


def _is_misplaced(text: str, run: Run) -> bool:
    """Tell whether a run is a combining mark without a letter to stand on."""
    start, _, after = run
    return combining(after[0]) > 0 and not text[max(0, start - 1) : start].isalpha()


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
