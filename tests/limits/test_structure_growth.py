"""Inline code, hidden text, numbers of items and quotes take time in proportion to the page."""

import pytest
from growth import assert_linear, repeated

from mojifix import Options, clean

ATTACKS = {
    "code": "<code>x</code> y ",
    "code in paragraphs of one block": "<code>x</code>y<br><br>",
    "code with soft hyphens": "<code>x</code> a&shy;b ",
    "garbled code": "<code>Ã©t</code> Ã© ",
    "code in links": "<a href=/x><code>x</code></a> <code>y</code> ",
    "code of backticks": "<code>``` `</code> ` ",
    "code in rows": "<table><tr><td><code>x</code><td>y</table>",
    "hidden text": "<b hidden>x y</b> z ",
    "nested hidden text": "<b hidden>x</b><u hidden>y",
    "choices": "<select><option>x<option>y</select>",
    "items": "<li value=9>x<p>y",
    "numbered lists": "<ol reversed><li>x</ol>",
    "quotes": "<blockquote>x",
}


@pytest.mark.parametrize("name", ATTACKS)
def test_structure_is_linear(name):
    def markdown(page: str) -> str:
        return clean(f"<ol>{page}", kind="html", options=Options(links=True)).markdown

    assert_linear(markdown, repeated(ATTACKS[name], " the last words"), length=20_000)
