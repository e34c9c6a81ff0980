"""What surrounds the text of a block unseen is not part of it."""

import pytest

import mojifix
from mojifix.layout.html.parsing import parse
from mojifix.layout.padding import is_blank, without_padding, without_soft_hyphens
from mojifix.options import Limits, Options

PROSE = "Die Kartoffeln werden gewaschen, geschält und in dicke Scheiben geschnitten."


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        (f"<p>&nbsp;{PROSE}&#8239;</p>", (PROSE,)),
        (f"<p>{PROSE}<br>&nbsp;</p>", (PROSE,)),
        ("<p>\u3000\u3000先把土豆洗净。</p>", ("先把土豆洗净。",)),
        ("<p>&#8205;</p><p>&#8203;&nbsp;</p>", ()),
        ("<p>Kar&shy;tof&shy;feln, grö&shy;ßer als Nüsse</p>", ("Kartoffeln, größer als Nüsse",)),
        ("<p>&shy; stands for a soft hyphen</p>", ("\xad stands for a soft hyphen",)),
        ("<pre>&nbsp; a&shy;b</pre>", ("\xa0 a\xadb",)),
        ("<p>10&nbsp;km</p>", ("10\xa0km",)),
        ("<table><tr><td><td>süß<td>2<tr><td>a<td>ö<td></table>", ("\tsüß\t2", "a\tö")),
    ],
)
def test_blocks_hold_what_is_seen(html, texts):
    assert parse(html).texts == texts


@pytest.mark.parametrize("letter", ["à", "í"])  # their last byte is a no-break space, a soft hyphen
def test_bytes_of_garbled_letters_stay_until_they_are_repaired(letter):
    garbled = letter.encode().decode("latin-1")
    page = parse(f"<p>Il est venu jusqu'{garbled}</p><p>Pa{garbled}s, voil{garbled}</p>")
    assert page.texts == (f"Il est venu jusqu'{letter}", f"Pa{letter}s, voil{letter}")


def test_a_line_that_shows_nothing_parts_paragraphs():
    page = mojifix.clean(f"<article><p>{PROSE}<br>&nbsp;<br>{PROSE}</p></article>", kind="html")
    assert [block.text for block in page.blocks] == [PROSE, PROSE]


def test_links_lose_soft_hyphens_as_their_blocks_do():
    page = mojifix.clean(
        f"<article><p>{PROSE} Mehr im <a href='/k'>Kar&shy;toffel&shy;buch</a>.</p></article>",
        kind="html",
        options=mojifix.Options(links=True),
    )
    assert "[Kartoffelbuch](/k)" in page.markdown


def test_links_lose_padding_as_their_blocks_do():
    page = mojifix.clean(
        f"<article><p>{PROSE}</p><p><a href='/k'>&#8203;{PROSE}&nbsp;</a><a>&#8203;</a></p></article>",
        kind="html",
        options=mojifix.Options(links=True),
    )
    assert page.markdown.endswith(f"[{PROSE}](/k)\n")


def test_padding_and_hyphens_of_plain_strings():
    assert is_blank("\xa0\u200d\r\n")
    assert not is_blank("\xa0.")
    assert without_padding("\ufeff\xa0a\nb\u2003") == "a\nb"
    assert without_padding("\ta\xa0") == "\ta"
    assert without_soft_hyphens("- \xad a\xad\xadb") == "- \xad ab"


def test_pages_that_are_not_parsed_lose_what_is_not_seen_too():
    page = parse("<p>Kar\xadtof\xadfel<p>\u200b<p>Lauch", Options(limits=Limits(max_nodes=1)))
    assert page.texts == ("Kartoffel", "Lauch")
