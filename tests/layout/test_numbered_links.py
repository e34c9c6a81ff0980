"""Numbers of links and the list of their addresses are nothing that a page says."""

from mojifix import clean
from mojifix.layout.flat.lines import segment
from mojifix.layout.flat.numbered_links import without_numbers

PAGE = """\
   [1]Home
     * [2]News
     * [3]Contact us

                                  Soup of leeks

   Wash two [4]leeks, cut them up into thin rings, and fry them very slowly.

   [5]Leave a reply
   (c) 2024 Leek Weekly
"""
LIST = """
References

   Visible links:
   1. http://leek.example/
   2. http://leek.example/news
   3. mailto:cook@leek.example
   4. http://leek.example/leeks
   5. http://leek.example/reply

   Hidden links:
   7. http://leek.example/top
"""


def test_words_of_links_are_left_and_the_addresses_are_removed():
    flat = without_numbers(segment(PAGE + LIST))
    lines = flat.lines
    assert lines[4].text == "Wash two leeks, cut them up into thin rings, and fry them very slowly."
    assert lines[-1].text == "(c) 2024 Leek Weekly"
    assert (PAGE + LIST)[lines[-1].start : lines[-1].end] == lines[-1].text
    assert [piece.text for piece in flat.removed] == [
        line.strip() for line in LIST.split("\n") if line
    ]


def test_a_page_with_numbered_links_is_read_without_them():
    assert "Wash two leeks, cut" in clean(PAGE + LIST, kind="flat").text
    assert "example" not in clean(PAGE + LIST, kind="flat").text


def test_what_stands_behind_an_address_is_not_lost():
    page = clean(f"{PAGE}{LIST}   8. http://leek.example/x a page that I like\n", kind="flat")
    assert page.removed[-1].text == "8. http://leek.example/x a page that I like"


def test_a_text_without_the_list_keeps_its_numbers():
    flat = segment(PAGE)
    assert without_numbers(flat) is flat


def test_notes_stand_behind_the_words_that_they_are_on():
    flat = segment(
        "Leeks[1] are old.[2] So is soup [3].\n\n1. http://a/\n2. http://b/\n3. http://c/"
    )
    assert without_numbers(flat) is flat


def test_a_list_of_addresses_alone_is_a_text():
    flat = segment("1. http://a/\n2. http://b/\n3. http://c/\n")
    assert without_numbers(flat) is flat


def test_the_notes_of_a_letter_are_no_links_of_a_terminal():
    letter = (
        "As you can read in [1], the kiln is cold. The older drawings are in [2], and what the\n"
        "mason says of them in [3].\n\n"
        "[1] https://kiln.example/1\n[2] https://kiln.example/2\n[3] https://kiln.example/3\n"
    )
    flat = segment(letter)
    assert without_numbers(flat) is flat
