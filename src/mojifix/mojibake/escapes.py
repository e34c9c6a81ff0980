r"""Escapes that hide garbled text: entities, ``\u00c3``, ``\xc3``, ``%C3``, ``=C3`` and others.

An escape is undone only as a step on the way to a repair: the runs are unescaped on trial, and those
that no repair touched are put back (``mojifix.mojibake.repairing``), so that code, URLs and markup
stay as they are.

    >>> [edit.after for edit in find_edits("cr&Atilde;&copy;me", 4)]
    ['Ã©']
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from typing import Final

from mojifix.codepages import multibyte, utf8
from mojifix.mojibake.edits import Edit, disjoint

UNESCAPE: Final = "unescape"
UNESCAPE_BITS: Final = 2.0


def _run_of(escape: str) -> re.Pattern[str]:
    """Return the expression for a run of escapes, the first of them apart.

    An expression that starts with a letter, not with a group, is searched for at the speed of C.
    """
    return re.compile(f"{escape}(?:{escape})*")


# Alternatives of bounded length that start alike, so matching is linear.
# HTML reads numbers without a semicolon, too; hexadecimal ones go on in the letters of a word.
_ENTITIES: Final = _run_of(
    r"&(?:amp;){0,4}(?:\#[0-9]{2,7};?|\#[xX][0-9a-fA-F]{2,6}(?:;|\b)|[A-Za-z][A-Za-z0-9]{1,30};)"
)
# No sequence of UTF-8 starts with the digits of years, and of quotes in CSS.
_OCTAL: Final = re.compile(r"\\(?!20)[0-3][0-7]{2}(?:(?:\\[0-3][0-7]{2})+|(?![0-9]))")
# A line that is too long is broken at a "=" of its own, between any two bytes (RFC 2045, 6.7).
_QUOTED_PRINTABLE: Final = re.compile(r"=[0-9A-F]{2}(?:(?:=\r?\n)?=[0-9A-F]{2})*")
# Bytes in angle brackets; R shows those of emoji as "<ed><U+00A0><U+00BD>". One or two that are not of
# UTF-8 stand in a word: "<F1>" is a key, "<dd>" a tag.
_BYTE: Final = r"<(?:U\+00)?[0-9a-fA-F]{2}>"
_ANGLED: Final = re.compile(
    r"<(?:(?<=[^\W\d_]<)(?!dd>)|(?=[c-dC-D].><(?:U\+00)?[89abAB])"
    rf"|(?=..>{_BYTE}{_BYTE}))[0-9a-fA-F]{{2}}>(?:{_BYTE})*"
)
# … and where one may start: most signs are those of sums, percentages and links.
_START: Final = re.compile(
    r"[&\\%=](?=[\#\w])(?:(?<=&)(?:\#[0-9xX]|[0-9A-Za-z]{2,31};)"
    r"|(?<=\\)(?:[ux]\{?[0-9a-fA-F]{2}|U00|[23][0-7]{2})"
    r"|(?<=[%=])[0-9A-Fa-f]{2}|(?<=%)u[0-9a-fA-F]{4})"
)
_ANGLED_START: Final = re.compile(r"<(?:U\+[0-9A-F]|[0-9a-fA-F]{2}>)")
_NUMBER: Final = re.compile(r"\\([0-7]{3})|([0-9a-fA-F]{2,8})")
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
_EAST_ASIAN: Final = "\u2e80"  # where the blocks of East Asian scripts start
_CONTINUATIONS: Final = bytes(utf8.CONTINUATIONS)
_LONE_BYTE: Final = re.compile(r"(?:\\x|[%=<])[0-9A-Fa-f]{2}>?|\\[0-7]{3}")
# A literal of Python that says by itself that it holds bytes, not text.
_BYTES_LITERAL: Final = re.compile(r"""\b(?:[bB][rR]?|[rR][bB])(?:"[^"\n]*"|'[^'\n]*')""")
_OF_CHARS: Final = ("&", "\\u", "\\U", "\\x{", "%u", "<U")


