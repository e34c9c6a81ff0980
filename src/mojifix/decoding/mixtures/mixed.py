"""Files in two encodings: UTF-8 with runs of a legacy one, or the reverse.

They come from logs, concatenated files, databases and copied pages. Decoded as a whole, one part is
lost or garbled; here each run is read as what makes it the cheaper text, and each run that differs
from the rest is reported with its bytes.

    >>> data = "Größe 5 µm – ".encode() + "naïve café".encode("cp1252")
    >>> mixed = decode_utf8(data, "cp1252")
    >>> mixed.text, [(r.before, r.after, r.source_start) for r in mixed.repairs]
    ('Größe 5 µm – naïve café', [('�ve caf�', 'ïve café', 20)])
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from mojifix.codepages import utf8
from mojifix.decoding import codec
from mojifix.decoding.mixtures.pieces import (
    LOST_BITS,
    Builder,
    Mixed,
    Piece,
    text_bits,
    without_lost,
)

# Well-formed sequences that touch no other byte beyond ASCII, close ones joined. Linear: ASCII and
# what is beyond it cannot match in each other's place.
_UTF8_RUN: Final = re.compile(
    rb"(?<![\x80-\xff])" + utf8.SEQUENCE + rb"+(?![\x80-\xff])"
    rb"(?:[ -~]{1,3}" + utf8.SEQUENCE + rb"+(?![\x80-\xff]))*"
)
# What every run holds; quicker to look for.
_LEAD: Final = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
# A sequence of more than two bytes. One character in ten of a two-byte codec is well-formed UTF-8
# of two, so that these tell nothing in a text of such.
_LONG: Final = re.compile(rb"[\xe0-\xf4][\x80-\xbf]{2}")
# What "surrogateescape" makes of bytes that are not UTF-8.
_LOST: Final = re.compile("[\udc80-\udcff]+")
_VALID: Final = re.compile("[^\x00-\x7f\udc80-\udcff]")
# The start of a sequence without its end: damage rather than a letter of another encoding.
_TORN: Final = re.compile(
    rb"[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2}|[\x80-\xbf]"
)

_REACH: Final = 64  # characters of a word on each side of what is not UTF-8
_SPACES: Final = " \t\n\r\x0b\x0c\0"
_JOINED: Final = 3  # characters between two words of one run
# Bits for leaving the main encoding, per run; UTF-8 read as a code page costs 15 and more.
_SWITCH_BITS: Final = 10.0
# Bits for a second encoding that nothing but a few stray bytes speaks for.
_UNFOUNDED_BITS: Final = 6.0
_FOUNDED: Final = 6  # bytes
_MOST_WEIGHED: Final = 2000  # runs of UTF-8 in a legacy file
_SEARCHED: Final = 1 << 20  # bytes of a legacy file that are searched for runs of UTF-8
_CONTEXT: Final = 12  # bytes on each side, the word of which a run is read with
_BETWEEN: Final = re.compile(r"\W")
_ASCII: Final = bytes(range(128))


def utf8_runs(data: bytes) -> list[bytes]:
    """Return the runs of well-formed UTF-8 that touch no other byte beyond ASCII."""
    return _UTF8_RUN.findall(data) if _LEAD.search(data) else []


def utf8_bits(runs: list[bytes]) -> float:
    """Return what runs of UTF-8 cost."""
    return sum(text_bits(run.decode("utf-8")) for run in runs)


def balance(data: bytes) -> tuple[int, int]:
    """Return the number of well-formed characters beyond ASCII and of bytes that are in none."""
    text = data.decode("utf-8", "ignore")
    ascii_bytes = len(data) - len(data.translate(None, _ASCII))
    return len(text) - ascii_bytes, len(data) - len(text.encode("utf-8"))


class Census(NamedTuple):
    """What is UTF-8 in some bytes and what is not.

    Attributes:
        valid: number of well-formed characters beyond ASCII.
        lost: number of bytes that are part of none.
        words: the words with such bytes, those that are no UTF-8 at all first; of words that
            mostly are, only the ill-formed bytes.
    """

    valid: int
    lost: int
    words: list[bytes]


def census(data: bytes) -> Census:
    """Count what is UTF-8 and what is not."""
    text = data.decode("utf-8", "surrogateescape")
    pure: list[bytes] = []
    torn: list[bytes] = []
    lost = 0
    for start, end in _words(text):
        word = text[start:end]
        runs = _LOST.findall(word)
        lost += sum(map(len, runs))
        if _is_mostly_utf8(word):
            torn += map(_raw, runs)
        else:
            pure.append(_raw(word))
    return Census(len(_VALID.findall(text)), lost, pure + torn)


def _raw(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of words that hold escaped bytes, close ones joined."""
    open_start = open_end = -1
    for found in _LOST.finditer(text):
        start, end = found.span()
        if start < open_end:
            continue
        floor = max(open_end, start - _REACH, 0)
        while start > floor and text[start - 1] not in _SPACES:
            start -= 1
        while end < min(len(text), found.end() + _REACH) and text[end] not in _SPACES:
            end += 1
        gap = text[open_end:start]
        if open_end >= 0 and len(gap) <= _JOINED and gap.isascii() and "\n" not in gap:
            open_end = end
            continue
        if open_end >= 0:
            yield open_start, open_end
        open_start, open_end = start, end
    if open_end >= 0:
        yield open_start, open_end


