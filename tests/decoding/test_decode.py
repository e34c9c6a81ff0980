"""``decode`` and ``detect``: arguments, evidence, priors."""

from __future__ import annotations

import pickle
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.decoding import decode, detect

RUSSIAN = "Вечером дождь наконец перестал, и дети выбежали во двор. "
GERMAN = "Die Bäckerei öffnet früh und schließt spät. "


@given(st.binary(max_size=200))
def test_no_bytes_raise_and_spans_hold(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.source.byte_length == len(data)
    if decoded.source.encoding is None:
        assert decoded.text == ""
    for repair in decoded.repairs:
        assert decoded.text[repair.start : repair.end] == repair.after


@given(st.text())
def test_utf8_comes_back_as_it_was_unless_it_is_full_of_controls(text: str) -> None:
    decoded = decode(text.encode("utf-8", "ignore"))
    if decoded.source.encoding == "utf-8" and not decoded.source.had_bom:
        assert decoded.text == text.encode("utf-8", "ignore").decode("utf-8")


@given(st.binary(max_size=120))
def test_candidates_are_ranked_and_their_probabilities_are_probabilities(data: bytes) -> None:
    candidates = detect(data)
    others = [candidate.probability for candidate in candidates[1:]]
    assert all(0.0 <= candidate.probability <= 1.0 for candidate in candidates)
    assert others == sorted(others, reverse=True)
    assert candidates[0].evidence


@pytest.mark.parametrize("kind", [bytearray, memoryview])
def test_any_buffer_is_taken_for_bytes(kind: type) -> None:
    assert decode(kind(GERMAN.encode("cp1252"))).text == GERMAN


def test_text_is_refused_with_the_way_out() -> None:
    with pytest.raises(TypeError, match="decoded already"):
        decode("text")  # type: ignore[arg-type]


@pytest.mark.parametrize("languages", ["ru", 5, [5], [None]])
def test_languages_that_are_no_tags_are_refused(languages: object) -> None:
    with pytest.raises(TypeError, match="languages takes a tuple of str"):
        decode("é".encode("cp1252"), languages=languages)  # type: ignore[arg-type]


LONE = "".join(f"letter\t{char}\t{char.upper()}\n" for char in "áéíóúàèìòùâêîôûãõç")


@pytest.mark.parametrize(
    ("text", "codec", "hints"),
    [
        # One control character is no sign of binary data.
        ("\x07", "ascii", {}),
        # One sign in ASCII is that of Windows.
        ("see page 4 µ", "cp1252", {}),
        ("‡ 2019 The Authors", "cp1252", {}),
        ("the limit is 5 ‰", "cp1252", {}),
        # So is the euro's beside a number, where letters do not tell otherwise …
        ("100 €", "cp1252", {}),
        ("Prix : 15,90\xa0€ TTC", "cp1252", {}),
        ("Menú del día 12€", "iso8859-15", {}),
        ("дом 5 А", "cp866", {}),
        ("кв. 7А", "mac-cyrillic", {}),
        # … and a no-break space beside a number or a sign.
        ("«\xa0Oui\xa0»", "cp1252", {}),
        ("Distance : 12\xa0500\xa0km", "cp1252", {}),
        ("¡está!", "cp850", {}),
        # Signs of trade behind a word are no letters.
        ("Gadget®", "cp1252", {}),
        ("Gadget™, our new soap", "cp1252", {}),
        ("the Gadget®", "cp1252", {}),
        # Letters that stand alone outweigh neither a declaration nor words.
        ('<?xml version="1.0" encoding="iso-8859-1"?>\n<a>é</a><a>ç</a><a>ä</a><a>ö (x)</a>\n',
         "latin-1", {}),
        (f"# Lista de terminações do dicionário português\n{LONE}", "cp1252", {}),
        ("<title>Rents</title>" + "<td>Weekly rent per dwelling (£) in 1997</td>\n" * 6,
         "cp1252", {"declared": "iso-8859-1", "declared_by": "meta"}),
        # Words behind many of them are found, and outweigh a declaration.
        ("# -*- coding: iso-8859-1 -*-\n" + "е -\n" * 2000 + "Съешь ещё этих мягких булок\n",
         "cp1251", {}),
        # The language that the page or the caller names counts.
        ('<html lang="tr"><body>şekerim</body></html>', "cp1254", {}),
        ('<html lang="is"><body>þekerim</body></html>', "cp1252", {}),
        ("şeker", "cp1254", {"languages": ("tr",)}),
        ("þ", "cp1252", {"languages": ("is",)}),
        # … however its tag is written: in capitals, as a locale, or without the script.
        ("ђак", "cp1251", {"languages": ("SR-Cyrl",)}),
        ("ђак", "cp1251", {"languages": ("sr_RS.UTF-8",)}),
        ('<html lang="sr"><body>ђак</body></html>', "cp1251", {}),
        # … or as an older tag, or one of several languages, says it.
        ('<html lang="no"><body>sjø</body></html>', "cp1252", {}),
        ("לא", "cp1255", {"languages": ("iw",)}),
        ("đak", "cp1250", {"languages": ("sh",)}),
        # UTF-16 may look like UTF-8 that is cut off.
        ("明天会下雨", "utf-16-le", {}),
        # Korean syllables may be spelled with their letters.
        ("똠방각하를 봤다", "euc_kr", {}),
        # A known word settles a short text.
        ("famílies", "mac-roman", {}),
        ("šest jablek", "cp852", {}),
        ("la verità", "cp850", {}),
    ],
)  # fmt: skip
def test_the_text_comes_back(text: str, codec: str, hints: dict[str, Any]) -> None:
    assert decode(text.encode(codec), **hints).text == text


def test_an_unknown_speaker_is_refused() -> None:
    with pytest.raises(ValueError, match="choose one of http"):
        decode(b"", "utf-8", "fax")  # type: ignore[arg-type]


def test_a_declaration_settles_what_content_leaves_open() -> None:
    data = "№ 5".encode("cp1251")
    assert decode(data, "windows-1251", "http").text == "№ 5"
    assert decode(data, "windows-1251", "http").source.declared == "windows-1251"


def test_a_wrong_declaration_is_overruled_and_the_evidence_says_so() -> None:
    source = decode(RUSSIAN.encode("koi8-r"), "windows-1251", "http").source
    assert source.encoding == "koi8-r"
    assert "the HTTP header names windows-1251, overruled" in source.evidence


@pytest.mark.parametrize("label", ["gb2312", "windows-1251", "shift_jis", "big5"])
def test_what_a_page_says_of_a_few_words_is_weighed(label: str) -> None:
    page = f'<html><head><meta charset="{label}"><title>Élan vital</title></head><p>Élan vital</p>'
    assert decode(page.encode("cp1252")).text == page


def test_a_declaration_is_believed_where_the_text_is_in_no_language() -> None:
    text = "SET ISO8859-2\nTRY aáeéěiíoóuúůyýbcčdďfghjklmnňpqrřsštťvwxzž\nREP 2\nREP í ý\nREP ú ů\n"
    result = decode(text.encode("iso8859-2"))
    assert result.text == text
    assert "in no language of the model" in result.source.evidence


def test_words_beside_an_unknown_alphabet_are_kept() -> None:
    unknown = bytes(range(0x80, 0x100, 5)) * 4
    data = b"".join(b"%b is the name of item %d\n" % (unknown[i : i + 9], i) for i in range(60))
    result = decode(data + b"\x1a")
    assert result.text.count(" is the name of item ") == 60
    assert "in no language of the model" in result.source.evidence


def test_the_default_of_a_server_is_not_believed_there() -> None:
    data = "TRY aáeéěiíoóuúůyýbcčdďfghjklmnňpqrřsštťvwxzž\nREP í ý\nREP ú ů\n".encode("iso8859-2")
    evidence = decode(data, declared="iso-8859-2", declared_by="http").source.evidence
    assert "in no language of the model" not in evidence
    assert "the HTTP header names iso-8859-2, overruled" in evidence


def test_letters_in_no_language_are_not_lost() -> None:
    rng = random.Random(5)
    letters = [rng.choices("čžšđćČŽŠĐĆ×÷ß§Łł¤", k=40) for _ in "12"]
    keys = rng.choices("QW@#$%{}<>?0123", k=40)
    data = "\n".join(f"{a}{b}\t{c}" for a, b, c in zip(*letters, keys, strict=True)).encode(
        "cp1250"
    )
    result = decode(data)
    assert result.source.encoding is not None
    assert len(result.text) == len(data)


def test_the_words_at_the_head_tell_of_a_letter_alone_among_drawings() -> None:
    letter = b"|  ||  | #\n'--''--' #\n  `--'   #\n"
    head = b"banner 7 5 16\nLetters made of lines, for the head of a page, drawn by hand\n"
    text = decode(head + letter * 60 + b"\xdf#\n" + letter * 20).text
    assert "\nß#\n" in text


def test_a_table_of_letters_far_behind_is_not_lost() -> None:
    letters = "".join(map(chr, range(0xC0, 0x100)))
    rows = "".join(f"compose '`' '{letter}'\n" for letter in letters).encode("latin-1")
    found = decode(b"keycode 30 = a A\n" * 300 + rows)
    assert found.source.replaced == 0
    assert found.source.encoding != "ascii"


def test_a_long_head_of_ascii_allows_no_ill_formed_east_asian() -> None:
    rows = "".join(
        f"compose '{plain}' to '{letter}'\n" for plain, letter in zip("aeiou", "áéíóú", strict=True)
    )
    head = "# keys of a laptop (as there). By Ramón Bell <n@x.org>\n" + "keycode 30 = a A\n" * 600
    text = (head + rows + rows.upper()).encode("cp1252")
    assert decode(text).text == text.decode("cp1252")


def test_the_evidence_names_language_and_runner_up() -> None:
    evidence = decode(GERMAN.encode("cp1252")).source.evidence
    assert evidence[0].startswith("cheapest reading in de:")
    assert "bits less than" in evidence[1]


def test_what_the_source_itself_spells_as_replacement_is_not_counted() -> None:
    decoded = decode("kept \ufffd here, ".encode() + b"lost \xe2\x82 there " + RUSSIAN.encode())
    assert decoded.text.count("\ufffd") == 2
    assert decoded.source.replaced == 1


def test_detect_names_the_language_of_utf8() -> None:
    assert detect(RUSSIAN.encode())[0].language == "ru"


def test_equal_readings_are_one_candidate() -> None:
    encodings = [candidate.encoding for candidate in detect("Caf\xe9 cr\xe8me".encode("cp1252"))]
    assert encodings[0] == "cp1252"
    assert "iso8859-15" not in encodings


def test_detect_prefers_text_to_ebcdic_and_utf7() -> None:
    assert detect(b"Hi Mom -+Jjo--!")[0].encoding == "utf-8"
    assert "cp037" not in {candidate.encoding for candidate in detect("Ä".encode("cp037") * 9)}


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN,
        GERMAN,
        "Il linguaggio C++ è più facile, forse.",
        "おばあさんは花に水をやる。",
        "Où est passé l’été\xa0? Il est déjà fini\xa0!",
    ],
)
def test_utf7_is_told_by_its_words(text: str) -> None:
    decoded = decode(text.encode("utf-7"))
    assert (decoded.text, decoded.source.encoding) == (text, "utf-7")


