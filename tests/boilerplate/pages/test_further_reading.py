"""What leads on to other pages of the site after an article is no part of it; sources are."""

from __future__ import annotations

from mojifix.boilerplate.pages.features import features_of
from mojifix.boilerplate.pages.further_reading import further_reading
from mojifix.layout.html import parse

PARAGRAPH = (
    "<p>Am Montag legt die Fähre nach elf Wochen wieder ab, und alle dürfen einmal umsonst mit.</p>"
)
HEAD = '<head><link rel="canonical" href="https://www.uferbote.example/faehre"></head>'


def removed(body: str, *, of_article: bool = False) -> list[str]:
    """Return what is taken away of a page that would be kept as a whole."""
    page = parse(f"{HEAD}<body>{body}</body>")
    found = further_reading(
        page, features_of(page), [True] * len(page.texts), of_article=of_article
    )
    return [page.texts[n] for n in found]


def links(*targets: str) -> str:
    return "".join(f'<li><a href="{target}">Zu {n}</a></li>' for n, target in enumerate(targets))


def test_links_to_other_pages_of_the_site_go_with_their_heading() -> None:
    more = links("/bruecke", "https://uferbote.example/deich")
    body = f"{PARAGRAPH * 9}<h4>Was sonst los ist</h4><ul>{more}</ul>"
    assert removed(body) == ["Was sonst los ist", "Zu 0", "Zu 1"]


def test_sources_elsewhere_and_sections_of_the_page_stay() -> None:
    for targets in (("https://amt.example/plan", "https://bau.example/1"), ("#plan", "#preis")):
        assert removed(f"{PARAGRAPH * 9}<h4>Quellen</h4><ul>{links(*targets)}</ul>") == []


def test_the_site_is_known_by_whole_parts_of_its_name() -> None:
    for host, is_gone in (("blog.uferbote.example", True), ("meinuferbote.example", False)):
        targets = (f"https://{host}/a", f"https://{host}/b")
        assert bool(removed(f"{PARAGRAPH * 9}<ul>{links(*targets)}</ul>")) is is_gone


def test_links_between_paragraphs_stay() -> None:
    assert removed(f"{PARAGRAPH * 9}<ul>{links('/a', '/b')}</ul>{PARAGRAPH}") == []


def test_what_a_page_is_a_list_of_stays() -> None:
    assert removed(f"{PARAGRAPH * 9}<ul>{links(*['/seite'] * 60)}</ul>") == []
    assert removed(f"{PARAGRAPH}<ul>{links('/a', '/b')}</ul>") == []


def test_an_article_has_more_further_reading_than_another_page() -> None:
    body = f"{PARAGRAPH * 9}<ul>{links(*['/seite'] * 26)}</ul>"
    assert removed(body) == []
    assert len(removed(body, of_article=True)) == 26


def test_teasers_go_with_the_sentences_under_their_headings() -> None:
    teaser = (
        "<div class=teil><h3><a href=/deich>Der Deich wird höher</a></h3>"
        "<p>Bis zum Herbst sollen die Bagger auf beiden Seiten fertig sein.</p></div>"
    )
    found = removed(f"<article>{PARAGRAPH * 14}</article><div>{teaser * 3}</div>")
    assert found == 3 * [
        "Der Deich wird höher",
        "Bis zum Herbst sollen die Bagger auf beiden Seiten fertig sein.",
    ]


def test_an_address_that_cannot_be_read_ends_nothing() -> None:
    assert (
        removed(
            f"{PARAGRAPH * 9}<ul>{links('http://[a', 'https://amt.example', 'javascript:')}</ul>"
        )
        == []
    )
