"""What is no text any more is left alone: noise, binary data, what no letter is known of."""

from __future__ import annotations

import random

import pytest
from corpus_files import rows

from mojifix import fix, repair

SENTENCES: dict[str, list[str]] = {}
for _row in rows("sentences.jsonl"):
    SENTENCES.setdefault(_row["language"], []).append(_row["text"])

# How the bytes were written that a UTF-8 decoder replaced.
ENCODINGS = {
    "gbk": ["zh-Hans"],
    "big5": ["zh-Hant"],
    "shift_jis": ["ja"],
    "euc_jp": ["ja"],
    "euc_kr": ["ko"],
    "cp1251": ["ru", "uk", "bg", "be", "sr-Cyrl"],
    "koi8-r": ["ru"],
    "cp866": ["ru", "be"],
    "cp1253": ["el"],
    "cp1255": ["he", "yi"],
    "cp1256": ["ar", "fa", "ur"],
    "cp874": ["th"],
    "cp1250": ["pl", "cs", "sk", "hu", "ro", "sl", "hr"],
    "cp1252": ["de", "fr", "es", "pt", "it", "nl", "sv", "da", "fi", "is"],
    "cp1254": ["tr"],
    "cp1257": ["lt", "lv", "et"],
}
PLACES = [(encoding, language) for encoding in ENCODINGS for language in ENCODINGS[encoding]]


@pytest.mark.parametrize(("encoding", "language"), PLACES)
def test_bytes_lost_to_a_utf8_decoder_are_only_named_as_letters(
    encoding: str, language: str
) -> None:
    lines = [
        text.encode(encoding, "ignore").decode("utf-8", "replace") for text in SENTENCES[language]
    ]
    assert any("\ufffd" in line for line in lines)
    for lost in (*lines, "\n".join(lines), " ".join(lines)):
        repaired = repair(lost)
        assert {found.code for found in repaired.repairs} <= {"lost-letter"}
        assert all(found.guessed for found in repaired.repairs)
        kept = lost.count("\ufffd") - len(repaired.repairs)
        assert repaired.text.count("\ufffd") == kept
        assert sum(len(damage.text) for damage in repaired.damage) == kept


@pytest.mark.parametrize("codec", ["latin-1", "cp1252", "cp437", "cp866", "cp1251", "utf-8"])
def test_binary_data_is_left_alone(codec: str) -> None:
    noise = random.Random(7).randbytes(4_000).decode(codec, "replace")
    assert fix(noise) == noise


def test_text_with_a_few_controls_is_still_repaired() -> None:
    assert fix("\x01\x02 tÃ©lÃ©charger cette image \x7f") == "\x01\x02 télécharger cette image \x7f"
    log = "\x1b[31merreur\x1b[0m : fichier introuvable ou illisible, systÃ¨me arrÃªtÃ©\n" * 20
    assert fix(log) == log.replace("Ã¨", "è").replace("Ãª", "ê").replace("Ã©", "é")


def test_noise_in_the_letters_of_a_code_page_is_hardly_touched() -> None:
    letters = [bytes([byte]).decode("latin-1") for byte in range(0xA0, 0x100)]
    chance = random.Random(7)
    noise = "\n".join("".join(chance.choices(letters, k=40)) for _ in range(100))
    changed = sum(len(repair.before) for repair in repair(noise).repairs)
    assert changed < 0.02 * len(noise)


def test_a_table_of_han_is_left_alone() -> None:
    table = "\n".join(f'    (0x{code:X}, "M", "{chr(code)}"),' for code in range(0x6B00, 0x7000))
    assert fix(table) == table


def test_escaped_bytes_in_source_code_are_left_alone() -> None:
    source = 'data = b"\\x81\\x82\\xc2\\xc1\\xc2\\x82\\x81"  # naïve\nassert id=88\n'
    assert fix(source) == source
