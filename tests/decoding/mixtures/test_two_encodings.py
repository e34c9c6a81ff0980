"""Runs of another encoding are told from damage, and both are read as what they are."""

from __future__ import annotations

import pytest

from mojifix.decoding import decode

GERMAN = "Die Bäckerei öffnet früh und schließt spät.\n"
FRENCH = "Le château était fermé à l'époque où nous y sommes allés.\n"
RUSSIAN = "Вечером дождь наконец перестал, и дети выбежали во двор.\n"


@pytest.mark.parametrize(
    ("page", "line", "codec"),
    [
        (GERMAN, "Er kam später\n", "cp1252"),
        (GERMAN, "größer\n", "cp850"),
        (FRENCH, "la première année\n", "cp1252"),
        (FRENCH, "privée\n", "mac-roman"),
        (RUSSIAN, "Сосед починил крыльцо\n", "koi8-r"),
        # A word of it is UTF-8 by chance.
        (RUSSIAN, "Сосед так поздно вернулся\n", "cp866"),
        ("Το πρωί έβρεχε και μείναμε στο σπίτι.\n", "Δεν ξέρω τι ώρα γυρίζουν\n", "cp737"),
    ],
)
def test_a_line_that_damage_could_leave_in_part_is_read(page: str, line: str, codec: str) -> None:
    data = page.encode() * 2 + line.encode(codec) + page.encode()
    assert decode(data).text == page * 2 + line + page


@pytest.mark.parametrize("text", ["Prix : 5_€", "été 10_€ déjà", "Größe 5_mm", "il coûte_5 €"])
def test_a_no_break_space_of_one_byte_beside_a_number_is_read(text: str) -> None:
    front, back = text.split("_")
    decoded = decode(front.encode() + b"\xa0" + back.encode())
    assert decoded.text == f"{front}\xa0{back}"
    assert [repair.steps for repair in decoded.repairs] == [("decode cp1252",)]


@pytest.mark.parametrize("text", ["voil_ l’été", "Sar_. Però", "_ l’école"])
def test_what_is_left_of_a_letter_is_no_space(text: str) -> None:
    front, back = text.split("_")
    decoded = decode(front.encode() + b"\xa0" + back.encode())
    assert (decoded.text, decoded.repairs) == (f"{front}\ufffd{back}", ())


SPANISH = (
    "¿Quién dejó abierta la ventana?\nMañana iremos al jardín botánico con los niños.\n"
    "El camión pasó por aquí después de las ocho.\nLa canción acabó y nadie aplaudió en el salón.\n"
)


@pytest.mark.parametrize("codec", ["cp850", "cp437", "cp1252"])
def test_a_byte_beside_many_of_another_encoding_is_in_that_one(codec: str) -> None:
    data = SPANISH.encode() + (SPANISH + "¿Vas?\n").encode(codec)
    assert decode(data).text == SPANISH * 2 + "¿Vas?\n"
    alone = decode(SPANISH.encode() * 2 + "¿Vas?\n".encode("cp850"))
    assert alone.text == SPANISH * 2 + "\ufffdVas?\n"


def test_a_field_that_was_cut_within_a_letter_ends_with_a_replacement() -> None:
    rows = ["Те не уснали", "Никой не дойде", "Член на съвета", "Кога ще дойдат"]
    data = b"".join(b"%b;x\n" % row.encode()[:17] for row in rows)
    assert decode(data).text == data.decode("utf-8", "replace")


def test_a_lost_byte_of_a_word_is_not_made_a_letter_of_no_word() -> None:
    data = GERMAN.encode() + "störend\n".encode().replace(b"\xc3", b"") + GERMAN.encode()
    assert "st\ufffdrend" in decode(data).text


@pytest.mark.parametrize("codec", ["cp1252", "cp1251", "koi8-r", "iso8859-7"])
def test_a_replacement_character_in_a_legacy_text_is_one(codec: str) -> None:
    text = {
        "cp1252": "Die B�ckerei öffnet früh und schließt spät.",
        "iso8859-7": "Το καλοκαίρι πηγα�νουμε στο νησί και τρώμε φρέσκο ψάρι.",
    }.get(codec, "Вечером дождь нако�ец перестал, и дети выбежали во двор.")
    data = "\ufffd".encode().join(part.encode(codec) for part in text.split("\ufffd"))
    decoded = decode(data)
    assert (decoded.text, decoded.source.replaced) == (text, 0)


def test_so_is_each_of_many() -> None:
    assert "ï" not in decode(b"caf\xe9 \xef\xbf\xbd\n" * 3000).text


