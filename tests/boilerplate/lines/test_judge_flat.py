"""Flat pages: the body is kept whole, everything around it is named."""

from itertools import pairwise

import pytest
from growth import assert_linear
from hypothesis import given
from hypothesis import strategies as st

from mojifix import clean
from mojifix.boilerplate.lines import judging
from mojifix.boilerplate.lines.judging import judge_flat
from mojifix.layout import segment
from mojifix.layout.markdown.blocks import segment_markdown
from mojifix.options import Options
from mojifix.records import Judgement

TITLE = "Harbor Council Moves the Fish Market Indoors"
BODY = [
    "The harbor council voted on Tuesday to move the fish market into the old rope hall, ending a "
    "quarrel that had lasted for eleven years and three mayors.",
    "Stall holders had complained about the wind, about the gulls and about each other. From May "
    "they will share one roof, two cranes and a single, very large refrigerator.",
    "“We will miss the gulls,” said Berta Lindqvist, who has sold herring there since 1979.",
]
ROLES = [
    "comment_count",
    "tags",
    "author_box",
    "navigation",
    "navigation",
    "comment_form",
    "comment_form",
    "comment_form",
]
LABELS = {
    "en": ("Previous article", "Next article", "LEAVE A REPLY", "Please enter your comment!",
           "Please enter your name here"),
    "de": ("Vorheriger Artikel", "Nächster Artikel", "HINTERLASSEN SIE EINE ANTWORT",
           "Bitte geben Sie Ihren Kommentar ein!", "Bitte geben Sie hier Ihren Namen ein"),
    "es": ("Artículo anterior", "Artículo siguiente", "DEJA UNA RESPUESTA",
           "¡Por favor ingrese su comentario!", "Por favor ingrese su nombre aquí"),
    "mr": ("मागील लेख", "पुढील लेख", "प्रतिक्रिया द्या", "कृपया आपली प्रतिक्रिया लिहा!",
           "कृपया येथे आपले नाव लिहा"),
    "ru": ("Предыдущая статья", "Следующая статья", "ОСТАВЬТЕ ОТВЕТ",
           "Пожалуйста, введите ваш комментарий!", "пожалуйста, введите ваше имя здесь"),
}  # fmt: skip


def page(language: str, line_break: str = "\n", indent: str = "") -> str:
    previous, following, heading, comment, name = LABELS[language]
    lines = [TITLE, "", "0", "Harbor Home Page fish Council market Rope hall refrigerator", ""]
    for paragraph in BODY:
        lines += [paragraph, "", "\xa0", ""]
    lines += ["+ posts", f"{previous}The Clock That Ran Backwards", f"{following}Ferry Fares Rise"]
    lines += [heading, "", comment, name]
    return line_break.join(indent + line if line else "" for line in lines)


def judge(text: str, **options) -> Judgement:
    return judge_flat(segment(text), Options(**options))


@pytest.mark.parametrize("language", LABELS)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("indent", ["", "    ", "\xa0"])
def test_an_article_is_kept_and_all_around_it_is_named(language, line_break, indent):
    judged = judge(page(language, line_break, indent))
    assert judged.meta.title == TITLE
    assert [block.text for block in judged.blocks] == [TITLE, *BODY]
    assert [removed.role for removed in judged.removed] == ROLES
    assert judged.meta.previous.text == "The Clock That Ran Backwards"
    assert judged.meta.next.text == "Ferry Fares Rise"


WORDS = st.sampled_from(
    [
        *("Home", "LEAVE A REPLY", "0", "Next articleRain", "Soup is good.", "a", "", " ", *BODY),
        *("What changes", "- one", "•two", "1. first", "2. second", "> so", "$ pip install x"),
        *("    return x;", "a\tb", "c | d", "| --- | --- |", "Figure 1: Fog", "•", ">"),
    ]
)


@given(st.lists(WORDS, max_size=25).map("\n".join))
def test_every_visible_character_is_kept_or_removed_and_none_twice(text):
    judged = judge(text)
    spans = [(p.source_start, p.source_end) for p in (*judged.blocks, *judged.removed)]
    spans.sort()
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    outside = text
    for start, end in reversed(spans):
        outside = outside[:start] + outside[end:]
    assert not outside.strip()


