r"""UTF-7 that was read as ASCII: ``caf+AOk-`` for ``café`` (RFC 2152), as old mail has it.

Between a plus sign and a hyphen stands UTF-16 in Base64; without the hyphen before what is no Base64.
Code, data and addresses have plus signs, too: what comes out has to be words, and to save bits.

>>> [edit.after for edit in find_edits("Im Caf+AOk gibt es W+APw-rfelzucker +- Kekse")]
['é', 'ü', '+']
>>> find_edits("sum(n+i64, n+f64)")
[]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from mojifix.language.alphabet import class_of
from mojifix.mojibake.edits import Edit, recoding, replaced
from mojifix.mojibake.escapes import outside_bytes_literals
from mojifix.mojibake.weighing.scale import CloseScale
from mojifix.mojibake.weighing.suspects import is_plausible
from mojifix.mojibake.words import MARKUP, merged, window

_RUN: Final = re.compile(r"\+(?:[A-Za-z0-9+/]{3,}+-?|-)")
_STEPS, _CODE = recoding("ascii", "utf-7")
_NEVER: Final = frozenset(("control", "unassigned", "private", "replacement"))  # meant by no writer
_WORD_ENDS: Final = f"{MARKUP},;:"
# What the words of a text must save together. Of 1.2 GB of code, documents and data in 116,479 files
# nothing is changed; of 804 held-out sentences in 109 languages 797 come back, and 760 of their words
# put into English sentences.
_LEAST_BITS: Final = 25.0


def may_be_in(text: str) -> bool:
    """Tell whether a text holds a run that stands for characters beyond ASCII."""
    return "+" in text and not all(run.after.isascii() for run in _runs(text))


def find_edits(text: str) -> list[Edit]:
    """Return the runs of a text, sorted and disjoint; those for ASCII on the lines of others alone."""
    if not may_be_in(text):
        return []
    runs = outside_bytes_literals(text, list(_runs(text)))
    scale = CloseScale(text)
    beyond = [run for run in runs if not run.after.isascii()]
    words = [word for word in _words(text, beyond, scale) if word.saved > 0]
    if sum(word.saved for word in words if word.is_plausible) < _LEAST_BITS:
        return []
    lines = dict(zip((run.start for run in runs), _lines(text, runs), strict=True))
    damaged = {lines[word.first] for word in words}
    found = [run for run in runs if lines[run.start] in damaged]
    return [replace(run, bits=sum(word.saved for word in words) / len(found)) for run in found]


class _Word(NamedTuple):
    """A word with runs: where the first of them starts, and what undoing them makes of it."""

    first: int
    is_plausible: bool
    saved: float


def _runs(text: str) -> Iterator[Edit]:
    """Yield the runs of a text that are UTF-7, as edits that save nothing."""
    for match in _RUN.finditer(text):
        try:
            after = match.group().encode().decode("utf-7")
        except UnicodeDecodeError:
            continue
        if min(after) >= " " and _NEVER.isdisjoint(map(class_of, after)):
            yield Edit(*match.span(), after, _STEPS, 0.0, code=_CODE)


def _words(text: str, runs: Sequence[Edit], scale: CloseScale) -> Iterator[_Word]:
    """Yield the words that the runs are in."""
    spans = merged(window(text, run.start, run.end, _WORD_ENDS) for run in runs)
    number = 0
    for left, right in spans:
        inside = []
        while number < len(runs) and runs[number].start < right:
            inside.append(runs[number])
            number += 1
        after = replaced(text, inside, left, right)
        before = text[left:right]
        if before.isascii():  # as all of UTF-7 is
            yield _Word(inside[0].start, is_plausible(after, scale), scale.saved(before, after))


def _lines(text: str, runs: Sequence[Edit]) -> Iterator[int]:
    """Yield the number of the line of each run."""
    line = at = 0
    for run in runs:
        line += text.count("\n", at, run.start)
        at = run.start
        yield line
