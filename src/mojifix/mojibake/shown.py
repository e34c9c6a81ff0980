"""Garbled text beside what it was: shown as an example, and meant as it stands.

Who writes about garbling quotes both: a table of an import, a test, an explanation. Repaired, it would
say the same thing twice. Some quote the garbled text alone, and say which encoding it was read as.

>>> layers = Layers("`Ã©` is what `é` becomes")
>>> layers.apply([Edit(1, 3, "é", ("encode cp1252", "decode utf-8"), 20.0)])
'`é` is what `é` becomes'
>>> without_examples("`Ã©` is what `é` becomes", layers).text
'`Ã©` is what `é` becomes'
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import filterfalse
from typing import Final, NamedTuple

from mojifix.codepages import utf8
from mojifix.codepages.labels import codec_of
from mojifix.mojibake.edits import Edit, Layers, bits_saved
from mojifix.mojibake.escapes import find_edits, may_be_in
from mojifix.mojibake.words import Span, spliced, without_ascii

# What stands around a string, a cell of a table, or an example; arrows too, if none is garbled.
_DELIMITERS: Final = (re.compile("[\"'`|/\t]|[-=]>|[→⇒]"), re.compile("[\"'`|/\t]|[-=]>"))
_SIGNS: Final = "\"'`|/\t>→⇒"  # of these, one is in each
_WORD: Final = re.compile(r"\S+")
_PUNCTUATION: Final = ".,:;!?()[]"
# A string in source code, or what prose quotes as one; no apostrophe.
_QUOTED: Final = re.compile(r"""(?<!\w)("[^"]*+"|'[^']*+'|`[^`]*+`)(?!\w)""")
# Words of letters outside of quotes, of a line that is prose and no code.
_LEAST_WORDS: Final = 4
_USUAL: Final = "cp1252"  # what several layers are read as, nearly always
_DAMAGE: Final = "mojibake"
_SHORTEST_LABEL: Final = 4  # characters; ``u8`` and ``l1`` are more often something else


class _Line(NamedTuple):
    """The span of a line that holds examples, and theirs."""

    start: int
    end: int
    examples: tuple[Span, ...]


def without_examples(text: str, layers: Layers) -> Layers:
    """Return the repair of a text without what the text shows beside its repair.

    Nor what else of such a line was repaired alike, if that saves less than the examples: it was found
    by the light of them.
    """
    lines = list(_lines_with_examples(text, layers.text))
    if not lines:
        return layers
    edits = layers.edits
    starts = [edit.start for edit in edits]
    dropped: set[int] = set()
    for line in lines:
        inside = edits[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        examples = [edit for edit in inside if _is_in(edit, line.examples)]
        others = [edit for edit in inside if not _is_in(edit, line.examples)]
        dropped.update(edit.start for edit in examples)
        for code in {edit.code for edit in examples}:
            alike = [edit for edit in others if edit.code == code]
            if bits_saved(alike) < bits_saved(edit for edit in examples if edit.code == code):
                dropped.update(edit.start for edit in alike)
    return layers.only([edit for edit in edits if edit.start not in dropped])


def _is_in(edit: Edit, spans: tuple[Span, ...]) -> bool:
    """Tell whether an edit touches one of some spans, sorted and disjoint."""
    at = bisect_left(spans, (edit.end, 0)) - 1  # the last that starts before the edit ends
    return at >= 0 and edit.start < spans[at][1]


def _lines_with_examples(before: str, after: str) -> Iterator[_Line]:
    """Yield the lines of a text in which what a part of it becomes stands by itself, too."""
    if before == after or not _may_be_delimited(before):
        return
    lines, results = before.split("\n"), after.split("\n")
    if len(lines) != len(results):
        return
    start = 0
    for line, result in zip(lines, results, strict=True):
        if line != result and _may_be_delimited(line):
            spans = _spans(line, result)
            if spans:
                moved = tuple((start + left, start + right) for left, right in spans)
                yield _Line(start, start + len(line), moved)
        start += len(line) + 1


def _spans(line: str, result: str) -> tuple[Span, ...]:
    """Return the spans of what a line shows."""
    # Where a line keeps nothing beyond ASCII, no repair stands in it by itself.
    if may_be_in(result) or not set(without_ascii(line)).isdisjoint(without_ascii(result)):
        # What was garbled twice may be left garbled once, as its example stands beside that, too.
        for became in dict.fromkeys((result, utf8.undone(result, _USUAL))):
            found = (tuple(_examples(line, became, delimiter)) for delimiter in _DELIMITERS)
            spans = next(filter(None, found), ())
            if spans:
                return spans
    return tuple(_quoted(line, result))


def _quoted(line: str, result: str) -> Iterator[Span]:
    """Yield the spans of the strings in prose about an encoding, where nothing else was repaired.

    Of 31 clean pieces of notes and code about garbling that changed 4 do not any more, and of 700
    garbled ones no repair is lost. With strings beside their repair on a line near by, three were.
    """
    parts, becomes = _QUOTED.split(line), _QUOTED.split(result)
    prose = " ".join(parts[::2])
    if len(parts) < 2 or parts[::2] != becomes[::2] or not names_encoding(prose):
        return
    if sum(map(len, parts[1::2])) > len(prose):  # the text is what is quoted
        return
    at = 0
    for part, became in zip(parts, becomes, strict=True):
        if part != became:
            yield at, at + len(part)
        at += len(part)


def names_encoding(line: str) -> bool:
    """Tell whether a line is prose that names an encoding, or what a wrong one leads to.

    >>> names_encoding("in cp1252 that shows up as"), names_encoding("print(, encoding=cp1252)")
    (True, False)
    """
    words = [word.strip(_PUNCTUATION) for word in line.split()]
    if sum(len(word) > 1 and word.isalpha() for word in words) < _LEAST_WORDS:
        return False
    return any(
        word.lower() == _DAMAGE
        or (word[:1].isalpha() and not word.isalpha() and codec_of(word) is not None)
        for word in words
        if len(word) >= _SHORTEST_LABEL
    )


def _may_be_delimited(text: str) -> bool:
    return any(map(text.__contains__, _SIGNS))


def _examples(line: str, result: str, delimiter: re.Pattern[str]) -> Iterator[Span]:
    """Yield the spans of the parts of a line, and of the words, that become another part of it."""
    parts, becomes = delimiter.split(line), delimiter.split(result)
    if len(parts) < 2 or len(parts) != len(becomes):
        return
    pairs = list(zip(parts, becomes, strict=True))
    kept = {_unescaped(part).strip() for part, became in pairs if part == became}
    kept = {*filterfalse(str.isascii, kept)}
    if not kept:
        return
    ends = [*(match.span() for match in delimiter.finditer(line)), (len(line), len(line))]
    at = 0
    for (part, became), (left, right) in zip(pairs, ends, strict=True):
        if part != became and became.strip() in kept:
            yield at, left
        elif part != became:
            yield from ((at + start, at + end) for start, end in _words_of(part, became, kept))
        at = right


def _unescaped(part: str) -> str:
    """Return a part of a line with its escapes undone: a table of entities shows them so, too."""
    edits = find_edits(part, 1)
    return spliced(part, [(edit.start, edit.end, edit.after) for edit in edits])


def _words_of(part: str, became: str, kept: set[str]) -> Iterator[Span]:
    """Yield the spans of the words of a part of a line that become one of some strings."""
    words = list(_WORD.finditer(part))
    results = became.split()
    if len(words) == len(results):
        for word, result in zip(words, results, strict=True):
            if word.group() != result and result.strip(_PUNCTUATION) in kept:
                yield word.span()
