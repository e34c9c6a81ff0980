"""Authors that the blocks of a page name where its head does not."""

import pytest

from mojifix import clean

TEXT = "<p>Wash the leeks well, slice them thinly and stew them in butter until they are soft.</p>"
TITLE = "<h1>Nine bowls of soup from one pot</h1>"


def authors(line, head=""):
    return clean(head + TITLE + line + TEXT * 3, kind="html").meta.authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Von Anna Maier und Jan de Boer", ("Anna Maier", "Jan de Boer")),
        ("Par Noëlle Roux et Luc Petit", ("Noëlle Roux", "Luc Petit")),
        ("Por Ana Ruiz y Luis Gil | 3 de mayo de 2021", ("Ana Ruiz", "Luis Gil")),
        ("Por José Ortega y Gasset", ("José Ortega y Gasset",)),
        ("Par Anne-Marie d’Arcy", ("Anne-Marie d’Arcy",)),
        ("di Luca Rossi e Anna Bianchi", ("Luca Rossi", "Anna Bianchi")),
        ("Door: Jan de Vries en Piet Bakker", ("Jan de Vries", "Piet Bakker")),
        ("By Ann Lee, Jo Ray and Kim Poe", ("Ann Lee", "Jo Ray", "Kim Poe")),
        ("Ein Gastbeitrag von Anna Maier", ("Anna Maier",)),
        ("Γράφει ο Νίκος Παππάς", ("Νίκος Παππάς",)),
        ("文：山田太郎", ("山田太郎",)),
        ("Posted by Ann Lee on Monday in Soups, Stews", ("Ann Lee",)),
        ("4 min read · By Ann Lee", ("Ann Lee",)),
        ("By Ann Lee ⋅ Chief Cook ⋅ Updated May 3, 2024", ("Ann Lee",)),
        ("Von Anna Maier Sonntag, 5. Mai 2024", ("Anna Maier",)),
        ("By Ann Lee and Jo Ray, Staff Writers", ("Ann Lee", "Jo Ray")),
        ("By Ann Lee, Dietitian", ("Ann Lee, Dietitian",)),
        ("By—Ann Lee", ("Ann Lee",)),
        ("Tác giả: Nguyễn Văn An", ("Nguyễn Văn An",)),
        ("כתבה: דנה לוי", ("דנה לוי",)),
        ("撰文：王小明", ("王小明",)),
        ("글: 김민수", ("김민수",)),
    ],
)
def test_a_byline_names_its_authors(line, names):
    assert authors(f"<p>{line}</p>") == names


@pytest.mark.parametrize(
    "line",
    [
        "Photo by Ann Lee", "Reviewed by Ann Lee", "Foto: Anna Maier", "Article by", "Published",
        "Insights from", "L’auteur :",
    ],
)  # fmt: skip
def test_who_wrote_nothing_is_no_author(line):
    assert authors(f"<p class=byline>{line}</p>") == ()


@pytest.mark.parametrize("line", ["글 쓰는 법", "כתבה על המרק", "文 の 書き方"])
def test_a_title_that_begins_with_a_label_without_its_colon_is_no_byline(line):
    document = clean(f"{TITLE}{TEXT * 3}<h2>{line}</h2>{TEXT * 3}", kind="html")
    assert (document.meta.authors, line in document.text) == ((), True)


def test_a_link_to_the_page_of_an_author_names_the_author():
    assert authors("<div><a href=/blog/authors/al>Ann Lee</a></div>") == ("Ann Lee",)
    assert authors("<div><a href=/blog/about/al>Ann Lee</a></div>") == ()


def test_labels_and_dates_glued_to_a_name_are_cut():
    line = "<div class=entry-meta><span>By</span><b>Ann Lee</b><i>May 3, 2024</i></div>"
    assert authors(line) == ("Ann Lee",)


def test_the_digits_of_a_user_name_stay():
    assert authors("<div class=username>leek94</div>") == ("leek94",)
    assert authors("<div class=username>leek May 3, 2024</div>") == ("leek",)


def test_a_person_by_the_title_goes_before_the_site_in_the_head():
    head = "<meta name=author content='Kitchen Notes'><meta property=og:site_name content='{}'>"
    line = "<p class=author>Ann Lee</p>"
    assert authors(line, head.format("Kitchen Notes")) == ("Ann Lee",)
    assert authors(line, head.format("Leeks")) == ("Kitchen Notes",)
    assert authors("", head.format("Kitchen Notes")) == ("Kitchen Notes",)


def test_the_only_byline_far_below_signs_an_article():
    head = "<meta property=og:type content=article>"
    signed = TEXT * 40 + "<p>Written by Ann Lee</p>"
    assert authors(signed, head) == ("Ann Lee",)
    assert authors(signed + "<p>Written by Jo Ray</p>", head) == ()


def test_the_head_of_a_table_is_no_byline():
    table = "<table><tr><th>Author<th>Message<tr><td>Petra<td>"
    page = f"<h1>Soup for nine</h1>{table}Wash the leeks well, slice them and stew them.</table>"
    assert clean(page, kind="html").meta.authors == ()