def _entities(run: str, layers: int) -> str:
    for _ in range(layers):
        plain = html.unescape(run)
        if plain == run:
            break
        run = plain
    return run


def _numbers(run: str) -> list[int]:
    return [int(octal, 8) if octal else int(digits, 16) for octal, digits in _NUMBER.findall(run)]


def _points(run: str, _: int) -> str:
    """Read escaped code points; two may be the halves of a character in UTF-16."""
    units = "".join(map(chr, _numbers(run))).encode("utf-16-be", "surrogatepass")
    return units.decode("utf-16-be", "surrogatepass")


def _as_text(run: str, _: int) -> str:
    """Read escaped bytes as UTF-8; where they are not, as Latin-1.

    Code and logs break long strings anywhere: UTF-8 that is cut in a character is left as it is.
    """
    data = bytes(_numbers(run))
    text = multibyte.decode(data, "utf-8")
    if text is None:
        return "" if _is_cut_utf8(data) else data.decode("latin-1")
    return text


def _is_cut_utf8(data: bytes) -> bool:
    """Tell whether bytes are characters of UTF-8, the first or the last of which is not whole.

    >>> _is_cut_utf8("ночь".encode()[1:-1]), _is_cut_utf8("ночь".encode("cp1251"))
    (True, False)
    """
    try:
        return bool(getincrementaldecoder("utf-8")().decode(data.lstrip(_CONTINUATIONS)))
    except UnicodeDecodeError:
        return False


def _unbroken(run: str, _: int) -> str:
    """Read escaped bytes as text; what goes on in the next line is left, as no repair joins lines."""
    return "" if "\n" in run else _as_text(run, _)


_KINDS: Final[tuple[tuple[str, str, re.Pattern[str], Callable[[str, int], str]], ...]] = (
    ("&", "entities", _ENTITIES, _entities),
    ("\\u", "json", _run_of(r"\\u[0-9a-fA-F]{4}"), _points),
    (
        "{",
        "code-points",
        _run_of(r"\\[ux]\{(?:0?10|0{0,3}[0-9a-fA-F])?[0-9a-fA-F]{2,4}\}"),
        _points,
    ),
    ("\\U", "code-points", _run_of(r"\\U00(?:10|0[0-9a-fA-F])[0-9a-fA-F]{4}"), _points),
    ("%u", "code-points", _run_of("%u[0-9a-fA-F]{4}"), _points),
    ("<U", "angle-brackets", _run_of(r"<U\+(?:00(?:10|0[0-9A-F]))?[0-9A-F]{4}>"), _points),
    ("<", "angle-brackets", _ANGLED, _as_text),
    ("\\x", "hexadecimal", _run_of(r"\\x[0-9a-fA-F]{2}"), _as_text),
    ("\\", "octal", _OCTAL, _as_text),
    ("%", "percent", _run_of("%[0-9A-Fa-f]{2}"), _as_text),
    ("=", "quoted-printable", _QUOTED_PRINTABLE, _unbroken),
)


def may_be_in(text: str) -> bool:
    """Tell whether a text holds what an escape starts with, at the speed of C."""
    has_sign = "&" in text or "%" in text or "=" in text or "\\" in text
    if has_sign and _START.search(text) is not None:
        return True
    return "<" in text and _ANGLED_START.search(text) is not None


def find_edits(text: str, layers: int, *, lone_bytes: bool = True) -> list[Edit]:
    """Return the escapes that stand for characters beyond ASCII, sorted and disjoint.

    Args:
        text: the text.
        layers: most layers of entities undone in one place.
        lone_bytes: whether a single escaped byte counts, which ``id=88`` looks like, too, and single
            letters where there are no others.
    """
    if not may_be_in(text):
        return []
    edits = [edit for kind in _KINDS if kind[0] in text for edit in _found(text, layers, *kind)]
    if not lone_bytes:
        edits = [edit for edit in edits if not _LONE_BYTE.fullmatch(text, edit.start, edit.end)]
        if edits and "\\" in text:
            edits = outside_bytes_literals(text, edits)
        if all(_stands_alone(text, edit) for edit in edits):
            return []
    return disjoint(edits)


