"""Parts of a page that come late are read where the page holds their place."""

import pytest
from growth import assert_linear

from mojifix.layout.html.parsing import parse


def texts_of(html: str) -> list[str]:
    return [*parse(f"<body>{html}").texts]


def test_a_segment_is_read_in_its_place_and_is_not_hidden():
    page = parse(
        '<main><h1>Soup</h1><template id="B:0"></template><p>Salt</p></main>'
        '<footer>Imprint</footer><div hidden id="S:0"><p>Leeks</p></div><p>End</p>'
    )
    assert [*page.texts] == ["Soup", "Leeks", "Salt", "Imprint", "End"]
    assert page.paths()[page.homes[1]] == "body/main/p"
    assert page.hidden == frozenset()


def test_what_stands_in_for_a_segment_is_left_out_once_it_has_come():
    waiting = '<template id="B:0"></template><i>Loading</i><p>Please wait</p><!--/$--><p>Salt</p>'
    assert texts_of(f'{waiting}<div hidden id="S:0">Leeks</div>') == ["Leeks", "Salt"]
    assert texts_of(waiting) == ["Loading", "Please wait", "Salt"]


def test_all_is_kept_where_nothing_says_what_stands_in():
    page = '<template id="B:0"></template><p>Salt</p><div hidden id="S:0"><p>Leeks</p></div>'
    assert texts_of(page) == ["Leeks", "Salt"]


WHOLE = '<div hidden id="S:0"><p>Wash.</p><template id="P:1"></template><p>Stew.</p></div>'
PIECE = '<div hidden id="S:1"><p>Slice.</p></div>'


@pytest.mark.parametrize("sent", [WHOLE + PIECE, PIECE + WHOLE])
def test_pieces_of_segments_may_come_in_any_order(sent):
    assert texts_of(f'<template id="B:0"></template>{sent}') == ["Wash.", "Slice.", "Stew."]


def test_text_around_a_place_in_a_sentence_is_one_with_what_comes():
    page = '<p>Two <template id="a-P:2"></template> leeks</p><div hidden id="a-S:2">big</div>'
    assert texts_of(page) == ["Two big leeks"]


@pytest.mark.parametrize(
    "page",
    [
        '<div hidden id="S:0"><p>one</p></div><template id="B:0"></template><p>two</p>',
        '<template id="B:1"></template><div hidden id="S:0">one</div><p>two</p>',
        '<div hidden id="S:0">one<template id="B:0"></template></div><p>two</p>',
        '<svg><foreignObject><template id="B:0"></template></foreignObject></svg>'
        '<div hidden id="S:0"><p>one</p></div><p>two</p>',
    ],
)
def test_a_segment_without_a_place_before_it_is_read_once_where_it_stands(page):
    assert texts_of(page) == ["one", "two"]


def test_a_place_that_is_held_twice_is_filled_once():
    place = '<template id="B:0"></template>'
    assert texts_of(f'{place}<p>Salt</p>{place}<div hidden id="S:0">Leeks</div>') == [
        "Leeks",
        "Salt",
    ]


@pytest.mark.parametrize(
    ("places", "segments"),
    [
        ('<template id="B:{0}"></template>', '<div hidden id="S:{0}">x</div>'),
        ('<template id="B:{0}"></template>', '<div hidden id="S:{0}">x'),
        ('<template id="B:{0}"></template><p>x', '<div hidden id="S:{0}">x</div>'),
        (
            '<template id="B:0"></template><p>x',
            '<div hidden id="S:{0}"><template id="P:{1}">x</div>',
        ),
    ],
)
def test_putting_segments_in_their_places_is_linear(places, segments):
    def page(size: int) -> str:
        count = size // 100
        return "".join(
            "".join(part.format(n, n + 1) for n in range(count)) for part in (places, segments)
        )

    assert_linear(lambda text: parse(f"<body>{text}"), page, length=100_000)
