"""What is written as Markdown says the same when a CommonMark parser reads it."""

from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mojifix.records import Block
from mojifix.render import markdown

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

words = st.sampled_from(
    "leek a_b _x_ *x* ** * __ ~~x~~ ~ `x` `` ``` ` # ## #x - + = == --- === > < <b> <!-- </b> "
    "<http://x.y> [x] [x](y) ![ ]( ]: ! \\ \\\\ \\* &amp; &#35; &x; | \\| || 1. 2) 10. 1.5 . ) : "
    "http://x.y/_a_ ... — é » 漢字 *漢* a* *a a*b* \\| x\\".split()
)
lines = st.lists(words, min_size=1, max_size=5).map(" ".join)
texts = st.lists(lines, min_size=1, max_size=3).map("\n".join)


@st.composite
def coded(draw, texts):
    """Return a text, and spans of code in it."""
    text = draw(texts)
    cuts = sorted(set(draw(st.lists(st.integers(0, len(text)), max_size=6))))
    spans = [
        (start, end)
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        if text[start:end] == text[start:end].strip() and "\n" not in text[start:end]
    ]
    return text, tuple(spans)


@st.composite
def items(draw):
    text, code = draw(coded(texts))
    number = draw(st.none() | st.integers(0, 12) | st.just(1) | st.just(2))
    return Block(
        kind="list_item", text=text, code=code, number=number, level=draw(st.integers(1, 3))
    )


@st.composite
def other_blocks(draw):
    kind = draw(
        st.sampled_from(["title", "heading", "paragraph", "quote", "caption", "definition", "code"])
    )
    text, code = draw(coded(texts))
    level = draw(st.integers(1, 6)) if kind == "heading" else None
    return Block(kind=kind, text=text, level=level, code=() if kind == "code" else code)


rows = coded(st.lists(lines, min_size=2, max_size=2).map("\t".join)).map(
    lambda row: Block(
        kind="table_row", text=row[0],
        code=tuple(span for span in row[1] if "\t" not in row[0][slice(*span)]),
    )
)  # fmt: skip
blocks = st.one_of(
    other_blocks().map(lambda block: [block]),
    st.lists(items(), min_size=1, max_size=5),
    st.lists(rows, min_size=1, max_size=3),
)
documents = st.lists(blocks, max_size=4).map(lambda runs: [block for run in runs for block in run])


def shown(inline: Token) -> tuple[str, list[str]]:
    """Return the plain text of inline Markdown, and the code in it."""
    text, code = "", []
    for token in inline.children or ():
        if token.type == "code_inline":
            code.append(token.content)
        text += {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
    return text, code


def read(source: str) -> list[tuple[str, str, list[str], int | None]]:
    """Return kind, text, code and number of each block of Markdown."""
    found, around, numbers = [], [], []
    coming = None
    for token in PARSER.parse(source):
        if token.nesting == 1:
            around.append(token)
        if token.type == "ordered_list_open":
            numbers.append(count(int(token.attrGet("start") or 0) if token.attrs else 1))
        elif token.type == "bullet_list_open":
            numbers.append(None)
        elif token.type == "list_item_open" and numbers[-1]:
            coming = next(numbers[-1])
        elif token.type == "inline":
            types = [outer.type for outer in around]
            if types[-1] in ("td_open", "th_open"):
                kind = "cell"
            elif types[-1] == "heading_open":
                kind = around[-1].tag
            else:
                kind = next(
                    (t for t in reversed(types) if t in ("list_item_open", "blockquote_open")), "p"
                )
            found.append((kind, *shown(token), coming))
            coming = None
        elif token.type == "fence":
            found.append(("fence", token.content[:-1], [], None))
        elif token.nesting == 0:
            found.append((token.type, token.content, [], None))
        if token.nesting == -1:
            around.pop()
            if token.type in ("ordered_list_close", "bullet_list_close"):
                numbers.pop()
    return found


def code_of(block: Block) -> list[str]:
    merged: list[tuple[int, int]] = []
    for start, end in block.code:
        if merged and merged[-1][1] == start:
            start, _ = merged.pop()
        merged.append((start, end))
    return [block.text[start:end] for start, end in merged]


def expected(block: Block) -> list[tuple[str, str, list[str], int | None]]:
    text, code, one_line = block.text, code_of(block), block.text.replace("\n", " ")
    match block.kind:
        case "title":
            return [("h1", one_line, code, None)]
        case "heading":
            return [(f"h{block.level}", one_line, code, None)]
        case "caption":
            return [("p", one_line, code, None)]
        case "code":
            return [("fence", text, [], None)]
        case "quote":
            return [("blockquote_open", text, code, None)]
        case "list_item" | "definition":
            return [("list_item_open", text, code, block.number)]
        case "table_row":
            return [("cell", cell, [], None) for cell in text.split("\t")]
    return [("p", text, code, None)]


@settings(max_examples=400, deadline=None)
@given(documents)
def test_a_parser_of_commonmark_reads_the_blocks_that_were_written(document):
    source = markdown(document)
    wanted = [piece for block in document for piece in expected(block)]
    found = read(source)
    assert [piece[0] for piece in found] == [piece[0] for piece in wanted], source
    for (_, text, code, number), (kind, wanted_text, wanted_code, wanted_number) in zip(
        found, wanted, strict=True
    ):
        if kind == "list_item_open" and wanted_number is None and number is not None:
            assert wanted_text.split()[0].rstrip(".)") == str(number)
            wanted_text = wanted_text[wanted_text.index(" ") + 1 :]
            number = None
        assert text == wanted_text, source
        assert number == wanted_number, source
        if kind != "cell":
            assert code == wanted_code, source
