"""UTF-16 and UTF-32 without a byte order mark.

Every other byte of UTF-16 is the high half of a character, and a text has few different ones; that
is what is looked for before anything is scored. Read with the right byte order, a text costs less
than half of what 16 bits at random would.

    >>> find("Привет, мир".encode("utf-16-le")), find("plain ASCII text".encode("utf-16-be"))
    ('utf-16-le', 'utf-16-be')
    >>> find(b"Bush hid the facts")
"""

from __future__ import annotations

from typing import Final

from mojifix.language.score import read

_PROBE: Final = 512  # bytes looked at
# Bits a character may cost. Alphabetic text costs 4 to 6, East Asian text 8 to 10, ASCII read as
# UTF-16 or UTF-16 read in the wrong byte order 14 and more (3,000 development strings).
_MOST_BITS: Final = 11.5
# Words in a foreign alphabet or full of rare letters cost more; few high halves make up for it.
_MOST_BITS_OF_FEW: Final = 13.5
_MANY_CHARS: Final = 12
_SURE_BITS: Final = 18.0  # that must be saved against 16 bits a character
_SURE_BITS_WITH_NUL: Final = 4.0
_MOST_CONTROLS: Final = 0.25  # of the characters of UTF-32; rows of small integers have more
_FEW_HALVES: Final = 6  # different high halves of a text in an alphabet
# High halves of East Asian text: punctuation, kana, Han, Hangul, full-width forms, ASCII.
_EAST_ASIAN: Final = bytes((0x00, 0x20, 0x30, 0xFF, *range(0x4E, 0xA0), *range(0xAC, 0xD8)))
_EAST_ASIAN_SHARE: Final = 0.9


def find(data: bytes) -> str | None:
    """Return ``"utf-16-le"``, ``"utf-16-be"``, ``"utf-32-le"``, ``"utf-32-be"`` or None."""
    return _utf32(data) or _utf16(data)


def _utf32(data: bytes) -> str | None:
    probe = data[: min(_PROBE, len(data) // 4 * 4)]
    if len(probe) < 4:
        return None
    # No character is beyond U+10FFFF, so the highest byte is 0 and the next at most 16.
    for codec, top, next_ in (("utf-32-le", 3, 2), ("utf-32-be", 0, 1)):
        if not any(probe[top::4]) and max(probe[next_::4]) <= 0x10 and any(probe):
            try:
                text = probe.decode(codec)
            except UnicodeDecodeError:
                continue
            if sum(char < " " for char in text) <= _MOST_CONTROLS * len(text):
                return codec
    return None


def _utf16(data: bytes) -> str | None:
    probe = data[: min(_PROBE, len(data) // 2 * 2)]
    best: tuple[float, str] | None = None
    for codec, high in (("utf-16-le", probe[1::2]), ("utf-16-be", probe[::2])):
        if _looks_like_high_halves(high):
            bits = _bits_saved(probe, codec)
            if bits is not None and (best is None or bits > best[0]):
                best = bits, codec
    return best[1] if best else None


def _looks_like_high_halves(halves: bytes) -> bool:
    if len(halves) < 2:
        return False
    if len(set(halves)) <= max(1, min(_FEW_HALVES, len(halves) // 2)):
        return True
    other = len(halves.translate(None, _EAST_ASIAN))
    return other <= (1 - _EAST_ASIAN_SHARE) * len(halves)


def _bits_saved(probe: bytes, codec: str) -> float | None:
    """Return the bits that a reading saves against chance, None if it is no text."""
    try:
        text = probe.decode(codec)
    except UnicodeDecodeError as error:
        if error.start < len(probe) - 2:  # half of a surrogate pair
            return None
        text = probe[: error.start].decode(codec)
    if not text or text.count("\0") * 10 > len(text):
        return None
    bits = read(text).bits
    saved = 16 * len(text) - bits
    few = len(set(probe[1::2])) <= _FEW_HALVES or len(set(probe[::2])) <= _FEW_HALVES
    most = _MOST_BITS_OF_FEW if few and len(text) >= _MANY_CHARS else _MOST_BITS
    # A character of another plane takes two halves.
    halves = len(text) + sum(char > "\uffff" for char in text)
    enough = _SURE_BITS_WITH_NUL if b"\0" in probe else _SURE_BITS
    if bits > most * halves or saved < enough:
        return None
    return saved
