"""Title, authors, date and neighbors, from the head and from the blocks."""

import pytest

from mojifix import clean

TEXT = "<p>Wash the leeks well, slice them thinly and stew them in butter until they are soft.</p>"


def meta(page):
    return clean(page, kind="html").meta


def test_the_heading_that_the_head_names_is_the_title():
    page = "<title>Soup for nine | Kitchen Notes</title><h1>Soup for nine</h1>" + TEXT
    assert meta(page).title == "Soup for nine"


def test_the_name_of_the_site_in_an_h1_is_not_the_title():
    page = "<title>Kitchen Notes: Soup for nineteen</title><h1>Kitchen Notes</h1>"
    assert meta(page + "<h2>Soup for nineteen</h2>" + TEXT * 2).title == "Soup for nineteen"


def test_a_byline_and_a_time_near_the_title_are_read():
    page = (
        "<h1>Soup for nine</h1><p class=byline>By Petra Lund</p>"
        "<time datetime='2024-02-29T08:00'>yesterday</time>" + TEXT * 3
    )
    assert (meta(page).authors, meta(page).date) == (("Petra Lund",), "2024-02-29")


def test_a_date_in_the_footer_is_not_the_date_of_the_page():
    page = "<h1>Soup for nine</h1>" + TEXT * 3 + "<footer>Last updated 3 May 2020</footer>"
    assert meta(page).date is None


def test_an_author_that_is_only_referred_to_is_followed():
    page = (
        '<script type="application/ld+json">{"@graph": [{"@type": "Article", "author":'
        ' {"@id": "#p"}}, {"@id": "#p", "@type": "Person", "name": "Petra Lund"}]}</script>'
    )
    assert meta(page + TEXT).authors == ("Petra Lund",)


def test_links_marked_as_tags_and_neighbors_are_read():
    page = TEXT + (
        "<a rel=tag href=/t>leeks</a><a rel=prev href=/p>Previous: Beans</a>"
        "<a rel='nofollow next' href=/n>Next: Bread</a>"
    )
    found = meta(page)
    assert found.tags == ("leeks",)
    assert (found.previous.text, found.next.text) == ("Beans", "Bread")


def test_neighbors_that_only_the_head_names_are_read():
    page = (
        "<head><link rel=prev href=/p title='2. Beans'><link rel=next href=/n></head>"
        f"{TEXT}<a rel=next href=/n>Next: 4. Bread</a>"
    )
    found = meta(page)
    assert (found.previous.text, found.previous.url) == ("2. Beans", "/p")
    assert (found.next.text, found.next.url) == ("4. Bread", "/n")


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ("<html xml:lang=de><body>", "de"),
        ("<body lang=sv>", "sv"),
        ("<html lang=en_GB><body lang=sv>", "en-GB"),
    ],
)
def test_the_language_is_read_where_the_page_says_it(page, language):
    assert meta(page + TEXT).language == language


def test_a_heading_of_a_menu_that_the_title_mentions_is_not_the_title():
    page = "<title>Soup for nine from one pot in half an hour</title><nav><h3>Soup</h3></nav>"
    assert meta(page + "<h1>Nine bowls, one pot</h1>" + TEXT * 3).title == "Nine bowls, one pot"


def test_an_author_whose_label_stands_in_a_block_of_its_own_is_read():
    page = "<h1>Soup for nine</h1><div>Geschrieben von</div><div>Petra Lund</div>" + TEXT * 3
    assert meta(page).authors == ("Petra Lund",)


def test_an_author_is_parted_from_the_date_behind_the_name():
    page = "<h1>Soup for nine</h1><div class=postAuthor>petra_l January 4, 2024, 9:11am 1</div>"
    assert meta(page + TEXT * 3).authors == ("petra_l",)


def test_the_day_on_which_an_author_joined_is_not_the_date_of_the_page():
    page = (
        "<h1>Soup for nine</h1><dl class=author><dt>Petra</dt><dd>Joined: 3 May 2015</dd></dl>"
        "<p>by Petra » 4 Nov 2024, 19:12</p>"
    )
    assert meta(page + TEXT * 3).date == "2024-11-04"


def test_entities_in_linked_data_are_read():
    data = '{"@type": "Article", "author": {"name": "Petra &amp; Lund"}}'
    page = f'<script type="application/ld+json">{data}</script><h1>Soup</h1>' + TEXT * 3
    assert meta(page).authors == ("Petra & Lund",)


def test_an_author_is_found_in_a_line_that_begins_with_the_date():
    page = "<h1>Rosiers</h1><p>Publié le 12 février 2024 par Lise — 14 commentaires</p>"
    assert meta(page + TEXT * 3).authors == ("Lise",)


