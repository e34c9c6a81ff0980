"""Pairs of legacy encodings: what text was written in, and what it was read as.

Any two may have met; some did so for decades, others hardly ever, and a price says how rarely.

>>> Pair("cp1252", "cp1251").undo("Ïðèâåò")
'Привет'
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final, NamedTuple

from mojifix.codepages import multibyte, singlebyte
from mojifix.mojibake.weighing.scale import Scale

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
    "iso8859-15": "latin", "iso8859-16": "latin", "cp1258": "latin", "tcvn": "latin",
}  # fmt: skip

# It makes letters of nearly all bytes, in any word. Of 179,163 clean lines two are changed with 3 bits,
# none with this; of three garbled words all come back.
_TCVN_BITS: Final = 20.0
# Description of the damage. The prices and those of ``weigh`` were set on the development sample:
# most words restored with at most 8 of 498 hard negatives changed.
DAMAGE_BITS: Final = 15.0
KNOWN_DAMAGE_BITS: Final = 13.0  # … where the wrong reader is known already
WORD_BITS: Final = 1.0  # that a word is damaged
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
    "mac-roman": 4.0, "iso8859-6": 3.0, "iso8859-7": 3.0, "tcvn": _TCVN_BITS,
}  # fmt: skip
RARE_BITS: Final = 5.0
# Where words are weighed with their trigrams, clean ones stay farther from a change. Of 37,000 lines
# and paragraphs in 109 languages none is changed, and of 7,800 English sentences with one word of
# another language two are, three without trigrams. Nearly all that come near are Western.
CLOSE_BITS: Final = -2.0
# … with an East Asian reader: of 6,200 Han, kana and Hangul words in Western sentences none is
# changed; with 4 bits less, two are.
EAST_ASIAN_BITS: Final = -6.0
_WESTERN: Final = frozenset({"cp1252", "latin-1"})
_HINTED_BITS: Final = (DAMAGE_BITS, 10.0, 5.0)  # … where the caller names none, one or both codecs
# Latin code pages of DOS and of the Mac met one another when DOS was in use, and hardly since. Without
# those of the Mac, clean ``nùmeros`` and ``cæsura`` are changed; no case moves by it.
_OF_OLD: Final = frozenset({"cp437", "cp850", "cp852", "cp857", "cp775", "mac-roman"})
_OLD_BITS: Final = 10.0
# Text is misread where it was written or by Western programs, and seldom with the code page of a third
# script; those of DOS are rare as they are. Of 157 words of a few random letters that were changed to
# Arabic, Han and the like 92 still are, and of 7,000 garbled words and texts one is lost (``Κθμ``,
# which was ``Ким``).
_ABROAD_BITS: Final = 6.0
# What HTML decoders do with C1 controls, because nobody means them: The HTML Standard, 13.2.5.80.
# Where a text has some, it was read as Latin-1, and another code page of Windows may have written it;
# the surer so where one stands alone, as a bullet does. Of 1,498 short texts with signs in 25 languages
# 94 more come back by it; of 443 in other code pages none is lost.
_C1_BITS: Final = {
    "cp1252": -12.0, "cp1250": -6.0, "cp1254": -6.0, "cp1257": -6.0, "cp1251": 0.0,
}  # fmt: skip
_LONE_C1_BITS: Final = -4.0


class Pair(NamedTuple):
    """Bytes of ``true`` that were read as ``wrong``."""

    wrong: str
    true: str

    def undo(self, word: str) -> str | None:
        """Return the word as it was before, None when it cannot have come from this pair."""
        data = encode(word, self.wrong)
        if data is None:
            return None
        if self.true in WRITERS:
            return singlebyte.decode(data, self.true)
        return multibyte.decode(data, self.true)


def encode(text: str, codec: str) -> bytes | None:
    """Return the bytes of a text under any codec of a pair, None when a character has none."""
    if codec in multibyte.DECODERS:
        return multibyte.encode(text, codec)
    try:
        return singlebyte.encode(text, codec)
    except UnicodeEncodeError:
        return None


C1_PAIR: Final = Pair("latin-1", "cp1252")


def price(pair: Pair, known: Set[str], scale: Scale) -> float:
    """Return the bits it takes to say that a pair met.

    Args:
        pair: the pair.
        known: codecs that the text is known to have been damaged by.
        scale: tells what the caller names, and what of the text counts.
    """
    hinted = scale.hints.codepages
    hints = len(hinted & {pair.wrong, pair.true})
    if hints:
        return _HINTED_BITS[hints]
    reader = READER_BITS.get(pair.wrong, RARE_BITS)
    if scale.is_close and pair.wrong in READER_BITS and pair.wrong not in _WESTERN:
        reader += EAST_ASIAN_BITS if pair.wrong in multibyte.DECODERS else CLOSE_BITS
    writer = WRITER_BITS.get(pair.true, RARE_BITS)
    if pair.wrong == C1_PAIR.wrong and pair.true in _C1_BITS and scale.has_c1:
        writer += _C1_BITS[pair.true] + scale.has_lone_c1 * _LONE_C1_BITS
    if pair.wrong in _OF_OLD and pair.true in _OF_OLD:
        writer += _OLD_BITS
    scripts = {WRITERS.get(pair.wrong, "latin"), WRITERS.get(pair.true)}
    if len(scripts - {"latin"}) > 1 and reader < _ABROAD_BITS:
        writer += _ABROAD_BITS
    return reader + writer + (KNOWN_DAMAGE_BITS if pair.wrong in known else DAMAGE_BITS)


def hinted_pairs(hinted: Set[str]) -> Iterator[Pair]:
    """Yield the pairs of codecs that the caller named both of."""
    for wrong in sorted(hinted & {*READERS, *multibyte.DECODERS}):
        for true in sorted(hinted & {*WRITERS, *multibyte.CODECS} - {wrong}):
            yield Pair(wrong, true)
