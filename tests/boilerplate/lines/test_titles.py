"""The title of a page stands above what is content, wherever a menu holds a sentence."""

from mojifix.boilerplate.lines.evidence import views_of
from mojifix.boilerplate.lines.regions import Regions, regions_of
from mojifix.boilerplate.lines.titles import FURTHEST_ABOVE, likeliest_title
from mojifix.layout.flat.lines import segment

MENU = "My Harbor is your own corner of this site. Here you can change your boat's papers yourself."
TITLE = "Herring Stalls Move Indoors"
BODY = (
    "From May all the herring stalls will share one roof, two cranes and a very large refrigerator."
)


def chosen(*lines: str, likely: tuple[str, ...]) -> str | None:
    """Choose among lines of which some are likely content."""
    views = views_of(segment("\n".join(lines)))
    chances = [0.9 if view.text in likely else 0.1 for view in views]
    found = likeliest_title(views, regions_of(views), chances, cut=0.5)
    return None if found is None else views[found].text


def test_title_is_above_the_content_and_not_above_a_sentence_in_a_menu():
    lines = ["Sign up here now", "", MENU, "", "Boats and berths", "Tides", "", TITLE, "", BODY]
    assert chosen(*lines, likely=(BODY,)) == TITLE


def test_title_is_what_the_first_line_says_beside_the_name_of_the_site():
    lines = [f"Cod | {TITLE} | Sund News", "", TITLE, "", "Tides of this week", "", BODY]
    assert chosen(*lines, likely=(BODY, "Tides of this week")) == TITLE


def test_first_line_without_the_site_is_the_title_wherever_a_line_says_it():
    menu = ["Tides"] * FURTHEST_ABOVE
    assert chosen(f"{TITLE} – Sund", TITLE, *menu, BODY, likely=(BODY,)) == TITLE
    terms = ["Privacy Policy · Sund", "", "Privacy policy", "", "Boats and berths", "", BODY]
    assert chosen(*terms, likely=(BODY,)) == "Privacy policy"


def test_item_of_a_menu_is_no_title_though_the_first_line_says_it():
    lines = ["Home | Sund News", "", "Home", "", TITLE, "", BODY]
    assert chosen(*lines, likely=(BODY, TITLE)) == TITLE


def test_item_of_a_list_is_no_title():
    lines = ["Sund", "", "• the herring stalls", "• one roof", "", BODY]
    assert chosen(*lines, likely=(BODY, "• the herring stalls")) == "Sund"


def test_line_far_above_the_content_is_no_title():
    lines = [TITLE, *["Tides"] * FURTHEST_ABOVE, BODY]
    assert chosen(*lines, likely=(BODY, TITLE)) is None


def test_page_without_content_has_the_title_that_the_rules_chose():
    views = views_of(segment(f"{TITLE}\n\n{BODY}"))
    assert likeliest_title(views, Regions(title=0), [0.1, 0.1], cut=0.5) == 0


def test_question_above_the_content_is_a_title_but_no_half_of_a_sentence():
    question = "Who will feed the gulls when the herring stalls move indoors?"
    assert chosen("Sund News", "", question, "", BODY, likely=(question, BODY)) == question
    lines = ["Sund News", "", question, "we asked the mayor, and she did not know.", BODY]
    assert chosen(*lines, likely=(question, BODY)) == "Sund News"


def test_rules_choose_the_first_line_below_the_menus():
    lines = ["Home", "Contact", "", TITLE, "", "What the harbor council voted", "", BODY]
    views = views_of(segment("\n".join(lines)))
    assert views[regions_of(views).title].text == TITLE


def test_what_stands_above_a_menu_is_the_name_of_the_site():
    page = f"The Leek Weekly of Soupville\n\nLog in\n\nNewsletter\n\nSoup\n\n{BODY}\n\n{BODY}"
    views = views_of(segment(page))
    assert views[regions_of(views).title].text == "Soup"


def test_page_that_does_not_say_which_line_is_its_title_has_none():
    rows = [f"Berth {n} lies free" for n in range(30)]
    lines = [line for row in rows for line in (row, "")]
    assert chosen(*lines, BODY, likely=(BODY,)) is None


def test_title_may_stand_below_a_sentence_of_a_long_page():
    menu = [line for n in range(25) for line in (f"Tides {n}", f"Boats {n}")]
    lines = [MENU, *menu, "", TITLE, "", BODY]
    assert chosen(f"{TITLE} | Sund News", *lines, likely=(MENU, BODY)) == TITLE