def test_the_title_of_a_page_without_headings_is_the_block_that_the_head_names():
    page = "<title>Soup for nineteen – Kitchen Notes</title><div>Kitchen Notes</div>"
    found = clean(f"{page}<div>Soup for nineteen</div>{TEXT * 2}", kind="html")
    assert found.meta.title == "Soup for nineteen"
    assert [block.text for block in found.blocks if block.kind == "title"] == ["Soup for nineteen"]


def test_a_link_in_a_menu_is_not_the_title():
    menu = "<nav><a href=/a>Soup for nineteen</a> <a href=/b>Salads</a></nav>"
    page = f"<title>Soup for nineteen – Kitchen Notes</title>{menu}{TEXT * 2}"
    assert all(block.kind != "title" for block in clean(page, kind="html").blocks)


def test_the_name_of_the_site_behind_an_author_is_no_part_of_the_name():
    page = (
        "<meta property=og:site_name content='Kieler Bote'>"
        "<meta name=author content='Petra Lund, KIELER BOTE'>"
    )
    assert meta(page + TEXT).authors == ("Petra Lund",)


def test_the_date_of_a_review_is_not_that_of_the_product():
    page = (
        "<meta property=og:type content=product><h1>Watering can, five litres</h1>"
        f"{TEXT * 2}<p>Has not rusted.</p><span class=date>12.04.2023</span>"
    )
    assert meta(page).date is None
    assert meta(page.replace("content=product", "content=article")).date == "2023-04-12"


def test_a_label_before_a_colon_with_a_space_is_no_part_of_a_neighbor():
    link = "<a rel=prev href=/p><span>Précédent :</span> Le compost sans odeur</a>"
    found = meta(f"<h1>Soup for nineteen</h1>{TEXT * 2}<nav>{link}</nav>").previous
    assert found is not None
    assert found.text == "Le compost sans odeur"


def test_the_footer_of_a_post_says_when_and_by_whom_it_was_written():
    footer = "<div class=post-footer>Posted on 3 May 2020 by Petra Lund</div>"
    found = meta("<h1>Soup for nine</h1>" + TEXT * 3 + footer)
    assert (found.authors, found.date) == (("Petra Lund",), "2020-05-03")


def test_a_month_with_a_number_of_posts_is_no_date():
    page = "<h1>Soup for nine</h1>" + TEXT * 3 + "<ul><li>May 2020 (18)</li></ul>"
    assert meta(page).date is None


def test_the_label_of_a_comment_form_is_no_author():
    form = "<form class=comment-form><p class=comment-form-author>Name</p></form>"
    assert meta("<h1>Soup for nine</h1>" + TEXT * 3 + form).authors == ()


def test_a_description_in_place_of_the_headline_is_not_the_title():
    page = (
        "<title>Leek soup - Kitchen encyclopedia</title>"
        '<script type="application/ld+json">{"@type": "Article", "headline": "thick dish of'
        ' vegetables"}</script><h1>Leek soup</h1>'
    )
    assert meta(page + TEXT).title == "Leek soup"


def test_a_name_in_a_menu_is_no_author():
    page = "<nav><a class=username href=/me>Username</a></nav><h1>Soup for nine</h1>"
    assert meta(page + TEXT * 3).authors == ()


def test_the_month_of_a_date_is_no_part_of_the_name_before_it():
    page = "<h1>Soup for nine</h1><div class=byline>By Petra Lund<br>March 2, 2023</div>" + TEXT * 3
    assert (meta(page).authors, meta(page).date) == (("Petra Lund",), "2023-03-02")


def test_an_author_in_the_head_has_neither_label_nor_wide_spaces():
    page = "<head><meta name=author content='By  Petra&nbsp;Lund'></head>" + TEXT
    assert meta(page).authors == ("Petra Lund",)


def test_a_name_that_begins_with_a_particle_keeps_it():
    page = "<head><meta name=author content='De Luca Rossi'></head>" + TEXT
    assert meta(page).authors == ("De Luca Rossi",)


def test_what_an_author_is_does_not_become_another_author():
    page = "<head><meta name=author content='Petra Lund, MS, RD'></head>" + TEXT
    assert meta(page).authors == ("Petra Lund, MS, RD",)


def test_names_of_elements_tell_dates_in_any_case():
    line = "Petra and her friends from the mill on March 2, 2023 at noon"
    page = f"<h1>Soup for nine</h1><div class=Byline>{line}</div>" + TEXT * 3
    assert meta(page).date == "2023-03-02"


def test_a_second_date_or_a_name_behind_a_date_does_not_change_it():
    line = "<div class=date>April 26, 2024 Updated: October 28, 2023</div>"
    assert meta("<h1>Soup for nine</h1>" + line + TEXT * 3).date == "2024-04-26"
    line = "<div class=dateAndAuthor><span>Dec 17, 2023</span><span>Julian Lund</span></div>"
    assert meta(line + "<h1>Soup for nine</h1>" + TEXT * 3).date == "2023-12-17"