@pytest.mark.parametrize(
    "data",
    [
        b"call +4930123456 or +1-202-555-0100",
        b"for (i+AOk; i<n; i++) sum += a+b+count",
        b"key = ZKH0OqDGcU+AgLV/3UcC+gC0LB0xrW+BzL+OVk+CJZneCFpXQ==",
        b"<script> hidden as +ADw-script+AD4- passes the filter",
        b"The Mann+API-based tool talks to our Learn+IBM-servers all day long.",
    ],
)
def test_plus_signs_in_ascii_are_no_utf7(data: bytes) -> None:
    assert decode(data).text == data.decode()


@pytest.mark.parametrize("text", ["pripažinimas", "virtuvėje nusprendė"])
def test_of_readings_as_cheap_the_one_whose_language_is_usual_in_its_code_page_wins(
    text: str,
) -> None:
    assert decode(text.encode("cp1257")).text == text


@pytest.mark.parametrize("text", ["Tomáš", "Jan Lukáš", "guláš"])
@pytest.mark.parametrize("codepage", ["cp1250", "iso8859-2"])
def test_a_word_that_ends_like_the_start_of_utf_8_is_none_that_is_cut_off(
    text: str, codepage: str
) -> None:
    assert decode(text.encode(codepage)).text == text


@pytest.mark.parametrize(
    ("text", "codepage"),
    [("πρώτο", "cp737"), ("имаме", "cp855"), ("機能", "euc_jp"), ("식기를", "cp949")],
)
def test_a_word_that_looks_like_the_end_of_a_character_and_one_more_is_no_utf_8(
    text: str, codepage: str
) -> None:
    assert decode(text.encode(codepage)).text == text


