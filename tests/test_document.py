from typing import get_args

import pytest
from jsonschema import Draft202012Validator
from sample_records import FULL

from mojifix import clean
from mojifix.document import Document, schema
from mojifix.records import BlockKind, Role

VALIDATOR = Draft202012Validator(schema())


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


def test_a_dictionary_of_another_schema_is_refused():
    with pytest.raises(ValueError, match="to_dict"):
        Document.from_dict(FULL.to_dict() | {"schema": "mojifix/0"})


def test_the_repr_is_short():
    assert repr(FULL) == "Document('T', 1 blocks, 1 repairs, 1 removed)"
    assert len(repr(Document(text="x" * 10_000))) < 100


def test_markdown_and_xml_show_the_blocks():
    assert FULL.markdown == "# [T](/t)\n"
    assert '<head type="title">T</head>' in FULL.xml
