"""The stages of decoding, one by one."""

from __future__ import annotations

import codecs

import pytest

from mojifix.codepages import singlebyte
from mojifix.decoding import decode
from mojifix.decoding.mixtures import in_legacy
from mojifix.decoding.scoring import sample, single_bytes
from mojifix.decoding.scoring.candidates import rank
from mojifix.decoding.scoring.sample import Sample, take
from mojifix.decoding.signs import bom, controls, ebcdic, escapes, magic, prescan, wide
from mojifix.decoding.signs.declared import declared_codec
from mojifix.decoding.usage import USAGES
from mojifix.language import languages

RUSSIAN = "Тихо шуршит осенний дождь по крыше старого дома у реки. "
JAPANESE = "静かな雨が古い家の屋根を濡らしていました。"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"GIF89a\x01\x00", "a GIF image"),
        (b"\0\0\0\x20ftypisom\0\0\2\0", "an MP4 video"),
        (b"x" * 257 + b"ustar\x0000" + bytes(249), "a tar archive"),
        (b"BZh91AY&SY\xba\xd0", "bzip2 data"),
        (b"RIFF\x24\x08\0\0WAVE", "a RIFF file (WAV, AVI, WebP)"),
        (b"BM is short for Bitmap.", None),
        (b"RIFFING on a theme", None),
        (b"ID3 tags are explained here", None),
        (b"", None),
    ],
)
def test_a_signature_is_believed_where_no_text_could_start_so(head: bytes, kind: str) -> None:
    assert magic.kind(head) == kind


def test_the_longer_mark_wins_unless_it_cannot_be_utf32() -> None:
    assert bom.find(codecs.BOM_UTF32_LE + "a".encode("utf-32-le")) == ("utf-32-le", 4)
    assert bom.find(codecs.BOM_UTF16_LE + "\0a".encode("utf-16-le")) == ("utf-16-le", 2)


@pytest.mark.parametrize(
    ("head", "label", "by"),
    [
        (b"<meta charset=koi8-r>", "koi8-r", "meta"),
        (b"<META CHARSET = 'Big5'>", "Big5", "meta"),
        (b'<meta content="text/html; charset=euc-kr" http-equiv=Content-Type>', "euc-kr", "meta"),
        (b'<!-- <meta charset="x"> --><p>', None, None),
        (b'<?xml version="1.0" encoding="Shift_JIS"?>', "Shift_JIS", "xml"),
        (b"<?xml version='1.0' encoding='cp1251'?>", "cp1251", "xml"),
        (b'@charset "windows-1250";\nbody {}', "windows-1250", "cookie"),
        (b"# vim: set fileencoding=cp866 :\n", "cp866", "cookie"),
        (b"#!/bin/sh\n# -*- coding: euc-jp -*-\n", "euc-jp", "cookie"),
        (b"a\nb\n# coding: latin-1\n", None, None),
        (b"\\usepackage[latin9]{inputenc}\n", "latin9", "command"),
        (b"\\usepackage[ansinew]{inputenc}\n", "windows-1252", "command"),
        (b"\\usepackage[polish]{babel}\n", None, None),
        (b"\\input texinfo\n@documentencoding ISO-8859-5\n", "ISO-8859-5", "command"),
        (b"=pod\n\n=encoding koi8-r\n", "koi8-r", "command"),
        (b'" Vim\nscriptencoding cp1250\n', "cp1250", "command"),
        (b"Subject: x\nContent-Type: text/plain; charset=KOI8-R\n\n", "KOI8-R", "header"),
        (b"<meta charset=utf-16>", "utf-8", "meta"),
        (b"SET ISO8859-2\nTRY aeio\n", "ISO8859-2", "dictionary"),
        (b"# words\r\nSET microsoft-cp1251\r\n", "microsoft-cp1251", "dictionary"),
        (b"ISO8859-13\n.a1b\n", "ISO8859-13", "dictionary"),
        (b"SET NAMES latin1;\n", None, None),
        (b"ISO standards are many\n", None, None),
        (b"the charset=x of a sentence", None, None),
    ],
)
def test_what_a_head_declares(head: bytes, label: str | None, by: str | None) -> None:
    assert prescan.scan(head) == (label, by, None)


def test_a_declaration_of_nothing_known_is_none() -> None:
    assert declared_codec("klingon-1", "meta") is None


@pytest.mark.parametrize("codec", ["cp037", "cp500", "utf-7", "hz"])
def test_some_codecs_read_ascii_differently(codec: str) -> None:
    declaration = declared_codec(codec, "caller")
    assert declaration is not None
    assert declaration.reads_ascii_differently


def test_the_sample_holds_the_first_byte_beyond_ascii_and_is_bounded() -> None:
    for data in (
        b"a" * 500_000 + RUSSIAN.encode("cp1251") * 5000,
        (b"word " * 200 + b"caf\xe9 ") * 500,
        b"a" * 70_000 + b"\xe9" + b"b" * 70_000,
    ):
        taken = take(data)
        assert len(taken.window) <= sample.SIZE + 200
        assert any(byte > 127 for byte in taken.window)


