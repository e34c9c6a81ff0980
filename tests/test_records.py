"""Every record survives its dictionary form, and refuses what is none of it."""

import json

import pytest
from sample_records import FULL, LINK, REPAIR

from mojifix.document import Document
from mojifix.records import Block, Damage, Decoded, Link, Meta, Repaired, Source
from mojifix.serialization import Record

RECORDS = [
    REPAIR,
    Repaired(text="–", repairs=(REPAIR,)),
    Repaired(text="�", damage=(Damage(source_start=0, source_end=1, text="�", reason="lost"),)),
    Decoded(text="–", source=Source(evidence=("e", "f")), repairs=(REPAIR,)),
    Block(kind="paragraph", text="T", links=(LINK,)),
    Block(kind="list_item", text="a b", number=3, code=((0, 1), (2, 3))),
    Meta(title="T", authors=("A", "B"), next=Link(text="N")),
    FULL,
    Document(text=""),
]
records = pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)


@records
def test_a_record_survives_json(record: Record) -> None:
    assert type(record).from_dict(json.loads(json.dumps(record.to_dict()))) == record


@records
def test_missing_and_unknown_keys_are_refused_with_the_way_out(record: Record) -> None:
    values = record.to_dict()
    for wrong in ({**values, "surplus": 1}, dict(list(values.items())[1:])):
        with pytest.raises(ValueError, match="to_dict"):
            type(record).from_dict(wrong)


@records
def test_what_is_no_dictionary_is_refused_with_the_way_out(record: Record) -> None:
    with pytest.raises(TypeError, match="to_dict"):
        type(record).from_dict([])  # type: ignore[arg-type]


def test_records_made_in_columns_are_those_made_one_by_one() -> None:
    made = Block.in_columns(2, kind=["code", "quote"], text=["a", "b"], level=[None, 1])
    assert made == [Block(kind="code", text="a"), Block(kind="quote", text="b", level=1)]
    assert Block.in_columns(0, kind=[], text=[]) == []
