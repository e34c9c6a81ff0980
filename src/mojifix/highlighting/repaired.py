"""A repaired text as a table of the lines that changed, for a notebook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from mojifix.explaining import in_words
from mojifix.highlighting.marks import Marked, Side, escaped, marked, style

# Lines that a notebook shows; more would make it heavy.
MOST_LINES: Final = 100


def repaired_fragment(text: str, repairs: Sequence[Marked]) -> str:
    """Return HTML that shows every changed line as it came and as it is now.

    Args:
        text: the result.
        repairs: what was changed in it, ordered by span.
    """
    lines = [
        (span, list(run)) for span, run in groupby(repairs, key=lambda repair: _line(text, repair))
    ]
    rows = (_row(text, *line) for line in lines[:MOST_LINES])
    more = len(lines) - MOST_LINES
    chains = Counter(in_words(repair.steps) for repair in repairs)
    said = [f"{count:,} × {chain}" for chain, count in chains.most_common()]
    if more > 0:
        said.append(f"{more:,} more lines are not shown")
    items = "".join(f"<li>{escaped(item)}</li>" for item in said or ["nothing is garbled"])
    return (
        f'<style>{style()}</style><section class="mojifix"><ul class="facts">{items}</ul>'
        "<table><thead><tr><th>source</th><th>result</th></tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></section>"
    )


def _row(text: str, line: tuple[int, int], repairs: Sequence[Marked]) -> str:
    start, end = line
    spans = [(repair.start - start, repair.end - repair.start, repair) for repair in repairs]
    sides: tuple[Side, Side] = ("was", "now")
    cells = (f'<td dir="auto">{marked(text[start:end], spans, side)}</td>' for side in sides)
    return f'<tr class="kept">{"".join(cells)}</tr>'


def _line(text: str, repair: Marked) -> tuple[int, int]:
    """Return the span of the line that a repair starts in."""
    end = text.find("\n", max(repair.end - 1, repair.start))
    return text.rfind("\n", 0, repair.start) + 1, len(text) if end < 0 else end
