"""Words of ASCII that are joined to a garbled one, as in names of files, take nothing from it."""

from __future__ import annotations

import pytest

from corpus.garbling import garble
from mojifix import fix
from mojifix.mojibake.words import own_words

NAMES = [
    ("facture_février.pdf", "cp850 as cp1252"),
    ("umowa-końcowa_2.doc", "cp1250 as cp1252"),
    ("Müllabfuhr2021.xlsx", "cp1252 as cp850"),
    ("scan_0017_договор.jpg", "cp866 as cp437"),
    ("φωτογραφίες.zip", "cp737 as cp437"),
    ("合同文本.docx", "gb18030 as cp437"),
    ("è.jpg", "utf-8 as cp437"),
    ("C:\\data\\größe_2.html", "utf-8 as cp850"),
]


@pytest.mark.parametrize(("name", "chain"), NAMES)
def test_the_name_of_a_file_comes_back(name: str, chain: str) -> None:
    assert fix(garble(name, [chain])) == name


@pytest.mark.parametrize("name", [name for name, _ in NAMES])
def test_the_name_of_a_file_stays(name: str) -> None:
    assert fix(name) == name


@pytest.mark.parametrize("word", ["무릎을_꿇은_여자", "(obranně)", "Чжуан и Чжоу"])
def test_a_clean_word_stays_whatever_is_joined_to_it(word: str) -> None:
    assert fix(word) == word


@pytest.mark.parametrize(
    ("word", "own"),
    [
        ("été", "été"),
        ("a/b/été.tar.gz", "été"),
        ("l'été-2", "l'été"),
        ("ä_b_ö.c", "ä_b ö"),
        ("ä-b|ö", "ä ö"),
        ("été_", "été_"),
        ("文_a", "文_a"),  # "_" may be the second byte of a character
        ("2été3", "été"),
        ("'été'", "été"),
        ("rock'n'röll's)", "rock'n'röll's"),
        ("été...", "été..."),
    ],
)
def test_what_is_joined_is_left_out(word: str, own: str) -> None:
    spans = own_words(word, (0, len(word)))
    assert " ".join(word[slice(*span)] for span in spans) == own


def test_many_stops_behind_a_word_are_none_of_it() -> None:
    word = "é" + 50_000 * "!."  # read once, not once for each
    assert [*own_words(word, (0, len(word)))] == [(0, 2)]


@pytest.mark.parametrize(
    ("frame", "word", "chain"),
    [
        ("“{}”", "größere", "cp1252 as cp850"),
        ("«{}»", "Документы", "cp866 as cp437"),
        ("{} – 2019", "końcowa", "cp1250 as mac-roman"),
        ("• {}", "größere", "cp1252 as cp850"),
        ("{} ©", "Συλλογή", "cp1253 as cp1252"),
        ("[{}]", "Störungen", "cp1252 as cp437"),
        ("#{}", "Ångström", "cp850 as cp1252"),
        ("fn_{}(x)", "čeština", "cp1250 as cp1252"),
        ("{0}|{0}", "Störungen", "cp1252 as cp437"),
        ("_{}_", "město", "cp852 as cp1252"),
        ("“{}”", "größere", "cp437 as cp1252"),
        ("l’{}", "écologie", "cp437 as mac-roman"),
        ("{}&nbsp;x", "Документы", "cp866 as cp437"),
        ("“{}”", "größere", "utf-8 as gbk"),
        ("x_{}_y", "Störungen", "utf-8 as gbk"),
    ],
)
def test_a_word_in_a_clean_frame_comes_back(frame: str, word: str, chain: str) -> None:
    assert fix(frame.format(garble(word, [chain]))) == frame.format(word)
    assert fix(frame.format(word)) == frame.format(word)
