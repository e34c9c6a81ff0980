"""Runs of UTF-8 are the same for a code page whether it is asked alone or among all others."""

from __future__ import annotations

import pytest
from corpus_files import rows

from corpus.garbling import garble
from mojifix import fix, repair
from mojifix.codepages import singlebyte, utf8
from mojifix.mojibake.utf8.runs import _found_by_page

SENTENCES = [row["text"] for row in rows("sentences.jsonl")]


@pytest.mark.parametrize("codepage", ["cp1252", "cp1251", "cp866", "mac-roman"])
def test_code_pages_that_read_a_text_alike_have_the_runs_that_each_has(codepage: str) -> None:
    for text in SENTENCES[::7]:
        garbled = f"{text} {garble(text, [f'utf-8 as {codepage}'])}"
        stretches = utf8.Stretches(garbled)
        encoded = {page: stretches.encoded(page) for page in singlebyte.CODEPAGES}
        found = _found_by_page(garbled, stretches, encoded)
        for page in singlebyte.CODEPAGES:
            runs = [run for run in utf8.runs(garbled, page) if run[2].isprintable()]
            clusters, size = found.get(page, ((), 0))
            printable = [run for word in clusters for run in word if run[2].isprintable()]
            assert printable == runs
            assert size >= sum(end - start for start, end, _ in runs)


def test_a_rarer_code_page_that_reads_fewer_characters_is_not_taken() -> None:
    text = "মার্চ_এপ্রিল_জুলাই_আগস্ট"
    garbled = garble(text, ["utf-8 as cp1252 with nothing"])
    assert {repair.code for repair in repair(garbled).repairs} == {"utf8-as-cp1252"}


@pytest.mark.parametrize("call", ["foo('{}')", "log(`{}`)", "throw new Error('{}');"])
def test_the_first_word_of_a_string_is_weighed_without_what_it_is_handed_to(call: str) -> None:
    text = call.format("Für heute nicht")
    assert fix(garble(text, ["utf-8 as cp1252"])) == text


@pytest.mark.parametrize(
    "text",
    [
        "Το σχολείο έχει Β΄ και Γ΄ τάξη.",
        "Πήγα στο Α΄-Β΄ Δημοτικό της γειτονιάς.",
        "Смотри В§ 3 и В§ 5 договора.",
        "Группа крови В± встречается редко.",
        "آ· أولا نقرأ السؤال",
        "أ· قَرَأَ الوَلَدُ الكِتَابَ",
    ],
)
def test_a_letter_of_the_text_with_a_sign_stays(text: str) -> None:
    assert fix(text) == text


@pytest.mark.parametrize(
    ("garbled", "true"),
    [
        ("В© 2019 The Lake House", "© 2019 The Lake House"),
        ("Днём было 25В°C и ясно.", "Днём было 25°C и ясно."),
        ("В© РљРЅРёР¶РЅР°СЏ Р»Р°РІРєР°", "© Книжная лавка"),
        ("itвЂ™s В© 2019, 40 В± 2, see В§ 3", "it’s © 2019, 40 ± 2, see § 3"),
    ],
)
def test_a_garbled_sign_is_repaired(garbled: str, true: str) -> None:
    assert fix(garbled) == true


@pytest.mark.parametrize("chain", ["utf-8 as cp1252", "utf-8 as mac-roman", "utf-8 as cp1251"])
@pytest.mark.parametrize(
    "text",
    [
        "Use PCoS™ to build the ERM™ chip.",
        "Less CO₂ and H₂O than before.",
        "x₂ = 3, N≥5",
        "A filter of 5 µm, in µs",
    ],
)
def test_a_sign_at_a_word_is_repaired(text: str, chain: str) -> None:
    assert fix(garble(text, [chain])) == text


@pytest.mark.parametrize("text", ["2.500 m², 9 m/s²", "O(N²) steps, 3·w·L/8"])
@pytest.mark.parametrize("codepage", ["cp437", "cp850"])
def test_a_sign_read_as_box_drawings_is_repaired(text: str, codepage: str) -> None:
    assert fix(garble(text, [f"utf-8 as {codepage}"])) == text


@pytest.mark.parametrize("text", ["unit = '°C'", "price = '£'"])
def test_a_sign_between_single_quotes_is_repaired(text: str) -> None:
    assert fix(garble(text, ["utf-8 as cp1252"])) == text


@pytest.mark.parametrize(
    ("garbled", "true"),
    [
        ("Le prÃ©fet n’était pas venu.", "Le préfet n’était pas venu."),
        ("Le prÃ©avis s’était perdu, d’où l’échec.", "Le préavis s’était perdu, d’où l’échec."),
        ("D’être mal gar√©e, l’auto n’était plus.", "D’être mal garée, l’auto n’était plus."),
    ],
)
def test_a_clean_word_that_is_utf8_by_accident_speaks_for_no_code_page(
    garbled: str, true: str
) -> None:
    assert fix(garbled) == true


@pytest.mark.parametrize("chain", ["utf-8 as cp437", "utf-8 as cp1251", "utf-8 as mac-roman"])
def test_a_stop_of_another_script_alone_is_undone(chain: str) -> None:
    sentence = "मैं घर जा रहा हूँ"
    assert fix(f"{sentence} {garble('।', [chain])}") == f"{sentence} ।"


@pytest.mark.parametrize("codepage", ["cp1252", "latin-1", "cp437"])
@pytest.mark.parametrize("symbol", list("αβγθλπσΔΦ±²≤→"))
@pytest.mark.parametrize(
    "frame",
    ["the angle {} is small", "{}-carotene is orange", "où {} = 0,5", "for each {} there is one"],
)
def test_a_symbol_between_ascii_comes_back(frame: str, symbol: str, codepage: str) -> None:
    text = frame.format(symbol)
    assert fix(garble(text, [f"utf-8 as {codepage}"])) == text


@pytest.mark.parametrize(
    "text", ["CAFÉ® MOKA® É²", "П… пак даде тона", "x Ñ® y", "SINAÏ® NAÏ™", "Tout l’Île³ et l’Â²"]
)
def test_a_letter_with_a_sign_that_may_end_a_word_stays(text: str) -> None:
    assert fix(text) == text
