import re

import pytest

import mojifix
from mojifix import Options
from mojifix.codepages import multibyte, singlebyte
from mojifix.explaining import advice, explain, in_words
from mojifix.explaining.losses import garbled, losses
from mojifix.explaining.words import _content, known
from mojifix.mojibake import escapes
from tests import corpus_files


@pytest.mark.parametrize("codec", sorted({*singlebyte.CODEPAGES, *multibyte.DECODERS, "utf-8"}))
def test_every_codec_has_a_name_and_a_place_where_it_is_typical(codec):
    assert known("codecs", codec)["name"]
    assert known("codecs", codec)["where"]


def test_every_escape_and_every_cosmetic_fix_is_known():
    names = {kind[1] for kind in escapes._KINDS}
    assert names | {"surrogateescape", "encoded-words"} == set(_content()["escapes"])
    sample = "ﬁ “q” ＡＢ e\u0301 a\r\nb"
    changes = mojifix.repair(sample, Options(profile="tidy")).repairs
    assert {step for change in changes for step in change.steps} == {
        f"tidy {name}" for name in _content()["tidied"]
    }


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (("encode cp866", "decode utf-8"), "UTF-8 read as cp866"),
        (("encode cp1252", "decode utf-8") * 2, "UTF-8 read as cp1252, twice over"),
        (("encode cp1252", "decode utf-8") * 3, "UTF-8 read as cp1252, 3 times over"),
        (
            ("encode cp1252", "decode utf-8", "encode cp866", "decode cp1251"),
            "cp1251 read as cp866, then UTF-8 read as cp1252",
        ),
        (
            ("unescape percent", "encode cp1252", "decode utf-8"),
            "UTF-8 read as cp1252, then written as percent escapes",
        ),
        (("decode cp1252",), "cp1252 in between"),
        (("tidy quotes",), "quotes tidied"),
        ((), ""),
    ],
)
def test_steps_are_said_in_words_the_first_damage_first(steps, words):
    assert in_words(steps) == words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Пересчитали тАУ и ещё раз", "UTF-8 bytes were read as cp866 (DOS, Cyrillic), typical of "
         'Russian Windows consoles and old DOS programs; read them with encoding="utf-8".'),
        ("Ã\x83Â©tÃ\x83Â©", "read as Latin-1 (ISO 8859-1, Western), twice over, typical of"),
        ("&Atilde;&copy;t&Atilde;&copy;",
         'and then it was written as HTML entities; read them with encoding="utf-8".'),
        ("\ud83d\ude00 hello", "A character was written as its two halves in UTF-16"),
        ("êàê", 'read as cp1252 (Windows, Western), typical of Western Windows programs and '
         'spreadsheets; read them with encoding="cp1251".'),
    ],
)  # fmt: skip
def test_what_the_engine_repairs_it_can_explain(text, said):
    sentences = {found.explain() for found in mojifix.repair(text).repairs}
    assert len(sentences) == 1, sentences
    assert said in sentences.pop()


def test_a_cosmetic_change_is_said_to_have_been_asked_for():
    (repair,) = mojifix.repair("a ﬁne day", Options(profile="tidy")).repairs
    assert repair.explain() == (
        'A ligature was spelled out; leave out profile="tidy" to keep it as it was.'
    )


def test_bytes_of_another_encoding_in_between_are_explained():
    data = "Crème brûlée, тест\n".encode() * 3 + "naïve café\n".encode("cp1252")
    (repair,) = mojifix.decode(data).repairs
    assert repair.explain().startswith("A run of cp1252 bytes stood in text")


@pytest.mark.parametrize(
    ("before", "after", "codec", "said"),
    [
        ("Ã ", "à", "cp1252", "a no-break space became a space"),
        ("Ãl", "àl", "cp1252", "a no-break space was dropped"),
        ("Ã", "à", "cp1252", "its last character was lost"),
        ("ã©", "é", "cp1252", "letters changed their case"),
        ("â€\ufffd", "”", "cp1252", "a character became U+FFFD"),
        ("Ã?", "Á", "cp1252", "a character became a question mark"),
        ("â€x", "”x", "cp1252", "a control character was dropped"),
        ('â€"', "–", "cp1252", "a curly quote was made straight"),
    ],
)
def test_a_loss_is_found_by_garbling_the_repair_again(before, after, codec, said):
    assert losses(before, after, [("utf-8", codec)]) == (said,)
    steps = (f"encode {codec}", "decode utf-8")
    assert f", and then {said}; " in explain(before, after, steps, guessed=True)
    assert said not in explain(before, after, steps)


def test_a_run_that_lost_nothing_is_not_said_to():
    assert losses("Ã©", "é", [("utf-8", "cp1252")]) == ()


def test_runs_that_do_not_lie_side_by_side_are_not_compared_letter_by_letter():
    assert losses("xyz", "“été”", [("utf-8", "cp1252")]) == ("several of its characters were lost",)


def test_east_asian_codecs_garble_too():
    assert garbled("数据库", [("utf-8", "gbk")]) == "数据库".encode().decode("gbk", "replace")
    assert garbled("x", [("utf-8", "no such codec")]) is None


def test_the_advice_names_what_the_bytes_are():
    assert 'encoding="koi8-r"' in advice(("encode cp1251", "decode koi8-r"))
    assert "every step" in advice(("encode cp1252", "decode utf-8") * 2)


def test_steps_nobody_knows_are_still_explained():
    assert explain("a", "b", ("mystery",)).endswith(".")


@pytest.mark.parametrize(
    "case", corpus_files.rows("garbled.jsonl")[::6], ids=lambda case: case["id"]
)
def test_every_repair_of_the_corpus_is_explained(case):
    for repair in mojifix.repair(case["input"]).repairs:
        said = repair.explain()
        happened = (
            r"bytes were read as|were written as|was written as|put U\+FFFD in place of bytes"
        )
        assert re.search(happened, said), said
        assert 'encoding="' in said or "; " in said
        assert "other settings" not in said