def outside_bytes_literals(text: str, edits: list[Edit]) -> list[Edit]:
    """Return the edits of a text that are in no literal of Python for bytes."""
    literals = [match.span() for match in _BYTES_LITERAL.finditer(text)]
    return [edit for edit in edits if not is_within(edit, literals)]


def is_within(edit: Edit, spans: list[tuple[int, int]]) -> bool:
    """Tell whether an edit lies in one of some spans, sorted and disjoint."""
    at = bisect_right(spans, (edit.start, edit.start)) - 1
    return at >= 0 and edit.end <= spans[at][1]


def _stands_alone(text: str, edit: Edit) -> bool:
    """Tell whether an escape stands for one character that by itself shows no damage.

    UTF-8 takes two bytes; an East Asian codec reads two as one character, a wrong code page shows one
    as a letter in a word, and bytes of UTF-8 may never have been decoded.
    """
    if is_undecoded(text[edit.start : edit.end]):
        return False
    around = text[max(0, edit.start - 1) : edit.start] + text[edit.end : edit.end + 1]
    is_in_word = edit.after.isalpha() and any(map(str.isalpha, around))
    return len(edit.after) == 1 and edit.after < _EAST_ASIAN and around.isascii() and not is_in_word


def _found(
    text: str,
    layers: int,
    _: str,
    name: str,
    pattern: re.Pattern[str],
    unescape: Callable[[str, int], str],
) -> Iterator[Edit]:
    for match in pattern.finditer(text):
        run = match.group()
        after = unescape(run, layers)
        pieces = [] if after.isascii() else [(0, run, after)]
        is_mixed = pieces and not _BEYOND_ASCII.fullmatch(after)
        # In bytes of another encoding ASCII may end a character.
        if is_mixed and (run.startswith(_OF_CHARS) or is_undecoded(run)):
            pieces = [(at, piece, unescape(piece, layers)) for at, piece in _pieces(run, layers)]
        for at, piece, after in pieces:
            start = match.start() + at
            steps = (f"{UNESCAPE} {name}",)
            yield Edit(start, start + len(piece), after, steps, UNESCAPE_BITS, code=UNESCAPE)


def is_undecoded(run: str) -> bool:
    """Tell whether a run of escapes is text that a program did not decode: UTF-8, or as R prints it.

    >>> [run for run in ("%C3%A9", "%E9", "&eacute;", "<U+00E9>") if is_undecoded(run)]
    ['%C3%A9', '<U+00E9>']
    """
    if run.startswith(_OF_CHARS):
        return run.startswith("<U")
    return multibyte.decode(bytes(_numbers(run)), "utf-8") is not None


def _pieces(run: str, layers: int) -> Iterator[tuple[int, str]]:
    """Yield where the escapes beyond ASCII stand in a run, those side by side together.

    The others are meant as escapes: ``%26`` in a URL, ``&lt;`` in markup.

    >>> list(_pieces("&lt;&Atilde;&copy;&gt;", 4))
    [(4, '&Atilde;&copy;')]
    """
    at = 0
    each = (run[0] + rest for rest in run[1:].split(run[0]))
    for is_ascii, escapes in groupby(each, partial(_is_ascii, layers=layers)):
        piece = "".join(escapes)
        if not is_ascii:
            yield at, piece
        at += len(piece)


def _is_ascii(escape: str, layers: int) -> bool:
    """Tell whether an escape, or the byte that it stands for, is ASCII."""
    if escape[0] == "&":
        return _entities(escape, layers).isascii()
    return _numbers(escape)[0] < 0x80
