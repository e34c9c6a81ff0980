import json
import re
from html.parser import HTMLParser

from mojifix.document import Document
from mojifix.records import Block, Meta, Removed, Repair
from mojifix.report.page import notebook, page

SOURCE = "тАФ <script>alert(1)</script>\n\nShare тАФ"


def repair_at(start, source_start):
    return Repair(
        start=start,
        end=start + 1,
        source_start=source_start,
        source_end=source_start + 3,
        before="тАФ",
        after="—",
        steps=("encode cp866", "decode utf-8"),
        bits=20.0,
        probability=0.999,
    )


DOCUMENT = Document(
    text="— <script>alert(1)</script>",
    blocks=(
        Block(
            kind="paragraph", text="— <script>alert(1)</script>", source_start=0, source_end=29
        ),
    ),
    removed=(Removed(text="Share —", role="share", source_start=31, source_end=40),),
    repairs=(repair_at(0, 0), repair_at(35, 37)),
    meta=Meta(title="</script><b>"),
    notes=("a <note>",),
)
PAGE = page([DOCUMENT.report_entry("</title><i>.txt", SOURCE)])


class Elements(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def elements(text):
    parser = Elements()
    parser.feed(text)
    return parser.seen


def test_every_text_is_shown_as_text():
    tags = [tag for tag, _ in elements(PAGE)]
    assert tags.count("script") == 2
    assert "b" not in tags
    assert "i" not in tags
    assert "note" not in tags
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in PAGE


def test_nothing_is_loaded_from_anywhere():
    for _, attributes in elements(PAGE):
        assert not {"src", "href", "srcset", "action"} & set(attributes)
    assert "url(" not in PAGE
    assert "@import" not in PAGE
    policy = [a["content"] for tag, a in elements(PAGE) if a.get("http-equiv")]
    assert policy[0].startswith("default-src 'none'")


def test_every_repair_is_marked_on_both_sides_and_says_its_chain_to_the_keyboard():
    marks = [attributes for tag, attributes in elements(PAGE) if tag == "mark"]
    assert len(marks) == 4
    for mark in marks:
        assert mark["tabindex"] == "0"
        assert "UTF-8 read as cp866, 99.9% sure" in mark["title"]
    assert re.findall(r"<bdi>(.)[^<]*</bdi></mark>", PAGE) == ["т", "—", "т", "—"]


def test_what_was_removed_has_its_role_and_folds():
    rows = [a for tag, a in elements(PAGE) if tag == "tr" and a.get("data-role")]
    assert [row["data-role"] for row in rows] == ["share"]
    assert "details" in [tag for tag, _ in elements(PAGE)]


def test_the_page_carries_the_documents_for_download():
    data = re.search(r'id="data">(.*?)</script>', PAGE, re.DOTALL)
    assert data is not None
    row = json.loads(data.group(1))[0]
    assert row.pop("name") == "</title><i>.txt"
    assert Document.from_dict(row) == DOCUMENT


def test_a_notebook_gets_a_fragment_without_scripts():
    fragment = DOCUMENT._repr_html_()
    assert "<section" in fragment
    assert "<script" not in fragment
    assert notebook(DOCUMENT.report_entry("x")).count("<mark") == 4


def test_a_document_without_spans_is_shown_by_its_blocks():
    blocks = (Block(kind="title", text="a—b"),)
    bare = Document(text="a—b", blocks=blocks, repairs=(repair_at(1, 1),))
    shown = page([bare.report_entry("x", None)])
    assert 'class="kept title"' in shown
    assert shown.count("<mark") == 2


def test_a_lone_surrogate_does_not_break_the_page():
    bare = Document(text="\ud83d", blocks=(Block(kind="paragraph", text="\ud83d"),))
    page([bare.report_entry("x")]).encode()