def test_windows_of_a_sample_start_at_characters() -> None:
    data = (JAPANESE + "\n").encode("cp932") * 3000
    for piece in take(data).pieces[1:]:
        assert piece.decode("cp932", "ignore")[:4] in JAPANESE + "\n" + JAPANESE


def test_every_code_page_in_use_has_a_language_of_the_model() -> None:
    tags = set(languages())
    assert all(set(usage.languages) <= tags for usage in USAGES)
    assert len({usage.codepage for usage in USAGES}) == len(USAGES)


def test_adding_costs_side_by_side_is_adding_them_one_by_one() -> None:
    from mojifix.codepages import singlebyte
    from mojifix.language.model import UNITS_PER_BIT, load_group
    from mojifix.language.score import pair_codes

    data = RUSSIAN.encode("koi8-r") * 12  # several batches
    costs = single_bytes.score(single_bytes.codes_of(data))
    group = load_group("cyrillic")
    for number, reading in enumerate(single_bytes.readings()):
        if reading.language != "ru":
            continue
        symbols = f" {singlebyte.decode(data, reading.codepage)} "
        pairs = pair_codes(group.alphabet.encode(symbols))
        high = pair_codes(b" " + data + b" ")
        table = group.tables[group.languages.index("ru")]
        alone = sum(table[p] for p, h in zip(pairs, high, strict=True) if h & 0x8080)
        assert costs[number] == alone + round(reading.prior * UNITS_PER_BIT)


def test_no_prior_is_negative_so_that_sums_stay_in_their_places() -> None:
    assert all(0 <= reading.prior < 500 for reading in single_bytes.readings())


def test_a_hint_of_language_or_codec_moves_the_ranking() -> None:
    data = Sample(("þ".encode("cp1252"),))
    plain = rank(data)
    assert rank(data, {"cp1254": 30.0})[0].codec == "cp1254"
    assert rank(data, {"cp1254": 30.0})[0].bits < plain[0].bits
    turkish = Sample(("şeker".encode("cp1254"),))
    assert rank(turkish, languages=("tr",))[0].language == "tr"


def test_wide_encodings_need_evidence() -> None:
    assert wide.find("Guten Tag".encode("utf-16-be")) == "utf-16-be"
    assert wide.find(b"Guten Tag, wie geht es", has_controls=False) is None
    assert wide.find(bytes(range(64))) is None
    assert wide.find(b"") is None
    assert wide.find(b"\0") is None


def test_iso_2022_may_be_cut_off() -> None:
    cut = "日本語を勉強しています".encode("iso2022_jp")[:-4]
    found = escapes.find(cut)
    assert found is not None
    assert found.codec == "iso2022_jp"


def test_control_characters_are_counted_in_the_head_and_nuls_anywhere() -> None:
    assert controls.share(b"tab\tand\r\nline\x0cfeed\x1b[0m") == 0
    assert 0 < controls.share(b"a" * 10_000 + b"\0") < 0.001
    assert controls.are_too_many_for_utf8(b"\x01\x02\x03\x04 ab")


def test_a_legacy_text_without_utf8_has_no_repairs() -> None:
    for codec in ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"):
        assert not in_legacy.decode((RUSSIAN * 20).encode(codec), codec).repairs
    for codec in ("cp932", "euc_jp"):
        assert not in_legacy.decode((JAPANESE * 20).encode(codec), codec).repairs


def test_data_behind_a_head_of_text_is_no_text_but_nuls_behind_one_are() -> None:
    head = "Überschrift, die länger ist als das, was gelesen wird.\n".encode("cp1252") * 100
    assert controls.are_too_many(controls.share(head + bytes(range(1, 256)) * 40))
    assert not controls.are_too_many(controls.share(head + bytes(9_000)))


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp037", "It rained all morning, so the stalls [all nine] stayed empty."),
        ("cp500", "Il a plu toute la matinée [et même après] : le marché est vide."),
        ("cp273", "Am Morgen fiel Regen, die Händler räumten früh ihre Stände ab."),
        ("cp277", "Det regnede hele formiddagen, så bønderne kørte hjem før frokost."),
        ("cp870", "Rano padał deszcz, więc na targu było pusto i cicho."),
        ("cp875", "Το πρωί έβρεχε και η αγορά ήταν άδεια."),
        ("cp1025", "Утром шёл дождь, и на рынке было пусто."),
        ("cp037", "".join(field.ljust(40) for field in ("PLUM JAM", "12 JARS", "PAID"))),
    ],
)
def test_ebcdic_is_known_by_its_blanks(codec: str, text: str) -> None:
    data = singlebyte.encode(text, codec)
    assert decode(data).text == text
    assert ebcdic.find(text.encode("utf-16-le")) is None


def test_a_page_of_ebcdic_that_is_named_is_preferred() -> None:
    data = "NAME  CITY".encode("cp500")
    assert ebcdic.find(data) == "cp037"
    assert decode(data, declared="cp500").source.encoding == "cp500"
