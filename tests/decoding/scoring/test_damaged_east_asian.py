"""East Asian text with a few bad bytes is still read in its codec."""

from __future__ import annotations

import pytest

from mojifix.decoding import decode
from mojifix.decoding.scoring import eastasian

TEXTS = {
    "euc_jp": "静かな雨が古い家の屋根を濡らしていました。",
    "gb18030": "今天早上我很早就起床，走路去了车站。",
    "cp949": "조용한 비가 강가의 오래된 집 지붕을 적시고 있었다.",
}


@pytest.mark.parametrize("codec", TEXTS)
@pytest.mark.parametrize("damage", [b"\xff", b"\xff\xff"])
def test_a_byte_that_is_in_no_character_is_a_replacement(codec: str, damage: bytes) -> None:
    data = (TEXTS[codec] + "\n").encode(codec) * 3
    data += damage + data
    decoded = decode(data)
    assert decoded.text == data.decode(codec, "replace")
    assert decoded.source.encoding == codec
    assert decoded.source.replaced == len(damage)


def test_a_codec_in_which_much_is_ill_formed_reads_nothing() -> None:
    assert eastasian.decode_pieces((b"caf\xe9 d\xe9j\xe0 \xe9t\xe9 ",), "euc_jp") is None
    assert eastasian.decode_pieces((b"\xe9",), "cp932") is None


def test_ascii_with_many_spans_costs_what_its_characters_do() -> None:
    text = "plain words and then 今朝は早く"
    row = eastasian.score((text.encode("cp932"),))[0]
    assert row.codec == "cp932"
