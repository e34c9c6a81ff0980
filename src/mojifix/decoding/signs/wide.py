"""UTF-16 and UTF-32 without a byte order mark.

Every other byte of UTF-16 is the high half of a character, and those of a text are few or East
Asian; that is what is looked for before anything is scored. Read with the right byte order, a text
costs less than half of what 16 bits at random would.

    >>> find("Привет, мир".encode("utf-16-le")), find("plain ASCII text".encode("utf-16-be"))
    ('utf-16-le', 'utf-16-be')
    >>> find(b"Bush hid the facts", has_controls=False)
"""

from __future__ import annotations

from typing import Final

from mojifix.language.score import read

_PROBE: Final = 512  # bytes looked at
_MOST_CONTROLS: Final = 0.25  # of the characters of UTF-32; rows of small integers have more

# Without control characters in the bytes, UTF-16 must look like it and be cheap. Alphabetic text
# costs 4 to 6 bits a character, East Asian text 8 to 10; ASCII read as UTF-16, and UTF-16 in the
# wrong byte order, 14 and more (3,000 development strings).
# High halves of East Asian text: punctuation, kana, Han, Hangul, full-width forms, ASCII.
_EAST_ASIAN: Final = bytes((0x00, 0x20, 0x30, 0xFF, *range(0x4E, 0xA0), *range(0xAC, 0xD8)))
_EAST_ASIAN_SHARE: Final = 0.9
_MOST_BITS: Final = 11.5
_SURE_BITS: Final = 18.0  # that must be saved against 16 bits a character

# With them, the alternative is binary data, of which no piece in a thousand is cheaper than chance.
_SURE_BITS_WITH_CONTROLS: Final = 4.0


def find(data: bytes, has_controls: bool = True) -> str | None:
    """Return ``"utf-16-le"``, ``"utf-16-be"``, ``"utf-32-le"``, ``"utf-32-be"`` or None.

    Args:
        data: the bytes.
        has_controls: whether there are control characters among them, which speak for it.
    """
    return _utf32(data) or _utf16(data, has_controls)


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


def _utf16(data: bytes, has_controls: bool) -> str | None:
    probe = data[: min(_PROBE, len(data) // 2 * 2)]
    best: tuple[float, str] | None = None
    for codec, high in (("utf-16-le", probe[1::2]), ("utf-16-be", probe[::2])):
        if has_controls or _look_like_high_halves(high):
            text = _decode(probe, codec)
            if text is None:
                continue
            bits = read(text).bits
            saved = 16 * len(text) - bits
            if has_controls:
                is_text = saved >= _SURE_BITS_WITH_CONTROLS
            else:
                is_text = saved >= _SURE_BITS and bits <= _MOST_BITS * len(text)
            if is_text and (best is None or saved > best[0]):
                best = saved, codec
    return best[1] if best else None


def _look_like_high_halves(halves: bytes) -> bool:
    if len(halves) < 2:
        return False
    if len(set(halves)) == 1:  # a word in an alphabet; with a blank there are control characters
        return True
    other = len(halves.translate(None, _EAST_ASIAN))
    return other <= (1 - _EAST_ASIAN_SHARE) * len(halves)


def _decode(probe: bytes, codec: str) -> str | None:
    """Return the text of a probe, which may end within a surrogate pair; None if it is not text."""
    try:
        text = probe.decode(codec)
    except UnicodeDecodeError as error:
        if error.start < len(probe) - 2:
            return None
        text = probe[: error.start].decode(codec)
    return None if not text or text.count("\0") * 10 > len(text) else text
