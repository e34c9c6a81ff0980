"""Inline code is where it stands in the text of its block."""

import pytest

from mojifix import clean


def code(page: str) -> list[list[str]]:
    blocks = clean(page, kind="html").blocks
    return [[block.text[start:end] for start, end in block.code] for block in blocks]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Call\n  <code> str.<b>strip</b>() </code>  now, <kbd>Ctrl</kbd>", ["str.strip()", "Ctrl"]),
        ("<p>One: <code>a</code><code>b</code>, <kbd>x</kbd> <kbd>y</kbd>", ["ab", "x", "y"]),
        ("<p>A line <code>ends<br>here</code>.", ["ends", "here"]),
        ("<p>&nbsp;Das Ar&shy;gu&shy;ment <code>-x</code> fehlt.&nbsp;", ["-x"]),
        ("<p>Le cafÃ© <code>thÃ©</code> et gÃ¢teau <code>-x</code>.", ["thé", "-x"]),
        ("<h2>The option <code>-x</code> <a href=#x>¶</a></h2>", ["-x"]),
        ("<table><tr><td>a<td><td>b <code>c</code><tr><td>d<td>e<td>f</table>", ["c"]),
        ("<p>\1 <code>a</code>", []),
        ("<p>\1 <code>a</code> \1 <code>b</code>", []),
        ("<p>None <code> </code> at all", []),
        ("<p>None<br><code>\u200b</code><br>at <code>all</code>", []),
        ("<p>Ð<code>¿Ñ</code>€Ð¸<code>Ð²ÐµÑ‚</code>, ÐºÐ°Ðº Ð´ÐµÐ»Ð°?", ["привет"]),
        ("<h2>The option <code>-x[edit]</code></h2>", ["-x"]),
        ("<table><tr><td>a\xa0\xa0 b<td><code>c</code><tr><td>d<td>e</table>", ["c"]),
        ("<table><tr><td><td><code>c</code> é<td>x\u200b<tr><td>d<td>e</table>", ["c"]),
        ("<pre><code>block()</code></pre>", []),
    ],
)  # fmt: skip
def test_code_is_where_it_stands_in_the_text(page, expected):
    assert code(page)[0] == expected


def test_code_stays_with_its_paragraph():
    page = "<div>Wash <code>a</code>.<br><br>Slice <code>b</code> and <code>c</code>.</div>"
    assert code(page) == [["a"], ["b", "c"]]
    assert clean(page, kind="html").markdown == "Wash `a`.\n\nSlice `b` and `c`.\n"