def test_the_address_gives_the_date_where_nothing_else_does():
    page = "<link rel=canonical href='https://soup.example/2021/3/9/nine'><h1>Soup for nine</h1>"
    assert meta(page + TEXT * 3).date == "2021-03-09"
    assert meta(page + "<p class=date>2 April 2022</p>" + TEXT * 3).date == "2022-04-02"


def test_a_date_in_words_in_the_head_goes_before_the_one_shown():
    for said in ("March 5, 2024", "Tue, 05 Mar 2024 08:10:27 GMT"):
        page = (
            f"<meta name=date content='{said}'><h1>Soup for nine</h1><p class=date>2 April 2022</p>"
        )
        assert meta(page + TEXT * 3).date == "2024-03-05"


def test_a_date_in_numbers_in_the_head_is_left_to_the_one_shown():
    page = (
        "<meta name=date content='04-05-2022'><h1>Soup for nine</h1><p class=date>April 5, 2022</p>"
    )
    assert meta(page + TEXT * 3).date == "2022-04-05"


def test_control_characters_of_linked_data_are_in_no_name():
    data = r'{"@type": "Article", "author": {"name": "Petra\u0007 Lund"}, "headline": "Soup\u0000"}'
    page = f"<script type=application/ld+json>{data}</script>" + TEXT * 3
    assert (meta(page).authors, meta(page).title) == (("Petra Lund",), "Soup")


def test_a_line_right_below_the_title_is_in_no_footer():
    page = "<h1>Soup for nine</h1><div class=title_foot>2 April 2022 at noon</div>"
    assert meta(page.replace("<div", "<div class=x></div><div") + TEXT * 3).date == "2022-04-02"


def test_a_time_that_is_no_date_gives_none():
    line = "<p class=date><time datetime={}>soon</time></p>"
    body = (
        "<h1>Nine bowls of soup</h1>{}<p>Wash the leeks well and stew them until they are soft.</p>"
    )
    for stated, date in (
        ("2022-10-03T08:00", "2022-10-03"),
        ("2022-19-39", None),
        ("2022-02-30", None),
    ):
        assert clean(body.format(line.format(stated)), kind="html").meta.date == date


def test_names_and_dates_of_other_pages_in_a_list_are_theirs():
    items = "".join(
        f"<li><a href=/{n}>Soup for {n} from one pot</a><p class=byline>By Petra Lund</p>"
        f"<p>Mon, Jul {n} 2022</p>"
        for n in range(11, 15)
    )
    head = "<meta property=og:type content=article><h1>Soup for nine</h1>"
    page = f"{head}<ul>{items}</ul>{TEXT * 3}"
    assert (meta(page).authors, meta(page).date) == ((), None)
    own = "<p class=byline>By Jo Ray</p><p class=date>Tue, Jul 26 2022</p>"
    page = f"{head}<ul>{items}</ul>{own}{TEXT * 3}"
    assert (meta(page).authors, meta(page).date) == (("Jo Ray",), "2022-07-26")


def test_links_to_authors_days_and_subjects_of_the_page_itself_are_no_list_of_others():
    links = ("Petra Lund", "July 26, 2022", "Soups", "3 comments")
    items = "".join(f"<li><a href=/author/{n}>{link}</a>" for n, link in enumerate(links))
    page = meta(f"<h1>Soup for nine</h1><ul class=post-meta>{items}</ul>{TEXT * 5}")
    assert (page.authors, page.date) == (("Petra Lund",), "2022-07-26")


def test_short_posts_beside_links_to_who_wrote_them_are_no_list_of_others():
    posts = "".join(
        f"<div class=post><a class=username href=/u/{n}>Gardener{n}</a>"
        f"<p class=date>Tue Jul {n}, 2022</p><p>I wash mine for {n} minutes and cut them.</p></div>"
        for n in range(11, 15)
    )
    page = meta(f"<title>How do I wash leeks?</title><h1>How do I wash leeks?</h1>{posts}")
    assert (page.authors, page.date) == (("Gardener11",), "2022-07-11")


def test_a_page_without_a_title_is_an_index_that_nobody_signs():
    post = f"<h4>Soup</h4><p class=byline>By Petra Lund</p><p class=date>Jul 26 2022</p>{TEXT * 3}"
    assert (meta(post).authors, meta(post).date) == ((), None)
    post = "<meta property=og:type content=article>" + post
    assert (meta(post).authors, meta(post).date) == (("Petra Lund",), "2022-07-26")


def test_entities_that_were_escaped_twice_are_read():
    page = (
        "<title>Leeks &amp;amp; thyme &amp;#8211; a soup</title><meta name=description"
        " content='Pav&amp;eacute;s of leek'><meta name=keywords content='salt &amp;amp; pepper'>"
    )
    said = meta(page + TEXT)
    assert (said.title, said.description) == ("Leeks & thyme – a soup", "Pavés of leek")
    assert said.tags == ("salt & pepper",)
