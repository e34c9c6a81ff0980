"""Of text in alphabets that no code page holds, the closest look finds nothing to change."""

from __future__ import annotations

import re

import pytest
from corpus_files import rows
from hypothesis import given
from hypothesis import strategies as st

from corpus.garbling import garble
from mojifix.codepages import multibyte, singlebyte, utf8
from mojifix.mojibake import utf16
from mojifix.mojibake.finding import weighed_edits
from mojifix.mojibake.gate.reach import ALPHABETS, JOINERS, SIGNS, is_out_of_reach
from mojifix.mojibake.utf8 import whole
from mojifix.mojibake.weighing.scale import Scale
from mojifix.mojibake.words import lines_of

LETTERS = re.findall(f"[{ALPHABETS}]", "".join(map(chr, range(0x80, 0x3000))))
OTHERS = sorted(set(multibyte.DECODERS) - {"gb18030"})
HINDI = "रण संवाद में बहुत लोग आए"

# Words of letters, of signs, of ASCII; where a sign stands in a word is drawn, too.
_WORD = st.one_of(
    st.text(st.sampled_from(LETTERS), min_size=1, max_size=9),
    st.text(st.sampled_from(SIGNS + JOINERS), min_size=1, max_size=2),
    st.text(st.characters(codec="ascii"), min_size=1, max_size=6),
)
_TEXT = st.lists(st.tuples(_WORD, st.sampled_from(["", " ", " ", "\n"])), max_size=20).map(
    lambda words: "".join(word + blank for word, blank in words)
)


def test_no_code_page_holds_the_letters() -> None:
    for codepage in singlebyte.CODEPAGES:
        assert set(LETTERS).isdisjoint(singlebyte.table(codepage)), codepage


@pytest.mark.parametrize("codec", OTHERS)
def test_no_east_asian_codec_holds_the_letters(codec: str) -> None:
    assert [letter for letter in LETTERS if multibyte.encode(letter, codec) is not None] == []


def test_no_sign_and_joiner_are_two_bytes_of_utf8() -> None:
    for codepage in singlebyte.CODEPAGES:
        chars = singlebyte.table(codepage)
        joiners = [byte for byte in utf8.CONTINUATIONS if chars[byte] in JOINERS]
        assert not joiners or not [byte for byte in utf8.LEADS if chars[byte] in SIGNS], codepage


@given(_TEXT)
def test_the_closest_look_finds_nothing(text: str) -> None:
    if text.isascii() or not is_out_of_reach(text):
        return
    lines = lines_of(text)
    for part in (text, *(text[start:end] for start, end in lines)):
        assert weighed_edits(part, set(), Scale(part)) == []
        assert whole.find_change(part, [(0, len(part))], set()) is None
    assert utf16.find_change(text) is None


@pytest.mark.parametrize(
    "text",
    [
        HINDI,
        f"“{HINDI}” – {HINDI}…",
        f"PDF: {HINDI}\n\n{HINDI} (2025)",
        "क्\u200dष में",
        "ქართული ენა",
        "የኢትዮጵያ ሕዝብ",
    ],
)
def test_clean_text_in_such_an_alphabet_is_out_of_reach(text: str) -> None:
    assert is_out_of_reach(text)


@pytest.mark.parametrize(
    "more",
    [
        "é",
        "тест",
        "h“tel",
        "“a",
        "a”",
        "“”",
        "\u200dक",
        "\0",
        "\x85",
        "中",
        "\ufffd",
        "©",
    ],
)
def test_what_may_be_a_byte_is_in_reach(more: str) -> None:
    assert not is_out_of_reach(f"{HINDI} {more}")


def test_text_without_a_blank_may_be_utf16() -> None:
    assert not is_out_of_reach("".join(HINDI.split()))
    assert is_out_of_reach(f"संवाद\n{HINDI}")


def test_garbled_sentences_are_in_reach() -> None:
    for row in rows("sentences.jsonl"):
        for chain in ("utf-8 as cp1252", "utf-8 as cp874", "utf-8 as gbk"):
            try:
                garbled = garble(row["text"], [chain])
            except UnicodeError:  # the sentence cannot have been garbled that way
                continue
            assert garbled == row["text"] or not is_out_of_reach(garbled)
