"""The names of encodings, and the tables of single-byte code pages."""

from __future__ import annotations

import codecs
import json

import pytest

from mojifix import resources
from mojifix.codepages import labels, singlebyte

LABELS = json.loads(resources.read_bytes("mojifix.codepages", "labels.json"))["labels"]


def test_all_labels_of_the_standard_are_known() -> None:
    assert len(LABELS) == 228
    unknown = {label for label in LABELS if labels.codec_of(label) is None}
    # Python has no codec for ISO-2022-CN, and "replacement" names no data.
    assert unknown == {"iso-2022-cn", "iso-2022-cn-ext", "replacement"}


def test_every_codec_exists_under_the_spelling_that_python_uses() -> None:
    for label in LABELS:
        codec = labels.codec_of(label)
        if codec:
            assert codecs.lookup(codec).name == codec


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("latin1", "cp1252"),
        ("US-ASCII", "cp1252"),
        ("\tUTF8\r\n", "utf-8"),
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("shift_jis", "cp932"),
        ("ks_c_5601-1987", "cp949"),
        ("big5", "big5hkscs"),
        ("cp950", "cp950"),
        ("tis-620", "cp874"),
        ("iso-8859-9", "cp1254"),
        ("IBM866", "cp866"),
        ("unicode", "utf-16-le"),
        ("hz-gb-2312", "hz"),
        ("cp037", "cp037"),
        ("koi8_t", "koi8-t"),
        ("utf-8-sig", "utf-8"),
    ],
)
def test_a_label_means_what_browsers_or_python_take_it_for(label: str, codec: str) -> None:
    assert labels.codec_of(label) == codec


@pytest.mark.parametrize(
    "label",
    [
        "",
        "rot13",
        "zlib",
        "idna",
        "unicode_escape",
        "x" * 10_000,
        "../../etc",
        "utf\x00-8",
        "ütf-8",
    ],
)
def test_what_is_no_text_encoding_is_no_label(label: str) -> None:
    assert labels.codec_of(label) is None


@pytest.mark.parametrize("codepage", singlebyte.CODEPAGES)
def test_a_table_agrees_with_pythons_codec_wherever_that_is_defined(codepage: str) -> None:
    table, holes = singlebyte.table(codepage), singlebyte.undefined(codepage)
    for byte in range(256):
        if byte in holes:
            assert table[byte] in (chr(byte), chr(0xF700 + byte))
        else:
            assert table[byte] == bytes([byte]).decode(codepage)
