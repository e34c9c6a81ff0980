"""Every reading of a sample with its description length, cheapest first.

All readings are measured in the same unit, the bits that the language model needs for the pairs of
neighboring characters of which one is not ASCII; so single-byte code pages, multi-byte codecs and
hints compare directly. What a codec costs before a byte was read is in ``usage``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from math import log2
from operator import add, attrgetter
from typing import Final

from mojifix.codepages import singlebyte, vni
from mojifix.decoding.scoring import eastasian, prose, single_bytes
from mojifix.decoding.scoring.sample import Sample
from mojifix.decoding.scoring.scored import Scored
from mojifix.decoding.usage import PRIOR_OF
from mojifix.language.model import UNITS_PER_BIT, load_group
from mojifix.language.score import read

# How far ASCII words are believed about the language of the letters between them: share of the
# bits by which they are dearer than in the best language, and at most so many bits.
_ASCII_SHARE: Final = 0.35
_ASCII_MOST: Final = 58.0
_FEWEST_LETTERS: Final = 4  # of ASCII words that are looked at
_ASCII_WORDS: Final = 600  # bytes of ASCII words looked at
# The same for the ASCII letters of words that have others, too: ten more of 10,739 development
# strings are read rightly.
_WITHIN_SHARE: Final = 0.25
_WITHIN_MOST: Final = 20.0
# One or more ASCII letters of a word and what they stand beside: a blank or another of them.
_WITHIN: Final = re.compile(rb"[ A-Za-z]{2,}")
# Text in another alphabet that consists mostly of ASCII letters costs so many bits for each time
# that these are twice as many, and at most so many. At half of that, a few accented letters of a
# program or an English page were Cyrillic: 31 of 2,083 real files and pieces of them.
_MOSTLY_ASCII_BITS: Final = 6.0
_MOSTLY_ASCII: Final = 40.0
_ASCII_BYTES: Final = bytes(range(128))
# One letter between two of ASCII, or behind three, is an accented one: each costs other alphabets so
# many bits more.
# Belarusian texts mix alphabets: at 6 bits an Afrikaans menu was one, at 10 no other answer moved.
_ACCENTED: Final = re.compile(
    rb"[A-Za-z][\x80-\xff](?=[A-Za-z])|[A-Za-z]{3}[\x80-\xff](?![A-Za-z\x80-\xff])"
)
_ACCENTED_BITS: Final = 10.0
# What drawings say for the code pages of DOS.
_DRAWN_BITS: Final = 15.0
# What signs of Windows say for its commonest code page where nothing else is beyond ASCII. Beside a
# letter they are letters of DOS and the Macintosh. Of 612 lines with one such character 64 more are
# read rightly, of 3,842 other words and lines 5 more and 3 fewer; at 16 bits 69, 5 and 6.
_SIGN_BITS: Final = 12.0
_BESIDE_LETTERS: Final = re.compile(
    rb"[A-Za-z][\x80-\x9f]|[\x80-\x9f][A-Za-z]|[A-Za-z][\xa0-\xff][A-Za-z]"
)
# The euro sign of Windows and of Latin-9, before or behind a number. In place of the latter Latin-1 has
# a sign that nobody writes, so that it tells beside letters, too. Of 320 amounts with their words 294
# are read rightly, 116 without this and the no-break spaces of ``prose``; of 11,816 words and lines in
# 54 code pages nine fewer, each an Arabic word behind a number whose blank is one of mac-arabic.
_EURO: Final = re.compile(
    rb"\d[ \xa0]?([\x80\xa4])(?![A-Za-z\x80-\xff])|(?<![A-Za-z\x80-\xff])([\x80\xa4])[ \xa0]?(?=\d)"
)
# The combining tone marks of cp1258 after a vowel.
_TONE: Final = re.compile(
    rb"[AEIOUYaeiouy\xc2\xc3\xca\xd4\xd5\xdd\xe2\xe3\xea\xf4\xf5\xfd][\xcc\xd2\xde\xec\xf2]"
)
_CP1258_PRIOR: Final = 3.5
# A vowel of VNI before its mark, and what VNI has not: other letters, and marks behind no vowel.
_VNI_VOWELS: Final = rb"[AEOUYaeouy\xd4\xd6\xf4\xf6]"
_VNI_MARKS: Final = rb"[\xc0-\xc5\xc8-\xcb\xcf\xd5\xd8-\xdc\xe0-\xe5\xe8-\xeb\xef\xf5\xf8-\xfc]"
_VNI: Final = re.compile(_VNI_VOWELS + _VNI_MARKS)
_NO_VNI: Final = re.compile(
    rb"[\xc7\xd0\xd7\xdd-\xdf\xe7\xf0\xf7\xfd-\xff]|(?<!%b)%b" % (_VNI_VOWELS, _VNI_MARKS)
)
# Of 120 words and lines 117 are read rightly; of 18,632 pieces of other encodings none is taken for it.
_VNI_PRIOR: Final = 9.0
# A reading dearer than the cheapest by more is dropped unless something speaks for it: its probability
# is below 0.00004, and no word that is known saves so much.
_LIKELY_BITS: Final = 30
# East Asian text in a multi-byte codec costs 10.3 bits a pair and more in any code page, other text
# 5.7 and less (99 and 97 % of development strings of 12 pairs and more).
_NOT_EAST_ASIAN: Final = 7.5
_FEW_PAIRS: Final = 12
_LANGUAGE_HINT: Final = 12.0  # bits for a language that the caller or the page names
_UNUSUAL_PRIOR: Final = 10.0  # bits for a codec that is considered only because something names it
_BITS: Final = attrgetter("bits")


def rank(
    sample: Sample, bonus: Mapping[str, float] | None = None, languages: Collection[str] = ()
) -> list[Scored]:
    """Return the readings of a sample, likeliest first.

    Args:
        sample: what is read.
        bonus: bits in favor of a codec, by its name.
        languages: those of the model that are to be expected.
    """
    favored = dict(bonus or {})
    sample = prose.without_markup(sample)
    window = prose.without_drawings(sample.window)
    if window != sample.window:
        favored |= {page: favored.get(page, 0.0) + _DRAWN_BITS for page in _of_dos()}
    if page := _page_of_signs(window):
        favored[page] = favored.get(page, 0.0) + _SIGN_BITS
        window = _EURO.sub(b" ", window)
    window = prose.words(window)
    high = len(window.translate(None, _ASCII_BYTES))
    ascii_words = (word for word in window.split() if word.isalpha() and word.isascii())
    words = b" ".join(ascii_words)[:_ASCII_WORDS]
    foreign = min(_MOSTLY_ASCII, max(0.0, _MOSTLY_ASCII_BITS * log2((len(words) + 1) / (high + 1))))
    found = _single_byte(window, words, foreign, favored, languages)
    dearest = _NOT_EAST_ASIAN * sample.pairs
    if favored or sample.pairs < _FEW_PAIRS or min(found, key=_BITS).bits > dearest:
        rows = eastasian.score(sample.pieces)
        found += [row._replace(bits=row.bits + foreign) for row in rows]
    found += _vietnamese(window, foreign)
    for name in sorted(favored.keys() - {row.codec for row in found}):
        found += _unusual(sample.pieces, name)
    for place, row in enumerate(found):
        bits = favored.get(row.codec, 0.0) + _LANGUAGE_HINT * (row.language in languages)
        if bits:
            found[place] = row._replace(bits=row.bits - bits)
    return sorted(found, key=_BITS)


def _single_byte(
    window: bytes, words: bytes, foreign: float, bonus: Mapping[str, float], hinted: Collection[str]
) -> list[Scored]:
    readings = single_bytes.readings()
    codes = single_bytes.codes_of(window)
    latin = _language_handicap(window, words)
    other = int((foreign + _ACCENTED_BITS * len(_ACCENTED.findall(window))) * UNITS_PER_BIT)
    handicaps = (
        (*(latin or single_bytes.no_handicaps()), int(foreign * UNITS_PER_BIT), other)
        if latin or other
        else ()
    )

    def own(number: int) -> int:
        """Return what the text alone costs in a reading, in units."""
        reading = readings[number]
        extra = handicaps[reading.place] if handicaps else 0
        return totals[number] - extra - round(reading.prior * UNITS_PER_BIT)

    totals = single_bytes.score(codes, handicaps)
    most = min(totals) + _LIKELY_BITS * UNITS_PER_BIT
    likely = [number for number, total in enumerate(totals) if total <= most]
    if bonus or hinted:
        likely += [
            number
            for number, reading in enumerate(readings)
            if (reading.codepage in bonus or reading.language in hinted) and number not in likely
        ]
    return [
        Scored(
            totals[number] / UNITS_PER_BIT,
            readings[number].codepage,
            readings[number].language,
            own(number) / UNITS_PER_BIT,
        )
        for number in likely
    ]


def _page_of_signs(window: bytes) -> str | None:
    """Return the code page that signs speak for; None where letters must tell."""
    euro = _EURO.search(window)
    if euro and b"\xa4" in euro.groups():
        return "iso8859-15"
    rest = _EURO.sub(b" ", window) if euro else window
    return "cp1252" if (euro and rest.isascii()) or _holds_signs(rest) else None


def _holds_signs(window: bytes) -> bool:
    """Return whether all that is beyond ASCII are signs of Windows, and no letters of DOS."""
    high = window.translate(None, _ASCII_BYTES)
    if not high or high.translate(None, prose.windows_signs()):
        return False
    return not _BESIDE_LETTERS.search(window)


@cache
def _of_dos() -> tuple[str, ...]:
    """Return the code pages that hold lines to draw with where those of DOS do."""
    return tuple(page for page in PRIOR_OF if singlebyte.table(page)[0xC4] == "─")


def _language_handicap(window: bytes, words: bytes) -> Sequence[int]:
    """Return the units by which ASCII letters speak against each language in Latin letters."""
    whole = single_bytes.score_ascii(words) if len(words) >= _FEWEST_LETTERS else ()
    within = single_bytes.score_within(
        part
        for word in window.split()
        if not word.isascii()
        for part in _WITHIN.findall(b" %b " % word)
    )
    handicaps = (
        _dearer(whole, _ASCII_SHARE, _ASCII_MOST),
        _dearer(within, _WITHIN_SHARE, _WITHIN_MOST),
    )
    return list(map(add, *handicaps)) if whole and within else handicaps[not whole]


def _dearer(costs: Sequence[int], share: float, most: float) -> list[int]:
    """Return a share of the units by which each cost is above the least, and at most some bits."""
    if not costs:
        return []
    least = min(costs)
    limit = least + int(most / share * UNITS_PER_BIT)
    return [int(((cost if cost < limit else limit) - least) * share) for cost in costs]


def _vietnamese(sample: bytes, foreign: float) -> list[Scored]:
    """Read cp1258 and VNI, which write marks behind their letters, in composed form."""
    rows = []
    if _TONE.search(sample):
        text = unicodedata.normalize("NFC", singlebyte.decode(sample, "cp1258"))
        own = eastasian.high_bits(load_group("vietnamese"), text)
        rows.append(Scored(own + _CP1258_PRIOR, "cp1258", "vi", own))
    if _VNI.search(sample) and not _NO_VNI.search(sample):
        own = eastasian.high_bits(load_group("vietnamese"), vni.decode(sample))
        rows.append(Scored(own + _VNI_PRIOR + foreign, vni.NAME, "vi", own))
    return rows


def _unusual(pieces: tuple[bytes, ...], codec: str) -> list[Scored]:
    """Read a codec that is considered only because something names it."""
    decoded = eastasian.decode_pieces(pieces, codec)
    if decoded is None:
        return []
    reading = read(decoded[0])
    prior = PRIOR_OF.get(codec, _UNUSUAL_PRIOR)
    return [Scored(reading.bits + prior, codec, reading.language, reading.bits)]
