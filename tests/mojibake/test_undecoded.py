"""Text that was written in ASCII and never read back, and what only looks like it."""

from __future__ import annotations

from quopri import encodestring
from urllib.parse import quote

import pytest

from mojifix import Options, fix, repair
from tests.corpus_files import rows

SENTENCES = [(row["language"], row["text"]) for row in rows("sentences.jsonl")]
LANGUAGES = sorted({language for language, text in SENTENCES if not text.isascii()})


def read_as_ascii(text: str) -> str:
    return text.encode("utf-7").decode("ascii")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_undone_in_every_language(language: str) -> None:
    text = "\n".join(text for tag, text in SENTENCES if tag == language)
    assert fix(read_as_ascii(text)) == text


@pytest.mark.parametrize(
    "word",
    [
        *("W+APw-rzburg", "W=C3=BCrzburg", "W%C3%BCrzburg", r"W\xc3\xbcrzburg", r"W\303\274rzburg"),
        *("W<c3><bc>rzburg", "W<C3><BC>rzburg", "W<U+00FC>rzburg"),
    ],
)
def test_a_word_in_clean_text_is_undone(word: str) -> None:
    assert fix(f"She moved to {word} last spring.") == "She moved to Würzburg last spring."


@pytest.mark.parametrize(
    "text",
    [
        "Die Bäckerin öffnet früh und schließt spät.",
        "Бабушка каждое утро печёт блины, а мы ещё спим.",
        "दादी हर सुबह गरम रोटियाँ बनाती हैं।",
        "おばあさんは毎朝、庭の花に水をやってから散歩に行きます。",
    ],
)
def test_escaped_bytes_are_undone_in_prose(text: str) -> None:
    assert fix(quote(text, safe=" ,.")) == text
    assert fix(encodestring(text.encode()).decode().replace("=\n", "")) == text
    assert fix("".join(char if char.isascii() else escaped(char) for char in text)) == text


def escaped(char: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in char.encode())


@pytest.mark.parametrize(
    "text",
    [
        "The form sends name=J%C3%BCrgen&city=K%C3%B6ln to the server every time.",
        "See https://example.org/wiki/D%C3%BCsseldorf for what the town is like.",
        "The picture is in Gr%C3%BC%C3%9Fe.png and nobody knows where it came from.",
        'greeting = "sch\\xc3\\xb6ne Gr\\xc3\\xbc\\xc3\\x9fe an euch alle zu Hause"',
        'auto text = u8"sch\\xc3\\xb6ne Gr\\xc3\\xbc\\xc3\\x9fe an euch alle zu Hause";',
        "K%C3%B6ln is decoded to Köln when a page is asked for, and back when it is not.",
        'text = "sch%C3%B6ne Gr%C3%BC%C3%9Fe an euch alle zu Hause"',
        "caption_utf7 = 'sch+APY-ne Gr+APwA3w-e an euch alle zu Hause'",
        "J%C3%BCrgen\nM%C3%BCnchen\nK%C3%B6ln",
        '{"name": "J%C3%BCrgen", "town": "K%C3%B6ln", "age": 7}',
        "Content-Transfer-Encoding: quoted-printable\n\nSch=C3=B6ne Gr=C3=BC=C3=9Fe an alle zu Hause",
    ],
)
def test_escapes_that_are_meant_are_left_alone(text: str) -> None:
    assert fix(text) == text


def test_asking_undoes_them_everywhere() -> None:
    assert fix("J%C3%BCrgen\nM%C3%BCnchen", Options(unescape=True)) == "Jürgen\nMünchen"


def test_ascii_and_lone_letters_are_undone_beside_words_alone() -> None:
    text = "Il linguaggio C++ è più facile da leggere, dice l'autore; forse è così.\n"
    assert fix(read_as_ascii(text)) == text
    assert fix("+AOg- +- +AD4-") == "+AOg- +- +AD4-"
    other = "The balance is +- 5 in any case.\n"
    assert fix(other + read_as_ascii(text)) == other + text


@pytest.mark.parametrize(
    "apostrophe", ["=E2=80=99", "%E2%80%99", r"\xe2\x80\x99", "<e2><80><99>", "<U+2019>"]
)
def test_signs_are_undone_that_stand_by_themselves(apostrophe: str) -> None:
    text = f"It{apostrophe}s late, and they{apostrophe}re not sure it{apostrophe}s worth the wait."
    assert fix(text) == text.replace(apostrophe, "’")


def test_the_receipt_says_what_happened() -> None:
    (repaired,) = repair("Das Caf+AOk- am Marktplatz hat heute geschlossen.").repairs
    assert repaired.steps == ("encode ascii", "decode utf-7")
    assert (repaired.before, repaired.after) == ("+AOk-", "é")
    assert repaired.explain() == (
        "UTF-7 bytes were read as ASCII, typical of programs that show mail as it was sent; "
        'read them with encoding="utf-7".'
    )


@pytest.mark.parametrize(
    "text",
    [
        "for (let n = i+AOk; n < length+AGE-1; n++) sum+=n+Foo+f64;",
        "key=ZKH0OqDGcU+AgLV/3UcC+gC0LB0xrW+BzL+OVk+CJZneCFpXQ==",
        "q=%28a:+i64,+i64,+i64%29+%3D+%281,+2%29",
        "call +4930123456 or +1-202-555-0100, ext. +ABC-",
        "<script> hidden as +ADw-script+AD4- passes the filter",
        "assert decoded(b'+ZeVnLIqe-') == '日本語'",
        "a line +AGE-break+AAo-is not made",
        "The Mann+API-based tool talks to our Learn+IBM-servers all day long.",
        "In UTF-7 a small town is K+APY-penick, which nobody writes any more.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert fix(text) == text
