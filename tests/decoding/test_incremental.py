"""Streams: however they are cut, the text is the same."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.byte_cases import Case, load
from mojifix.decoding import IncrementalDecoder, decode
from mojifix.decoding.incremental import BLOCK

CASES = [case for case in load("robust") + load("tiny") if len(case.data) < BLOCK]
LINE = {
    "cp1251": "Осенью в парке пахнет мокрой листвой и дымом.\n",
    "utf-8": "Höfliche Gäste grüßen früh – und gehen spät. Привет!\n",
    "cp932": "今朝は早く起きて、駅まで歩いて行きました。\n",
    "gb18030": "今天早上我很早就起床，走路去了车站。\n",
    "utf-16-le": "Zwei Züge fuhren vorüber, und niemand stieg aus.\n",
    "iso2022_jp": "今朝は早く起きて、駅まで歩いて行きました。\n",
}


def stream(data: bytes, cuts: list[int]) -> tuple[str, IncrementalDecoder]:
    decoder = IncrementalDecoder()
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    parts = [decoder.decode(data[a:b]) for a, b in itertools.pairwise(places)]
    return "".join(parts) + decoder.decode(b"", final=True), decoder


@given(st.sampled_from(CASES), st.lists(st.integers(0, BLOCK), max_size=12))
def test_a_short_stream_gives_what_decode_gives(case: Case, cuts: list[int]) -> None:
    text, decoder = stream(case.data, cuts)
    whole = decode(case.data)
    assert text == whole.text
    assert decoder.source == whole.source


@settings(max_examples=25)
@given(
    st.sampled_from(sorted(LINE)),
    st.integers(0, 3 * BLOCK),
    st.lists(st.integers(0, 4 * BLOCK), max_size=8),
    st.binary(max_size=3),
)
def test_a_long_stream_gives_the_same_in_any_chunks(
    codec: str, size: int, cuts: list[int], tail: bytes
) -> None:
    data = LINE[codec].encode(codec)
    data = data * (size // len(data) + 1) + tail
    assert stream(data, cuts)[0] == stream(data, [])[0]


@pytest.mark.parametrize("codec", LINE)
def test_a_long_stream_is_read_right(codec: str) -> None:
    text = LINE[codec] * (3 * BLOCK // len(LINE[codec].encode(codec)))
    read, decoder = stream(text.encode(codec), [1, 77_777, 100_001])
    assert read == text
    assert decoder.source.encoding == codec
    assert decoder.source.replaced == 0


def test_the_encoding_stays_open_while_all_is_ascii() -> None:
    english = "Nothing beyond ASCII on this line.\n" * (2 * BLOCK // 35)
    for codec in ("cp1251", "utf-8", "iso2022_jp"):
        text = english + LINE[codec] * 20
        read, decoder = stream(text.encode(codec), [])
        assert read == text
        assert decoder.source.encoding == codec


def test_thin_evidence_can_be_revised_for_what_follows() -> None:
    english = "A café is mentioned once.\n".encode("cp1252") + b"Plain line of text.\n" * 4000
    text, decoder = stream(english + LINE["cp1251"].encode("cp1251") * 400, [])
    assert text.startswith("A café is")
    assert text.endswith(LINE["cp1251"])
    assert decoder.source.encoding == "cp1251"


def test_a_stray_run_late_in_a_stream_of_utf8_is_read() -> None:
    data = LINE["utf-8"].encode() * 3000 + "später\n".encode("cp1252") + LINE["utf-8"].encode() * 9
    text, decoder = stream(data, [])
    assert "später\n" in text
    assert decoder.source.encoding == "utf-8"


def test_memory_is_bounded_by_a_block() -> None:
    decoder = IncrementalDecoder()
    line = LINE["cp1251"].encode("cp1251")
    for _ in range(20 * BLOCK // len(line)):
        decoder.decode(line)
        assert len(decoder._buffer) <= BLOCK + len(line)


def test_binary_data_gives_no_text() -> None:
    text, decoder = stream(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 1000, [5, 70_000])
    assert text == ""
    assert decoder.source.encoding is None


def test_a_finished_stream_takes_no_more() -> None:
    decoder = IncrementalDecoder()
    decoder.decode(b"done", final=True)
    with pytest.raises(ValueError, match="new IncrementalDecoder"):
        decoder.decode(b"more")


def test_a_chunk_of_text_is_refused_with_the_way_out() -> None:
    with pytest.raises(TypeError, match="decoded already"):
        IncrementalDecoder().decode("text")  # type: ignore[arg-type]


def test_bad_arguments_raise_before_the_first_chunk() -> None:
    with pytest.raises(TypeError):
        IncrementalDecoder(languages="de")
    with pytest.raises(ValueError, match="declared_by"):
        IncrementalDecoder("utf-8", "rumor")  # type: ignore[arg-type]


def test_the_language_that_the_first_block_names_counts() -> None:
    page = '<html lang="tr"><body>şekerim</body></html>'
    assert IncrementalDecoder().decode(page.encode("cp1254"), final=True) == page
