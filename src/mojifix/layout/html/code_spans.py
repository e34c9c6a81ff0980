"""Where inline code stands in the text of a block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final, TypeAlias

from mojifix.layout.html.block_text import tidied
from mojifix.layout.padding import UNSEEN, without_soft_hyphens

Spans: TypeAlias = Sequence[tuple[int, int]]  # in code points, in order, disjoint

_SIGN: Final = "\1"  # set around code to be found again; no code is found where a text has it


def code_spans(parts: Sequence[str], numbers: Sequence[int]) -> Spans:
    """Return where code stands in the text of a block.

    Args:
        parts: that the text is joined of, as they came.
        numbers: of the parts that are code, in order; neighbors are one piece.

    >>> code_spans(["Call\\n ", "strip", "()", " ", " now ", "."], [1, 2, 4])
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
    pieces = tidied("".join(signed)).split(_SIGN)
    ends = list(accumulate(map(len, pieces)))
    return list(zip(ends[0:-1:2], ends[1::2], strict=True)) if len(ends) % 2 else []


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
        at = row.find(" ".join(text.split()), at)
        if at < 0:
            break
        found += [(at + start, at + end) for start, end in own]
        at += len(text)
    return found


def shown_spans(text: str, shown: str, spans: Spans) -> Spans:
    """Return where code stands in what is shown of a text.

    >>> shown_spans("\\xa0ar\\xadgu\\xadment x", "argument x", [(12, 13)])
    [(9, 10)]
    """
    cuts = [0, *(at for span in spans for at in span), len(text)]
    pieces = [without_soft_hyphens(text[start:end]) for start, end in pairwise(cuts)]
    pieces[0], pieces[-1] = pieces[0].lstrip(UNSEEN), pieces[-1].rstrip(UNSEEN)
    if "".join(pieces) != shown:
        return []
    ends = list(accumulate(map(len, pieces)))
    return list(zip(ends[0:-1:2], ends[1::2], strict=True))
