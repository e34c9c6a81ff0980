"""One repair as a mark that says its chain and probability to the mouse and to the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from typing import Literal, Protocol

from mojifix import resources
from mojifix.explaining import in_words
from mojifix.surrogates import encodable

Side = Literal["was", "now"]


class Marked(Protocol):
    """What a mark shows of a repair; ``mojifix.Repair`` is one."""

    @property
    def start(self) -> int: ...  # noqa: D102 - as in Repair
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def before(self) -> str: ...  # noqa: D102
    @property
    def after(self) -> str: ...  # noqa: D102
    @property
    def steps(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def bits(self) -> float: ...  # noqa: D102
    @property
    def probability(self) -> float: ...  # noqa: D102
    @property
    def guessed(self) -> bool: ...  # noqa: D102


@cache
def style() -> str:
    """Return the style sheet of the marks and of the table around them."""
    return resources.read_text(__package__, "style.css")


def escaped(text: str) -> str:
    """Return a text so that HTML shows it as it is."""
    return escape(encodable(text))


def marked(text: str, spans: Sequence[tuple[int, int, Marked]], side: Side) -> str:
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


def _mark(repair: Marked, side: Side) -> str:
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
