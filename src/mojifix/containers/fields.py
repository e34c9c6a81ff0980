"""Values in a text, where they stand, and how a repair of one is written back."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from mojifix.mojibake import repair
from mojifix.options import Options
from mojifix.records import Repair, Repaired


class ContainerError(ValueError):
    """A text is not in the format that it is said to be in; the message says where."""


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a container.

    Attributes:
        value: as its reader sees it, escapes undone.
        start: where it begins in the container's text.
        encode: writes a piece of the value; None for what the field cannot hold.
        offsets: returns where each character of the value stands, counted from ``start``, and
            where the last one ends; None when value and text are the same. Few values are
            repaired, so that it waits to be asked; it should remember its last answer.
    """

    value: str
    start: int
    encode: Callable[[str], str | None]
    offsets: Callable[[], Sequence[int]] | None = None

    def place(self, index: int) -> int:
        """Return where a character of the value stands in the container's text."""
        return self.start + (index if self.offsets is None else self.offsets()[index])


class _Joined:
    """Values side by side, so that a repair of one bears out those of the others.

    Neither repairs nor damage span a line break, so none reaches from one value into the next.

    Attributes:
        text: the values that are not blank, one after the other, a line break between them.
    """

    def __init__(self, fields: Sequence[Field]) -> None:
        self._fields = [field for field in fields if field.value.strip()]
        values = [field.value for field in self._fields]
        self._starts = array("Q", accumulate((len(value) + 1 for value in values), initial=0))
        self.text = "\n".join(values)

    def in_container(self, start: int, end: int) -> tuple[Field, int, int]:
        """Return the field that a span of the text is in, and that span in the container."""
        number = bisect_right(self._starts, start) - 1
        field, base = self._fields[number], self._starts[number]
        return field, field.place(start - base), field.place(end - base)


def repair_fields(text: str, fields: Sequence[Field], options: Options) -> Repaired:
    """Repair the values of a container, all at once.

    Args:
        text: the container's text.
        fields: its values, in order.
        options: how to repair.

    Returns:
        The container's text after repair; the spans and texts of repairs and damage are those of
        the container, escapes and all.
    """
    joined = _Joined(fields)
    repaired = repair(joined.text, options)
    parts: list[str] = []
    repairs: list[Repair] = []
    last = written = 0
    for change in repaired.repairs:
        field, start, end = joined.in_container(change.source_start, change.source_end)
        after = field.encode(change.after)
        if after is None:
            continue
        parts += text[last:start], after
        written += start - last
        repairs.append(
            replace(
                change,
                start=written,
                end=written + len(after),
                source_start=start,
                source_end=end,
                before=text[start:end],
                after=after,
            )
        )
        written += len(after)
        last = end
    damage = []
    for item in repaired.damage:
        _, start, end = joined.in_container(item.source_start, item.source_end)
        damage.append(replace(item, source_start=start, source_end=end, text=text[start:end]))
    return Repaired(
        text="".join([*parts, text[last:]]), repairs=tuple(repairs), damage=tuple(damage)
    )
