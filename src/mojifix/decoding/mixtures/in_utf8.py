"""UTF-8 with runs of another encoding in it, and with damage.

It comes from logs, concatenated files, databases and copied pages. Decoded as a whole, the runs are
lost; here each is read as what makes it the cheaper text, and reported with its bytes.

    >>> data = "Größe 5 µm – ".encode() + "naïve café".encode("cp1252")
    >>> mixed = decode(data, "cp1252")
    >>> mixed.text, [(r.before, r.after, r.source_start) for r in mixed.repairs]
    ('Größe 5 µm – naïve café', [('�ve caf�', 'ïve café', 20)])
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Set
from typing import Final

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
from mojifix.decoding.scoring import known_words, prose

# What "surrogateescape" makes of bytes that are not UTF-8.
_LOST: Final = re.compile("[\udc80-\udcff]+")
_VALID: Final = re.compile("[^\x00-\x7f\udc80-\udcff]")
# A part of a sequence, which may be left of a character rather than a letter of another encoding.
_TORN: Final = re.compile(
    rb"[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2}|[\x80-\xbf]"
)
# A no-break space, as of Latin-1; beside letters it may as well be left of another character. The model
# has seen few and finds each dear, so that it is weighed as a blank.
_NO_BREAK: Final = re.compile(r"(?<=\d)\xa0|\xa0(?=\d)")
_REACH: Final = 64  # characters on each side of what is not UTF-8
_WORD: Final = re.compile(r"\S+")
_SPACES: Final = " \t\n\r\x0b\x0c\0"
_JOINED: Final = 3  # characters between two words of one run
# Bits for a sign of a second encoding that nothing but a few stray bytes speaks for; a letter costs
# thrice as many.
_UNFOUNDED_BITS: Final = 3.0
_FOUNDED: Final = 3  # bytes
_ASCII: Final = bytes(range(128))


def strange_words(data: bytes) -> list[bytes]:
    """Return the words of some bytes that are not UTF-8, or not all of them."""
    text = data.decode("utf-8", "surrogateescape")
    return [_raw(text[start:end]) for start, end in _words(text)]


def holds_signs(word: bytes) -> bool:
    """Return whether what is not UTF-8 in a word are signs of Windows, none of them between letters.

    >>> holds_signs(b"\\x93\\xd1\\x8f\\x94"), holds_signs(b"caf\\xe9")
    (True, False)
    """
    text = f" {word.decode('utf-8', 'surrogateescape')} "
    return all(
        not _raw(found[0]).translate(None, prose.windows_signs())
        and not (text[found.start() - 1].isalpha() and text[found.end()].isalpha())
        for found in _LOST.finditer(text)
    )


def _raw(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of words that hold escaped bytes, close ones joined."""
    open_start = open_end = -1
    for found in _LOST.finditer(text):
        start, end = found.span()
        if end <= open_end:
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


def decode(data: bytes, other: str, languages: Collection[str] = ()) -> Mixed:
    """Decode bytes that are UTF-8 but for some runs, those with another codec.

    Args:
        data: the bytes.
        other: the codec of the runs.
        languages: BCP 47 tags of those whose words tell a run from damage.
    """
    text = data.decode("utf-8", "surrogateescape")
    leads = frozenset(char.encode()[0] for char in set(_VALID.findall(text)))
    builder = Builder(f"{other}-in-utf-8", other)
    words = [
        (start, end, _speaking(text[start:end], other, leads, languages))
        for start, end in _words(text)
    ]
    founded = sum(speaking for *_, speaking in words)
    penalty = 0.0 if founded >= _FOUNDED else _UNFOUNDED_BITS
    last, before = 0, ""
    for start, end, speaking in words:
        pieces = _read_word(text[start:end], other, penalty, speaking > 0)
        run = "".join(piece.after for piece in pieces if piece.after != piece.before)
        for piece in (*_read_between(text[last:start], other, before, run), *pieces):
            builder.add(piece)
        last, before = end, run
    for piece in _read_between(text[last:], other, before, ""):
        builder.add(piece)
    return builder.result()


