"""Garbled text that stands beside what it was is shown on purpose, and stays."""

from __future__ import annotations

import pytest

from mojifix import fix, repair


@pytest.mark.parametrize(
    "text",
    [
        "`Ã©` is what `é` becomes",
        "é => Ã©",
        "Zażółć gęślą jaźń → ZaÅ¼Ã³Å‚Ä‡ gÄ™Å›lÄ… jaÅºÅ„",
        "| naÃ¯ve | naïve |\n| garÃ§on | garçon |",
        "assert fix('GrÃ¶ÃŸe') == 'Größe'",
        "strtr($s, '&Atilde;&copy;', '&eacute;')",
        r'["\u00c3\u00a0", "\u00e0"],',
        "s/naÃ¯ve/naïve/g",
        'sheet.replace("ÃƒÂ¡", "á")',
        '("Price (£)", "Price (Ã‚Â£)")',
    ],
)
def test_an_example_beside_its_repair_stays(text: str) -> None:
    assert fix(text) == text
    assert repair(text).repairs == ()


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("`naÃ¯ve` and `garÃ§on`", "`naïve` and `garçon`"),
        ("'GrÃ¶ÃŸe', 'WÃ¤rme'", "'Größe', 'Wärme'"),
        ("| naÃ¯ve | garçon |\n| Ã©tÃ© | naïve |", "| naïve | garçon |\n| été | naïve |"),
    ],
)
def test_without_its_repair_in_the_same_line_it_is_no_example(text: str, true: str) -> None:
    assert fix(text) == true


def test_other_lines_are_repaired() -> None:
    text = "`Ã©` becomes `é`.\nLe cafÃ© est fermÃ© jusqu'Ã  l'Ã©tÃ©.\n"
    assert fix(text) == "`Ã©` becomes `é`.\nLe café est fermé jusqu'à l'été.\n"


@pytest.mark.parametrize(
    "text",
    [
        "Read as windows-1252, the name shows up as `GrÃ¶ÃŸe` in the log.",
        '# A page that was saved as UTF-8 may look like "naÃ¯ve" on old machines.',
        "The old page held mojibake such as `GrÃ¶ÃŸe` in every row.",
        "// В koi8-r такое слово выглядит как 'рТЙЧЕФ' на экране",
    ],
)
def test_a_string_in_prose_about_an_encoding_stays(text: str) -> None:
    assert fix(text) == text


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("s = unicode('ðÒÏÓÔÏÊ ÔÅËÓÔ', 'koi8-r')", "s = unicode('Простой текст', 'koi8-r')"),
        ("print('GrÃ¶ÃŸe', encoding='utf-8')", "print('Größe', encoding='utf-8')"),
        ("Das heiÃŸt, in UTF-8 ist die 'GrÃ¶ÃŸe' so.", "Das heißt, in UTF-8 ist die 'Größe' so."),
        (
            "The sign says 'GrÃ¶ÃŸe' in big red letters.",
            "The sign says 'Größe' in big red letters.",
        ),
    ],
)
def test_in_code_or_beside_other_damage_a_string_is_repaired(text: str, true: str) -> None:
    assert fix(text) == true
