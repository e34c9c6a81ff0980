r"""Text that was written in ASCII and never read back: UTF-7, and UTF-8 as escaped bytes.

``café`` is ``caf+AOk-`` (RFC 2152), ``caf=C3=A9`` (RFC 2045), ``caf%C3%A9`` (RFC 3986),
``caf\xc3\xa9``, ``caf\303\251``, ``caf<c3><a9>`` or, as R prints it, ``caf<U+00E9>``. Code, data and
addresses have plus signs, and mean their escapes: a line counts where words of prose come out of it,
and where that saves bits.

>>> [edit.after for edit in find_edits("Im Caf+AOk gibt es W+APw-rfelzucker +- Kekse", [])]
['é', 'ü', '+']
>>> find_edits("sum(n+i64, n+f64)", [])
[]
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import punctuation
from typing import Final

from mojifix.codepages import utf7
from mojifix.language.alphabet import class_of
from mojifix.mojibake.edits import Edit, disjoint, recoding, replaced
from mojifix.mojibake.escapes import is_undecoded, is_within, outside_bytes_literals
from mojifix.mojibake.shown import names_encoding
from mojifix.mojibake.weighing.scale import CloseScale
from mojifix.mojibake.weighing.suspects import SLACK_BITS, is_not_latin, is_plausible
from mojifix.mojibake.words import lines_of, without_ascii

_STEPS, _CODE = recoding("ascii", "utf-7")
_NEVER: Final = frozenset(("control", "unassigned", "private", "replacement"))  # meant by no writer
_WORD: Final = re.compile(r"\S+")
# What a word of an address or of code holds, and none of prose.
_NO_PROSE: Final = re.compile(r"[@#/\\_=&+%~^|<>{}\[\]$*`]|\.[^\W\d]")
# What documentation shows: "a dash is %E2%80%93", or in Perl C<U+2013>; no small letters, no emoji.
_SHOWN: Final = re.compile(r"[A-Z]?[^a-z\U00010000-\U0010ffff]")
_ASCII_SIGN: Final = re.compile(r"[!-/:-@\[-`{-~]")
_MOST_SIGNS: Final = 0.15  # of the characters of prose
_LEAST_BLANKS: Final = 3  # in a line with escapes, or so many characters beyond ASCII
_LEAST_BEYOND: Final = 16
_QUOTED: Final = re.compile(r"""(?<!\w)(?:(?:u8|[A-Za-z])?"[^"]*+"|'[^']*+'|`[^`]*+`)(?!\w)""")
_LOOKED_BACK: Final = 100  # code points of an address
_RAW_MAIL: Final = re.compile("quoted-printable", re.IGNORECASE)  # as it says of itself
# Bits per character over the norm of words in other scripts, where a sentence may be one word.
_SLACK_BITS: Final = 4.0
# What the words of a line must save. Of 116,479 files of code, documents and data, 1.2 GB, two copies
# of a list of names that were printed as bytes are changed. Of 415 held-out sentences in 109 languages
# as UTF-7 410 come back, of their words in English ones 382; as escapes 327 and 356, and no word that
# another was made of.
_LEAST_BITS: Final = 25.0
# … and where all of its UTF-7 may be words, as in "Rock+API-based". Of 520 lines with such words that
# are changed at 25 bits 25 are at 40; of 6,682 lines of UTF-7 169 do not come back.
_LEAST_BITS_OF_WORDS: Final = 40.0


def may_be_in(text: str) -> bool:
    """Tell whether a text holds UTF-7 that stands for characters beyond ASCII."""
    return "+" in text and not all(run.after.isascii() for run in _utf7(text))


