"""What UTF-8 looks like after it was read as a single-byte code page.

Each byte of a well-formed sequence became one character. Turned back into bytes, well-formed UTF-8 is
a regular language (The Unicode Standard, table 3-7), and finding it is C speed.

    >>> [after for _, _, after in runs("IndiaтАУU.S. рд░рдг", "cp866")]
    ['–', 'रण']
"""

from __future__ import annotations

import re
import unicodedata
from codecs import utf_8_decode
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, lru_cache, reduce
from itertools import accumulate, repeat
from operator import and_
from typing import Final

from mojifix.codepages import singlebyte

# Table 3-7: ranges of the first byte, then of each byte that follows; without the planes that hold no
# characters but tags and selectors, which bytes of other encodings come to by accident.
_CONT: Final = (0x80, 0xBF)
_WELL_FORMED_SEQUENCES: Final = (
    ((0xC2, 0xDF), _CONT),
    ((0xE0, 0xE0), (0xA0, 0xBF), _CONT),
    ((0xE1, 0xEC), _CONT, _CONT),
    ((0xED, 0xED), (0x80, 0x9F), _CONT),
    ((0xEE, 0xEF), _CONT, _CONT),
    ((0xF0, 0xF0), (0x90, 0xBF), _CONT, _CONT),
    ((0xF3, 0xF3), (0xA0, 0xA0), (0x80, 0x87), _CONT),
)
# CESU-8: a surrogate pair, three bytes each (Unicode Technical Report 26).
_SURROGATE_PAIR: Final = ((0xED, 0xED), (0xA0, 0xAF), _CONT, (0xED, 0xED), (0xB0, 0xBF), _CONT)
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
LEADS: Final = range(0xC2, 0xF5)
CONTINUATIONS: Final = range(0x80, 0xC0)
LONGEST: Final = 4  # bytes of a sequence

# U+FFFD, which programs leave in whatever text they cannot read.
REPLACEMENT: Final = b"\xef\xbf\xbd"


def continuations_of(lead: int) -> int:
    """Return how many bytes follow the first one of a sequence.

    >>> continuations_of(0xC3), continuations_of(0xE2), continuations_of(0xF0)
    (1, 2, 3)
    """
    return 1 + (lead >= 0xE0) + (lead >= 0xF0)


def _alternatives(sequences: Iterable[Sequence[tuple[int, int]]]) -> str:
    return "|".join("".join(map(_byte_in, ranges)) for ranges in sequences)


def _after_lead(sequences: Iterable[Sequence[tuple[int, int]]]) -> str:
    """Return the expression for what follows the first byte of some sequences, which was read."""
    return "|".join(
        f"(?<={_byte_in(lead)})" + "".join(map(_byte_in, rest)) for lead, *rest in sequences
    )


def _byte_in(ends: tuple[int, int]) -> str:
    first, last = ends
    return rf"[\x{first:x}-\x{last:x}]"


# The expression for one well-formed sequence, of bytes.
SEQUENCE: Final = f"(?:{_alternatives(_WELL_FORMED_SEQUENCES)})".encode()
_SEQUENCES: Final = (*_WELL_FORMED_SEQUENCES, _SURROGATE_PAIR)
_SEQUENCE: Final = _alternatives(_SEQUENCES)
# The engine skips to the class of bytes with which this begins.
_RUN: Final = rf"[\xc2-\xf3](?:{_after_lead(_SEQUENCES)})(?:{_SEQUENCE})*".encode()
# No two alternatives start with the same pair of bytes and each has a fixed length, so matching is
# linear.
_RUNS: Final = re.compile(_RUN)
_WELL_FORMED: Final = re.compile(rf"(?:[\x00-\x7f]|{_SEQUENCE})*".encode())
_ASCII_OF_LINE: Final = r"[^\n\x80-\xff]*+"
_WELL_FORMED_LINE: Final = re.compile(
    rf"^{_ASCII_OF_LINE}(?:(?:{_SEQUENCE}){_ASCII_OF_LINE})++$".encode(), re.MULTILINE
)


