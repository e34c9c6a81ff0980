"""What is kept of a page, of what kind, and what the rest is."""

from mojifix import Options, clean

ARTICLE = (
    "<h1>Soup</h1><p>Wash the leeks well, slice them thinly and stew them in butter.</p>"
    "<p>Then add a litre of stock and let it all simmer for twenty minutes.</p>"
)


def kinds(page, **options):
    return [(b.kind, b.text) for b in clean(page, kind="html", options=Options(**options)).blocks]


def test_a_fragment_is_kept_whole():
    assert clean("<p>Hello <b>world</b></p>", kind="html").text == "Hello world"


def test_scripts_styles_templates_and_hidden_parts_are_out():
    page = clean(
        "<style>p {color: red}</style><script>var seen = 1</script><template>never</template>"
        + ARTICLE
        + "<div style='display: none'><p>Nobody sees this sentence on the page.</p></div>"
        + "<p hidden>Nor this one, whatever it may say about soup.</p>",
        kind="html",
    )
    assert page.text.startswith("Soup\n\nWash the leeks")
    for absent in ("red", "seen", "never", "Nobody", "Nor this"):
        assert absent not in page.text


def test_a_shell_that_asks_for_a_script_is_empty_and_says_so():
    page = clean(
        "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
        kind="html",
    )
    assert page.text == ""
    assert page.notes == ("the page holds no content: it needs JavaScript",)
    assert [part.text for part in page.removed] == [
        "You need to enable JavaScript to run this app."
    ]


def test_posts_in_noscript_are_read():
    posts = "".join(
        f"<div class=post><p>Answer {n}: soak the beans over night, boil them for an hour.</p></div>"
        for n in range(3)
    )
    page = clean(f"<div id=app></div><noscript>{posts}</noscript>", kind="html")
    assert "Answer 2: soak" in page.text


def test_linked_data_stands_in_where_the_page_holds_next_to_nothing():
    body = "The ferry stops at noon. " * 12
    page = clean(
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "No ferry",'
        f' "articleBody": "{body}"}}</script><div id=app>Loading</div>',
        kind="html",
    )
    assert "The ferry stops at noon. The ferry" in page.text
    assert "JSON-LD" in page.notes[-1]
    assert page.meta.title == "No ferry"


def test_linked_data_does_not_double_what_the_page_says():
    page = clean(
        '<script type="application/ld+json">{"@type": "Article", "description": "Wash the leeks"}'
        "</script>" + ARTICLE,
        kind="html",
    )
    assert page.text.count("Wash the leeks") == 1


def test_rows_of_a_table_are_blocks_with_their_cells():
    table = (
        "<table><tr><th>Leek</th><th>Days</th></tr><tr><td>early</td><td>90</td></tr>"
        "<tr><td></td><td>120</td></tr></table>"
    )
    found = kinds(ARTICLE + table)
    assert [text for kind, text in found if kind == "table_row"] == [
        "Leek\tDays",
        "early\t90",
        "\t120",
    ]
    assert "table_row" not in dict(kinds(ARTICLE + table, tables=False))


def test_a_table_that_lays_out_a_page_is_no_row():
    cell = "<p>Wash the leeks well, slice them thinly and stew them in butter for a while.</p>"
    found = kinds(f"<table><tr><td>{cell * 2}</td><td>{cell}</td></tr></table>")
    assert len(found) == 3


def test_lists_know_their_level_and_code_its_lines():
    page = ARTICLE + "<ul><li>leeks<ul><li>two thick ones</li></ul></li></ul><pre>a\n  b</pre>"
    blocks = {b.text: b for b in clean(page, kind="html").blocks}
    assert (blocks["leeks"].level, blocks["two thick ones"].level) == (1, 2)
    assert blocks["a\n  b"].kind == "code"
    assert blocks["leeks"].path == "body/ul/li"


def test_links_side_by_side_are_kept_apart():
    page = clean("<p><a href=a>Bread</a><a href=b>Butter</a></p>", kind="html")
    assert page.text == "Bread Butter"


def test_a_word_with_a_tag_in_it_stays_one_word():
    assert clean("<p>un<b>believ</b>able</p>", kind="html").text == "unbelievable"


def test_options_of_output_do_not_change_what_is_kept():
    assert kinds(ARTICLE, links=True) == kinds(ARTICLE, links=False)


def test_links_under_a_heading_for_related_pages_are_related():
    page = (
        f"<article>{ARTICLE}</article>"
        "<div><h3>Das könnte Sie auch interessieren</h3><p><a href=/1>Bean stew for a cold day</a></p>"
        "</div><div><h3>Opening hours</h3><p><a href=/2>Where to find us</a></p></div>"
    )
    removed = {piece.text: piece.role for piece in clean(page, kind="html").removed}
    assert removed["Bean stew for a cold day"] == "related"
    assert removed.get("Where to find us") != "related"


