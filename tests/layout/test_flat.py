"""Lines of flat text and their spans."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.layout.flat.lines import paragraphs, segment
from mojifix.layout.flat.wrapping import joined, pieces, wrapped
from mojifix.layout.scripts import text_size, text_sizes

TEXTS = st.text(st.sampled_from("ab. \t\xa0\u3000\n\r\x85\u2028\ufeffж新"), max_size=80)

WRAPPED = """The valve was older than the house and nobody
remembered who had put it there, but on winter
evenings it sang quietly to itself and the dog
would lie down beside it.
"""


@given(TEXTS)
def test_every_visible_character_is_in_exactly_one_line(text):
    lines = segment(text).lines
    assert [text[line.start : line.end] for line in lines] == [line.text for line in lines]
    assert all(a.end <= b.start for a, b in pairwise(lines))
    outside = text
    for line in reversed(lines):
        outside = outside[: line.start] + outside[line.end :]
    assert not outside.strip("\ufeff \t\xa0\u3000\n\r\x85\u2028")


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028"])
def test_blank_lines_part_groups_whatever_the_line_break(line_break):
    lines = segment(line_break.join(["a", "b", "", "\xa0", "c", ""])).lines
    assert [(line.text, line.group) for line in lines] == [("a", 0), ("b", 0), ("c", 1)]


def test_indentation_is_counted_and_not_part_of_the_text():
    (line,) = segment("\t  code()  ").lines
    assert (line.text, line.indent, line.start) == ("code()", 3, 3)


def test_paragraphs_keep_their_line_breaks():
    blocks = paragraphs("one\r\ntwo\r\n\r\n  three")
    assert [block.text for block in blocks] == ["one\r\ntwo", "  three"]


def test_wrapped_lines_are_one_paragraph():
    lines = segment(WRAPPED).lines
    assert wrapped(lines) == [range(4)]
    assert joined([line.text for line in lines]) == WRAPPED.strip().replace("\n", " ")


@pytest.mark.parametrize(
    "text",
    [
        "Home\nAbout\nContact",
        "Rye flour, finely ground and sieved twice\nA spoon of honey from the nearest hive\n"
        "Enough salt to cover the nail of a thumb\n",
        "The first paragraph is short and ends here.\nThe second paragraph ends here as well.\n"
        "The third paragraph is no different at all.",
    ],
)
def test_lists_and_short_paragraphs_are_not_joined(text):
    lines = segment(text).lines
    assert wrapped(lines) == []


PIECES = """\
Soups
leek soup
onion soup
Wash the two
leeks
, and fry them with butter in a pan, as
Anna
does
, until they are
soft
.
Add water
Boil it."""


def test_sentences_broken_at_links_are_put_together():
    lines = segment(PIECES).lines
    (run,) = pieces(lines)
    assert joined([line.text for line in lines[run.start : run.stop]]) == (
        "Wash the two leeks, and fry them with butter in a pan, as Anna does, until they are soft."
    )


@pytest.mark.parametrize(
    "text",
    [
        PIECES.replace("\n,", ",").replace("\n.", "."),  # nothing says that lines were broken
        "map(\n    leeks,\n    onions\n)\nfilter(\n  soups\n)\n.then(\n  eat\n)\n.then(wash)",
        "\n\n".join(PIECES.split("\n")),
    ],
)
def test_lines_are_no_pieces_without_evidence(text):
    assert pieces(segment(text).lines) == []


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_texts_are_as_large_together_as_each_of_them(texts):
    assert text_sizes(texts) == list(map(text_size, texts))
