from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from mojifix.records import Block, Meta
from mojifix.render import xml

TEI = "{http://www.tei-c.org/ns/1.0}"


@given(st.text(st.characters(), max_size=40), st.sampled_from(["paragraph", "table_row", "title"]))
def test_any_text_makes_well_formed_xml(text, kind):
    page = xml([Block(kind=kind, text=text)], Meta(title=text, date=text, tags=(text,)))
    assert ElementTree.fromstring(page.encode()).tag == f"{TEI}TEI"


def test_the_structure_survives():
    blocks = [
        Block(kind="heading", text="H", level=2),
        Block(kind="list_item", text="a"),
        Block(kind="list_item", text="b"),
        Block(kind="table_row", text="1\t2"),
    ]
    body = ElementTree.fromstring(xml(blocks, Meta()).encode()).find(f".//{TEI}body")
    assert body is not None
    assert [child.tag.removeprefix(TEI) for child in body] == ["head", "list", "table"]
    assert body[0].get("n") == "2"
    assert [item.text for item in body[1]] == ["a", "b"]
    assert [cell.text for cell in body[2][0]] == ["1", "2"]


def test_the_metadata_is_in_the_header():
    meta = Meta(
        title="T", authors=("A & B",), date="2025-01-02", language="mr", url="http://x/?a&b"
    )
    root = ElementTree.fromstring(xml([], meta).encode())
    assert root.findtext(f".//{TEI}author") == "A & B"
    assert root.findtext(f".//{TEI}idno") == "http://x/?a&b"
    language = root.find(f".//{TEI}language")
    assert language is not None
    assert language.get("ident") == "mr"