@pytest.mark.parametrize(
    "text",
    [
        "Dear Anna,\n\nwe arrived on Sunday. The house is cold.\n\nYours\nKarl",
        "milk\neggs\nbread\n",
        "Next week we will sail. Previous articles of ours said so.\n\nHome is far.",
        "\n".join(BODY),
    ],
)
def test_text_that_is_no_page_is_kept_whole(text):
    judged = judge(text)
    assert judged.removed == ()
    assert "".join("".join(b.text for b in judged.blocks).split()) == "".join(text.split())


def test_plain_text_loses_nothing_however_much_it_looks_like_a_page():
    assert clean(page("en"), kind="plain").removed == ()


def test_a_heading_and_a_list_within_the_body_stay():
    text = page("en").replace(BODY[1], f"What changes\n{BODY[1]}\n- one roof\n- two cranes")
    kept = [(block.kind, block.text) for block in judge(text).blocks]
    assert kept == [
        ("title", TITLE),
        ("paragraph", BODY[0]),
        ("heading", "What changes"),
        ("paragraph", BODY[1]),
        ("list_item", "one roof"),
        ("list_item", "two cranes"),
        ("paragraph", BODY[2]),
    ]


def test_empty_text_gives_an_empty_judgement():
    assert judge(" \n") == Judgement()


def test_a_longer_page_takes_proportionally_longer():
    def hostile(length: int) -> str:
        headings, blanks = "a heading here\n", "x\n\n"
        copies = length // len(headings + blanks)
        return f"LEAVE A REPLY\n{headings * copies}{BODY[0]}\n{blanks * copies}"

    assert_linear(lambda text: judge(text, kind="flat"), hostile, length=15_000)


def test_quality_is_given_for_pages_only():
    assert judge("Just a note.").quality is None
    assert 0.8 < judge(page("en")).quality <= 1


def test_a_preference_for_recall_never_keeps_less():
    kept = {
        prefer: len("".join(block.text for block in judge(page("en"), prefer=prefer).blocks))
        for prefer in ("precision", "balanced", "recall")
    }
    assert kept["precision"] <= kept["balanced"] <= kept["recall"]


def test_link_for_editing_is_parted_from_its_heading():
    page = (
        "Jump to content\nThe ropewalk of Oakes Harbor\n"
        "The ropewalk is a shed of three hundred paces in which ropes were laid until 1931.\n"
        "History[edit]\n"
        "It burned down twice, and both times the town had it back before the herring came.\n"
        "Retrieved from the harbor wiki\nPrivacy policy\n"
    )
    judged = judge_flat(segment(page), Options(kind="flat"))
    assert [block.text for block in judged.blocks if block.kind == "heading"] == ["History"]
    (link,) = (part for part in judged.removed if part.text == "[edit]")
    assert page[link.source_start : link.source_end] == "[edit]"


class Doubting:
    """A model to which sentences are content and everything else is a little likely to be."""

    def probabilities(self, views, regions):
        return [0.9 if view.prose else 0.15 for view in views]


@pytest.fixture
def doubted(monkeypatch):
    """Judge a page by what the trees doubt."""
    monkeypatch.setattr(judging, "shipped_model", Doubting)
    return lambda *lines: [b.text for b in judge("\n".join(lines), kind="flat").blocks]


def test_a_table_below_the_last_sentences_of_a_short_page_is_kept(doubted):
    rows = ["Stalls", "Berta\therring", "Olof\teels"]
    assert "Olof\teels" in doubted(TITLE, "", *BODY, "", *rows, "", "LEAVE A REPLY")


def test_unnamed_lines_among_furniture_below_the_last_sentences_go(doubted):
    about = ["Herring", "512", "Written by Ravi Menon", "Sells herring"]
    assert doubted(TITLE, "", *BODY, "", *about, "LEAVE A REPLY") == [TITLE, *BODY]


def test_a_comment_on_a_short_page_is_kept_if_wanted(doubted):
    comments = ["2 comments", "Berta: We will miss them.", "Olof: I will not."]
    lines = [TITLE, "", *BODY, "", *comments, "LEAVE A REPLY"]
    assert doubted(*lines) == [TITLE, *BODY, *comments[1:]]
    unwanted = judge("\n".join(lines), kind="flat", comments=False)
    assert [part.role for part in unwanted.removed].count("comment") == 2


def test_credit_of_a_photo_does_not_end_the_body():
    page = [TITLE, "", *BODY[:2], "", "The quay © Sund Tourism", "", BODY[2], "", "LEAVE A REPLY"]
    kept = [block.text for block in judge("\n".join(page), kind="flat").blocks]
    assert kept[-1] == BODY[2]


