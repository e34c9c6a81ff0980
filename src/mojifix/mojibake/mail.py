r"""Text as mail carries it in seven bits, which nobody decoded: encoded words, ISO-2022 and HZ.

RFC 2047; RFC 1468, 1557 and 1843. What marks them is certain, but for ISO-2022-JP without its escape
characters and HZ, which must read as a language.

>>> [edit.after for edit in find_edits("Re: =?utf-8?Q?caf=C3=A9?= =?utf-8?B?IMOg?=")]
['café à']
>>> [edit.after for edit in find_edits("$B:#F|$O(B, echo $BUILD $BASE(BASH)")]
['今日は']
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from mojifix.codepages import multibyte
from mojifix.codepages.labels import codec_of
from mojifix.mojibake.edits import Edit, disjoint, recoding, replaced
from mojifix.mojibake.escapes import UNESCAPE
from mojifix.mojibake.shown import names_encoding
from mojifix.mojibake.undecoded import in_literals
from mojifix.mojibake.weighing.costs import word_bits
from mojifix.mojibake.words import lines_of

_WORD: Final = r"=\?[\w.:+*-]{2,60}\?[BbQq]\?[^?\s]{1,1000}\?="
_WORDS: Final = re.compile(rf"{_WORD}(?:[ \t]{{0,9}}(?:\r?\n[ \t]{{1,9}})?{_WORD}){{0,200}}")
# A header of mail (RFC 5322) that holds such words, or a line that continues one.
_HEADER: Final = re.compile(
    r"(?:subject|from|to|b?cc|sender|comments|keywords|[a-z]{1,20}(?:-[a-z]{1,20}){1,5}):|[ \t]",
    re.I,
)
_WORDS_CODE: Final = "encoded-words"
_WORDS_STEPS: Final = (f"{UNESCAPE} {_WORDS_CODE}",)
# All pairs are taken, whatever follows them, so that none is looked at from two places. That "$B" or
# "~{" is followed by pairs and their end is found nowhere in 637 MB of files of programs.
_PAIRS: Final = r"((?:(?!\([BJ])[!-(0-t][!-~])++)"
_RUNS: Final = (
    ("\x1b$", "iso2022_jp", "euc_jp", re.compile(rf"\x1b\$[@B]{_PAIRS}(?:\x1b\([BJ])?()")),
    ("\x1b$)C", "iso2022_kr", "euc_kr", re.compile(r"\x1b\$\)C|\x0e((?:[!-~]{2})++)\x0f?()")),
    ("$B", "iso2022_jp", "euc_jp", re.compile(rf"(?<!\x1b)\$B{_PAIRS}(\([BJ])?")),
    ("~{", "hz", "gb2312", re.compile(r"~\{((?:[!-w][!-~])++)(~\})?")),
)
_CONTROL: Final = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f]")
_SURE_BITS: Final = 32.0
# A character of a language costs some 9 bits, of pairs of ASCII some 15.
_MOST_BITS: Final = 12.5


def may_be_in(text: str) -> bool:
    """Tell whether a text holds any of it that stands for characters beyond ASCII."""
    return any(not edit.after.isascii() for edit in _found(text))


def find_edits(text: str, *, headers: bool = True) -> list[Edit]:
    """Return what decodes a text, sorted and disjoint, but for what is shown as an example.

    Args:
        text: the text.
        headers: whether encoded words of headers of mail are decoded, where they belong.
    """
    found = list(_found(text))
    if all(edit.after.isascii() for edit in found):
        return []
    edits = disjoint(found)
    starts = [edit.start for edit in edits]
    kept: list[Edit] = []
    for start, end in lines_of(text):
        inside = edits[bisect_left(starts, start) : bisect_left(starts, end)]
        if not headers and _HEADER.match(text, start):
            inside = [edit for edit in inside if edit.code != _WORDS_CODE]
        if inside and not names_encoding(replaced(text, inside, start, end)):
            moved = [edit.moved(-start) for edit in inside]
            quoted = in_literals(text[start:end], moved)
            kept += [edit for edit in inside if edit.start - start not in quoted]
    return kept


def _found(text: str) -> Iterator[Edit]:
    # One character is looked for much quicker than two.
    if not ("=" in text or "$" in text or "~" in text):
        return
    if "=?" in text:
        yield from _encoded_words(text)
    for sign, codec, pairs_of, pattern in _RUNS:
        if sign in text:
            yield from _runs(text, codec, pairs_of, pattern)


def _encoded_words(text: str) -> Iterator[Edit]:
    for match in _WORDS.finditer(text):
        after = _decoded(match.group())
        if after is not None and not _CONTROL.search(after):
            yield Edit(*match.span(), after, _WORDS_STEPS, _SURE_BITS, code=_WORDS_CODE)


def _decoded(words: str) -> str | None:
    """Return the text of encoded words, which may part a character; None if one is broken."""
    from email.errors import HeaderParseError
    from email.header import decode_header

    parts = []
    try:
        for data, charset in decode_header(words):
            codec = codec_of((charset or "").partition("*")[0])
            if codec is None or isinstance(data, str):
                return None
            parts.append(data.decode(codec))
    except (HeaderParseError, ValueError):
        return None
    return "".join(parts)


def _runs(text: str, codec: str, pairs_of: str, pattern: re.Pattern[str]) -> Iterator[Edit]:
    steps, code = recoding("ascii", codec)
    for match in pattern.finditer(text):
        pairs, end = match.groups()
        if pairs is None:
            yield Edit(*match.span(), "", steps, _SURE_BITS, code=code)
            continue
        after = multibyte.decode(bytes(0x80 | ord(char) for char in pairs), pairs_of)
        has_escape = end == ""
        if after and (has_escape or (end and word_bits(after) <= _MOST_BITS * len(after))):
            yield Edit(*match.span(), after, steps, _SURE_BITS, code=code)
