"""Arrow batches in, Arrow batches out: one function for every engine that hands out Arrow data.

It keeps nothing between calls, starts no processes and can be pickled, so that the engine decides
where and how often it runs. It needs pyarrow, which such engines bring along (``mojifix[arrow]``).

    >>> import pyarrow as pa
    >>> rows = pa.table({"id": [1, 2], "text": ["The IndiaтАУU.S. partnership grows.", None]})
    >>> fixed = clean_batch(rows, task="fix")
    >>> fixed.column("text").to_pylist()
    ['The India–U.S. partnership grows.', None]
    >>> [row["status"] for row in fixed.column("mojifix").to_pylist()]
    ['changed', 'empty']
"""

from __future__ import annotations

import json
from typing import Final, TypeAlias, TypeVar

import pyarrow as pa

from mojifix.batch.parallel import map_in_order
from mojifix.batch.work import Done, Form, Task, Work, failed
from mojifix.options import Options, chosen
from mojifix.serialization import JsonObject
from mojifix.surrogates import encodable

Batch = TypeVar("Batch", pa.RecordBatch, pa.Table)
_Column: TypeAlias = pa.Array | pa.ChunkedArray

# What the command ``mojifix batch`` writes to a row of JSON under the same key.
_REPORT: Final = pa.struct(
    [
        ("status", pa.string()),
        ("error", pa.string()),
        ("kind", pa.string()),
        ("encoding", pa.string()),
        ("title", pa.string()),
        ("language", pa.string()),
        ("repairs", pa.int32()),
        ("damage", pa.int32()),
        ("removed", pa.int32()),
        ("quality", pa.float64()),
        ("notes", pa.list_(pa.string())),
        ("receipt", pa.string()),
    ]
)


def clean_batch(
    batch: Batch,
    column: str = "text",
    *,
    task: Task = "clean",
    form: Form = "text",
    report: str = "mojifix",
    receipts: bool = False,
    options: Options | None = None,
) -> Batch:
    """Clean or repair a column; every row stays in its place, every other column as it is.

    Args:
        batch: a record batch or a table. ``pa.Table.from_pandas(frame)`` makes one of pandas, and
            ``read_all()`` of the reader that DuckDB returns.
        column: the column to work on, of strings, bytes or nothing but nulls; it keeps its type.
            Bytes are decoded, and come back as UTF-8.
        task: ``"clean"``, the whole way, or ``"fix"``, repair alone.
        form: how cleaned content is rendered: ``"text"``, ``"markdown"``, ``"json"`` or ``"xml"``.
        report: the name of a column that is added and says of each row what was done: its status
            (``changed``, ``unchanged``, ``empty`` or ``error``, with the row as it was), counts of
            repairs and removed pieces, title, language, quality from 0 to 1, notes.
        receipts: put the whole document, or every repair with its probability, into the report as
            JSON.
        options: how to repair and clean.

    Returns:
        A batch of the type of the argument, with the schema that ``output_schema`` tells.

    Raises:
        TypeError: ``batch`` is no Arrow data, the column holds neither strings nor bytes, or
            ``options`` is not an ``Options``.
        ValueError: there is no such column, or one that is called as the report would be.
    """
    if not isinstance(batch, pa.RecordBatch | pa.Table):
        raise TypeError(
            f"clean_batch() takes a pyarrow.RecordBatch or pyarrow.Table, not {type(batch).__name__}; "
            "make a table of it first"
        )
    schema = output_schema(batch.schema, column, report=report)
    work = Work(task=task, form=form, options=chosen(options), receipts=receipts)
    rows, worked_on = _work_on(batch.column(column), work)
    arrays = [worked_on if name == column else batch.column(name) for name in batch.schema.names]
    arrays.append(pa.array(map(_report, rows), _REPORT))
    return type(batch).from_arrays(arrays, schema=schema)


def _work_on(array: _Column, work: Work) -> tuple[list[Done], _Column]:
    """Return what became of each row of a column, and the column after it."""
    # Files hold strings that are no UTF-8, too, whatever their schema says.
    before = array.cast(pa.large_binary()).to_pylist()
    contents = before if _is_binary(array.type) else map(_as_text, before)
    rows = list(map_in_order(work, contents, failed=failed, workers=1, size=len))
    if all(row.status != "changed" for row in rows):
        return rows, array
    after = [
        content if row.content is None else encodable(row.content).encode()
        for content, row in zip(before, rows, strict=True)
    ]
    return rows, pa.array(after, pa.large_binary()).cast(array.type, safe=False)


def output_schema(schema: pa.Schema, column: str = "text", *, report: str = "mojifix") -> pa.Schema:
    """Return the schema of what ``clean_batch`` makes of batches with a schema.

    Args:
        schema: that of the input.
        column: the column to work on.
        report: the name of the column that is added.

    Raises:
        TypeError, ValueError: as ``clean_batch``.

    >>> import pyarrow as pa
    >>> output_schema(pa.schema([("text", pa.large_string())])).names
    ['text', 'mojifix']
    """
    names = schema.names
    if names.count(column) != 1:
        count = names.count(column) or "no"
        raise ValueError(f"{count} columns are called {column!r}; name one of {names} with column=")
    if report in names:
        raise ValueError(f"there is a column {report!r} already; name another with report=")
    kind = schema.field(column).type
    if not (_is_string(kind) or _is_binary(kind) or kind == pa.null()):
        raise TypeError(f"the column {column!r} holds {kind}; cast it to string or binary first")
    return schema.append(pa.field(report, _REPORT))


def _is_string(kind: pa.DataType) -> bool:
    return kind in (pa.string(), pa.large_string(), pa.string_view())


def _is_binary(kind: pa.DataType) -> bool:
    return kind in (pa.binary(), pa.large_binary(), pa.binary_view())


def _as_text(content: bytes | None) -> str | bytes | None:
    try:
        return None if content is None else content.decode()
    except UnicodeDecodeError:
        return content


def _report(row: Done) -> JsonObject:
    report: JsonObject = {"status": row.status, "error": row.error, **row.summary}
    if "receipt" in report:
        report["receipt"] = json.dumps(report["receipt"], ensure_ascii=True)
    return report
