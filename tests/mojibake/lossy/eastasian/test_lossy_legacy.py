"""Legacy text that an East Asian codec lost bytes of comes back but for the lost letters."""

from __future__ import annotations

import pytest
from lossy_cases import SENTENCES

from mojifix import fix, repair

PAIRS = [
    ("ru", "cp1251", "gbk"),
    ("ru", "cp1251", "cp949"),
    ("ja", "euc_jp", "cp932"),
    ("zh", "gb18030", "cp932"),
    ("zh", "gb18030", "cp950"),
    ("ja", "cp932", "cp1252"),
    ("ko", "cp949", "cp1253"),
]


@pytest.mark.parametrize(("language", "true", "wrong"), PAIRS)
def test_known_letters_come_back(language: str, true: str, wrong: str) -> None:
    sentence = SENTENCES[language]
    fixed = fix(sentence.encode(true).decode(wrong, "replace"))
    assert len(fixed) == len(sentence)
    right = sum(one == other for one, other in zip(fixed, sentence, strict=True))
    assert right >= 0.75 * len(sentence), fixed


def test_both_encodings_are_named() -> None:
    garbled = SENTENCES["ru"].encode("cp1251").decode("cp949", "replace")
    steps = {found.steps for found in repair(garbled).repairs}
    assert steps == {("encode cp949", "decode cp1251")}


@pytest.mark.parametrize("codepage", ["cp1250", "cp1252"])
@pytest.mark.parametrize(
    "text", ["Πλύνετε πρώτα τα πράσα, ύστερα ψιλοκόψτε", "Πράσα, σκόρδα, ρίγανη"]
)
def test_utf_8_that_lost_its_case_and_bytes_is_read_as_no_rare_han(
    text: str, codepage: str
) -> None:
    fixed = fix(text.encode().decode(codepage, "replace").lower())
    assert max(fixed.replace("\ufffd", "")) < "\u2e80", fixed


def test_repeated_filler_is_no_text() -> None:
    assert fix("烫烫烫 \ufffd\ufffd 烫烫烫") == "烫烫烫 \ufffd\ufffd 烫烫烫"


def test_what_lost_nearly_all_is_left() -> None:
    sentence = "「鍵をどこに置いたの？」と、さくらさんは机の下をのぞきながら聞いた。"
    garbled = sentence.encode().decode("euc_jp", "replace")
    assert fix(garbled) == garbled
