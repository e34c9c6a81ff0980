"""Text of a legacy encoding that was read as an East Asian codec, which lost some of its bytes.

As for UTF-8 (``multibyte``), but nothing in the bytes tells what they were: the pairs of encodings are
ranked by how well the known bytes read, and the best are searched.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from mojifix.codepages import losses, multibyte, singlebyte
from mojifix.codepages.losses import REPLACEMENT
from mojifix.language import score
from mojifix.language.model import Group
from mojifix.mojibake.edits import Edit, replaced, wrong_codec
from mojifix.mojibake.lossy.eastasian import multibyte as lossy_multibyte
from mojifix.mojibake.lossy.eastasian.byte_lattice import Misreading
from mojifix.mojibake.lossy.eastasian.regions import region_edits, regions
from mojifix.mojibake.lossy.models import model_of, surroundings
from mojifix.mojibake.lossy.sampling import best_edits
from mojifix.mojibake.recoding.pairs import (
    DAMAGE_BITS,
    KNOWN_DAMAGE_BITS,
    RARE_BITS,
    READER_BITS,
    WRITER_BITS,
    WRITERS,
)
from mojifix.mojibake.weighing.costs import word_bits
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.weighing.suspects import is_plausible
from mojifix.mojibake.words import Span, window

_EAST_ASIAN_READERS: Final = ("gbk", "cp949", "cp932", "cp950")
# Code pages with bytes that stand for nothing; of text in one byte a character they lose little. Of 36
# lines in Shift_JIS that were read as cp1252, 32 come back in the main, none without these.
_READERS_WITH_HOLES: Final = (
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1257", "cp874",
)  # fmt: skip
_TRUE: Final[dict[str, str]] = {
    "gb18030": "hans", "big5hkscs": "hant", "cp932": "japanese", "euc_jp": "japanese",
    "cp949": "hangul", "cp1251": "cyrillic", "koi8-r": "cyrillic", "cp866": "cyrillic",
    "cp1252": "latin", "cp1250": "latin", "cp1254": "latin", "cp1253": "greek",
    "cp1255": "hebrew", "cp1256": "arabic", "cp874": "thai",
}  # fmt: skip
_SAMPLE: Final = 300  # characters that choose the pair
_LONG: Final = 600  # characters that choose the reading of a longer text
_LEAST: Final = 2  # different characters beyond ASCII but U+FFFD: fewer say nothing of the pair
_MOST_LOST: Final = 2  # U+FFFD for each of them; with one, Icelandic that was read as gbk is lost
_READINGS: Final = 2
_MARK: Final = lossy_multibyte.MARK.encode()
_UTF_8: Final = 0.8  # share of the known bytes in UTF-8 sequences: no accident
# Per character, over the norm: most of what a stretch becomes must read like words, or UTF-8 that lost
# bytes and whose letters a change of case replaced is read as rare Han.
SLACK_BITS: Final = 4.0


def find_edits(text: str, known: set[str], scale: Scale) -> list[Edit]:
    """Return the repairs under the one reading that saves the most, sorted and disjoint.

    Args:
        text: the text.
        known: codecs that the text is known to have been damaged by; added to.
        scale: weighs words in the languages of the text.
    """
    if REPLACEMENT not in text:
        return []
    spans = [span for span in regions(text) if _is_telling(text[slice(*span)])]

    def edits_of(reading: Misreading, spans: list[Span]) -> list[Edit]:
        return [edit for span in spans for edit in _region_edits(text, span, reading, scale)]

    price = partial(_price, known)
    best = best_edits(_readings(text, spans), spans, _LONG, edits_of, price)
    if best:
        known.add(wrong_codec(best))
    return best


def _price(known: set[str], reading: Misreading, _: list[Edit]) -> float:
    reader = READER_BITS.get(reading.wrong, RARE_BITS)
    writer = WRITER_BITS.get(reading.true, RARE_BITS)
    return reader + writer + (KNOWN_DAMAGE_BITS if reading.wrong in known else DAMAGE_BITS)


def _is_telling(piece: str) -> bool:
    known = [char for char in piece if char > "\x7f" and char != REPLACEMENT]
    return 0 < piece.count(REPLACEMENT) <= _MOST_LOST * len(known) and len({*known}) >= _LEAST


def _readings(text: str, spans: list[Span]) -> list[Misreading]:
    """Return the pairs under which the known bytes read best."""
    sample = " ".join(text[start:end] for start, end in spans)[:_SAMPLE]
    if not sample:
        return []
    ranked = []
    left_out = sample.replace(REPLACEMENT, "")
    now = word_bits(left_out)
    for wrong in _readers(sample):
        data = multibyte.encode(sample.replace(REPLACEMENT, lossy_multibyte.MARK), wrong)
        if data is None or lossy_multibyte.fitting(data.decode("latin-1")) >= _UTF_8:
            continue
        for true in _TRUE if wrong in _EAST_ASIAN_READERS else multibyte.CODECS:
            if true != wrong and (plain := _read(data, true)):
                size = len(plain) if true in singlebyte.CODEPAGES else len(plain.encode(true))
                bits = word_bits(plain)
                if bits < now:
                    ranked.append((bits / size, wrong, true))
    ranked.sort()
    return [Misreading(wrong, true, losses.BYTEWISE) for _, wrong, true in ranked[:_READINGS]]


def _readers(sample: str) -> tuple[str, ...]:
    is_east_asian = lossy_multibyte.EAST_ASIAN.search(sample)
    return _EAST_ASIAN_READERS if is_east_asian else _READERS_WITH_HOLES


def _read(data: bytes, true: str) -> str:
    """Return what the bytes say that are known."""
    if true in singlebyte.CODEPAGES:
        return singlebyte.decode(data.replace(_MARK, b""), true)
    return data.replace(_MARK, b"\xff").decode(true, "replace").replace(REPLACEMENT, "")


def _known(piece: str, reading: Misreading) -> str:
    data = piece.replace(REPLACEMENT, lossy_multibyte.MARK).encode(reading.wrong, "ignore")
    return _read(data, reading.true)


def _region_edits(text: str, span: Span, reading: Misreading, scale: Scale) -> list[Edit]:
    group = next(g for g in _groups(reading.true) if g.alphabet.name == _TRUE[reading.true])
    is_latin = group.alphabet.name == "latin"
    before, after = surroundings(text, *span) if is_latin else ("", "")
    evidence = _known(f"{before}{text[slice(*span)]}{after}", reading)
    edits = region_edits(text, span, reading, [model_of(group, evidence)], scale)
    plausible = sum(_is_plausible(text, edit, scale) * len(edit.after) for edit in edits)
    return edits if 2 * plausible > sum(len(edit.after) for edit in edits) else []


def _is_plausible(text: str, edit: Edit, scale: Scale) -> bool:
    words = edit.after, replaced(text, [edit], *window(text, edit.start, edit.end))
    return any(is_plausible(word.replace(REPLACEMENT, ""), scale, SLACK_BITS) for word in words)


def _groups(true: str) -> tuple[Group, ...]:
    script = WRITERS.get(true)
    if script:
        return score.groups_of(script)
    return score.groups_of("hangul" if true == "cp949" else "han")