@pytest.mark.parametrize("cut", [1, 2])
def test_a_piece_of_utf8_may_begin_within_a_character(cut: int) -> None:
    data = "「静かな雨」 fell on the roofs".encode()[cut:]
    decoded = decode(data)
    assert decoded.text == data.decode("utf-8", "replace")
    assert decoded.source.replaced == 3 - cut


@pytest.mark.parametrize(
    "word", ["Stra\u00dfe und Gru\u00df", "caf\u00e9", "MA\u00c7\u00c3", "Diameter Ø", "Ä"]
)
def test_a_last_letter_of_a_code_page_is_not_taken_for_one_that_was_cut(word: str) -> None:
    assert decode(word.encode("cp1252")).text == word


def test_the_first_byte_of_a_letter_behind_a_small_one_was_cut() -> None:
    data = "Ein Weg f\u00fcr".encode()[:10]
    assert decode(data).text == "Ein Weg f\ufffd"


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1251", "x-mac-cyrillic"])
def test_utf8_with_a_bad_byte_is_utf8_whatever_it_is_declared_as(label: str) -> None:
    data = (RUSSIAN + GERMAN).encode() + b"\xff " + RUSSIAN.encode()
    source = decode(data, declared=label).source
    assert source.encoding == "utf-8"


JAPANESE = "今朝は早く起きて、駅まで歩いて行きました。\n"
CHINESE = "今天早上我很早就起床，走路去了車站。在車站遇到一位老朋友。\n"
KOREAN = "오늘아침에는일찍일어나서역까지걸어갔습니다. 역에서옛친구를만났습니다.\n"
THAI = "เช้านี้ฝนตกหนัก เราเลยอยู่บ้านอ่านหนังสือกันทั้งวัน\n"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("私" + JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gb18030"),
        (CHINESE, "big5hkscs"),
        (KOREAN, "cp949"),
    ],
)
def test_a_piece_of_an_east_asian_file_may_begin_within_a_character(text: str, codec: str) -> None:
    decoded = decode((text * 2).encode(codec)[1:])
    assert (decoded.text, decoded.source.replaced) == ("\ufffd" + (text * 2)[1:], 1)
    assert decode((text * 2).encode(codec)[2:]).text == (text * 2)[1:]


@pytest.mark.parametrize("text", [JAPANESE, THAI])
@pytest.mark.parametrize("every", [19, 30])
def test_utf8_of_long_characters_that_lost_a_byte_in_thirty_is_utf8(text: str, every: int) -> None:
    data = bytearray(text.encode() * 3)
    del data[7::every]
    assert decode(bytes(data)).text == data.decode("utf-8", "replace")


@pytest.mark.parametrize(
    ("text", "codec"), [(JAPANESE, "cp932"), (RUSSIAN, "koi8-r"), (GERMAN, "cp1252")]
)
@pytest.mark.parametrize("every", [2, 3, 40])
def test_lines_of_a_long_file_are_read_wherever_they_are(text: str, codec: str, every: int) -> None:
    lines = [text.encode(codec if number % every == 1 else "utf-8") for number in range(400)]
    assert decode(b"".join(lines)).text == text * 400


def test_one_line_beyond_the_sample_is_read_in_its_encoding() -> None:
    line = "Сосед починил крыльцо\n"
    data = RUSSIAN.encode() * 30 + line.encode("mac-cyrillic") + RUSSIAN.encode() * 3
    assert decode(data).text == RUSSIAN * 30 + line + RUSSIAN * 3


@pytest.mark.parametrize("page", [GERMAN, FRENCH, RUSSIAN, JAPANESE])
@pytest.mark.parametrize("line", ["§ 12\n", "— Ja\n", "Acme ®\n", "Ja ™\n", "© 2019\n", "… 7\n"])
def test_a_lone_sign_of_windows_in_utf8_is_read(page: str, line: str) -> None:
    data = page.encode() + line.encode("cp1252") + page.encode()
    assert decode(data).text == page + line + page


def test_what_is_left_of_a_letter_in_a_word_is_no_sign() -> None:
    data = RUSSIAN.encode() + "ряд".encode().replace("я".encode(), b"\xa7") + RUSSIAN.encode()
    assert "р\ufffdд" in decode(data).text


def test_bad_bytes_at_the_end_of_a_long_word_are_read_or_replaced() -> None:
    data = GERMAN.encode() * 20 + b"\xff" + b"a" * 60 + b"\xff" * 20 + GERMAN.encode() * 80
    assert decode(data).text.encode()  # no lone surrogates
