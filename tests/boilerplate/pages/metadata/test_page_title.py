"""Which heading is the title of a page, and what of its header is the lead."""

from __future__ import annotations

import pytest

from mojifix.boilerplate.pages.metadata.title import title_block
from mojifix.boilerplate.pages.selecting.lead import lead_blocks
from mojifix.layout.html.parsing import parse


def title_of(html: str) -> str | None:
    page = parse(html)
    block = title_block(page)
    return page.texts[block] if block is not None else None


@pytest.mark.parametrize(
    "html",
    [
        "<title>Harvest fair › Old Mill Society</title><h1>Old Mill Society</h1><h2>Harvest fair</h2>",
        "<title>Old Mill Society » Harvest fair</title><h1>Old Mill Society</h1><h2>Harvest fair</h2>",
        "<title>Harvest fair › Mill</title><nav><h1>Town</h1></nav><main><h1>Harvest fair</h1></main>",
    ],
    ids=["site last", "site first", "menu"],
)
def test_the_title_is_the_heading_of_the_page_and_not_of_its_site(html: str) -> None:
    assert title_of(html) == "Harvest fair"


def test_no_break_spaces_and_quotes_do_not_hide_the_title() -> None:
    page = (
        "<title>Why “slow” bread is so good</title>"
        "<h1>Bakers</h1><h2>Why 'slow' bread is so&nbsp;good</h2>"
    )
    assert title_of(page) == "Why 'slow' bread is so\xa0good"


def test_a_long_title_is_no_name_of_a_site_below_it() -> None:
    page = (
        "<title>Three bakers buy the flour of the old mill › Valley</title>"
        "<h1>Three bakers buy the flour of the old mill</h1><p>They do.</p><h3>Valley</h3>"
    )
    assert title_of(page) == "Three bakers buy the flour of the old mill"


LEAD = "After forty years the mill by the weir turns again, and three bakers buy its flour."


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (f"<h1>The mill</h1><p>{LEAD}</p>", [1]),
        (f"<h1>The mill</h1><p><a href=/>{LEAD}</a></p>", []),
        ("<h1>The mill</h1><p>Photo: Jo Reed</p>", []),
    ],
    ids=["lead", "link", "credit"],
)
def test_a_lead_is_a_sentence_in_the_header_of_the_title(header: str, found: list[int]) -> None:
    page = parse(f"<article><header>{header}</header><p>{LEAD} So it is.</p></article>")
    assert lead_blocks(page, 0) == found


def test_a_paragraph_outside_of_the_header_is_no_lead() -> None:
    page = parse(f"<article><header><h1>The mill</h1></header><p>{LEAD}</p></article>")
    assert lead_blocks(page, 0) == []
