"""Markdown in lines: what there is to see, what the marks say, and that nothing is lost."""

from itertools import pairwise

import pytest
from growth import assert_linear, repeated
from hypothesis import given
from hypothesis import strategies as st

from mojifix.layout.markdown.blocks import segment_markdown

PIECES = st.sampled_from(
    [
        *("\n", "\n\n", "# ", "## ", "* ", "- ", "1. ", "> ", "```", "---", "===", "|", " | ", "`"),
        *(
            "[",
            "]",
            "](",
            "](/leeks)",
            ")",
            "![",
            "**",
            "__",
            "*",
            "_",
            "\\",
            "<https://a.example>",
        ),
        *(
            "&#10;",
            "~~",
            "][",
            "[1]: ",
            "leeks",
            "Wash them well.",
            "snow_case",
            "[1]: https://a.example",
            "\r\n",
            "    ",
            "---\ntitle: Soup\n",
        ),
    ]
)


def seen(text: str) -> list[str]:
    return [line.text for line in segment_markdown(text).lines]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[Home](/)", "Home"),
        ('[Home](</a b> "To the start")', "Home"),
        ('[Home](/start "The "best" (of all)")', "Home"),
        ("[Soups](/find?kind[]=soup&page=(2))", "Soups"),
        ('[Home](/start "To the start")', "Home"),
        ("[![Our logo](/logo.png) Home](/)", "Home"),
        ("[Leek](https://a.example/wiki/Leek_(plant))", "Leek"),
        ("[see [1]](/notes)", "see [1]"),
        ("**bold**, *thin*, __strong__ and _so on_", "bold, thin, strong and so on"),
        ("***both***", "both"),
        ("snow_case_name and 2 * 3 * 4", "snow_case_name and 2 * 3 * 4"),
        ("run `**kwargs` and ``a`b``", "run **kwargs and a`b"),
        (r"1\. not a list, a \* star", "1. not a list, a * star"),
        ("<https://a.example/leeks>", "https://a.example/leeks"),
        ("[text][1], [More][] and [more]\n[1]: /a\n[more]: <b.html> 'B'", "text, More and more"),
        ("![logo][1] Soup\n[1]: data:image/gif;base64,R0lGODlhAQABAA", "Soup"),
        ("[sic] and an array[0](x)", "[sic] and an array0"),
        ("a grid[i][j] with [text][1]", "a grid[i][j] with [text][1]"),
        (r"\[text\](/a) and `[text](/a)`", "[text](/a) and [text](/a)"),
        ("run [`soup`](/a) with **`--salt`** or **SOUP_POT**", "run soup with --salt or SOUP_POT"),
        ("这道菜**很重要**，也*很*好。", "这道菜很重要，也很好。"),
        ("**Soup**s, ~~leeks~~ 2*3*4", "Soups, leeks 2*3*4"),
        (r"Salt &amp; pepper, `&amp;`, \&amp; AT&T", "Salt & pepper, &amp;, &amp; AT&T"),
        ("one\\", "one"),
        ('<img src="a.png" alt="b"> H<sub>2</sub>O <T>', "H2O <T>"),
        ("![](a.png) Soup", "Soup"),
        ("- [ ] to do", "to do"),
        ("### Soup ###", "Soup"),
        ("### C#", "C#"),
        ("* ### [Soup](/soup)", "Soup"),
        ("> * leeks", "leeks"),
        ("| [Soup](/soup) |", "Soup"),
        ("[Anna]: no", "[Anna]: no"),
        (r"D[i\][j] and [a\] b](/b)", "D[i][j] and a] b"),
        ("# [Soup]{.name} {#soup .title}", "Soup"),
        ('[Soup](/soup){.link rel="a"} ![](/a.png){width=9} {.5} x[i]{j}', "Soup  {.5} x[i]{j}"),
        ("::: {.main}\n::: note\nSoup\n:::", "Soup"),
        ("::: Soup :::", "::: Soup :::"),
        ("```leeks``` and more", "leeks and more"),
        ("[leeks\\]: a/b", "[leeks]: a/b"),
        ("[^1]: See page 3.", "[^1]: See page 3."),
    ],
)
def test_the_marks_of_a_line_go(text, words):
    assert seen(text) == [words]


def test_a_link_may_go_on_below():
    text = "before [a link\nover lines](https://a.example/\nleeks) after\nnext"
    assert seen(text)[-1] == "next"
    assert len(seen(text)) == 2