def runs(text: str, codepage: str) -> Iterator[tuple[int, int, str]]:
    """Return each run of whole UTF-8 sequences in a text: start, end and what it was before.

    Args:
        text: the text.
        codepage: what the bytes were read as, one of ``singlebyte.CODEPAGES``.
    """
    return _runs_of(singlebyte.encode_known(text, codepage))


def _runs_of(data: bytes) -> Iterator[tuple[int, int, str]]:
    for match in _RUNS.finditer(data):
        yield match.start(), match.end(), _decoded(match.group())


def is_well_formed(data: bytes) -> bool:
    """Tell whether some bytes are UTF-8, which may hold surrogate pairs of CESU-8.

    >>> is_well_formed("café".encode()), is_well_formed("café".encode("latin-1"))
    (True, False)
    """
    return _WELL_FORMED.fullmatch(data) is not None


def is_in_empty_plane(char: str) -> bool:
    """Tell whether a character is in a plane that holds none, but for tags and selectors.

    >>> is_in_empty_plane("\U000d5a02"), is_in_empty_plane("🎉"), is_in_empty_plane("\U000e0067")
    (True, False, False)
    """
    return not (char < "\U00040000" or "\U000e0000" <= char < "\U000e0200")


def has_well_formed_line(data: bytes) -> bool:
    """Tell whether any line of some bytes is UTF-8, and not ASCII.

    >>> has_well_formed_line(b"\\xc3\\n caf\\xc3\\xa9"), has_well_formed_line(b"\\xc3\\n\\xa9\\n")
    (True, False)
    """
    return _WELL_FORMED_LINE.search(data) is not None


def undone(text: str, codepage: str) -> str:
    """Return a text with the runs undone that no other letter of the code page touches.

    In Russian text the letters of ``рад`` are a well-formed sequence of cp866, in a word of which
    the rest is not. Latin letters may touch: they are ASCII's neighbors.
    """
    parts: list[str] = []
    last = 0
    for match in _apart(codepage).finditer(singlebyte.encode_known(text, codepage)):
        parts += text[last : match.start()], _decoded(match.group())
        last = match.end()
    return "".join((*parts, text[last:]))


@cache
def _apart(codepage: str) -> re.Pattern[bytes]:
    """Return the expression for runs that no letter of the code page touches.

    The look-behind lets a match start only where such letters start, so matching is linear.
    """
    letters = re.escape(singlebyte.encode(own_letters(codepage), codepage))
    return re.compile(b"(?<![%b])%b(?![%b])" % (letters, _RUN, letters)) if letters else _RUNS


@cache
def own_letters(codepage: str) -> str:
    """Return the letters and marks of a code page that are not Latin."""
    return "".join(filter(is_letter, singlebyte.table(codepage)[0x80:]))


def is_letter(char: str) -> bool:
    """Tell whether a character is a letter or a mark, and not Latin."""
    return char > "\u036f" and unicodedata.category(char)[0] in "LM"


def decode(run: str, codepage: str) -> str:
    """Return what a run of whole sequences was before it was garbled.

    Raises:
        UnicodeError: it is not whole sequences.
    """
    return _decoded(singlebyte.encode(run, codepage))


def may_begin(data: bytes) -> bool:
    r"""Tell whether some bytes may be the beginning of UTF-8, which may be cut in a sequence.

    >>> may_begin(b"\xd1\x81\xd0"), may_begin(b"\xd1\x81\xd0\xd1")
    (True, False)
    """
    try:
        utf_8_decode(data, "surrogatepass", False)
    except UnicodeError:
        return False
    return True


def _decoded(data: bytes) -> str:
    if b"\xed" in data:  # the only lead byte that CESU-8 surrogates have
        text = data.decode("utf-8", "surrogatepass")
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    return data.decode("utf-8")


