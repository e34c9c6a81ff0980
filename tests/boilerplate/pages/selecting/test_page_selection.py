"""Which blocks are kept, whatever model their probabilities come from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.boilerplate.pages.columns.features import features_of
from mojifix.boilerplate.pages.roles import Roles
from mojifix.boilerplate.pages.selecting.selection import kept_blocks
from mojifix.layout.html.parsing import parse
from mojifix.options import Options

PARAGRAPH = (
    "<p>The ferry stops at noon, and nobody at the pier could say when it will go again.</p>"
)
COMMENT = "<div class=comment><p>We waited there for three hours in the rain, that day.</p></div>"
PAGE = parse(
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "No ferry"}</script>'
    f"<article><h1>No ferry</h1>{PARAGRAPH * 5}</article><section id=comments>{COMMENT * 40}</section>"
)
FEATURES = features_of(PAGE)
ROLES = Roles(PAGE, FEATURES)
SIZE = len(PAGE.texts)


# Few paragraphs are sure, and the comments are surer than the others.
PROBABILITIES = st.tuples(
    st.integers(1, SIZE), st.floats(0.0, 1.0), st.floats(0.0, 1.0), st.floats(0.0, 1.0)
)


@given(PROBABILITIES)
def test_precision_keeps_part_of_what_is_kept_and_recall_all_of_it(
    levels: tuple[int, float, float, float],
) -> None:
    sure, high, low, of_comments = levels
    found = [of_comments if ROLES.in_comment(n) else high if n < sure else low for n in range(SIZE)]
    narrow, usual, wide = (
        {n for n, kept in enumerate(_kept(found, prefer)) if kept}
        for prefer in ("precision", "balanced", "recall")
    )
    assert narrow <= usual <= wide
    assert narrow or not usual


def test_a_block_among_kept_ones_is_kept_with_them_even_right_under_the_body() -> None:
    page = parse(
        f"<h1>No ferry</h1>{PARAGRAPH * 30}<pre>while waiting: wait()</pre>{PARAGRAPH * 20}"
    )
    features = features_of(page)
    code = page.texts.index("while waiting: wait()")
    found = [0.3 if n == code else 0.9 for n in range(len(page.texts))]
    roles = Roles(page, features)
    assert all(kept_blocks(page, features, found, roles, Options(kind="html"))[0])


def test_only_the_element_around_a_block_is_asked_and_none_that_holds_nothing_else() -> None:
    alone, beside, other = "while waiting: wait()", "while queueing: queue()", "wait(1); wait(2)"
    own = f"<div><pre>{alone}</pre></div><div><pre>{beside}</pre><pre>{other}</pre></div>"
    page = parse(f"<h1>No ferry</h1>{PARAGRAPH * 30}{own}{PARAGRAPH * 20}")
    features = features_of(page)
    unlikely = {alone: 0.3, beside: 0.3, other: 0.05}
    found = [unlikely.get(text, 0.9) for text in page.texts]
    roles = Roles(page, features)
    keep, _, _ = kept_blocks(page, features, found, roles, Options(kind="html"))
    lost = [text for text, kept in zip(page.texts, keep, strict=True) if not kept]
    assert lost == [beside, other]


def test_code_stays_with_the_text_it_stands_by_however_long_it_is() -> None:
    code = "<pre>" + "while waiting: wait()\n" * 90 + "</pre>"
    chapter = f"<div><h2>Waiting</h2>{PARAGRAPH}{code}<div>{code}</div></div>"
    page = parse(f"<h1>No ferry</h1><div>{PARAGRAPH * 50}</div>{chapter}<div>{code}</div>")
    features = features_of(page)
    is_code = [page.tags[home] == "pre" for home in page.homes]
    found = [0.3 if code else 0.9 for code in is_code]
    keep, _, _ = kept_blocks(page, features, found, Roles(page, features), Options(kind="html"))
    assert [kept for kept, code in zip(keep, is_code, strict=True) if code] == [True, True, False]


def test_no_title_is_kept_for_furniture_that_stands_below_it() -> None:
    notice = "<div><h2>Your choice</h2><p>We use cookies to improve your experience.</p></div>"
    page = parse(f"{notice}{PARAGRAPH * 9}")
    features = features_of(page)
    found = [0.05] + [0.9] * (len(page.texts) - 1)
    keep, _, _ = kept_blocks(page, features, found, Roles(page, features), Options(kind="html"))
    assert keep == [False, False] + [True] * 9


def test_a_page_of_many_words_or_few_is_never_without_content() -> None:
    def kept(lines: int) -> list[bool]:
        source = "while waiting: wait(for_the_ferry)\n" * lines
        page = parse(f"<h1>No ferry</h1><button>Copy</button><pre>{source}</pre><p>End</p>")
        features = features_of(page)
        found = [0.05, 0.01, 0.2, 0.01]
        return kept_blocks(page, features, found, Roles(page, features), Options(kind="html"))[0]

    assert not any(kept(200))
    assert kept(2_000)[2]
    assert kept(20)[2]


def test_a_page_whose_content_is_all_hidden_says_that_it_holds_none() -> None:
    page = parse(f"<h1 hidden>No ferry</h1><div hidden>{PARAGRAPH * 200}</div>")
    features = features_of(page)
    found = [0.1] * len(page.texts)
    roles = Roles(page, features)
    keep, quality, notes = kept_blocks(page, features, found, roles, Options(kind="html"))
    assert (any(keep), quality) == (False, 0.0)
    assert notes == ("the page holds no content that could be told",)


def test_what_stands_at_the_address_of_a_forum_is_no_article_with_comments() -> None:
    def kept_comments(address: str) -> bool:
        page = parse(
            f'<link rel=canonical href="{address}"><meta property=og:type content=article>'
            f"<article><h1>No ferry</h1>{PARAGRAPH * 5}</article>{COMMENT * 9}"
        )
        features = features_of(page)
        roles = Roles(page, features)
        return all(kept_blocks(page, features, [0.9] * len(page.texts), roles, Options())[0])

    assert kept_comments("https://www.ferryforum.example/piers/12-no-ferry.html")
    assert kept_comments("https://piers.example/threads/no-ferry.12/")
    assert not kept_comments("https://piers.example/news/the-forum-by-the-pier/")


@pytest.mark.parametrize("line", ["Topics: statistics, algebra", "Back to basics: algebra"])
def test_a_line_of_tags_or_of_a_menu_without_a_link_may_be_content(line: str) -> None:
    linked = line.replace("algebra", "<a>algebra</a>")
    page = parse(f"<h1>Course</h1>{PARAGRAPH * 30}<p>{line}</p><p>{linked}</p>")
    features = features_of(page)
    keep = kept_blocks(
        page, features, [0.9] * len(page.texts), Roles(page, features), Options(kind="html")
    )[0]
    assert keep[-2:] == [True, False]


def _kept(found: list[float], prefer: str) -> list[bool]:
    return kept_blocks(PAGE, FEATURES, found, ROLES, Options(kind="html", prefer=prefer))[0]


SECTIONS = parse(
    "<main><h1>Ferry</h1>"
    f"<section><h2>Opening hours</h2><h3>Summer</h3>{PARAGRAPH}</section>"
    f"<section><h2>Related articles</h2>{PARAGRAPH}</section>"
    f"<section><h2><a href=/map>The map of the pier</a></h2>{PARAGRAPH}</section>"
    f"<div><h2>Stranded</h2></div>{PARAGRAPH}"
    f"<section><h2>Prices</h2><p>Four coins.</section></main>{PARAGRAPH * 2}"
)


def test_headings_stay_with_what_they_stand_over_unless_their_words_or_place_forbid_it() -> None:
    features = features_of(SECTIONS)
    found = [0.9 if len(text) > 40 else 0.1 for text in SECTIONS.texts]
    roles = Roles(SECTIONS, features)
    keep = kept_blocks(SECTIONS, features, found, roles, Options(kind="html"))[0]
    headings = {
        text: kept for text, kept in zip(SECTIONS.texts, keep, strict=True) if len(text) <= 40
    }
    assert headings["Opening hours"]
    assert headings["Summer"]
    assert headings["Prices"]
    assert not headings["Related articles"]
    assert not headings["The map of the pier"]
    assert not headings["Stranded"]


def test_a_sentence_in_a_div_stays_on_a_page_of_a_few_blocks() -> None:
    page = parse(
        "<article><h1>No ferry</h1>"
        + 4 * f"<div>{PARAGRAPH[3:-4]}</div>"
        + "<div>Nobody had told the baker that he would have to wait on this side.</div></article>"
    )
    features = features_of(page)
    found = [0.9] * (len(page.texts) - 1) + [0.2]
    keep, _, _ = kept_blocks(page, features, found, Roles(page, features), Options(kind="html"))
    assert keep[-1]


def test_the_last_chapters_of_what_is_kept_stay_but_for_what_is_unlikely_or_no_sentence() -> None:
    last = f"<div>{PARAGRAPH * 4}<p>Home</p></div>"
    chapters = f"{2 * f'<div>{PARAGRAPH * 22}</div>'}<div><section>{last}</section></div>"

    def kept(probability: float, first: float = 0.9) -> list[bool]:
        page = parse(f"<h1>No ferry</h1><div class=book>{chapters}</div>")
        features = features_of(page)
        found = [first] * 20 + [0.9] * 25 + [probability] * 5
        keep, _, _ = kept_blocks(page, features, found, Roles(page, features), Options(kind="html"))
        return keep[-5:]

    assert kept(0.2) == [True, True, True, True, False]
    assert kept(0.05) == kept(0.2, first=0.01) == [False] * 5