MANY_UNSURE_SIGNS = [
    "Skip to content", "Menu", "Home", "News", "About", "Contact", "Careers", "Search", "May 3, 2021",
]  # fmt: skip
SENTENCE = "The ferry was late on Monday, and its crew blamed the gulls above the harbor."


def test_many_signs_beside_sentences_make_a_page_without_a_sure_one():
    text = "\n\n".join([*MANY_UNSURE_SIGNS, *[SENTENCE] * 4])
    assert "Skip to content" in {piece.text for piece in judge(text).removed}


def test_a_list_of_words_is_no_page_whatever_words_it_holds():
    assert judge("\n".join(MANY_UNSURE_SIGNS)).removed == ()


def test_a_few_signs_among_a_thousand_lines_make_no_page():
    text = "\n\n".join(["Leave a reply", "Related posts", *[SENTENCE] * 1_000])
    assert judge(text).removed == ()
    assert judge("\n\n".join(["Leave a reply", "Related posts", *[SENTENCE] * 9])).removed


def test_bare_numbers_count_once_however_many_there_are():
    assert judge("\n\n".join([*map(str, range(40)), *[SENTENCE] * 4, "May 3, 2021"])).removed == ()


def test_blank_lines_in_code_stay_and_a_fence_ends_it():
    fences = "```py\ndef soup():\n\n\n    leek = 1\n```\n\n```sh\nls\n```\n"
    text = f"# Soup\n\n{BODY[0]}\n\n{fences}\n{BODY[1]}\n\nLeave a reply"
    judged = judge_flat(segment_markdown(text), Options(kind="flat"))
    code = [block.text for block in judged.blocks if block.kind == "code"]
    assert code == ["def soup():\n\n\n    leek = 1", "ls"]


NOTICE = ["Our 143 partners and we store cookies to pay for all this.", "Accept all", "Reject all"]


def removed(*lines: str) -> list[str]:
    judged = judge("\n".join([*lines, "Leave a reply"]), kind="flat")
    return [line for one in judged.removed for line in one.text.split("\n")]


def test_a_notice_of_cookies_is_known_by_the_buttons_below():
    assert removed(*NOTICE, TITLE, *BODY) == [*NOTICE, "Leave a reply"]


def test_buttons_without_a_notice_are_content():
    assert removed(TITLE, BODY[0], *NOTICE[1:], *BODY[1:]) == ["Leave a reply"]


def test_an_article_about_cookies_stays_whole():
    told = [
        "The browser keeps a cookie until the day that the server names, or until it is closed.",
        "Whoever deletes all cookies has to log in again on every page that knew who he was.",
        "Most of the cookies of a newspaper belong to others, who learn from them what is read.",
    ]
    assert removed("What a cookie is", *told, *NOTICE[1:], BODY[0]) == ["Leave a reply"]
    notice = "We use cookies."
    assert removed("What a cookie is", *told, notice) == [notice, "Leave a reply"]


LIST = ["You need:", "300 g flour", "2 eggs", "1 leek", "a pinch of salt"]


def test_a_list_above_the_sentences_stays_where_no_menu_is():
    assert removed(TITLE, "", *LIST, "", *BODY) == ["Leave a reply"]


def test_the_name_of_a_diary_is_known_by_the_date_below():
    assert removed("Sund News", "Sunday, 12 March 2023", "", TITLE, "", *BODY) == [
        "Sund News",
        "Sunday, 12 March 2023",
        "Leave a reply",
    ]


@pytest.mark.parametrize("link", ["Read also: The Clock That Ran Backwards", "Read more"])
def test_a_link_between_the_paragraphs_does_not_end_the_page(link):
    assert removed(TITLE, *BODY[:2], link, *BODY[2:]) == [link, "Leave a reply"]


def test_a_list_below_a_link_to_another_page_stays():
    text = "\n".join([TITLE, *BODY, "Read also: The Clock That Ran Backwards", *LIST])
    assert [one.role for one in judge(text, kind="flat").removed] == ["related"]


def test_the_last_item_of_a_list_between_blank_lines_stays():
    text = "\n\n".join([TITLE, *BODY, *LIST, "Leave a reply"])
    assert [one.role for one in judge(text, kind="flat").removed] == ["comment_form"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_name_of_a_site_is_no_title_where_menus_follow(gap):
    menu = ["Skip to content", "The Rowing Club at Sund", "Home", "News", "Boathouse"]
    text = gap.join([*menu, TITLE, "12 March 2023", *BODY, "Leave a reply"])
    assert judge(text, kind="flat").meta.title == TITLE
