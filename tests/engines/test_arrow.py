"""The function for engines that hand out Arrow batches."""

import json
import pickle
from functools import partial

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mojifix
from mojifix.engines.arrow import clean_batch, output_schema

STRINGS = (pa.string(), pa.large_string(), pa.string_view())
BINARIES = (pa.binary(), pa.large_binary(), pa.binary_view())
GARBLED, FIXED = "Die StraÃŸe war am frÃ¼hen Morgen leer.", "Die Straße war am frühen Morgen leer."
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\xff\xfe"


def column(values, kind):
    """A column of any kind, of strings that may be no UTF-8 too."""
    return pa.array(values, pa.large_binary()).cast(kind, safe=False)


def reports(batch):
    return batch.column("mojifix").to_pylist()


@pytest.mark.parametrize("kind", STRINGS, ids=str)
@pytest.mark.parametrize("make", [pa.table, pa.record_batch])
def test_strings_are_repaired_in_place(make, kind):
    rows = make({"id": pa.array([1, 2, 3]), "text": pa.array([GARBLED, None, "leer"], kind)})
    fixed = clean_batch(rows, task="fix")
    assert type(fixed) is type(rows)
    assert fixed.schema == output_schema(rows.schema)
    assert fixed.schema.field("text").type == kind
    assert fixed.column("id").to_pylist() == [1, 2, 3]
    assert fixed.column("text").to_pylist() == [FIXED, None, "leer"]
    assert [row["status"] for row in reports(fixed)] == ["changed", "empty", "unchanged"]
    assert [row["repairs"] for row in reports(fixed)] == [2, None, 0]


@pytest.mark.parametrize("kind", BINARIES, ids=str)
def test_bytes_are_decoded_and_come_back_as_utf8(kind):
    rows = pa.table({"text": pa.array([FIXED.encode("cp1252"), PICTURE], kind)})
    fixed = clean_batch(rows, task="fix")
    assert fixed.schema.field("text").type == kind
    assert fixed.column("text").to_pylist() == [FIXED.encode(), PICTURE]
    first, second = reports(fixed)
    assert (first["status"], first["encoding"]) == ("changed", "cp1252")
    assert second["status"] == "error"
    assert "PNG" in second["error"]


@pytest.mark.parametrize("kind", STRINGS, ids=str)
def test_strings_that_are_no_utf8_are_decoded(kind):
    rows = pa.table({"text": column([FIXED.encode("cp1252"), PICTURE, FIXED.encode()], kind)})
    fixed = clean_batch(rows, task="fix")
    stored = fixed.column("text").cast(pa.large_binary()).to_pylist()
    assert stored == [FIXED.encode(), PICTURE, FIXED.encode()]
    assert [row["status"] for row in reports(fixed)] == ["changed", "error", "unchanged"]


def test_pages_are_cleaned_and_reported():
    page = f"<html lang=de><title>Morgen</title><body><h1>Morgen</h1><p>{GARBLED}</p></body></html>"
    rows = pa.table({"html": [page], "url": ["https://example.org/"]})
    cleaned = clean_batch(rows, "html", form="markdown", report="receipts", receipts=True)
    assert cleaned.column_names == ["html", "url", "receipts"]
    document = mojifix.clean(page)
    assert cleaned.column("html").to_pylist() == [document.markdown]
    (report,) = cleaned.column("receipts").to_pylist()
    assert (report["kind"], report["title"], report["repairs"]) == ("html", "Morgen", 2)
    assert report["quality"] == document.quality
    assert mojifix.Document.from_dict(json.loads(report["receipt"])) == document


def test_options_reach_the_rows():
    rows = pa.table({"text": ["caf\xc3\xa9"]})
    sure = clean_batch(rows, task="fix", options=mojifix.Options(min_probability=1.0))
    assert sure.column("text").to_pylist() == ["caf\xc3\xa9"]


def test_chunks_become_one_row_each():
    rows = pa.table({"text": pa.chunked_array([[GARBLED], [], ["leer", GARBLED]])})
    fixed = clean_batch(rows, task="fix")
    assert fixed.column("text").to_pylist() == [FIXED, "leer", FIXED]


@pytest.mark.parametrize("kind", STRINGS + BINARIES, ids=str)
def test_no_rows_are_a_batch_too(kind):
    rows = pa.table({"text": pa.array([], kind)})
    assert clean_batch(rows).schema == output_schema(rows.schema)


def test_a_block_may_be_nothing_but_nulls():
    rows = pa.table({"text": pa.nulls(2)})
    cleaned = clean_batch(rows)
    assert cleaned.column("text").equals(rows.column("text"))
    assert [row["status"] for row in reports(cleaned)] == ["empty", "empty"]


def test_it_travels_to_other_processes():
    function = pickle.loads(pickle.dumps(partial(clean_batch, task="fix")))
    assert function(pa.table({"text": [GARBLED]})).column("text").to_pylist() == [FIXED]


@given(st.lists(st.one_of(st.none(), st.binary(max_size=60))))
def test_any_bytes_keep_their_rows(values):
    for kind in (pa.binary(), pa.string()):
        rows = pa.table({"n": range(len(values)), "text": column(values, kind)})
        fixed = clean_batch(rows)
        assert fixed.column("n").to_pylist() == list(range(len(values)))
        stored = fixed.column("text").cast(pa.large_binary()).to_pylist()
        for before, after, report in zip(values, stored, reports(fixed), strict=True):
            assert (before is None) == (after is None)
            if report["status"] != "changed":
                assert before == after


@pytest.mark.parametrize(
    ("arguments", "error", "way_out"),
    [
        ({"column": "body"}, ValueError, "no columns are called 'body'; name one of .*'text'"),
        ({"column": "id"}, TypeError, "cast it to string"),
        ({"report": "id"}, ValueError, "report="),
        ({"task": "wash"}, ValueError, "clean, fix"),
        ({"options": {"profile": "tidy"}}, TypeError, "Options"),
        ({"form": "pdf"}, ValueError, "text, markdown"),
    ],
)
def test_wrong_arguments_say_the_way_out(arguments, error, way_out):
    with pytest.raises(error, match=way_out):
        clean_batch(pa.table({"id": [1], "text": ["leer"]}), **arguments)


@pytest.mark.parametrize(
    "batch",
    [{"text": ["leer"]}, pa.table({"text": ["leer"]}).to_reader(), pa.array(["leer"])],
    ids=["dictionary", "reader", "array"],
)
def test_what_is_no_batch_is_refused_with_the_way_out(batch):
    with pytest.raises(TypeError, match=f"not {type(batch).__name__}; make a table of it"):
        clean_batch(batch)