def find_edits(text: str, escaped: Sequence[Edit]) -> list[Edit]:
    """Return what undoes the damage, sorted and disjoint.

    Args:
        text: the text.
        escaped: its escapes that stand for characters beyond ASCII, sorted and disjoint.
    """
    runs = [
        run for run in escaped if is_undecoded(text[run.start : run.end]) and _is_text(run.after)
    ]
    if may_be_in(text):
        runs = disjoint([*runs, *_utf7(text)])
    if all(_is_in_address(text, run.start) for run in runs):
        return []
    if _RAW_MAIL.search(text):
        runs = [run for run in runs if text[run.start] != "="]
    runs = outside_bytes_literals(text, runs)
    starts = [run.start for run in runs]
    is_sure = not all(utf7.is_word(text[run.start : run.end]) for run in runs)
    edits: list[Edit] = []
    for start, end in lines_of(text) if runs else ():
        inside = runs[bisect_left(starts, start) : bisect_left(starts, end)]
        moved = [run.moved(-start) for run in inside]
        edits += [edit.moved(start) for edit in _of_line(text[start:end], moved, is_sure)]
    return edits


def _is_in_address(text: str, at: int) -> bool:
    """Tell whether a word has a slash before some place in it, as most that hold escapes do."""
    before = text[max(0, at - _LOOKED_BACK) : at]
    return "/" in before[max(before.rfind(" "), before.rfind("\n")) + 1 :]


def _utf7(text: str) -> Iterator[Edit]:
    """Yield the runs of a text that are UTF-7, as edits that save nothing."""
    for start, end, after in utf7.runs(text):
        if min(after) >= " " and _is_text(after):
            yield Edit(start, end, after, _STEPS, 0.0, code=_CODE)


def _is_text(after: str) -> bool:
    return _NEVER.isdisjoint(map(class_of, after))


def _of_line(line: str, runs: Sequence[Edit], is_sure: bool) -> list[Edit]:
    """Return the edits of a line: all of UTF-7, and of escapes those in words of prose.

    Args:
        line: the line.
        runs: what may be undone in it.
        is_sure: whether the text holds runs that are no words.
    """
    prose = replaced(line, runs).strip()
    if len(_ASCII_SIGN.findall(prose)) > _MOST_SIGNS * len(prose) or names_encoding(line):
        return []
    if prose.count(" ") < _LEAST_BLANKS and len(without_ascii(prose)) < _LEAST_BEYOND:
        runs = [run for run in runs if run.code == _CODE]  # titles are data, and may be addresses
    quoted = in_literals(line, runs)
    scale = CloseScale(line)
    total = 0.0
    in_words: set[int] = set()
    said = {word.strip(punctuation) for word in line.split()} if not line.isascii() else set()
    for before, after, inside in _words(line, runs):
        if _NO_PROSE.search(after) or not before.isascii():
            continue
        if after.strip(punctuation) in said:  # shown beside what it is
            return []
        saved = scale.saved(before, after)
        if saved <= 0:
            continue
        starts = {run.start for run in inside}
        in_words |= starts
        slack = _SLACK_BITS if is_not_latin(after) else SLACK_BITS
        if inside[0].code != _CODE and _SHOWN.fullmatch(after.strip(punctuation)):
            continue
        if not starts <= quoted and is_plausible(after, scale, slack):
            total += saved
    if total < (_LEAST_BITS if is_sure else _LEAST_BITS_OF_WORDS):
        return []
    found = [run for run in runs if run.code == _CODE or run.start in in_words]
    return [replace(run, bits=total / len(found)) for run in found]


def in_literals(line: str, runs: Sequence[Edit]) -> set[int]:
    """Return where the runs start that stand between quotes, as in code; all of a line may."""
    spans = [match.span() for match in _QUOTED.finditer(line)]
    if spans == [(0, len(line.strip()))]:
        return set()
    return {run.start for run in runs if is_within(run, spans)}


def _words(line: str, runs: Sequence[Edit]) -> Iterator[tuple[str, str, list[Edit]]]:
    """Yield the words with runs: without and with them undone, and the runs."""
    number = 0
    for match in _WORD.finditer(line):
        inside = []
        while number < len(runs) and runs[number].start < match.end():
            inside.append(runs[number])
            number += 1
        if inside:
            yield match.group(), replaced(line, inside, *match.span()), inside
