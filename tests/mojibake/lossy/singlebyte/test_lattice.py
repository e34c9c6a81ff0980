"""A lost letter beside letters of a code page's own script makes no sequence of them."""

from __future__ import annotations

import pytest

from corpus.garbling import garble
from mojifix import fix, repair
from mojifix.mojibake.lossy.singlebyte import shown_losses


@pytest.mark.parametrize(
    "text",
    [
        "ที่นี่ เป\ufffd บ้านของเรา",
        "ผมไม่ เป\ufffd หรอก",
        "و\ufffd،",  # of a code page that defines every byte
    ],
)
def test_text_in_the_script_of_a_code_page_that_lost_a_letter_stays(text: str) -> None:
    assert fix(text) == text


def test_beside_a_lost_letter_that_is_named_nothing_changes() -> None:
    text = "هغه ښوونکی و\ufffd، چې"
    [named] = repair(text).repairs
    assert (named.before, named.code) == ("\ufffd", "lost-letter")


@pytest.mark.parametrize("garbled", ["β€\ufffdfresh", "ג€\ufffdfresh", "โ€\ufffdfresh"])
def test_a_sign_in_letters_of_another_script_comes_back(garbled: str) -> None:
    assert fix(garbled) == "“fresh"


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("დღეს ბავშვები ეზოში თამაშობენ", "utf-8 as cp1250 with U+FFFD"),
        ("መልካም ቀን", "utf-8 as cp1250 with ?"),  # two lost bytes a letter
    ],
)
def test_a_script_is_known_by_first_bytes_alone(text: str, step: str) -> None:
    assert fix(garble(text, [step])) == text


@pytest.mark.parametrize(
    ("garbled", "text"),
    [
        (
            "# â•â•â•â•â•â•\n# SETUP OF THE SHOP\n# â•â•â•â•â•â•",
            "# ══════\n# SETUP OF THE SHOP\n# ══════",
        ),
        ("Write-Host 'ðŸŒ Our shop is open'", "Write-Host '🌐 Our shop is open'"),
        ("## ðŸ¢ Our office in the old town", "## 🏢 Our office in the old town"),
        ('{/* Nothing else is left â" of it */}', '{/* Nothing else is left â" of it */}'),
        ('the bridgeâ€"the old oneâ€"was closed', "the bridge—the old one—was closed"),
        ('# the old lock â€" then go on', "# the old lock — then go on"),
        ('SUMMER FAIR â€" Plan of rooms', "SUMMER FAIR — Plan of rooms"),
        (
            'Wir gehen heute lieber nicht mehr hinaus â€" es regnet.',
            "Wir gehen heute lieber nicht mehr hinaus – es regnet.",
        ),
        ("the cityâ€?s park and the riverâ€?s bank", "the city’s park and the river’s bank"),
        ("replace(/â€\"/g, '-')", "replace(/â€\"/g, '-')"),
        ("la rÃ©ponse estÂ : non", "la réponse est\xa0: non"),
        ("Wenn sich Ã?rger zeigt, kommt ein Brief", "Wenn sich Ärger zeigt, kommt ein Brief"),
        ("TAMBIÃ?N LLEGARON MUY TARDE A LA CIUDAD", "TAMBIÉN LLEGARON MUY TARDE A LA CIUDAD"),
        ("AMANHÃ?SIM, vou ver", "AMANHÃ?SIM, vou ver"),
        ("(7, 'RÃ?o Seco'), (8, 'San NicolÃ¡s')", "(7, 'Río Seco'), (8, 'San Nicolás')"),
    ],
)
def test_signs_in_code_and_pages_come_back(garbled: str, text: str) -> None:
    assert fix(garbled) == text


def test_no_place_of_a_text_is_searched_twice_for_signs() -> None:
    assert [*shown_losses.stretches('xâ€"y' * 600)] == [(0, 2000), (2000, 3000)]


@pytest.mark.parametrize(
    ("word", "codepage"),
    [("Großbuchstaben", "cp1255"), ("Übersetzung", "cp1255"), ("Korištenje", "cp1257")],
)
def test_a_word_that_lost_a_byte_comes_back_if_a_language_has_it(word: str, codepage: str) -> None:
    garbled = word.encode().decode(codepage, "replace").replace("\ufffd", "?")
    assert fix(f"Our guests asked what {garbled} means.") == f"Our guests asked what {word} means."


def test_a_word_that_lost_a_byte_stays_if_no_language_has_it() -> None:
    text = "Our guests asked what Groֳ?buchst means."
    assert fix(text) == text


@pytest.mark.parametrize(
    ("text", "codepage"),
    [
        ("It’s late.", "cp874"),
        ("We don’t know the way.", "cp874"),
        ("The old man said “come in” and shut the door.", "cp1253"),
        ("The old man said “come in” and shut the door.", "cp1255"),
        ("Zij wonen nog steeds in het oude “huis”.", "cp1254"),
        ("Bugun u bo‘lmadi.", "cp1251"),
    ],
)
def test_a_sign_whose_last_byte_vanished_comes_back(text: str, codepage: str) -> None:
    garbled = text.encode().decode(codepage, "ignore")
    assert len(garbled) < len(text.encode())
    assert fix(garbled) == text


@pytest.mark.parametrize(
    "text",
    [
        "Summā€ 50 ir maz.",
        "Cenā€ iekļauts viss.",
        "Το β€ δεν υπάρχει.",
        "מחיר ג€50 בלבד",
        "ราคา โ€50",
        "Prices: 50€, €50, 50 €.",
        "it's 10 β€5 each",
        "code: 'β€x'",
    ],
)
def test_letters_beside_the_sign_of_the_euro_stay(text: str) -> None:
    assert fix(text) == text


@pytest.mark.parametrize(
    ("text", "codepage"),
    [
        ("C’est l’été à Évian, et l’eau n’est pas chaude.", "latin-1"),
        ("„Kolem řeky stojí staré domy,“ řekl jí žák.", "iso8859-2"),
    ],
)
def test_a_sign_of_which_one_byte_is_left_comes_back_beside_others(
    text: str, codepage: str
) -> None:
    shown = text.encode().decode(codepage)
    assert fix("".join(char for char in shown if not "\x80" <= char <= "\x9f")) == text


@pytest.mark.parametrize(
    "text", ["const a = '你好世界';", "'你好世界',", 'print("卒于")', "[單獨]"]
)
def test_few_ideographs_are_read_in_the_language_in_which_they_follow_each_other(text: str) -> None:
    garbled = text.encode().decode("cp1252", "ignore")
    assert fix(garbled.replace("\xa0", " ")) == text


def test_an_apostrophe_that_lost_a_sign_of_the_code_page_comes_back() -> None:
    text = "We don’t know what they’re doing in the garden."
    assert fix(text.encode().decode("cp1252").replace("™", "")) == text
