"""A legacy encoding with runs of UTF-8 in it, each read so where that makes the cheaper text.

>>> data = "Größe 5 µm, ".encode("cp1252") + "naïve café".encode()
>>> mixed = decode(data, "cp1252")
>>> mixed.text, [(r.before, r.after, r.source_start) for r in mixed.repairs]
('Größe 5 µm, naïve café', [('Ã¯', 'ï', 14), ('Ã©', 'é', 22)])
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mojifix.codepages import utf8
from mojifix.decoding import codec
from mojifix.decoding.mixtures.pieces import Builder, Mixed, Piece, text_bits

# Well-formed sequences that touch no other byte beyond ASCII, close ones joined. Linear: ASCII and
# what is beyond it cannot match in each other's place.
_UTF8_RUN: Final = re.compile(
    rb"(?<![\x80-\xff])" + utf8.SEQUENCE + rb"+(?![\x80-\xff])"
    rb"(?:[ -~]{1,3}" + utf8.SEQUENCE + rb"+(?![\x80-\xff]))*"
    rb"|" + utf8.REPLACEMENT
)
# Each byte as its part in UTF-8: what every run begins with is looked for at the speed of C, in a
# megabyte in 1 ms where the expression takes 14 to 35.
_START: Final = b" lc"
# A sequence of more than two bytes. One character in ten of a two-byte codec is well-formed UTF-8
# of two, so that these tell nothing in a text of such.
_LONG: Final = re.compile(rb"[\xe0-\xf4][\x80-\xbf]{2}")
_SECOND: Final = 0x30  # the lowest byte that is the second of a character in a multi-byte codec
# Bits for leaving the main encoding, per run; UTF-8 read as a code page costs 15 and more.
_SWITCH_BITS: Final = 10.0
_MOST_WEIGHED: Final = 2000  # runs of UTF-8 in a legacy file
_SEARCHED: Final = 1 << 20  # bytes of a legacy file that are searched for runs of UTF-8
# What comes before the first byte that is no second one of a character, after which all is read alike.
_HEAD: Final = re.compile(rb"[\x80-\xff][\x30-\xff]{1,400}")
# Bits that leaving out the first byte must save where nothing is ill-formed with it. Of 400 pieces of
# East Asian files that begin within a character 346 are read rightly, 124 without this; of 11,424
# words and lines that do not, none is taken for one.
_WITHIN_BITS: Final = 36.0
_CONTEXT: Final = 12  # bytes on each side, the word of which a run is read with
_BETWEEN: Final = re.compile(r"\W")


def _parts(first: int) -> bytes:
    """Return for each byte a blank if it may stand before a run, ``l`` or ``c`` for UTF-8's.

    Args:
        first: the lowest byte that may not, of those of ASCII.
    """
    table = bytearray(b"x" * 256)
    table[:first] = b" " * first
    table[0x80:0xC0] = b"c" * 0x40
    table[0xC2:0xF5] = b"l" * 0x33
    return bytes(table)


_IN_SINGLE_BYTES: Final = _parts(0x80)
_IN_MULTIPLE_BYTES: Final = _parts(_SECOND)


def utf8_runs(data: bytes) -> list[bytes]:
    """Return the runs of well-formed UTF-8 that touch no other byte beyond ASCII."""
    return [run for run in _UTF8_RUN.findall(data) if run != utf8.REPLACEMENT]


def utf8_bits(runs: list[bytes]) -> float:
    """Return what runs of UTF-8 cost."""
    return sum(text_bits(run.decode("utf-8")) for run in runs)


def decode(data: bytes, main: str) -> Mixed:
    """Decode bytes in a legacy codec but for some runs of UTF-8."""
    builder = Builder(f"utf-8-in-{main}", "utf-8")
    last = int(not codec.reads_any(main) and _begins_within(data, main))
    if last:
        builder.add(Piece("\ufffd", "\ufffd", 1, 1))
    for start, end, after in _foreign_runs(data, main):
        text, replaced = codec.decode_replacing(data[last:start], main)
        builder.add(Piece(text, text, start - last, replaced))
        before = codec.decode_replacing(data[start:end], main)[0]
        builder.add(Piece(after, before, end - start))
        last = end
    text, replaced = codec.decode_replacing(data[last:], main)
    builder.add(Piece(text, text, len(data) - last, replaced))
    return builder.result()


def _foreign_runs(data: bytes, main: str) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of the runs that are cheaper as UTF-8, and their text."""
    single = codec.reads_any(main)
    parts = data[:_SEARCHED].translate(_IN_SINGLE_BYTES if single else _IN_MULTIPLE_BYTES)
    has_runs = _START[1:] in parts and _START in b" " + parts  # blanks alone take long
    if not has_runs and utf8.REPLACEMENT not in data[:_SEARCHED]:
        return
    last = weighed = 0
    for found in _UTF8_RUN.finditer(data, 0, _SEARCHED):
        start, end = found.span()
        if single and found[0] == utf8.REPLACEMENT:
            yield start, end, "\ufffd"
            last = end
            continue
        weighed += 1
        if weighed > _MOST_WEIGHED:
            continue
        if not single and not (_at_boundaries(data, start, end) and _LONG.search(found[0])):
            continue
        after = found[0].decode("utf-8")
        before = codec.decode_replacing(found[0], main)[0]
        left = codec.decode_replacing(data[max(last, start - _CONTEXT) : start], main)[0]
        right = codec.decode_replacing(data[end : end + _CONTEXT], main)[0]
        # No markup: "так" in cp866 is well-formed UTF-8, and looks foreign behind "<br/>".
        left, right = _BETWEEN.split(left)[-1], _BETWEEN.split(right)[0]
        if before.isalpha() and after.isalpha() and len(left + after + right) == 1:
            continue  # one letter is no better a word than several: "ΟΛ" of mac-greek is "ä"
        if text_bits(left + before + right) > text_bits(left + after + right) + _SWITCH_BITS:
            yield start, end, after
            last = end


def _begins_within(data: bytes, main: str) -> bool:
    """Return whether the first byte is the last of a character, as in a piece of a file."""
    head = _HEAD.match(data)
    whole = codec.decode_strict(head[0][1:], main) if head else None
    if head is None or whole is None:
        return False
    is_whole = codec.decode_strict(head[0], main) is not None
    return text_bits(whole) + _WITHIN_BITS * is_whole < text_bits(head[0].decode(main, "ignore"))


def _at_boundaries(data: bytes, start: int, end: int) -> bool:
    """Return whether a run stands between bytes that are no part of a two-byte character."""
    around = data[max(0, start - 1) : start] + data[end : end + 1]
    return all(byte < _SECOND for byte in around)