@pytest.mark.parametrize(
    ("text", "kind", "level"),
    [
        ("## Soup", "heading", 2),
        ("Soup\n====", "heading", 1),
        ("Soup\n----", "heading", 2),
        ("* leeks", "list_item", 1),
        ("12. leeks", "list_item", 1),
        ("> leeks", "quote", None),
        ("| a | b |", "table_row", None),
        ("```\n# no heading\n```", "code", None),
    ],
)
def test_the_marks_say_what_a_line_is(text, kind, level):
    (shape,) = segment_markdown(text).shapes.values()
    assert (shape.kind, shape.level) == (kind, level)


def test_items_have_the_level_at_which_they_stand():
    text = "  * soup\n    * leeks\n      1. white\n\n      more\n    * salt\n  * bread\n\nEnd.\n\n* new"
    levels = [shape.level for shape in segment_markdown(text).shapes.values()]
    assert levels == [1, 2, 3, 2, 1, 1]


def test_code_may_be_indented():
    page = segment_markdown("So:\n\n    # stir\n    pot = [1](2\n\n\t*ptr\n\n* one\n\n    more\n")
    shown = {line.text: page.shapes.get(line.start) for line in page.lines}
    assert [text for text, shape in shown.items() if shape and shape.kind == "code"] == [
        "# stir",
        "*ptr",
    ]
    assert shown["more"] is None


def test_settings_at_the_start_are_about_the_text():
    page = segment_markdown("---\ntitle: 'Leek_soup_'\ntags:\n- leeks\n---\n\n# Soup")
    assert [line.text for line in page.lines] == ["Leek_soup_", "Soup"]
    assert [piece.text for piece in page.removed] == ["---", "tags:", "- leeks", "---"]
    assert (page.meta.title, page.meta.tags) == ("Leek_soup_", ("leeks",))


def test_a_link_may_hold_blocks():
    assert seen("[\n\n![](/a.png)\n\n### Soup\n\n](/soup)[\n\nBread\n\n](/bread)") == [
        "Soup",
        "Bread",
    ]
    assert seen("[## Soup](/soup)") == ["Soup"]


def test_a_bracket_that_never_closes_takes_no_line_in():
    assert seen("see [1\nleeks\nsalt") == ["see [1", "leeks", "salt"]


def test_addresses_that_were_wrapped_are_not_seen():
    assert seen("[Soup][1]\n\n[1]: https://a.example/leek-\nsoup.html\n\nEnd.") == ["Soup", "End."]
    assert seen("[1]: https://a.example/leek\n先把大葱洗净。") == ["先把大葱洗净。"]


def test_what_shows_nothing_is_in_the_span_of_its_neighbor():
    page = segment_markdown("![](a.png)\n\nSoup\n====\n\n* * *\n[1]: /a")
    (line,) = page.lines
    assert (line.text, line.start, line.end) == ("Soup", 0, len(page.text))


def test_links_are_those_that_can_be_seen():
    page = segment_markdown("![logo](/logo.png) [](/top) [Leeks *and* salt](/leeks)")
    ((link,),) = page.links.values()
    assert (link.text, link.url) == ("Leeks and salt", "/leeks")


@given(st.lists(PIECES, max_size=30).map("".join))
def test_spans_cover_all_there_is(text):
    page = segment_markdown(text)
    assert all(above.end <= below.start for above, below in pairwise(page.lines))
    outside = list(text)
    spans = [(line.start, line.end) for line in page.lines]
    spans += [(piece.source_start, piece.source_end) for piece in page.removed]
    for start, end in spans:
        outside[start:end] = " " * (end - start)
    assert not page.lines or not "".join(outside).strip()


@pytest.mark.parametrize(
    "unit",
    [
        *("[", "[a](", "![a", "[a [b] ", "[](", "[a](b(c)", "*a ", "**a ", "`", "`a", "\\", "> "),
        *("[a][", "[x [b] ", "[a](/ b", '[a](b "', "<a b=", "<!-- ", "[a]: /b\n", "  - a\n"),
        *("[a]{.", "::: {", "# a {.b", "[\n", "[a](b\n", "a\n=\n", "```\n", "| a ", "- ", "* * "),
        *("[a]: b\n", "_a*"),
    ],
)
def test_hostile_repetitions_take_time_in_proportion(unit):
    assert_linear(segment_markdown, repeated(unit), length=10_000)


def test_noncharacters_in_a_line_become_no_marks():
    assert seen("a \ufdd0b\ufdd3 c") == ["a \ufdd0b\ufdd3 c"]
    assert seen("\ufdd0 \\*") == ["\ufdd0 \\*"]
