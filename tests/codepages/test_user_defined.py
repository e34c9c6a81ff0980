"""The characters that users may draw have the bytes that Windows reads them from."""

from __future__ import annotations

import pytest

from mojifix.codepages import multibyte, user_defined


@pytest.mark.parametrize(("codec", "last"), [("gbk", 0xE765), ("cp950", 0xF848), ("cp949", 0xE0BB)])
def test_every_character_has_two_bytes_of_its_own(codec: str, last: int) -> None:
    pairs = user_defined.bytes_of(codec).items()
    drawn = {char: data for char, data in pairs if data not in (b"\x80", b"\xff")}
    assert sorted(drawn) == [chr(code) for code in range(0xE000, last + 1)]
    assert len(set(drawn.values())) == len(drawn)
    assert {len(data) for data in drawn.values()} == {2}


@pytest.mark.parametrize("codec", ["gbk", "cp949"])
def test_no_other_character_has_these_bytes(codec: str) -> None:
    data = user_defined.bytes_of(codec).values()
    assert [pair for pair in data if multibyte.decode(pair, codec)] == []


def test_a_text_with_such_characters_becomes_bytes() -> None:
    assert multibyte.encode("鏈\ue4c5€", "gbk") == "鏈".encode("gbk") + b"\xfe\xfe\x80"
    assert multibyte.encode("鏈\ue4c5", "cp949") is None
    assert multibyte.encode("a\uf8ff", "gbk", "ignore") == b"a"


@pytest.mark.parametrize(
    ("codec", "last"), [("gbk", "\uf8f5"), ("cp950", "\uf8f8"), ("cp949", "\uf8f7")]
)
def test_the_last_letter_of_cyrillic_is_a_lone_byte(codec: str, last: str) -> None:
    assert multibyte.encode(f"a{last}.", codec) == "aя.".encode("cp1251")