@pytest.mark.parametrize("text", ["Zelená", "Tmavozelená"])
def test_one_letter_behind_latin_ones_is_latin(text: str) -> None:
    assert (
        decode(f"'DARK GREEN' => '{text}',".encode("iso8859-2")).text
        == f"'DARK GREEN' => '{text}',"
    )


@pytest.mark.parametrize(
    "text", ["café \x01 au lait", "¿Salir? \x01Sí, \x01No, \x01Quizás después"]
)
def test_control_characters_in_words_leave_them_words(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


def test_a_serialized_table_is_no_text() -> None:
    assert (
        decode(pickle.dumps({"locale_id": "be_BY", "territories": {}, "languages": {}}, 2)).text
        == ""
    )


def test_estonian_has_its_letters_in_latin_9() -> None:
    text = "Tšehhov on eelkõige tuntud oma novellide poolest."
    assert decode(text.encode("iso8859-15")).text == text


@pytest.mark.parametrize("piece", [b"don\xe2\x80", b"hi\xf0\x9f", b"a\xe4\xb8"])
def test_a_character_that_is_cut_off_behind_ascii_is_one(piece: bytes) -> None:
    assert decode(piece).source.encoding == "utf-8"


def test_of_code_pages_that_read_a_text_alike_the_commonest_is_named() -> None:
    """cp857 is that of Turkish, and has the letters of German and French where cp850 has them."""
    for text, codec in (("Die Straße führt über den Fluß.", "cp850"), ("güneş doğdu", "cp857")):
        assert detect(text.encode(codec))[0].encoding == codec
