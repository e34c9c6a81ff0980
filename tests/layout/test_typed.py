"""Files are told from pages by their lines."""

import pytest

from mojifix.boilerplate.lines.judging import judge_flat
from mojifix.layout.flat.lines import segment
from mojifix.layout.flat.typed import is_typed
from mojifix.options import Options

LICENSE = """The Ferry License, version 2

Copyright 2019, 2021 The Ferry Club
Copyright 2023 Otto Brandvold
All rights reserved.

Permission is given to whoever holds a ticket to ride the ferry, to
stand at the rail and to feed the gulls, provided that the notice
above is read out aloud on each crossing and that no gull is fed
more than its share. See also the rules of the harbor, which are
nailed to the door of the office and take precedence over these.

The ferry is provided as it floats, without warranty of any kind,
including the warranty of arriving. In no event shall its crew be
held liable for hats, sandwiches or papers that leave the vessel,
whether by wind or by gull, even if told of the possibility of it.
"""
PROGRAM = """# Copyright 2020 The Ferry Club. All rights reserved.
import sys
from harbor import Ferry, Gull

def main():
    ferry = Ferry("Valborg")
    ferry.load(sys.argv)
    # See also
    next = ferry.next()
    if next > 3:
        print("Home", next)
    return 0

class Deck(object):
    size = 4
    tags = ["rail", "gull"]
    def feed(self):
        return Gull(self.size)
"""
MANUAL = """\
LEEK(1)                     Commands of the Kitchen                    LEEK(1)

NAME
       leek - wash and cut leeks

SYNOPSIS
       leek [-w] [-c SIZE]

DESCRIPTION
       -w     wash

       -c SIZE
              cut

AUTHOR
       Written by Otto Brandvold.

SEE ALSO
       soup(1),  pot(1),  stove(1)

Kitchen 4                        May 3, 2021                           LEEK(1)
"""
PAGE = "\n".join(
    ["Home", "News", "The ferry is late again", "By Otto Brandvold", "May 3, 2021"]
    + ["The ferry was late on Monday, on Tuesday and on Wednesday, and its crew blamed the gulls, "
       "who could not be reached for comment."] * 5
    + ["Share this", "Related posts", "Leave a reply", "Your email address will not be published."]
)  # fmt: skip


@pytest.mark.parametrize("text", [LICENSE, PROGRAM, MANUAL], ids=["license", "program", "manual"])
def test_a_file_with_the_words_of_a_page_is_left_whole(text):
    assert is_typed(segment(text))
    assert judge_flat(segment(text), Options()).removed == ()


def test_a_page_is_no_file():
    assert not is_typed(segment(PAGE))
    assert judge_flat(segment(PAGE), Options()).removed


def test_a_page_broken_at_a_margin_is_a_page_for_its_furniture():
    body = LICENSE.split("\n\n")[2]
    lines = ["Home", "Skip to content", "The ferry", "By Otto Brandvold", "May 3, 2021", "", body]
    lines += ["", "Share this", "Related posts", "Leave a reply", "Previous articleThe gulls"]
    flat = segment("\n".join(lines))
    removed = [piece.text for piece in judge_flat(flat, Options()).removed]
    assert "Leave a reply" in removed


def test_a_few_lines_tell_nothing():
    assert not is_typed(segment("x = 1\ny = 2\n"))


def test_a_page_in_lines_of_a_terminal_is_one_by_its_menus():
    menu = "  * Home\n  * Recipes\n      + Soups\n  * Contact\n  * Login\n\n"
    paragraph = (
        "Wash two leeks, cut them up into thin rings, and fry them very slowly\n"
        "in a pan with a lid, which keeps the steam, until they are as soft as\n"
        "butter. Take them off before they turn brown, or they become bitter.\n\n"
    )
    body = "Soup of leeks\n\nBy Ann Lee\n\nMay 3, 2024\n\n" + paragraph * 6
    flat = segment(menu + body + "Share\n\n3 comments\n\nLeave a reply\n")
    assert is_typed(flat)
    assert any(gone.text == "Leave a reply" for gone in judge_flat(flat, Options()).removed)


def test_a_manual_is_no_page_for_signs_here_and_there():
    signs = "Home\n\nRecipes\n\nTags\n\nLogin\n\n3 comments\n\nMay 3, 2024\n\nLeave a reply\n\n"
    chapter = (
        "Wash two leeks, cut them up into thin rings, and fry them very slowly\n"
        "in a pan with a lid, which keeps the steam, until they are as soft as\n"
        "butter. Take them off before they turn brown, or they become bitter.\n\n"
        "* two leeks\n\n"
    )
    few, many = (segment(signs + chapter * count) for count in (20, 300))
    assert is_typed(many)
    assert judge_flat(few, Options()).removed
    assert not judge_flat(many, Options()).removed
