"""What leads on to other pages of the site after an article is no part of it; sources are."""

from __future__ import annotations

from mojifix.boilerplate.pages.columns.features import features_of
from mojifix.boilerplate.pages.roles import Roles
from mojifix.boilerplate.pages.selecting.further_reading import further_reading
from mojifix.layout.html.parsing import parse

PARAGRAPH = (
    "<p>Am Montag legt die Fähre nach elf Wochen wieder ab, und alle dürfen einmal umsonst mit.</p>"
)
HEAD = '<head><link rel="canonical" href="https://www.uferbote.example/faehre"></head>'


OF_ARTICLE = '<meta property="og:type" content="article">'
MENU = "<nav><a href=https://faehre.uferbote.example>Die Fähre</a></nav>"


def removed(body: str, head: str = HEAD) -> list[str]:
    """Return what is taken away of a page that would be kept as a whole but for its menu."""
    page = parse(f"{head}<body>{body}</body>")
    features = features_of(page)
    keep = [text != "Die Fähre" for text in page.texts]
    found = further_reading(page, features, keep, Roles(page, features))
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


def test_files_to_download_stay() -> None:
    assert removed(f"{PARAGRAPH * 9}<ul>{links('/plan.pdf', '/karten.zip')}</ul>") == []
    assert len(removed(f"{PARAGRAPH * 9}<ul>{links('/plan.html', '/karten.php')}</ul>")) == 2


def test_the_site_is_known_by_whole_parts_of_its_name() -> None:
    for host, is_gone in (
        ("blog.uferbote.example", True),
        ("meinuferbote.example", False),
        ("uferbote.example.com", False),
    ):
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
    assert len(removed(body, HEAD + OF_ARTICLE)) == 26


def test_more_than_an_article_says_goes_where_it_stands_apart() -> None:
    typed = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'
    dated = "<title>Die Fähre legt ab</title>"
    for head, line in ((HEAD + typed, ""), (HEAD + dated, "<p>2. März 2024</p>")):
        text = f"<article><h1>Die Fähre legt ab</h1>{line}{PARAGRAPH * 9}</article>"
        more = f"<ul>{links(*['/seite'] * 99)}</ul>"
        assert len(removed(f"{text}<div>{more}</div>", head)) == 99
        assert removed(text.replace("</article>", more + "</article>"), head) == []
        bare = f"{text}<div>{more}</div>".replace(line or "none", "")
        assert removed(bare, HEAD + OF_ARTICLE) == []


def test_what_a_page_lists_beside_its_text_under_one_title_stays() -> None:
    head = HEAD + "<title>Alle Fähren der Stadt</title>"
    title = "<h1>Alle Fähren der Stadt</h1><p>2. März 2024</p>"
    more = f"<section><ul>{links(*['/seite'] * 99)}</ul></section>"
    text = f"<main>{title}<section>{PARAGRAPH * 9}</section>{more}</main>"
    assert removed(text, head) == []
    assert len(removed(text.replace(f"{more}</main>", f"</main>{more}"), head)) == 99


def test_a_page_without_address_is_of_the_site_that_its_menu_leads_to() -> None:
    for host, is_gone in (("ufer.uferbote.example", True), ("amt.example", False)):
        body = f"{MENU}{PARAGRAPH * 9}<ul>{links(*[f'https://{host}/plan'] * 3)}</ul>"
        assert bool(removed(body, "")) is is_gone


def test_an_address_that_cannot_be_read_ends_nothing() -> None:
    assert (
        removed(
            f"{PARAGRAPH * 9}<ul>{links('http://[a', 'https://amt.example', 'javascript:')}</ul>"
        )
        == []
    )


def test_news_list_nothing_beside_their_text_under_its_title() -> None:
    title, more = "<h1>Die Fähre legt ab</h1>", f"<ul>{links(*['/seite'] * 99)}</ul>"
    body = f"<main>{title}<div>{PARAGRAPH * 9}</div><div>{more}</div></main>"
    for said, count in (("news", 99), ("article", 0)):
        head = f'{HEAD}<meta property="og:type" content="{said}">'
        assert len(removed(body, head)) == count


def test_headlines_that_end_as_sentences_do_are_none_of_the_text() -> None:
    dated = f"{HEAD}<title>Die Fähre legt ab</title>"
    text = f"<article><h1>Die Fähre legt ab</h1><p>2. März 2024</p>{PARAGRAPH * 9}</article>"
    asked = "<li><a href=/deich>Wer soll den neuen Deich am Ufer nun eigentlich bezahlen?</a></li>"
    assert len(removed(f"{text}<ul>{asked * 40}</ul>", dated)) == 40
