"""Encoded words, ISO-2022 and HZ that nobody decoded, and what only looks like them."""

from __future__ import annotations

from email.header import Header

import pytest
from growth import assert_linear, repeated

from mojifix import Options, fix, repair
from tests.corpus_files import rows

SENTENCES = [(row["language"], row["text"]) for row in rows("sentences.jsonl")]
JAPANESE = "おばあさんは毎朝、庭の花に水をやってから散歩に行きます。"
CHINESE = "奶奶每天早上给院子里的花浇水，然后去散步。"
KOREAN = "할머니는 매일 아침 꽃에 물을 주고 산책을 가십니다."


@pytest.mark.parametrize(("language", "text"), SENTENCES[::3])
def test_encoded_words_are_read_in_every_language(language: str, text: str) -> None:
    if not text.isascii():
        assert fix("Re: " + Header(text, "utf-8").encode()) == f"Re: {text}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Re: =?iso-8859-1?Q?Gr=F6=DFe_der?= =?utf-8?B?IFTDvHI=?=", "Re: Größe der Tür"),
        ("=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?= <a@b.de>", "café <a@b.de>"),
        ("An &c.: =?koi8-r?B?8NLJ18XU?=, =?us-ascii*en?q?a_b?=", "An &c.: Привет, a b"),
        ("=?iso-8859-1?Q?Gr=C3=B6=C3=9Fe?=", "Größe"),
    ],
)
def test_encoded_words_are_joined_and_may_be_garbled(text: str, expected: str) -> None:
    assert fix(text) == fix(text, Options(unescape=True)) == expected


@pytest.mark.parametrize(
    ("text", "codec", "without"),
    [
        (JAPANESE, "iso2022_jp", ""),
        (JAPANESE, "iso2022_jp", "\x1b"),
        (KOREAN, "iso2022_kr", ""),
        (CHINESE, "hz", ""),
    ],
)
def test_seven_bits_are_read(text: str, codec: str, without: str) -> None:
    garbled = text.encode(codec).decode("ascii")
    garbled = garbled.replace(without, "") if without else garbled
    assert fix(garbled) == text
    assert fix(f"Two lines:\n{garbled}\nand {garbled}") == f"Two lines:\n{text}\nand {text}"


@pytest.mark.parametrize(
    "text",
    [
        "Broken: =?utf-8?Q?caf=C3?= and =?foo?Q?a?= and =?utf-8?B?%%%?= and =?utf-8?Q?a",
        "`=?utf-8?Q?caf=C3=A9?=` is how a header writes it",
        "In iso-8859-1 that is written =?iso-8859-1?Q?caf=E9?= in a header.",
        's = decoded("=?utf-8?Q?caf=C3=A9?=")',
        "an encoded word looks like =?utf-8?q?some_word?= here",
        "=?utf-8?Q?caf=C3=A9=0D=0ABcc:_x?=",
        "price $B5.00 and $BTC rise (B), $Bill(B",
        "echo $BUILD_DIR/$BASE (Bash); cd $BUILD(B); $BAR=foo(BAZ)",
        "a regex ~{3,4}~} and ~{hello world~} and ~{ab~}",
        "red \x1b[31m text \x1b[0m and \x1b(B back, \x1b$B and no more",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert fix(text) == text


def test_the_receipt_says_what_happened() -> None:
    result = repair("Re: =?utf-8?Q?caf=C3=A9?=")
    (repaired,) = result.repairs
    assert (repaired.source_start, repaired.start, repaired.after) == (4, 4, "café")
    assert repaired.steps == ("unescape encoded-words",)
    assert repaired.explain().startswith(
        "Characters were written as encoded words of mail (RFC 2047); "
    )
    (repaired,) = repair(JAPANESE.encode("iso2022_jp").decode("ascii")).repairs
    assert repaired.explain().startswith("ISO-2022-JP bytes were read as ASCII, ")


@pytest.mark.parametrize(
    "unit",
    [
        "=?", "=?utf-8?Q?", "=?utf-8?Q?a", "=?utf-8?Q?=C3=A9?= ", "$B", "$B:#", "\x1b$B", "\x1b$B:#",
        "~{", "~{=q", "\x0e", "\x1b$)C\x0e>H", "$B:#F|(B",
    ],
)  # fmt: skip
def test_it_is_linear(unit: str) -> None:
    assert_linear(fix, repeated(unit), length=3_000)


def test_a_header_of_mail_stays_unless_escapes_are_to_be_undone() -> None:
    text = "Subject: =?utf-8?Q?caf=C3=A9?=\n =?utf-8?Q?_au_lait?=\nX-Note: =?utf-8?Q?th=C3=A9?="
    assert fix(text) == text
    assert fix(text, Options(unescape=True)).startswith("Subject: café au lait\nX-Note: thé")