def _read_between(text: str, other: str, before: str, behind: str) -> Iterator[Piece]:
    """Read what is UTF-8 between two runs, in which words of the other codec may be by chance.

    Three letters of cp866 often are one character of UTF-8: ``так`` is ``⠪``. Of 1,040 files with
    lines in which every other word is of one of 24 codecs 903 are read rightly, and 829 without this.

    Args:
        text: what stands between.
        other: the codec of the runs.
        before: the text of the run before it, empty where there is none.
        behind: the same of the run behind it.
    """
    head = min(len(text.partition("\n")[0]), _REACH) if before else 0
    tail = min(len(text.rpartition("\n")[2]), _REACH, len(text) - head) if behind else 0
    sides = ((0, head, before[-_REACH:]), (len(text) - tail, len(text), behind[:_REACH]))
    last = 0
    for begin, end, run in sides:
        for found in _WORD.finditer(text, begin, end):
            word, raw = found[0], _raw(found[0])
            whole = None if word.isascii() else codec.decode_strict(raw, other)
            if whole is None or text_bits(f"{run} {whole}") > text_bits(f"{run} {word}"):
                continue
            yield from (_plain(text[last : found.start()]), *_narrowed(whole, raw))
            last = found.end()
    yield _plain(text[last:])


def _speaking(word: str, other: str, leads: Set[int], languages: Collection[str]) -> int:
    """Return the number of bytes of a word that speak for another encoding, not just for damage."""
    runs = list(_LOST.finditer(word))
    count = sum(len(run[0]) for run in runs)
    if len(_VALID.findall(word)) > count:
        return 0
    if holds_signs(_raw(word)) and not any(map(str.isalnum, word)):
        return count
    if not all(_may_be_torn(_raw(run[0]), word[run.end() : run.end() + 1]) for run in runs):
        return count
    # What is left of a character begins as other characters of the text do.
    if any(_raw(run[0])[0] in leads for run in runs):
        return 0
    whole = codec.decode_strict(_raw(word), other)
    return count if whole and known_words.holds(whole, languages) else 0


def _may_be_torn(run: bytes, following: str) -> bool:
    """Return whether some bytes may be left of a character that was cut, which no letter follows."""
    if run[0] in utf8.LEADS and following.isascii() and following.isalpha():
        return False
    return _TORN.fullmatch(run) is not None


def _read_word(word: str, other: str, penalty: float, speaks: bool) -> list[Piece]:
    """Choose between a word in the other codec, its ill-formed bytes in it, and their loss."""
    raw = _raw(word)
    whole = codec.decode_strict(raw, other)
    is_read = whole is not None and not (penalty and _is_foreign(whole))
    readings = [_narrowed(whole, raw)] if whole is not None and is_read else []
    if _VALID.search(word):
        readings.append(list(_split(word, other)))
    elif readings and speaks and not _has_controls(readings[0]):
        return readings[0]
    lost = _lost_piece(word)
    best, least = [lost], text_bits(without_lost(lost.after)) + LOST_BITS * lost.replaced
    for pieces in readings:
        if _has_controls(pieces) or any(piece.replaced for piece in pieces):
            continue
        read = "".join(piece.after for piece in pieces if piece.after != piece.before)
        bits = text_bits(_NO_BREAK.sub(" ", "".join(piece.after for piece in pieces)))
        bits += 3 * penalty if any(map(str.isalpha, read)) else penalty
        if bits <= least:
            best, least = pieces, bits
    return best


def _is_foreign(text: str) -> bool:
    """Return whether a text has letters, but none of them Latin."""
    letters = list(filter(str.isalpha, text))
    return bool(letters) and all(map(utf8.is_letter, letters))


def _has_controls(pieces: list[Piece]) -> bool:
    return any("\x7f" <= char <= "\x9f" for piece in pieces for char in piece.after)


def _plain(text: str) -> Piece:
    return Piece(text, text, len(_raw(text)))


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
            yield _plain(word[last : found.start()])
        raw = _raw(found[0])
        after = codec.decode_strict(raw, other)
        before = raw.decode("utf-8", "replace")
        yield Piece(after or before, before, len(raw), 0 if after else before.count("\ufffd"))
        last = found.end()
    if last < len(word):
        yield _plain(word[last:])
