import json
import re
from html.parser import HTMLParser
from pathlib import Path

from sample_records import repair_at

from mojifix import clean
from mojifix.document import Document
from mojifix.records import Block, Meta, Removed
from mojifix.report.page import notebook, page
from mojifix.report.rows import Entry, placed

SOURCE = "тАФ <script>alert(1)</script>\n\nShare тАФ"


DOCUMENT = Document(
    text="— <script>alert(1)</script>",
    blocks=(
        Block(kind="paragraph", text="— <script>alert(1)</script>", source_start=0, source_end=29),
    ),
    removed=(Removed(text="Share —", role="share", source_start=31, source_end=40),),
    repairs=(repair_at(0, 0), repair_at(35, 37)),
    meta=Meta(title="</script><b>"),
    notes=("a <note>",),
)
PAGE = page([Entry("</title><i>.txt", DOCUMENT, SOURCE)])


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
    assert tags.count("script") == 3
    assert tags.count("b") == 5  # our own: the name and four totals
    assert "i" not in tags
    assert "note" not in tags
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in PAGE


def test_nothing_is_loaded_from_anywhere():
    for _, attributes in elements(PAGE):
        assert not {"src", "srcset", "action"} & set(attributes)
        assert attributes.get("href", "#").startswith(("#", "data:,"))
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
    assert re.findall(r"<mark[^>]*>(?:<bdi>)?(.)", PAGE) == ["т", "—", "т", "—"]


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
    assert notebook(Entry("x", DOCUMENT)).count("<mark") == 4


def runs(pieces, *repairs):
    return [run for _, run in placed(pieces, repairs)]


def test_pieces_without_spans_come_last_and_without_marks():
    blocks = (
        Block(kind="paragraph", text="c—d", path="head/script"),
        Block(kind="title", text="a—b", source_start=0, source_end=5),
    )
    shown = page([Entry("x", Document(text="", blocks=blocks, repairs=(repair_at(1, 1),)))])
    assert shown.index('class="kept title"') < shown.index('class="kept paragraph"')
    assert shown.count("<mark") == 2


def test_repairs_of_html_are_marked_in_the_piece_they_belong_to_and_nowhere_else():
    pieces = (
        Block(kind="title", text="a — b", source_start=0, source_end=7),
        Block(kind="paragraph", text="one — of — them", source_start=21, source_end=38),
        Removed(text="Share — it", role="share", source_start=8, source_end=20),
    )
    # The last dash was always right.
    repairs = (repair_at(2, 2), repair_at(12, 14), repair_at(21, 25))
    assert [[at for at, _ in run] for run in runs(pieces, *repairs)] == [[2], [6], [4]]


def test_a_repair_is_marked_where_it_was_made_and_not_where_its_result_stands_first():
    pieces = (Block(kind="paragraph", text="— — —", source_start=10, source_end=17),)
    assert runs(pieces, repair_at(14, 14)) == [[(4, repair_at(14, 14))]]


def test_a_repair_between_two_pieces_is_marked_in_neither():
    pieces = (
        Block(kind="paragraph", text="a — b", source_start=0, source_end=5),
        Block(kind="paragraph", text="c — d", source_start=20, source_end=25),
    )
    assert runs(pieces, repair_at(10, 10)) == [[], []]


def test_what_was_taken_from_the_start_of_a_piece_does_not_hide_its_repairs():
    pieces = (Block(kind="list_item", text="one — two", source_start=0, source_end=13),)
    assert runs(pieces, repair_at(6, 6)) == [[(4, repair_at(6, 6))]]


def test_no_repair_is_marked_where_the_pieces_are_not_those_of_the_page():
    pieces = (Block(kind="title", text="another text", source_start=0, source_end=12),)
    assert runs(pieces, repair_at(2, 2)) == [[]]


def test_every_repair_of_a_real_html_page_finds_its_place():
    page_file = Path(__file__).parents[2] / "corpus" / "pages" / "news-mr.html"
    document = clean(page_file.read_bytes(), kind="html")
    found = runs((*document.blocks, *document.removed), *document.repairs)
    assert sum(map(len, found)) == len(document.repairs) > 50


def test_kept_and_removed_pieces_of_html_are_shown_in_the_order_of_the_page():
    html = (Path(__file__).parents[2] / "corpus" / "pages" / "news-mr.html").read_bytes()
    document = clean(html, kind="html")
    shown = page([Entry("x", document, html.decode())])
    kept = [n for n, part in enumerate(shown.split("<tr ")[1:]) if part.startswith('class="kept')]
    assert kept[0] > 0, "what stands above the article is shown above it"
    assert kept[-1] < len(document.blocks) + len(document.removed) - 1


def test_a_lone_surrogate_does_not_break_the_page():
    bare = Document(text="\ud83d", blocks=(Block(kind="paragraph", text="\ud83d"),))
    page([Entry("x", bare)]).encode()
