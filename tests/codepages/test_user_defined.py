"""The characters that users may draw have the bytes that Windows reads them from."""

from __future__ import annotations

import pytest

from mojifix.codepages import multibyte, user_defined


@pytest.mark.parametrize(("codec", "last"), [("gbk", 0xE765), ("cp950", 0xF848)])
def test_every_character_has_two_bytes_of_its_own(codec: str, last: int) -> None:
    drawn = {char: data for char, data in user_defined.bytes_of(codec).items() if char != "€"}
    assert sorted(drawn) == [chr(code) for code in range(0xE000, last + 1)]
    assert len(set(drawn.values())) == len(drawn)
    assert {len(data) for data in drawn.values()} == {2}


def test_no_other_character_of_gbk_has_these_bytes() -> None:
    data = user_defined.bytes_of("gbk").values()
    assert [pair for pair in data if multibyte.decode(pair, "gbk")] == []


def test_a_text_with_such_characters_becomes_bytes() -> None:
    assert multibyte.encode("鏈\ue4c5€", "gbk") == "鏈".encode("gbk") + b"\xfe\xfe\x80"
    assert multibyte.encode("鏈\ue4c5", "cp949") is None
    assert multibyte.encode("a\uf8ff", "gbk", "ignore") == b"a"
