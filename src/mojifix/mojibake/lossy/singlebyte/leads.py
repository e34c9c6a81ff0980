"""What its lead bytes tell of a piece of text: whether it may be UTF-8, and in which scripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from mojifix.codepages import singlebyte, utf8
from mojifix.codepages.losses import REPLACEMENT
from mojifix.language import score
from mojifix.language.alphabet import script_of
from mojifix.mojibake.lossy.models import Model, model_in
from mojifix.mojibake.lossy.singlebyte.sequences import Losses

# Code pages that text was often read with.
COMMON: Final = (
    "cp1252", "latin-1", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "cp874",
)  # fmt: skip
_STRANGE: Final = 0.25  # characters of a region that may be of another code page
# Lead bytes that may all have lost what followed. Of more, at least this share is followed by what
# may be the next byte: 0.32 and more in garbled regions, 0.16 and less in clean Cyrillic.
_FEW: Final = 5
_FOLLOWED: Final = 0.25
# Of many characters that a code page has beyond ASCII, the share in sequences that lost a byte at most:
# 0.94 and more in garbled regions that come back, 0.49 and less in noise.
_MANY: Final = 40
_LEAST_IN_SEQUENCES: Final = 0.55
# One of them, each character shown by how many bytes its own leads on to, 0 for such a one, and ``?``
# for what may be one that is lost.
_SEQUENCE: Final = re.compile(r"1[0?]|2(?:0[0?]|\??0)|3(?:0[0?]{0,2}|\?0)")
_MOST_SCRIPTS: Final = 4  # as many as one lead byte of three announces where the next is lost
_LEADS_OF_MANY: Final = (0xE0, 0xE1)  # scripts, which the next byte tells apart
_LEAST_SHARE: Final = 0.1  # of the lead bytes, that must announce a script for it to be tried


def are_of(codepage: str, chars: Sequence[str]) -> bool:
    """Tell whether nearly all of some characters beyond ASCII are of a code page."""
    own = sum(map(singlebyte.beyond_ascii(codepage).__contains__, chars))
    return len(chars) - own <= _STRANGE * len(chars)


def leads_on(losses: Losses, piece: str, *, known: bool) -> bool:
    """Tell whether a piece holds lead bytes, and enough of them are followed where it holds many.

    Args:
        losses: what may stand for which bytes in the code page.
        piece: the piece.
        known: whether the code page is; otherwise fewer lead bytes are many.
    """
    high = sum(char > "\x7f" for char in piece)
    if 2 * piece.count(REPLACEMENT) > high:  # one of two at the most
        return False
    after = [b for a, b in pairwise(f"{piece} ") if a in losses.leads]
    leads, followed = len(after), sum(char in losses.continuations for char in after)
    if not leads or not (known or leads < _FEW or followed >= _FOLLOWED * leads):
        return False
    return losses.fate.folded or not is_noise(losses, piece)


def is_noise(losses: Losses, piece: str) -> bool:
    """Tell whether most of many characters beyond ASCII are in no sequence."""
    own = sum(map(losses.exact.__contains__, piece))
    return own >= _MANY and in_sequences(losses, piece) < _LEAST_IN_SEQUENCES * own


def in_sequences(losses: Losses, piece: str) -> int:
    """Return how many characters of a piece are in sequences of which a byte is lost at most."""
    found = _SEQUENCE.findall(piece.translate(_shown_bytes(losses)))
    return sum(len(sequence) - sequence.count("?") for sequence in found)


@cache
def _shown_bytes(losses: Losses) -> dict[int, str]:
    """Return what a sequence is found by, for each character of ASCII and of a code page."""
    shown = dict.fromkeys(range(0x80), " ")
    shown |= dict.fromkeys(map(ord, losses.continuations), "?")
    for char, byte in losses.exact.items():
        if byte in utf8.LEADS:
            shown[ord(char)] = str(utf8.continuations_of(byte))
        elif byte in utf8.CONTINUATIONS:
            shown[ord(char)] = "0"
    return shown


def _scripts(losses: Losses, text: str) -> set[str]:
    """Return the scripts that most of the lead bytes in a text announce, Latin where none does."""
    found: Counter[str | None] = Counter()
    for at, char in enumerate(text):
        for lead in losses.leads.get(char, ()):
            if lead.byte in _LEADS_OF_MANY:
                seconds = losses.continuations.get(text[at + 1 : at + 2], ())
                scripts = (_script_of(lead.byte, second.byte) for second in seconds)
                found.update([*dict.fromkeys(scripts)])
            elif not lead.bits:
                found[_script_of(lead.byte)] += 1
    del found[None]
    least = _LEAST_SHARE * found.total()
    likely = found.most_common(_MOST_SCRIPTS)
    return {name for name, count in likely if name and count >= least} or {"latin"}


@cache
def _script_of(lead: int, second: int = 0) -> str | None:
    """Return the script of most letters whose UTF-8 begins so; of ideographs and kana it is Han.

    >>> _script_of(0xC3), _script_of(0xD6), _script_of(0xE0, 0xA4), _script_of(0xE3)
    ('latin', 'armenian', 'devanagari', 'han')
    """
    # The last letters of two bytes that one begins are marks in Hebrew.
    data = (lead, second or 0xBF, 0xBF) if lead >= 0xE0 else (lead, 0x8F)
    char = bytes(data).decode("utf-8", "ignore")[:1]
    return script_of(char) if char else None


def models_of(losses: Losses, language: str, line: str) -> Iterator[Model]:
    """Yield the models that a damaged line may be read with, given the language around it."""
    for script in sorted(_scripts(losses, line)):
        groups = score.groups_of(script)
        if script != "latin":  # which a foreign name is written in, in all of its groups
            groups = tuple(group for group in groups if language in group.languages) or groups
        for group in groups:
            if len(group.languages) == 1:
                yield model_in(group, group.languages[0])
            elif language in group.languages:
                yield model_in(group, language)
            else:
                yield Model("", group, group.blend)