def decode_utf8(data: bytes, other: str) -> Mixed:
    """Decode bytes that are UTF-8 but for some runs, those with another codec."""
    text = data.decode("utf-8", "surrogateescape")
    builder = Builder(f"{other}-in-utf-8", other)
    spans = list(_words(text))
    evidence = sum(_evidence(text[start:end]) for start, end in spans)
    penalty = 0.0 if evidence >= _FOUNDED else _UNFOUNDED_BITS
    last = 0
    for start, end in spans:
        builder.plain(text[last:start], len(_raw(text[last:start])))
        for piece in _read_word(text[start:end], other, penalty):
            builder.add(piece)
        last = end
    builder.plain(text[last:], len(data) - builder.position)
    return builder.result()


def _evidence(word: str) -> int:
    """Return the number of bytes of a word that speak for another encoding, not just for damage."""
    if _is_mostly_utf8(word) or _TORN.fullmatch(_raw(word).translate(None, _ASCII)):
        return 0
    return sum(map(len, _LOST.findall(word)))


def _is_mostly_utf8(word: str) -> bool:
    return len(_VALID.findall(word)) > sum(map(len, _LOST.findall(word)))


def _read_word(word: str, other: str, penalty: float) -> list[Piece]:
    """Choose between a word in the other codec, its ill-formed bytes in it, and their loss."""
    raw = _raw(word)
    whole = codec.decode_strict(raw, other)
    mixed = _VALID.search(word) is not None
    if penalty and whole is not None and _is_lone_letter(whole):
        whole = None
    if whole is not None and not mixed and _evidence(word) and not _has_controls(whole):
        return _narrowed(whole, raw)
    lost = [_lost_piece(word)]
    options = [(text_bits(without_lost(lost[0].after)) + LOST_BITS * lost[0].replaced, 1, lost)]
    if whole is not None and not _has_controls(whole):
        options.append((text_bits(whole) + penalty, 0, _narrowed(whole, raw)))
    if mixed:
        pieces = list(_split(word, other))
        if not any(piece.replaced or _has_controls(piece.after) for piece in pieces):
            bits = text_bits("".join(piece.after for piece in pieces))
            options.append((bits + penalty, 2, pieces))
    return min(options, key=lambda option: option[:2])[2]


def _is_lone_letter(text: str) -> bool:
    """Return whether a text has letters, but none of them ASCII."""
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and not any(map(str.isascii, letters))


def _has_controls(text: str) -> bool:
    return any("\x7f" <= char <= "\x9f" for char in text)


def _lost_piece(word: str) -> Piece:
    raw = _raw(word)
    text = raw.decode("utf-8", "replace")
    return Piece(text, text, len(raw), text.count("\ufffd") - word.count("\ufffd"))


def _narrowed(whole: str, raw: bytes) -> list[Piece]:
    """Return a word as pieces, its ASCII at both ends apart."""
    left = len(raw) - len(raw.lstrip(_ASCII))
    # Only what is ASCII in bytes and in text: a second byte of a character can be an ASCII letter.
    right = 0
    while right < len(whole) - left and whole[-1 - right] < "\x80" and raw[-1 - right] < 0x80:
        right += 1
    end = len(raw) - right
    pieces = [Piece(whole[:left], whole[:left], left)] if left else []
    body = raw[left:end]
    pieces.append(
        Piece(whole[left : len(whole) - right], body.decode("utf-8", "replace"), len(body))
    )
    if right:
        pieces.append(Piece(whole[-right:], whole[-right:], right))
    return pieces


def _split(word: str, other: str) -> Iterator[Piece]:
    last = 0
    for found in _LOST.finditer(word):
        if found.start() > last:
            plain = word[last : found.start()]
            yield Piece(plain, plain, len(_raw(plain)))
        raw = _raw(found[0])
        after = codec.decode_strict(raw, other)
        before = raw.decode("utf-8", "replace")
        yield Piece(after or before, before, len(raw), 0 if after else before.count("\ufffd"))
        last = found.end()
    if last < len(word):
        yield Piece(word[last:], word[last:], len(_raw(word[last:])))


def decode_legacy(data: bytes, main: str) -> Mixed:
    """Decode bytes in a legacy codec but for some runs of UTF-8."""
    builder = Builder(f"utf-8-in-{main}", "utf-8")
    single = codec.is_single_byte(main)
    last = 0
    for _, found in zip(range(_MOST_WEIGHED), _UTF8_RUN.finditer(data, 0, _SEARCHED), strict=False):
        start, end = found.span()
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
            text, replaced = codec.decode_replacing(data[last:start], main)
            builder.add(Piece(text, text, start - last, replaced))
            builder.add(Piece(after, before, end - start))
            last = end
    text, replaced = codec.decode_replacing(data[last:], main)
    builder.add(Piece(text, text, len(data) - last, replaced))
    return builder.result()


def utf8_in_legacy(data: bytes, main: str) -> Mixed | None:
    """Return what ``decode_legacy`` does where there are runs of UTF-8, else None."""
    if not _LEAD.search(data, 0, _SEARCHED) or not _UTF8_RUN.search(data, 0, _SEARCHED):
        return None
    found = decode_legacy(data, main)
    return found if found.repairs else None


def _at_boundaries(data: bytes, start: int, end: int) -> bool:
    """Return whether a run stands between bytes that are no part of a two-byte character."""
    before, after = data[start - 1 : start], data[end : end + 1]
    return before < b"0" and after < b"0"
