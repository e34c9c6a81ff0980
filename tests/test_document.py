import json
from typing import get_args

import pytest
from jsonschema import Draft202012Validator
from sample_records import REPAIR

from mojifix import clean
from mojifix.document import Document, schema
from mojifix.records import Block, BlockKind, Link, Meta, Removed, Role, Source

VALIDATOR = Draft202012Validator(schema())

FULL = Document(
    text="T",
    blocks=(
        Block(
            kind="title",
            text="T",
            probability=0.5,
            source_start=0,
            source_end=1,
            links=(Link(text="T", url="/t"),),
        ),
    ),
    meta=Meta(title="T", authors=("A",), tags=("x",), previous=Link(text="P", url="/p")),
    source=Source(kind="html", encoding="cp1251", evidence=("e",), byte_length=3),
    repairs=(REPAIR,),
    removed=(Removed(text="menu", role="navigation", path="body/nav"),),
    quality=0.5,
    notes=("n",),
)


@pytest.mark.parametrize("document", [FULL, Document(text="")])
def test_a_document_survives_json(document):
    assert Document.from_dict(json.loads(json.dumps(document.to_dict()))) == document


@pytest.mark.parametrize(
    "data",
    [
        "",
        "Plain words.",
        "The IndiaтАУU.S. partnership\n\nShare\n\nIt grows.",
        "<html><body><nav>Home</nav><p>The IndiaтАУU.S. partnership.</p></body></html>",
        b"\x00\x01\x02\x00",
        b"\xff\xfeh\x00i\x00",
    ],
)
def test_every_document_obeys_the_shipped_schema(data):
    VALIDATOR.validate(clean(data).to_dict())


def test_the_schema_is_a_schema_and_knows_every_kind_and_role():
    Draft202012Validator.check_schema(schema())
    definitions = schema()["$defs"]
    assert definitions["block"]["properties"]["kind"]["enum"] == list(get_args(BlockKind))
    assert definitions["removed"]["properties"]["role"]["enum"] == list(get_args(Role))
    VALIDATOR.validate(FULL.to_dict())


def test_the_schema_refuses_what_no_document_holds():
    wrong = FULL.to_dict() | {"surplus": 1}
    assert not VALIDATOR.is_valid(wrong)
    assert not VALIDATOR.is_valid(FULL.to_dict() | {"quality": 2})


@pytest.mark.parametrize("change", [{"schema": "mojifix/0"}, {"surplus": 1}])
def test_a_dictionary_of_another_shape_is_refused(change):
    with pytest.raises(ValueError, match="to_dict"):
        Document.from_dict(FULL.to_dict() | change)


@pytest.mark.parametrize("values", [None, [], "{}"])
def test_what_is_no_dictionary_is_refused(values):
    with pytest.raises(TypeError, match="to_dict"):
        Document.from_dict(values)


def test_the_repr_is_short():
    assert repr(FULL) == "Document('T', 1 blocks, 1 repairs, 1 removed)"
    assert len(repr(Document(text="x" * 10_000))) < 100


def test_markdown_and_xml_show_the_blocks():
    assert FULL.markdown == "# [T](/t)\n"
    assert '<head type="title">T</head>' in FULL.xml
