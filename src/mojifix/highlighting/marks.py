"""Repairs as marks that say their chain and probability to the mouse and to the keyboard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal

from mojifix import resources
from mojifix.explaining import in_words
from mojifix.surrogates import encodable

if TYPE_CHECKING:
    from mojifix.records import Repair

Side = Literal["was", "now"]
# Lines that a notebook shows; more would make it heavy.
MOST_LINES: Final = 100


@cache
def style() -> str:
    """Return the style sheet of the marks and of the table around them."""
    return resources.read_text(__package__, "style.css")


def escaped(text: str) -> str:
    """Return a text so that HTML shows it as it is."""
    return escape(encodable(text))


def marked(text: str, spans: Sequence[tuple[int, int, Repair]], side: Side) -> str:
    """Return a text as HTML with marks in it.

    Args:
        text: the text of one side.
        spans: (start, length, repair), in order; the mark shows the repair's own text.
        side: ``"was"`` shows what was garbled, ``"now"`` the repair.
    """
    parts: list[str] = []
    last = 0
    for start, length, repair in spans:
        parts += escaped(text[last:start]), _mark(repair, side)
        last = start + length
    return "".join([*parts, escaped(text[last:])])


def _mark(repair: Repair, side: Side) -> str:
    shown = repair.before if side == "was" else repair.after
    chain = in_words(repair.steps)
    guessed = "; a lost character was guessed" if repair.guessed else ""
    title = (
        f"{repair.before} → {repair.after}: {chain}, "
        f"{repair.probability:.1%} sure, {repair.bits:.0f} bits{guessed}"
    )
    kind = f"{side} guessed" if repair.guessed else side
    # What was garbled must not turn the text around it; the repair belongs to that text, and tells
    # the direction of its line.
    inside = f"<bdi>{escaped(shown)}</bdi>" if side == "was" else escaped(shown)
    return (
        f'<mark class="{kind}" tabindex="0" data-sure="{repair.probability:.4f}" '
        f'data-chain="{escaped(chain)}" title="{escaped(title)}">'
        f"{inside}</mark>"
    )


def repaired_fragment(text: str, repairs: Sequence[Repair]) -> str:
    """Return HTML for a notebook that shows every changed line as it came and as it is now."""
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


def _row(text: str, line: tuple[int, int], repairs: Sequence[Repair]) -> str:
    start, end = line
    spans = [(repair.start - start, repair.end - repair.start, repair) for repair in repairs]
    sides: tuple[Side, Side] = ("was", "now")
    cells = (f'<td dir="auto">{marked(text[start:end], spans, side)}</td>' for side in sides)
    return f'<tr class="kept">{"".join(cells)}</tr>'


def _line(text: str, repair: Repair) -> tuple[int, int]:
    """Return the span of the line that a repair starts in."""
    end = text.find("\n", max(repair.end - 1, repair.start))
    return text.rfind("\n", 0, repair.start) + 1, len(text) if end < 0 else end