class Stretches:
    """The stretches of a text that are beyond ASCII, side by side: all that runs are made of.

    Most of a text in Latin letters is ASCII, and many code pages are asked for their runs.

    >>> stretches = Stretches("IndiaтАУU.S. рд░рдг")
    >>> list(stretches.runs(stretches.encoded("cp866")))
    [(5, 8, '–'), (13, 19, 'रण')]
    """

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in _BEYOND_ASCII.finditer(text)]
        self._text = "\n".join([text[start:end] for start, end in spans])
        self._starts = [start for start, _ in spans]
        # Where each starts here, and the one after the last would.
        self._places = [*accumulate((end - start + 1 for start, end in spans), initial=0)]

    def encoded(self, codepage: str) -> bytes:
        """Return the bytes of the stretches under a code page; many code pages agree on them."""
        return singlebyte.encode_known(self._text, codepage)

    def runs(self, encoded: bytes) -> Iterator[tuple[int, int, str]]:
        """Yield ``runs`` of the text, where the stretches are these bytes."""
        number = 0
        for start, end, after in _runs_of(encoded):
            while self._places[number + 1] <= start:
                number += 1
            shift = self._starts[number] - self._places[number]
            yield start + shift, end + shift, after


@cache
def meeting_point() -> re.Pattern[str]:
    """Return the expression for characters of garbled UTF-8 that are no letters beside Latin.

    They stand beside another character beyond ASCII, as one of two bytes of a sequence does.
    """
    members = re.escape("".join(char for char in _roles() if not is_letter(char)))
    return re.compile(rf"[{members}](?:(?<=[^\x00-\x7f].)|(?=[^\x00-\x7f]))")


@cache
def _roles() -> dict[str, tuple[int, int]]:
    """Map a character to the code pages where it is a lead byte, and where a continuation."""
    roles: dict[str, tuple[int, int]] = {}
    for number, codepage in enumerate(singlebyte.CODEPAGES):
        chars = singlebyte.table(codepage)
        for bytes_, role in ((LEADS, 0), (CONTINUATIONS, 1)):
            for byte in bytes_:
                masks = list(roles.get(chars[byte], (0, 0)))
                masks[role] |= 1 << number
                roles[chars[byte]] = (masks[0], masks[1])
    return roles


def candidates(chars: set[str]) -> tuple[str, ...]:
    """Return the code pages in which these characters hold a lead and a continuation byte.

    >>> "cp866" in candidates(set("╨Я╤А╨╕"))
    True
    """
    leads = continuations = 0
    for lead, continuation in map(roles, chars):
        leads |= lead
        continuations |= continuation
    return codepages_of(leads & continuations)


def codepages_of_all(chars: Set[str]) -> tuple[str, ...]:
    """Return the code pages in which all of these characters are ASCII or bytes of UTF-8.

    >>> "cp866" in codepages_of_all(set("╨Я")), "cp866" in codepages_of_all(set("╨Я■"))
    (True, False)
    """
    pages_of = _bytes_or_ascii()
    return codepages_of(reduce(and_, map(pages_of.get, chars, repeat(0)), pages_of["\0"]))


@cache
def _bytes_or_ascii() -> dict[str, int]:
    """Map a character to the code pages where it is ASCII or a byte of UTF-8."""
    every = (1 << len(singlebyte.CODEPAGES)) - 1
    pages = {char: lead | continuation for char, (lead, continuation) in _roles().items()}
    return pages | dict.fromkeys(map(chr, range(0x80)), every)


def roles(char: str) -> tuple[int, int]:
    """Return the masks of the code pages where a character is a lead byte, and a continuation."""
    return _roles().get(char, (0, 0))


@lru_cache(maxsize=4096)
def codepages_of(mask: int) -> tuple[str, ...]:
    """Return the code pages of a mask, whose bits are in the order of ``singlebyte.CODEPAGES``."""
    return tuple(page for number, page in enumerate(singlebyte.CODEPAGES) if mask >> number & 1)
