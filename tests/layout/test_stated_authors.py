"""Authors, dates, tags and addresses that the head of a page states."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from mojifix.layout.head.metadata import read_head


def meta(head):
    return read_head(LexborHTMLParser(f"<head>{head}</head>")).meta


def element(name, content):
    return f'<meta name="{name}" content="{content}">'


def test_every_author_of_a_paper_is_read_the_family_last():
    head = element("citation_author", "Brook, Ann M.") + element("citation_author", "de Wit, Jan")
    assert meta(head).authors == ("Ann M. Brook", "Jan de Wit")


def test_what_follows_a_name_in_a_paper_may_be_a_degree():
    assert meta(element("citation_author", "Ann Brook, PhD")).authors == ("Ann Brook, PhD",)


@pytest.mark.parametrize(
    "value",
    [
        "{{author.name}}", "page.head.author", "2625882", "https://example.org/ann",
        "facebook.com/ann.brook", "www.leeks.example", "example.com",
    ],
)  # fmt: skip
def test_what_is_no_name_is_left_out(value):
    assert meta(element("author", value)).authors == ()
    assert meta(element("author", value) + element("dc.creator", "Ann Brook")).authors == (
        "Ann Brook",
    )


def test_two_names_are_parted_and_a_name_with_its_office_is_not():
    assert meta(element("author", "Ann Brook und Jan de Wit")).authors == (
        "Ann Brook",
        "Jan de Wit",
    )
    office = "Ann Brook, Head Cook &amp; Chief Gardener"
    assert meta(element("author", office)).authors == (office.replace("&amp;", "&"),)
    assert meta(element("author", "Food and Wine")).authors == ("Food and Wine",)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2022-10-03T08:00Z", "2022-10-03"),
        ("2022/1/3", "2022-01-03"),
        ("20221003", "2022-10-03"),
        ("2022-13-03", None),
        ("3/10/2022", None),
    ],
)
def test_a_date_is_read_year_first(value, date):
    assert meta(element("citation_publication_date", value)).date == date


def test_tags_stand_before_keywords_and_each_once():
    head = element("keywords", "soup, Leeks") + "".join(
        f'<meta property="article:tag" content="{tag}">' for tag in ("leeks", "Bern, Aare")
    )
    assert meta(head).tags == ("leeks", "Bern, Aare", "soup")


def test_the_sign_of_a_tag_is_no_part_of_it_and_a_document_says_when_it_was_created():
    said = meta(element("keywords", "#soup, C#") + element("created", "2026-02-03T10:00:00"))
    assert (said.tags, said.date) == (("soup", "C#"), "2026-02-03")


def test_the_names_of_tags_in_addresses_count_only_alone():
    slugs = element("parsely-tags", "leek-soup,winter")
    assert meta(slugs).tags == ("leek-soup", "winter")
    assert meta(slugs + element("keywords", "soup")).tags == ("soup",)


def test_an_address_that_names_its_site_goes_first():
    canonical = '<link rel="canonical" href="/soup">'
    stated = '<meta property="og:url" content="https://leeks.example/soup">'
    assert meta(canonical + stated).url == "https://leeks.example/soup"
    assert meta(canonical).url == "/soup"
