"""From positions in a repaired text back to positions in its source.

>>> repair = Repair(start=1, end=2, source_start=1, source_end=4, before="тАУ", after="–",
...                 steps=(), bits=9.0, probability=1.0)
>>> back = SourceMap([repair])
>>> back.span(0, 3), back.span(2, 3)
((0, 5), (4, 5))
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from mojifix.records import Repair


class SourceMap:
    """The way back through the repairs of a text. Look-ups are logarithmic in their number.

    Args:
        repairs: sorted by span and disjoint, as ``repair`` returns them.
    """

    def __init__(self, repairs: Sequence[Repair]) -> None:
        self._repairs = repairs
        self._starts = [repair.start for repair in repairs]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source that became ``start:end`` of the result.

        A span that cuts through a repaired run takes in the whole run, because no single
        character of a garbled run answers to a character of its repair.
        """
        first = self._before(start)
        if first is None:
            source_start = start
        elif start < first.end:
            source_start = first.source_start
        else:
            source_start = first.source_end + start - first.end
        last = self._before(end - 1) if end > start else first
        if last is None:
            source_end = end
        elif end <= last.end:
            source_end = last.source_end
        else:
            source_end = last.source_end + end - last.end
        return source_start, source_end

    def _before(self, position: int) -> Repair | None:
        """Return the last repair that starts at or before a position."""
        index = bisect_right(self._starts, position) - 1
        return self._repairs[index] if index >= 0 else None
