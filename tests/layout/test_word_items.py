"""The items of lists that Word writes as paragraphs."""

import pytest

from mojifix import clean

FILTERED = "class=MsoListParagraph"
STYLED = "class=MsoNormal style='mso-list:l0 level1 lfo1'"
NESTED = "class=MsoNormal style='mso-list:l0 level2 lfo1'"
TALK = "<p>The meeting was held in the old mill, and twelve members came to it.</p>"


def kept(items: str) -> str:
    return clean(f"<html><body>{TALK}{items}{TALK.replace('old', 'new')}</body></html>").markdown


@pytest.mark.parametrize(
    ("items", "markdown"),
    [
        (f"<p {FILTERED}>·&nbsp;&nbsp; The fence is new.</p>", "- The fence is new."),
        (f"<p {STYLED}>§&nbsp; The fence is new.</p>", "- The fence is new."),
        (f"<p {STYLED}>o&nbsp; One.</p><p {NESTED}>·&nbsp; Two.</p>", "- One.\n  - Two."),
        (f"<p {STYLED}>3.&nbsp; One.</p><p {STYLED}>4.&nbsp; Two.</p>", "3. One.\n4. Two."),
        (f"<p {STYLED}>1.2&nbsp; The fence is new.</p>", "- 1.2\xa0 The fence is new."),
        (f"<p {STYLED}>In\n  1990 it was new.</p>", "In 1990 it was new."),
        ("<p>·&nbsp;&nbsp; The fence is new.</p>", "·\xa0\xa0 The fence is new."),
    ],
)
def test_a_paragraph_with_a_marker_is_an_item(items, markdown):
    assert f"\n\n{markdown}\n\n" in kept(items)


def test_a_marker_is_told_with_what_was_removed():
    page = clean(
        f"<html><body>{TALK}<p {FILTERED}>·&nbsp;&nbsp; The fence is new.</p></body></html>"
    )
    assert [removed.text.strip() for removed in page.removed] == ["·"]
