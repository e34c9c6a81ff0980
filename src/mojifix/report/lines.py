r"""Lines and columns of positions in a text.

>>> lines = Lines("one\r\ntwo\nthree")
>>> lines.place(6), lines.span(2)
((2, 2), (5, 8))
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

LINE_BREAK: Final = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text; numbers and columns count from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        self._ends: list[int] = []
        for found in LINE_BREAK.finditer(text):
            self._ends.append(found.start())
            self._starts.append(found.end())
        self._ends.append(len(text))

    def place(self, position: int) -> tuple[int, int]:
        """Return the line and the column of a position."""
        line = bisect_right(self._starts, position)
        return line, position - self._starts[line - 1] + 1

    def span(self, line: int) -> tuple[int, int]:
        """Return where a line starts and ends, its line break left out."""
        return self._starts[line - 1], self._ends[line - 1]
