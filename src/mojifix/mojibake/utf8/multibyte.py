"""UTF-8 that was read as an East Asian codec: ``caf茅`` was ``café``.

Nearly any bytes are characters of these codecs, so a word that encodes back into well-formed UTF-8
is a strong sign already; whether the result reads better is weighed as for single-byte code pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import category

from mojifix.codepages import multibyte, utf8
from mojifix.language.alphabet import script_of
from mojifix.mojibake.edits import Edit, bits_saved, recoding, wrong_codec
from mojifix.mojibake.gate.traits import SIGNS, is_odd
from mojifix.mojibake.weighing.explanations import gained
from mojifix.mojibake.weighing.scale import Scale, position_bits
from mojifix.mojibake.weighing.suspects import is_plausible
from mojifix.mojibake.weighing.word_kinds import is_listing, is_row
from mojifix.mojibake.words import SIGNS_AROUND, Span, is_value, non_ascii_words, own_words

DAMAGE_BITS: Final = 9.0
GENUINE_BITS: Final = 32.0  # … in a text that is mostly East Asian as it stands
WORD_BITS: Final = 1.5
_EAST_ASIAN: Final = re.compile("[^\x00-\u2fff\ufffd]+")
# What one or two characters of a list of them may be read as: their bytes are UTF-8 by accident.
_FEW: Final = re.compile(r"[\x00-\x7f]*(?:[^\x00-\x7f][\x00-\x7f]*){1,2}")
# Bits per character that what becomes of a word with so few characters may cost over the norm: no word
# of the development sample costs more; accidents in interface texts and code cost 3.6 and more, or
# are odd.
_FEW_SLACK_BITS: Final = 3.0
_SHORT: Final = 4  # characters of an odd word that is none; some longer ones were garbled once more
_QUOTES: Final = "\"'`:,"
_QUOTED_ONE: Final = re.compile(r"([\"'`])[^\x00-\x7f]\1")  # in a table of characters
_SPACING_ACCENT: Final = "Sk"  # such as ``¸``, which stands alone in no text
_LOST: Final = "・"
# In these codecs the first two bytes of nearly every sequence of UTF-8 are such a character; none
# are such rare letters as ``ǡ`` in cp950.
_HAN_AND_BEYOND: Final = re.compile("[^\x00-\u2e7f]")
_BETWEEN_SIGNS: Final = re.compile(f"[^{SIGNS_AROUND}]+")
_FIRST: Final = "\u00a1"  # below, no character of these codecs takes two bytes


def undo(word: str, codec: str) -> str | None:
    """Return what a word was, None when it cannot have been UTF-8 read with the codec."""
    if codec == "cp932" and _LOST in word:  # what Windows puts in place of lost bytes
        return None
    data = multibyte.encode(word, codec)
    after = None if data is None else multibyte.decode(data, "utf-8")
    return None if after == word else after


def find_edits(text: str, known: set[str], scale: Scale) -> list[Edit]:
    """Return the repairs of the one codec that saves the most, sorted and disjoint.

    Args:
        text: the text.
        known: codecs that the text is known to have been damaged by; added to.
        scale: weighs words in the languages of the text.
    """
    best: list[Edit] = []
    most = 0.0
    if not _HAN_AND_BEYOND.search(text):
        return best
    spans = [span for span in _words_and_parts(text) if max(text[slice(*span)]) > _FIRST]
    words = "\n".join([text[start:end] for start, end in spans])
    for codec in multibyte.DECODERS:
        encoded = multibyte.encode(words, codec, "replace") or b""
        if not utf8.has_well_formed_line(encoded):
            continue
        well_formed = [
            span
            for span, data in zip(spans, encoded.split(b"\n"), strict=True)
            if utf8.is_well_formed(data) and not data.isascii()
        ]
        edits = _undone(text, well_formed, codec, scale)
        is_genuine = _is_genuine(text, edits, _east_asian(scale.text))
        if is_genuine:
            edits = [edit for edit in edits if not _FEW.fullmatch(edit.after)]
        price = len(edits) * position_bits(len(edits), scale.places)
        if codec not in known:
            price += DAMAGE_BITS + (GENUINE_BITS if is_genuine else 0.0)
        total = bits_saved(edits) - price
        if total > most and any(_is_evidence(text, edit, scale) for edit in edits):
            best, most = edits, total
    if best:
        known.add(wrong_codec(best))
    return best


def _undone(text: str, spans: list[Span], codec: str, scale: Scale) -> list[Edit]:
    """Return the repairs of words that save something under a codec, of a part where that is more."""
    edits: list[Edit] = []
    steps, code = recoding(codec)
    for start, end in spans:
        after = undo(text[start:end], codec)
        if after is None or after.isascii():
            continue
        if is_listing(text[start:end]) or is_row(after):  # of a table of characters
            continue
        gain = gained(text[start:end], after, scale) - WORD_BITS
        if edits and start < edits[-1].end:
            whole = edits[-1]
            left_out = text[whole.start : start] + text[end : whole.end]
            if gain <= whole.bits or not left_out.isascii():
                continue
            edits.pop()
        if gain > 0:
            edits.append(Edit(start, end, after, steps, gain, code=code))
    return edits


def _words_and_parts(text: str) -> Iterator[Span]:
    """Yield the words that are not ASCII, behind each its parts between signs, which may be clean."""
    for word in non_ascii_words(text):
        yield word
        for piece in _BETWEEN_SIGNS.finditer(text, *word):
            parts = own_words(text, piece.span(), of_single_bytes=True)
            yield from (part for part in parts if part != word)


def _is_evidence(text: str, edit: Edit, scale: Scale) -> bool:
    """Tell whether a word is no accident: one of one or two characters must read like a word then.

    A lone ``年`` in a pattern of dates is ``ǯ`` in UTF-8, and costs more; a sign that stands alone
    between quotation marks is of a table, as any character may be, and one of an alphabet stands
    beside its letters.
    """
    before, after = text[edit.start : edit.end], edit.after
    if not _FEW.fullmatch(before):
        return sum(char > "\x7f" for char in after) > _SHORT or not is_odd(after)
    if _QUOTED_ONE.search(before):
        return False
    core = after.strip(_QUOTES)
    if len(core) == 1 and (core in SIGNS or not core.isalpha()):
        if category(core)[0] not in "LPS" or category(core) == _SPACING_ACCENT or script_of(core):
            return False
        return core == after and not is_value(text, edit.start, edit.end)
    return not is_odd(after) and is_plausible(after, scale, _FEW_SLACK_BITS)


def _is_genuine(text: str, edits: list[Edit], total: int) -> bool:
    """Tell whether more East Asian characters stand outside the edits than inside.

    Where each edit is of one character, as many tell as much: a table of variants holds two a line.
    """
    inside = sum(_east_asian(text[edit.start : edit.end]) for edit in edits)
    outside = total - inside
    return outside > inside or outside == inside == len(edits)


def _east_asian(text: str) -> int:
    return sum(map(len, _EAST_ASIAN.findall(text)))