def test_signatures_and_footnotes_are_not_named_after_what_they_begin_like():
    page = clean(
        f"<main>{ARTICLE}</main><div class=signature><a href=/x>Ask me about leeks</a></div>"
        "<footer><a href=/y>Imprint</a></footer>",
        kind="html",
    )
    roles = {piece.text: piece.role for piece in page.removed}
    assert roles["Ask me about leeks"] != "newsletter"


def test_the_caption_of_a_table_is_kept_with_it():
    rows = "".join(f"<tr><th>{day}</th><td>{n} to {n + 4}</td></tr>" for n, day in enumerate("MTW"))
    page = clean(
        f"<main>{ARTICLE * 4}<table><caption>Opening hours</caption>{rows}</table></main>",
        kind="html",
    )
    at = [block.text for block in page.blocks].index("Opening hours")
    assert page.blocks[at].kind == "caption"
    assert page.blocks[at + 1].text == "M\t0 to 4"


def test_what_a_table_puts_side_by_side_is_no_row_of_data():
    menu = "<a href=/>Start</a><br><a href=/b>Rules</a>"
    page = f"<table><tr><td>{menu}</td><td>{ARTICLE * 3}</td></tr></table>"
    assert {kind for kind, _ in kinds(page)} == {"title", "heading", "paragraph"}


def test_a_window_over_the_page_is_what_its_words_or_what_is_around_it_say():
    page = (
        "<header><nav><a href=/>Home</a><div class='modal-menu'><a href=/soups>Soups</a></div></nav>"
        "</header><main>" + ARTICLE + "</main>"
        "<div class='popup-overlay'><p>Leeks by the crate</p><button>Close</button></div>"
        "<div class='cookie-popup'><p>Crumbs are kept for a year</p><button>Fine</button></div>"
        "<footer><a href=/imprint>Imprint</a></footer>"
    )
    roles = {piece.text: piece.role for piece in clean(page, kind="html").removed}
    assert roles["Soups"] == "navigation"
    assert roles["Leeks by the crate"] == "boilerplate"
    assert roles["Crumbs are kept for a year"] == "cookie_notice"


def test_labels_of_goods_are_no_authors_and_the_body_has_no_role():
    page = (
        "<body class='tag-soup search-results'><nav><a href=/>Home</a>"
        "<ul class='product-categories'><li><a href=/pots>Pots</a></li></ul></nav>"
        "<main>" + ARTICLE + "<div class='author-bio'><a href=/ines>Ines Roth</a></div></main>"
        "<div class='badge'><a href=/all>Everything we sell</a></div></body>"
    )
    roles = {piece.text: piece.role for piece in clean(page, kind="html").removed}
    assert roles["Pots"] == "navigation"
    assert roles["Everything we sell"] == "boilerplate"
    assert roles["Ines Roth"] == "author_box"


def test_a_refrain_stays_and_a_copy_elsewhere_goes():
    verse = "Pull for the bank where the willows lean low, and pull for the lamp in the lane. " * 3
    song = f"<p>{verse}</p><p>The miller stood there with his bread and sang it.</p><p>{verse}</p>"
    judged = clean(f"<article>{song}</article><main>{song}</main>", kind="html")
    kept = [block.text for block in judged.blocks]
    assert kept.count(verse.strip()) == 2
    assert [piece.role for piece in judged.removed if piece.text == verse.strip()] == [
        "duplicate"
    ] * 2


def test_lines_that_bars_part_are_menus_and_labels_but_no_trails():
    page = (
        "<div><a href=/a>Paper</a> | <a href=/b>Archive</a></div>"
        "<ul class=box><li><a href=/c>Soups / Stews</a></ul>"
        f"<div><a href=/>Home</a> » <a href=/s>Soups</a></div>{ARTICLE * 3}"
    )
    roles = {piece.text: piece.role for piece in clean(page, kind="html").removed}
    assert roles == {
        "Paper | Archive": "navigation",
        "Soups / Stews": "boilerplate",
        "Home » Soups": "breadcrumb",
    }


def test_what_a_site_promotes_is_its_own_unless_its_name_says_advert():
    link = "<a href=/x>The best pots of the year</a>"
    for name, role in (("promo", "boilerplate"), ("promo ad-box", "advert"), ("ads", "advert")):
        page = f"{ARTICLE * 3}<div class='{name}'>{link}</div>"
        assert [
            piece.role for piece in clean(page, kind="html").removed if "pots" in piece.text
        ] == [role]


def test_the_neighbors_that_a_chapter_of_a_manual_names_above_and_below_it_are_navigation():
    links = "<tr><td><a href=1>Prev</a></td><td></td><td><a href=3>Next</a></td></tr>"
    titles = "<tr><td>1. Onion soup</td><td></td><td>3. Barley soup</td></tr>"
    chapter = f"<div class=sect1>{ARTICLE * 3}<p>Serve it hot, with bread.</p></div>"
    page = clean(
        f"<title>2. Soup</title><div class=navheader><table>{titles}{links}</table></div>"
        f"{chapter * 5}<div class=navfooter><table>{links}{titles}</table></div>",
        kind="html",
    )
    assert "Onion" not in page.text
    assert {p.role for p in page.removed if "Onion" in p.text} == {"navigation"}
