"""Frozen records to dictionaries of plain JSON types, and back.

>>> @dataclass(frozen=True, slots=True, kw_only=True)
... class Point(Record):
...     x: int
...     names: tuple[str, ...] = ()
>>> Point(x=1, names=("a",)).to_dict()
{'x': 1, 'names': ['a']}
>>> Point.from_dict({"x": 1, "names": ["a"]})
Point(x=1, names=('a',))
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from itertools import repeat
from typing import Any, ClassVar, Self, TypeAlias

JsonObject: TypeAlias = dict[str, "Json"]
Json: TypeAlias = "str | int | float | bool | list[Json] | JsonObject | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Dictionary form of all records: one key per field, tuples as lists."""

    # The fields that hold records, one or many, and of which kind.
    _PARTS: ClassVar[Mapping[str, type[Record]]] = {}

    def to_dict(self) -> JsonObject:
        """Return the record as JSON types."""
        return {item.name: _as_json(getattr(self, item.name)) for item in fields(self)}

    @classmethod
    def in_columns(cls, count: int, **columns: Iterable[object]) -> list[Self]:
        """Make many records of a field of all of them after the other, in less than half the time.

        Args:
            count: number of records.
            columns: the values of each field; those left out have their defaults.
        """
        made = [object.__new__(cls) for _ in range(count)]
        for item in fields(cls):
            put = getattr(cls, item.name).__set__
            values = columns.get(item.name) or repeat(item.default)
            list(map(put, made, values))
        return made

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Rebuild the record that ``to_dict`` described.

        Raises:
            TypeError: it is no dictionary.
            ValueError: a key is missing or unknown.
        """
        if not isinstance(values, Mapping):
            raise TypeError(
                f"{cls.__name__}.from_dict() takes what to_dict() returned, "
                f"not {type(values).__name__}"
            )
        names = {item.name for item in fields(cls)}
        if names != set(values):
            raise ValueError(
                f"{cls.__name__} has the keys {sorted(names)}, not {sorted(values)}; "
                "pass what to_dict() returned"
            )
        return cls(**{key: _from_json(value, cls._PARTS.get(key)) for key, value in values.items()})


def _as_json(value: Any) -> Json:
    if isinstance(value, Record):
        return value.to_dict()
    return list(map(_as_json, value)) if isinstance(value, tuple) else value


def _from_json(value: Any, kind: type[Record] | None) -> Any:
    if isinstance(value, list):
        return tuple(_from_json(part, kind) for part in value)
    return value if kind is None or value is None else kind.from_dict(value)
