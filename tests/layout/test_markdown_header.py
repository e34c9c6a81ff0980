"""What stands in front of a page in Markdown is read, and is none of the page."""

import pytest
from growth import assert_linear, repeated

from mojifix import clean
from mojifix.layout.flat.lines import segment
from mojifix.layout.markdown.header import read_header
from mojifix.records import Meta

MENU = "".join(f"* [Page {n}](https://a.example/{n})\n" for n in range(12))
BODY = """
# Leek soup for a rainy day

The leeks, two or three of them, must be washed well, because sand hides between their leaves.

Fry them gently in butter for ten minutes, then add the potatoes and a litre of stock.

Copyright 2024 The Kitchen. All rights reserved.

[Privacy policy](https://a.example/privacy)
"""
IN_LINES = """Title: Leek soup for a rainy day | The Kitchen

URL Source: https://a.example/soup

Published Time: 2024-05-01T10:00:00+00:00

Markdown Content:
"""
IN_YAML = """---
title: "Leek soup: for a rainy day"
author: Anna Berg and Ole Lind
date: 2024-05-01
url: https://a.example/soup
hostname: a.example
sitename: The Kitchen
description: A soup that is quickly made, of leeks that are washed well before they are cut.
tags: [soup, 'leeks']
lang: en
---

"""


def header_of(text: str) -> tuple[int, Meta]:
    return read_header(segment(text).lines)[:2]


def test_settings_between_rules_are_read():
    assert header_of(IN_YAML + BODY) == (
        11,
        Meta(
            title="Leek soup: for a rainy day",
            authors=("Anna Berg", "Ole Lind"),
            date="2024-05-01",
            url="https://a.example/soup",
            site="The Kitchen",
            description="A soup that is quickly made, of leeks that are washed well before they are "
            "cut.",
            tags=("soup", "leeks"),
            language="en",
        ),
    )


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (IN_LINES, 4),
        ("Title: Soup\nWarning: this is old.\nMarkdown Content:\nNote: wash.", 3),
        ("Title: Soup\nURL: https://a.example/\nAuthor: Anna\n\nNote: wash.", 3),
        ("Title: Soup\n\nAuthor: Anna\n\nNote: wash.", 0),
        ("Note: wash.\n\nTitle: Soup", 0),
        ("---\n\ntitle: Soup\n---\n", 0),
        ("---\n# Soup of the day\ntitle: Soup\n---\n", 4),
        ("---\nWash the leeks.\n\nNote: all of them.\n---\n", 0),
        ("---\nWash the leeks.\nNote: all of them.\n---\n", 0),
        ("Title: Soup\n\nWash the leeks.\n\nMarkdown Content:\n", 0),
        ("", 0),
    ],
)
def test_lines_are_settings_where_they_name_the_title_and_the_address(text, size):
    assert header_of(text)[0] == size


@pytest.mark.parametrize(
    ("setting", "title"),
    [
        ("title: [Solved, at last]", "[Solved, at last]"),
        ("title: >-\n  Leek soup\n  of the coast", "Leek soup of the coast"),
        ('title: "Leek soup\n  of the coast"', "Leek soup of the coast"),
        ("title:\n  Leek soup", "Leek soup"),
        ("title: Leek soup\ntitle: Salt", "Leek soup"),
    ],
)
def test_a_title_is_kept_as_a_whole(setting, title):
    header = read_header(segment(f"---\n{setting}\nauthor: Anna Berg\n---\n").lines)
    assert [line.text for line in header.titles] == [header.meta.title] == [title]
    assert [piece.text for piece in header.removed][-2:] == ["author: Anna Berg", "---"]


@pytest.mark.parametrize("header", [IN_LINES, IN_YAML])
def test_a_page_has_what_its_header_says(header):
    source = header + MENU + BODY
    page = clean(source)
    assert page.meta.url == "https://a.example/soup"
    assert page.meta.date == "2024-05-01"
    assert page.meta.title in ("Leek soup for a rainy day", "Leek soup: for a rainy day")
    assert page.text.startswith("Leek soup for a rainy day\n\nThe leeks, two or three")
    starts = [piece.source_start for piece in page.removed]
    assert starts == sorted(starts)
    words = [word for piece in (*page.removed, *page.blocks) for word in piece.text.split()]
    assert {"hostname:", "Content:"} & set(words)


def test_a_document_keeps_its_header():
    page = clean(IN_YAML + "# Soup\n\nWash the [leeks](leeks.md).\n")
    assert page.text.startswith("---\ntitle:")
    assert page.meta.site == "The Kitchen"


@pytest.mark.parametrize("unit", ["title: a\n", "a:", "Title: a\nurl: b\n", "- a\n", "[a,"])
def test_hostile_repetitions_take_time_in_proportion(unit):
    assert_linear(
        lambda text: read_header(segment("---\n" + text).lines), repeated(unit), length=40_000
    )
