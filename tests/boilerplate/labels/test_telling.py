"""Lines that may say what they are, found on the whole page at once."""

from corpus_files import documents
from hypothesis import given
from hypothesis import strategies as st

from mojifix.boilerplate.labels.folding import letters
from mojifix.boilerplate.labels.neighbours import neighbour_of
from mojifix.boilerplate.labels.phrases import phrases
from mojifix.boilerplate.labels.roles import LONGEST_LABEL, role_of
from mojifix.boilerplate.labels.telling import telling_lines
from mojifix.layout.flat.lines import segment

PHRASES = [
    *phrases().whole,
    *(phrase for entries in phrases().opening.values() for phrase, _ in entries),
    *(phrase for phrase, _ in phrases().within),
    *phrases().listing,
    *phrases().byline,
    *phrases().published,
    *phrases().previous,
    *phrases().next,
]
SHAPES = [
    "2021-03-04", "14.04.2021", "May 3, 2020", "3 min read", "(C) 2020", "a@b.example", "[edit]",
    "Home", "Nora Hill", "News › Sea", "leeks", "12", "新", *"→←©|·-«»/:",
]  # fmt: skip
CASED = st.sampled_from(PHRASES).flatmap(
    lambda phrase: st.sampled_from([phrase, phrase.upper(), phrase.title()])
)
PIECES = CASED | st.sampled_from(SHAPES) | st.text(max_size=6)
SPACES = st.sampled_from(["", " ", "\xa0"])
LINES = st.lists(st.tuples(PIECES, SPACES).map("".join), min_size=1, max_size=4).map(
    lambda pieces: " ".join("".join(pieces).split())
)


def known(line):
    return role_of(line) is not None or neighbour_of(line) is not None


def told(lines):
    words = [letters(line) if len(line) <= LONGEST_LABEL else None for line in lines]
    return telling_lines(lines, words)


@given(st.lists(LINES.filter(bool), max_size=8))
def test_every_line_with_a_role_or_a_link_is_found(lines):
    assert {n for n, line in enumerate(lines) if known(line)} <= told(lines)


def test_lines_that_begin_with_a_phrase_are_found_among_others():
    for phrase in PHRASES:
        lines = ["We ate leeks.", phrase, f"{phrase.capitalize()} leeks", f"» {phrase}: Nora Hill"]
        assert {n for n, line in enumerate(lines) if known(line)} <= told(lines), phrase


def test_most_lines_of_the_corpus_need_not_be_read():
    lines = [line.text for page in documents("flat") for line in segment(page["input"]).lines]
    found = told(lines)
    assert {n for n, line in enumerate(lines) if known(line)} <= found
    assert len(found) < 0.7 * len(lines)
