"""Values in a text, where they stand, and how a repair of one is written back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from typing import TypeVar

from mojifix.mojibake import repair
from mojifix.options import Options
from mojifix.records import Damage, Repair, Repaired

Found = TypeVar("Found", Repair, Damage)


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

    Neither repairs nor damage span a line break, so none reaches from one value into the next. The
    fields are read anew for them, because all of them at once take many times the text's memory.

    Attributes:
        text: the values that are not blank, one after the other, a line break between them.
        count: how many values there are, blank ones too.
    """

    def __init__(self, read: Callable[[], Iterator[Field]]) -> None:
        self._read, self.count = read, 0
        joined = StringIO()
        for self.count, field in enumerate(read(), 1):
            if field.value.strip():
                joined.write(field.value + "\n")
        self.text = joined.getvalue()[:-1]

    def in_container(self, changes: Iterable[Found]) -> Iterator[tuple[Found, Field, int, int]]:
        """Yield what was found in the text, in order, with its field and span in the container."""
        fields = (field for field in self._read() if field.value.strip())
        end = -1
        for change in changes:
            while change.source_start > end:
                field = next(fields)
                base = end + 1
                end = base + len(field.value)
            places = (change.source_start, change.source_end)
            start, stop = (field.place(index - base) for index in places)
            yield change, field, start, stop


def repair_fields(
    text: str, read: Callable[[], Iterator[Field]], options: Options
) -> tuple[Repaired, int]:
    """Repair the values of a container, all at once.

    Args:
        text: the container's text.
        read: yields its values, in order.
        options: how to repair.

    Returns:
        The container's text after repair, and how many values it had. The spans and texts of repairs
        and damage are those of the container, escapes and all.
    """
    joined = _Joined(read)
    repaired = repair(joined.text, options)
    receipts = deque(repaired.repairs)
    damage = tuple(
        replace(item, source_start=start, source_end=end, text=text[start:end])
        for item, _, start, end in joined.in_container(repaired.damage)
    )
    del repaired  # so that each receipt goes when the one for the container is made
    parts: list[str] = []
    repairs: list[Repair] = []
    last = written = 0
    taken = (receipts.popleft() for _ in range(len(receipts)))
    for change, field, start, end in joined.in_container(taken):
        if (after := field.encode(change.after)) is None:
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
    parts.append(text[last:])
    return Repaired(text="".join(parts), repairs=tuple(repairs), damage=damage), joined.count
