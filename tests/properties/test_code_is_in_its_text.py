"""Spans of code lie in the text of their block, in order and apart, whatever the page holds."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from mojifix import clean

TEXTS = (
    "leek", " ", "\n", "\xa0", "\xad", "\u200b", "\1", "<br>", "<br><br>", "[edit]", "é", "thÃ©",
    "Ð", "¿Ñ", "€Ð¸", "Ð²ÐµÑ‚", "ÐºÐ°Ðº Ð´ÐµÐ»Ð°",
)  # fmt: skip
TAGS = ("code", "kbd", "a", "b", "p", "h2", "li", "td", "tr", "table", "pre", "div")

nodes = st.deferred(
    lambda: (
        st.sampled_from(TEXTS)
        | st.builds(
            lambda tag, inner: f"<{tag}>{''.join(inner)}</{tag}>",
            st.sampled_from(TAGS),
            st.lists(nodes, max_size=5),
        )
    )
)


@settings(max_examples=200, deadline=None)
@given(st.lists(nodes, max_size=8).map("".join))
@example("<p>Ð<code>¿Ñ</code>€Ð¸<code>Ð²ÐµÑ‚</code>, ÐºÐ°Ðº Ð´ÐµÐ»Ð°?")
@example("<h2>The option <code>-x[edit]</code></h2>")
def test_code_is_in_its_text(page):
    for block in clean(page, kind="html").blocks:
        last = 0
        for start, end in block.code:
            assert last <= start < end <= len(block.text)
            assert "\n" not in block.text[start:end]
            last = end
