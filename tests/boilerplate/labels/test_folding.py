"""What is done to all lines at once is what is done to each."""

from hypothesis import given
from hypothesis import strategies as st

from mojifix.boilerplate.labels.folding import fold, fold_lines, letters, letters_of
from mojifix.layout.padding import PADDING

CHARS = st.characters(exclude_categories=["Cs", "Zl", "Zp"], exclude_characters="\r\n\x85")
LINES = st.lists(st.text(CHARS | st.sampled_from(f"{PADDING}’`•–…Aé新"), min_size=1))


@given(LINES)
def test_lines_are_folded_as_each_of_them(lines):
    bare = [line for text in lines if (line := text.strip())]
    assert fold_lines(bare) == list(map(fold, bare))


@given(LINES)
def test_lines_have_the_words_of_each_of_them(lines):
    assert letters_of(lines) == list(map(letters, lines))
