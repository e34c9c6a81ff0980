"""Lines that are UTF-8 throughout and were read as one code page: undone in one stroke.

Most garbled text is garbled as a whole, or line by line. Where all of a line encodes to well-formed
UTF-8 again, and there is enough of it in the text, that is no accident, and there is nothing to weigh
run by run.

>>> text = "╨Я╤А╨╕╨▓╨╡╤В, ╨╝╨╕╤А!\\nТы где?"
>>> [edit.after for edit in find_edits(text, [(0, 24)], set())]
['Привет', 'мир']
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mojifix.codepages import utf8
from mojifix.mojibake.edits import Edit, replaced
from mojifix.mojibake.weigh import word_bits
from mojifix.mojibake.words import Span

# Continuation bytes that are no accident: each of the 128 characters beyond ASCII is one in one of
# two cases, so that clean text of that many would pass once in 2 ** 12 by its form alone; its words
# would have to cost more than what they turn into, too.
_LEAST_CONTINUATIONS: Final = 12
_LEAST_BITS: Final = 60.0
_SAMPLE: Final = 300  # code points that are weighed


def find_edits(text: str, lines: list[Span], known: set[str]) -> list[Edit]:
    """Return the runs of the lines that one code page garbled as a whole, sorted and disjoint.

    Args:
        text: the text.
        lines: those of its lines to look at.
        known: code pages that the text is known to have been damaged by; added to.
    """
    readings = _readings(text, lines)
    saved: dict[str, int] = {}
    for (start, end), (after, codepage) in readings.items():
        saved[codepage] = saved.get(codepage, 0) + end - start - len(after)
    best = max(saved, key=saved.__getitem__, default="")
    if not best or saved[best] < _LEAST_CONTINUATIONS:
        return []
    spans = [span for span, (_, codepage) in readings.items() if codepage == best]
    edits = _edits(text, spans, best)
    if edits:
        known.add(best)
    return edits


def _readings(text: str, lines: list[Span]) -> dict[Span, tuple[str, str]]:
    """Return what the lines were that are UTF-8 under some code page, and under which.

    Lines that code pages read differently are left out: they are to be weighed.
    """
    readings: dict[Span, tuple[str, str]] = {}
    candidates = utf8.candidates({char for start, end in lines for char in text[start:end]})
    for start, end in lines:
        found: dict[str, str] = {}
        for codepage in candidates:
            try:
                found.setdefault(utf8.decode(text[start:end], codepage), codepage)
            except UnicodeError:
                continue
        if len(found) == 1:
            readings[start, end] = next(iter(found.items()))
    return readings


def _edits(text: str, lines: list[Span], codepage: str) -> list[Edit]:
    """Return the runs of some lines with what each saves; none where they save too little."""
    steps, code = (f"encode {codepage}", "decode utf-8"), f"utf8-as-{codepage}"
    edits = [
        Edit(*run.span(), utf8.decode(run.group(), codepage), steps, 0.0, code=code)
        for start, end in lines
        for run in utf8.pattern(codepage).finditer(text, start, end)
    ]
    sample = [edit for edit in edits if edit.start < edits[0].start + _SAMPLE]
    first, last = sample[0].start, sample[-1].end
    moved = [replace(edit, start=edit.start - first, end=edit.end - first) for edit in sample]
    saved = word_bits(text[first:last]) - word_bits(replaced(text[first:last], moved))
    if saved < _LEAST_BITS:
        return []
    rate = saved / sum(edit.end - edit.start for edit in sample)
    return [replace(edit, bits=rate * (edit.end - edit.start)) for edit in edits]
