"""Where inline code stands in the text of a block."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import Final, TypeAlias

from mojifix.layout.html.block_text import tidied
from mojifix.layout.padding import without_soft_hyphens

Spans: TypeAlias = Sequence[tuple[int, int]]  # in code points, in order, disjoint

_SIGN: Final = "\1"  # set around code to be found again; no code is found where a text has it


def code_spans(parts: Sequence[str], numbers: Sequence[int], text: str) -> Spans:
    """Return where code stands in the text of a block.

    Args:
        parts: that the text is joined of, as they came.
        numbers: of the parts that are code, in order; neighbors are one piece.
        text: of the block.

    >>> code_spans(["Call\\n ", "strip", "()", " ", " now ", "."], [1, 2, 4], "Call strip() now .")
    [(5, 12), (13, 16)]
    """
    signed: list[str] = []
    at = 0
    for first, stop in _runs(numbers):
        raw = "".join(parts[first:stop])
        code = raw.strip()
        signed += parts[at:first]
        signed.append(raw.replace(code, f"{_SIGN}{code}{_SIGN}", 1) if code else raw)
        at = stop
    pieces = tidied("".join([*signed, *parts[at:]])).split(_SIGN)
    return _every_other(pieces) if "".join(pieces) == text else []


def _every_other(pieces: Sequence[str]) -> Spans:
    """Return where the second of some pieces stands in all of them, the fourth, and so on."""
    ends = list(accumulate(map(len, pieces)))
    return list(zip(ends[0:-1:2], ends[1::2], strict=True))


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = numbers[0]
    for number, following in pairwise((*numbers, -1)):
        if following != number + 1:
            yield first, number + 1
            first = following


def side_by_side(row: str, texts: Sequence[str], spans: Sequence[Spans]) -> Spans:
    """Return where code stands in a row, given its cells and where it stands in those.

    >>> side_by_side("a\\t\\tb c", ["a", "b c"], [[], [(2, 3)]])
    [(5, 6)]
    """
    found: list[tuple[int, int]] = []
    at = 0
    for text, own in zip(texts, spans, strict=True):
        cell = " ".join(text.split())
        at = row.find(cell, at)
        if at < 0:
            break
        if len(cell) == len(text):
            found += [(at + start, at + end) for start, end in own]
        at += len(cell)
    return found


def spans_within(start: int, end: int, spans: Spans) -> Spans:
    """Return what of some spans of a text is in a part of it, as spans of that part.

    >>> spans_within(4, 9, [(0, 2), (3, 5), (7, 8), (9, 11)])
    [(0, 1), (3, 4)]
    """
    first, stop = (
        bisect_right(spans, start, key=itemgetter(1)), bisect_left(spans, end, key=itemgetter(0))
    )  # fmt: skip
    return [(max(0, at - start), min(to, end) - start) for at, to in spans[first:stop]]


def shown_spans(text: str, shown: str, spans: Spans) -> Spans:
    """Return where code stands in what is shown of a text.

    >>> shown_spans("\\xa0ar\\xadgu\\xadment x", "argument x", [(12, 13)])
    [(9, 10)]
    """
    cuts = [0, *(at for span in spans for at in span), len(text)]
    pieces = [without_soft_hyphens(text[start:end]) for start, end in pairwise(cuts)]
    at = "".join(pieces).find(shown)
    return spans_within(at, at + len(shown), _every_other(pieces)) if at >= 0 else []
