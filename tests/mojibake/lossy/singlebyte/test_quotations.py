"""A quote or a tag behind a letter that lost a byte is not that byte."""

import pytest

from corpus.garbling import garble
from mojifix import fix
from mojifix.mojibake.lossy.singlebyte.quotations import with_closed_quotations


@pytest.mark.parametrize("word", ["семья", "благодаря", "сегодня", "класс"])
@pytest.mark.parametrize(
    "frame",
    [
        '<a title="%s" href="x">',
        '{"%s": 1}',
        'print("%s" + name)',
        'x = "%s"\ny = 2',
        "<b>%s</b> and more",
        '<option value="1">%s</option>',
    ],
)
def test_what_closes_stays(word: str, frame: str) -> None:
    assert fix(frame % garble(word, ["utf-8 as cp1252 with nothing"])) == frame % word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a = "Ñ"', 'a = "Ñ)'),
        ('no one opened Ñ" it', 'no one opened Ñ" it'),
        ('a = "Ñ"Ð°', 'a = "Ñ"Ð°'),
        ('"said she â€" and left', '"said she â€" and left'),
        ('a = "b\nÑ" c', 'a = "b\nÑ" c'),
        ('"' + 60 * "â€'", '"' + 60 * "â€'"),  # in no more steps than it has characters
    ],
)
def test_a_quote_closes_what_another_began(text: str, expected: str) -> None:
    assert with_closed_quotations(text, 0, len(text)) == expected


def test_what_was_opened_before_the_part_is_closed_in_it() -> None:
    assert with_closed_quotations('a = "much more Ñ";', 14, 18) == " Ñ);"
