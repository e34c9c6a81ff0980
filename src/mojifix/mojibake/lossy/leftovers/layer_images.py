"""What several layers of UTF-8 read as a code page leave of a byte once their C1 controls are gone.

>>> chain = Chain(("latin-1", "latin-1"), "")
>>> images(chain)["Â©"], bytes(images(chain)["Ã"][:3])
((169,), b'\\xc0\\xc1\\xc2')
>>> [match.group() for match in sequences(chain).finditer("dÃÂ©jÃÂ vu")]
['ÃÂ©', 'ÃÂ']
>>> "é" in {choice.char for choice in readings(chain, "ÃÂ©")}
True
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import product, repeat
from typing import Final, NamedTuple
from unicodedata import category

from mojifix.codepages import singlebyte, utf8
from mojifix.codepages.singlebyte import C1_CONTROL
from mojifix.language.emoji import pictograph_bits
from mojifix.mojibake.lossy.places import Choice

KEPT: Final = r"\g<0>"  # what stands for controls where all are left: themselves
_NBSP: Final = b"\xa0"
_STRAIGHT: Final = str.maketrans("‘’“”", "''\"\"")  # what curly quotes may have become
_DROPPED_BITS: Final = {"\xa0": 8.0, "\xad": 4.0}  # that one vanished, too
_DROPPED: Final = re.compile("[\xa0\xad]$")
_NOTHING: Final = frozenset(("Cc", "Cn", "Co", "Cf"))  # what no text was garbled of
# Of characters of two bytes, three and four.
_LEADS: Final = (range(0xC2, 0xE0), range(0xE0, 0xF0), range(0xF0, 0xF5))
_REMEMBERED: Final = 4_096


class Chain(NamedTuple):
    """The code pages that a text was read as, one after the other, and what stands for C1 controls."""

    codepages: tuple[str, ...]
    loss: str


@cache
def images(chain: Chain) -> dict[str, tuple[int, ...]]:
    """Return what is left of bytes beyond ASCII, each with the bytes that it may be."""
    found: dict[str, list[int]] = {}
    for byte, kept in enumerate(_shown_bytes(chain.codepages), 0x80):
        for way in sorted(_ways(kept, chain.loss)):
            found.setdefault(way, []).append(byte)
    return {shown: tuple(bytes_) for shown, bytes_ in found.items()}


def _ways(kept: str, loss: str) -> set[str]:
    """Return what may be left of a byte that is shown as some characters."""
    shown = C1_CONTROL.sub(loss, kept)
    ways = {shown, shown.translate(_STRAIGHT)}
    ways |= {way.replace("\xa0", " ") for way in ways}
    return ways | {_DROPPED.sub(loss, way) for way in ways}


@cache
def _shown_bytes(codepages: tuple[str, ...]) -> tuple[str, ...]:
    """Return what each byte beyond ASCII is shown as."""
    *below, codepage = codepages
    shown = _shown_bytes(tuple(below)) if below else ()
    data = [each.encode() for each in shown] or [bytes((byte,)) for byte in range(0x80, 0x100)]
    return tuple(singlebyte.decode(each, codepage) for each in data)


def _shown(data: bytes, chain: Chain) -> str:
    text = ""
    for codepage in chain.codepages:
        text = singlebyte.decode(data, codepage)
        data = text.encode()
    return text


def may_have_garbled(chain: Chain, text: str) -> bool:
    """Tell whether a text holds what is left of the first byte of a character."""
    return any(map(text.__contains__, _leads(chain)))


@cache
def _leads(chain: Chain) -> frozenset[str]:
    # Of most chains nothing more is asked.
    shown = _shown_bytes(chain.codepages)[_LEADS[0].start - 0x80 : _LEADS[-1].stop - 0x80]
    return frozenset().union(*(_ways(kept, chain.loss) for kept in shown))


@cache
def sequences(chain: Chain) -> re.Pattern[str]:
    """Return the expression for what is left of a character.

    At most four bytes follow each other, each shown as one of a fixed set, so matching is linear. A
    space at the end of one is no space of the text.
    """
    shown = images(chain)
    following = _any_of(each for each in shown if _has(shown[each], utf8.CONTINUATIONS))
    return re.compile(
        "(?:"
        + "|".join(
            f"{_any_of(each for each in shown if _has(shown[each], leads))}{following}{{{size}}}"
            for size, leads in enumerate(_LEADS, 1)
        )
        + f")(?:(?<! )|{_ending_in_space(chain)})"
    )


def _ending_in_space(chain: Chain) -> str:
    """Return the expression for the place behind a letter that ends in a space; words end in ``à``."""
    if chain.codepages[0] == "cp1251":
        return r"(?=[^\x00-\x7f])"
    left = re.escape(C1_CONTROL.sub(chain.loss, _shown(_NBSP, chain)).replace("\xa0", " "))
    return rf"(?<={left})(?!\w)|(?<!{left})(?=[^\x00-\x7f])"


@cache
def runs(chain: Chain) -> re.Pattern[str]:
    """Return the expression for what is left of characters side by side."""
    return re.compile(f"(?:{sequences(chain).pattern})++")


def _has(bytes_: Iterable[int], wanted: range) -> bool:
    return any(byte in wanted for byte in bytes_)


def _any_of(shown: Iterable[str]) -> str:
    """Return an expression for some strings, the longest first."""
    ordered = sorted(shown, key=lambda each: (-len(each), each))
    return f"(?:{'|'.join(map(re.escape, ordered))})"


@lru_cache(maxsize=_REMEMBERED)
def readings(chain: Chain, sequence: str) -> tuple[Choice, ...]:
    """Return the characters that are left as a sequence, each with its price in bits."""
    shown = images(chain)
    found: dict[str, float] = {}
    for parts in _parted(sequence, tuple(shown), utf8.LONGEST):
        if len(parts) == 1:
            continue
        wanted = (_LEADS[len(parts) - 2], *repeat(utf8.CONTINUATIONS, len(parts) - 1))
        ways = [
            filter(of_its_place.__contains__, shown[part])
            for part, of_its_place in zip(parts, wanted, strict=True)
        ]
        for bytes_ in product(*ways):
            try:
                char = bytes(bytes_).decode()
            except UnicodeDecodeError:
                continue
            if len(char) > 1 or category(char) in _NOTHING or utf8.is_in_empty_plane(char):
                continue
            bits = pictograph_bits(char) + sum(map(_dropped_bits, bytes_, parts, repeat(chain)))
            found[char] = min(bits, found.get(char, bits))
    return tuple(Choice(char, bits) for char, bits in sorted(found.items()))


def _dropped_bits(byte: int, part: str, chain: Chain) -> float:
    """Return the price of what vanished at the end of what is left of a byte."""
    if part[-1:] in _DROPPED_BITS or part[-1:] == " ":
        return 0.0
    return _DROPPED_BITS.get(_shown_bytes(chain.codepages)[byte - 0x80][-1], 0.0)


def _parted(sequence: str, shown: tuple[str, ...], most: int) -> list[list[str]]:
    """Return the ways to part what is left of a character into what is left of its bytes."""
    if not sequence or not most:
        return [] if sequence else [[]]
    return [
        [each, *rest]
        for each in shown
        if sequence.startswith(each)
        for rest in _parted(sequence[len(each) :], shown, most - 1)
    ]


@lru_cache(maxsize=_REMEMBERED)
def is_lossy(chain: Chain, sequence: str) -> bool:
    """Tell whether what is left of a character lost anything."""
    return all(_shown(char.encode(), chain) != sequence for char, _ in readings(chain, sequence))


@lru_cache(maxsize=_REMEMBERED)
def keeps_a_byte(chain: Chain, sequence: str) -> bool:
    """Tell whether the first byte or the last is known of a character of which a sequence is left.

    >>> chain = Chain(("latin-1", "latin-1"), "")
    >>> keeps_a_byte(chain, "ÃÂ©"), keeps_a_byte(chain, "ÃÂ")
    (True, False)
    """
    found = [char.encode() for char, _ in readings(chain, sequence)]
    return any(len({data[at] for data in found}) == 1 for at in (0, -1))
