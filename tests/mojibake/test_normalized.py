"""Garbled text that was normalized afterwards comes back, and clean text in any form stays."""

import re
from unicodedata import normalize

import pytest
from corpus_files import rows
from growth import assert_linear, repeated

from corpus.garbling import garble
from mojifix import fix, repair

SENTENCES = [row["text"] for row in rows("sentences.jsonl") if not row["text"].isascii()]
FORMS = ("NFC", "NFD", "NFKC", "NFKD")
# What NFKC makes of characters itself, so that the text before is not to be had.
COMPATIBLE = str.maketrans({"…": "...", "\xa0": " ", "\u202f": " "})


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("codepage", ["cp1252", "cp437", "mac-roman", "cp1251", "cp866"])
def test_sentences_come_back_whatever_form_they_were_normalized_to(codepage, form):
    sample = SENTENCES[::17]
    garbled = [normalize(form, garble(text, [f"utf-8 as {codepage}"])) for text in sample]
    blanks = re.compile(r"\s+")
    back = [blanks.sub(" ", fix(text).translate(COMPATIBLE)) for text in garbled]
    wrong = [
        text
        for text, became in zip(sample, back, strict=True)
        if became != blanks.sub(" ", text.translate(COMPATIBLE))
    ]
    assert len(wrong) <= 0.1 * len(sample), wrong


@pytest.mark.parametrize("form", FORMS)
def test_clean_sentences_stay_in_the_form_that_they_are_in(form):
    texts = [normalize(form, text) for text in SENTENCES]
    assert [text for text in texts if fix(text) != text] == []


def test_only_the_repaired_letters_are_composed():
    text = normalize("NFD", "où est la clÃ© dorée")
    assert fix(text) == text.replace("A\u0303©", "é")


@pytest.mark.parametrize(
    "text", ["Figure Ã2", "Ça vaut 1⁄2", "Çaa", "NestléTM", "5 μm", "Ŋkeke/Gaƒoƒo"]
)
def test_labels_fractions_units_and_letters_stay(text):
    assert fix(text) == text


@pytest.mark.parametrize(
    "text", ["“São João”", "Não Há Pão À Venda", "“É só um pão”, disse a avó…"]
)
def test_no_sign_is_put_back_for_a_letter_of_what_reads_as_it_is(text):
    assert fix(normalize("NFD", text)) == normalize("NFD", text)


def test_the_receipt_says_what_was_normalized():
    (made,) = repair("Die TÃ1⁄4r").repairs
    assert (made.before, made.after) == ("Ã1⁄4", "ü")
    assert made.steps == ("undo NFKC", "encode cp1252", "decode utf-8")
    assert "then it was normalized to NFKC" in made.explain()


@pytest.mark.parametrize("piece", ["Ã1⁄4 ", "A\u0303", "Ã ̈", "éa\u0304", "\u0303\u0316"])
def test_the_time_is_linear(piece):
    assert_linear(fix, repeated(piece), length=4_000)
