"""Garbled text that lost its accents afterwards comes back, and clean text like it stays."""

import pytest
from corpus_files import rows
from growth import assert_linear, repeated

from corpus.garbling import garble
from mojifix import fix, repair

SIGNS = "‘’“”–—…•€™"
LATIN = [
    row["text"]
    for row in rows("sentences.jsonl")
    if not row["text"].isascii() and all(char < "\u0250" or char in SIGNS for char in row["text"])
]
UNIDECODED = {"€": "EUR", "™": "(tm)", "œ": "oe", "˜": "~", "¦": "|", "“": '"', "”": '"'}


def stripped(text):
    return garble(text, ["accents stripped"])


def share_that_comes_back(sentences, alter):
    altered = [alter(garble(text, ["utf-8 as cp1252"])) for text in sentences]
    back = [fix(text) == was for text, was in zip(altered, sentences, strict=True)]
    return sum(back) / len(back)


def test_sentences_that_lost_their_accents_come_back():
    assert share_that_comes_back(LATIN, stripped) > 0.85


def test_signs_come_back_whatever_became_of_them():
    signs = [text for text in LATIN if all(char < "\x80" or char in SIGNS for char in text)]
    unidecoded = str.maketrans({**UNIDECODED, "\x9d": ""})
    for alter in (stripped, lambda text: stripped(text).translate({0x9D: ""})):
        assert share_that_comes_back(signs, alter) == 1.0
    plain = [text for text in signs if "€" not in text]
    assert share_that_comes_back(plain, lambda text: stripped(text).translate(unidecoded)) > 0.85


@pytest.mark.parametrize(
    ("text", "was"),
    [
        ("ItA¢a‚¬a„¢s double", "It’s double"),
        ("iTunesaEURTM and donaEUR(TM)t", "iTunes’ and don’t"),
        ("aEURoeWe are pleased,aEUR said Ann.", "“We are pleased,” said Ann."),
        ('open 8:30 aEUR" 9:15', "open 8:30 – 9:15"),
        (
            "Ia€™ll pay A£20 or a‚¬25 for that if ita€s 25A°C. A© 2020",
            "I’ll pay £20 or €25 for that if it’s 25°C. © 2020",
        ),
        ("We met in SA£o Paulo.", "We met in São Paulo."),
        ("die StraAYe in KA¶ln und MA¼nchen", "die Straße in Köln und München"),
    ],
)
def test_what_was_spelled_or_garbled_otherwise(text, was):
    assert fix(text) == was


@pytest.mark.parametrize(
    "text",
    [
        "10 a 20€", "von 5 a€ an", "USA€", "Kanada¹", "USA®", "SA®", "Vitamin A® und B", "A° Plano",
        "Piazza™ e Visa®", "FDA–approved and DNA–RNA", "‘A‘ole loa", "NASA’s", "a²+b²=c²", "1a£", "na½",
        "il y a…» dit-il", "tota·lli", "dataEUR", 'alpha = "betaEUR"', "10.00 EUR", "A&B, A®B", "A£20",
        "A¹ B¹ A² B²", "5 A· 10 A", "la»", "\u00bfSerA\u00bf?",
    ],
)  # fmt: skip
def test_labels_brands_and_amounts_stay(text):
    assert fix(text) == text


def test_clean_sentences_that_lost_their_accents_stay():
    texts = list(map(stripped, LATIN))
    assert [text for text in texts if fix(text) != text] == []


def test_the_receipt_says_what_became_of_the_letters():
    (made,) = repair("If youa€™re here").repairs
    assert (made.before, made.after, made.guessed) == ("a€™", "’", False)
    assert made.steps == ("undo transliteration", "encode cp1252", "decode utf-8")
    assert "then it was transliterated to ASCII" in made.explain()


@pytest.mark.parametrize("piece", ["a€™", "A©", "cafA© ", "A©AYA¢", "aEUR", "a€", "x A® "])
def test_the_time_is_linear(piece):
    assert_linear(fix, repeated(piece), length=4_000)
